"""The sitemap (sitemaps.org 0.9 with xhtml:link alternates, as Google documents them)."""

from typing import Any
from xml.etree import ElementTree as ET

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"

ET.register_namespace("", SITEMAP)
ET.register_namespace("xhtml", XHTML)


def sitemap(documents: list[Any], site_url: str, default_lang: str) -> str:
    """Every indexed document with all its alternates, itself included, and the one for everybody else."""
    root = ET.Element(f"{{{SITEMAP}}}urlset")
    for document in documents:
        if document.indexed:
            _entry(root, document, site_url, default_lang)
    ET.indent(root, space=" ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def hreflangs(document: Any, site_url: str, default_lang: str) -> list[tuple[str, str]]:
    """Pairs of `hreflang` and absolute address: each language that has the document, then `x-default`.

    For the home page everybody else is sent to the chooser at the root of the site.
    """
    found = [
        (a.language.code, f"{site_url}/{a.document.url}")
        for a in document.alternates
        if a.document and a.document.indexed
    ]
    if document.key == "home":
        return [*found, ("x-default", f"{site_url}/")]
    return [*found, ("x-default", dict(found).get(default_lang, found[0][1]))]


def _entry(root: ET.Element, document: Any, site_url: str, default_lang: str) -> None:
    url = ET.SubElement(root, f"{{{SITEMAP}}}url")
    ET.SubElement(url, f"{{{SITEMAP}}}loc").text = f"{site_url}/{document.url}"
    days = [day for day in (document.published, document.reviewed) if day]
    if days:
        ET.SubElement(url, f"{{{SITEMAP}}}lastmod").text = max(days).isoformat()
    for hreflang, href in hreflangs(document, site_url, default_lang):
        ET.SubElement(url, f"{{{XHTML}}}link", {"rel": "alternate", "hreflang": hreflang, "href": href})
