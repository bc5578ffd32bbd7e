"""A text as feed readers show it: addresses in full, and what is closed on its page not told."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from plugins.images.markup import alone

ROOTED = re.compile(r'(?P<before>\b(?:href|src)=")/(?!/)')
ANCHOR = re.compile(r'(?P<before>\bhref=")#')
FOLDED = re.compile(
    r'<details class="content-note">\s*<summary>(?P<about>.*?)</summary>.*?</details>', re.DOTALL
)

Closed = Callable[[str, str], str]


def absolute_links(html: str, site_url: str, page: str = "") -> str:
    """`html` with every link and picture that begins at the root of the host made absolute, and
    with every link to an anchor leading to it on `page`, an address below `site_url`."""
    parts = urlsplit(site_url)
    rooted = ROOTED.sub(rf"\g<before>{parts.scheme}://{parts.netloc}/", alone(html))
    return ANCHOR.sub(rf"\g<before>{site_url}/{page}#", rooted) if page else rooted


def without_folded(html: str, closed: Closed, address: str) -> str:
    """`html` with each passage that a reader opens on the page replaced by what `closed` says of
    it: most feed readers would show it open."""
    return FOLDED.sub(lambda found: closed(found["about"], address), html)
