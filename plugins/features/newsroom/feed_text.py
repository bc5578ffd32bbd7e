"""A text as feed readers show it: addresses in full, and what is closed on its page not told."""

from collections.abc import Callable
from urllib.parse import urlsplit

from plugins.export.prose import in_full
from plugins.images.markup import alone
from plugins.model.html_tree import Tree, attribute, inner, replace

Closed = Callable[[str, str], str]


def absolute_links(html: str, site_url: str, page: str = "") -> str:
    """`html` with every link and picture that begins at the root of the host made absolute, and
    with every link to an anchor leading to it on `page`, an address below `site_url`."""
    parts = urlsplit(site_url)
    tree = Tree(alone(html))
    for element in tree.every('[href^="/"], [src^="/"]'):
        for name in {"href", "src"} & element.attributes.keys():
            host = f"{parts.scheme}://{parts.netloc}"
            element.attrs[name] = in_full(attribute(element, name), host)
    for link in tree.every('[href^="#"]') if page else ():
        link.attrs["href"] = f"{site_url}/{page}{attribute(link, 'href')}"
    return tree.html


def without_folded(html: str, closed: Closed, address: str) -> str:
    """`html` with each passage that a reader opens on the page replaced by what `closed` says of
    it: most feed readers would show it open."""
    tree = Tree(html)
    for folded in tree.every("details.content-note"):
        about = folded.css_first("summary")
        replace(folded, closed(inner(about) if about else "", address))
    return tree.html
