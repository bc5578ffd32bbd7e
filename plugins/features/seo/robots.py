"""robots.txt (RFC 9309): what those who look through the site by program may read."""


def robots(site_url: str, warning: str = "") -> str:
    """The file; with the `warning` of a demonstration, a comment of one line,
    it leads to no list of pages.

    A demonstration may be read all the same: only who reads a page learns that it is not to be
    indexed.
    """
    leads = "" if warning else f"\nSitemap: {site_url}/sitemap.xml\n"
    return f"{warning}User-agent: *\nAllow: /\n{leads}"
