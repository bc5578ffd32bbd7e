"""What search engines ask for: the sitemap (sitemaps.org 0.9 with xhtml:link alternates, as Google
documents them), and robots.txt (RFC 9309), what programs may read."""

from xml.sax.saxutils import escape

from plugins.model.document import modified
from plugins.model.page import Navigation, Page

START = """<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
"""


def sitemap(documents: list[Page], site_url: str, default_lang: str) -> str:
    """Every indexed document with all its alternates, itself included,
    and the one for everybody else."""
    site = escape(
        site_url, {'"': "&quot;"}
    )  # addresses below it are of plain letters (plugins.model.address)
    entries = [_entry(document, site, default_lang) for document in documents if document.indexed]
    return START + "".join(entries) + "</urlset>\n"


def hreflangs(document: Page, site_url: str, default_lang: str) -> list[tuple[str, str]]:
    """Pairs of `hreflang` and absolute address: each language that has the document,
    then `x-default`.

    For the home page everybody else is sent to the chooser at the root of the site.
    """
    found = [
        (a.language.code, f"{site_url}/{a.document.url}")
        for a in document.part(Navigation).alternates
        if a.document and a.document.indexed
    ]
    if document.key == "home" or not found:
        return [*found, ("x-default", f"{site_url}/")]
    return [*found, ("x-default", dict(found).get(default_lang, found[0][1]))]


def _entry(document: Page, site_url: str, default_lang: str) -> str:
    day = modified(document)
    lines = [f"  <loc>{site_url}/{document.url}</loc>"]
    lines += [f"  <lastmod>{day.isoformat()}</lastmod>"] if day else []
    lines += [
        f'  <xhtml:link rel="alternate" hreflang="{hreflang}" href="{href}" />'
        for hreflang, href in hreflangs(document, site_url, default_lang)
    ]
    return "\n".join([" <url>", *lines, " </url>\n"])


def robots(site_url: str, warning: str = "") -> str:
    """robots.txt; with the `warning` of a demonstration, a comment of one line,
    it leads to no list of pages.

    A demonstration may be read all the same: only who reads a page learns that it is not to be
    indexed.
    """
    leads = "" if warning else f"\nSitemap: {site_url}/sitemap.xml\n"
    return f"{warning}User-agent: *\nAllow: /\n{leads}"
