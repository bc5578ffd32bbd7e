"""Choices: a list without numbers in a text each item of which begins with a link to a page of the
site, shown as rows that a finger can press, with the drawings of their pages."""

from collections.abc import Callable

from plugins.model.html_tree import TEXT, Element, Tree, attribute, inner, replace

FEWEST = 2
Drawing = Callable[[str], str]


def with_choices(html: str, drawing: Drawing) -> str:
    """Return `html`, its lists of pages of the class `choices`; `drawing` makes a drawing of the
    last part of an address, or nothing. A list most of whose pages have none has none at all."""
    tree = Tree(html)
    found = [one for one in tree.every("ul") if _is_choice(one)]
    for one in found:
        replace(one, _rows(one, drawing))
    return tree.html if found else html


def _items(listing: Element) -> list[Element]:
    return [one for one in listing.iter() if one.tag == "li"]


def _is_choice(listing: Element) -> bool:
    items = _items(listing)
    return len(items) >= FEWEST and all(map(_page, items))


def _page(item: Element) -> str:
    """Return where `item` leads, if the first that it says is a link to a page; nothing if that is
    something else, such as a number."""
    for node in item.iter(include_text=True):
        if node.tag == TEXT and not (node.text() or "").strip():
            continue
        if node.tag == "p":
            return _page(node)
        address = attribute(node, "href") if node.tag == "a" else ""
        return address if address.startswith("/") else ""
    return ""


def _rows(listing: Element, drawing: Drawing) -> str:
    items = _items(listing)
    drawings = [str(drawing(_name(_page(one)))).strip() for one in items]
    if sum(map(bool, drawings)) * 2 <= len(items):
        drawings = [""] * len(items)
    drawn = " choices--drawn" if any(drawings) else ""
    rows = (
        f"<li>{one}<div>{inner(item)}</div></li>" for one, item in zip(drawings, items, strict=True)
    )
    return f'<ul class="choices{drawn}">{"".join(rows)}</ul>'


def _name(address: str) -> str:
    return address.partition("#")[0].strip("/").rpartition("/")[2]
