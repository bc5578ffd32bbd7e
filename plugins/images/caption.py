"""The words below a picture: its caption and who made it, wherever in a text the picture stands."""

from html import escape

from plugins.model.html_tree import TEXT, Element, Tree, inner, replace

CREDIT = "figure__credit"
WITHIN = frozenset({"a", "em", "strong", "del"})  # what a picture may stand in within a line


def put(image: Element, made: str, caption: str, credit: str) -> None:
    """Put the HTML `made` in the place of `image`. With a caption or a credit a picture that stands
    alone in its paragraph is a figure; any other has them behind it, in brackets."""
    whole = _whole(image)
    paragraph = whole.parent
    if not (caption or credit):
        replace(image, made)
    elif paragraph is not None and paragraph.tag == "p" and _is_alone(whole):
        replace(image, made)
        said = f"<figcaption>{_said(caption, credit)}</figcaption>"
        replace(paragraph, f'<figure class="figure">{inner(paragraph)}{said}</figure>')
    else:
        behind = f" <small>({_said(caption, credit)})</small>"
        if whole.tag in WITHIN:
            _put_behind(whole, behind)
            behind = ""
        replace(image, made + behind)


def credit_of(picture: Element) -> str:
    """Return who made `picture`, as the text around it says; nothing where it says nothing."""
    whole = _whole(picture)
    beside = whole.next
    while beside is not None and beside.is_empty_text_node:
        beside = beside.next
    said = beside.css_first(f".{CREDIT}") if beside is not None and beside.tag != TEXT else None
    return said.text() if said is not None else ""


def _whole(image: Element) -> Element:
    """What `image` is a part of within its line, such as a link; else itself."""
    whole = image
    while whole.parent is not None and whole.parent.tag in WITHIN:
        whole = whole.parent
    return whole


def _is_alone(whole: Element) -> bool:
    """Whether nothing else stands there, beside it or within it."""
    beside = whole.prev is None and whole.next is None
    return beside and not whole.text().strip() and _pictures(whole) == 1


def _pictures(whole: Element) -> int:
    return 1 if whole.tag == "img" else len(whole.css("img"))


def _said(caption: str, credit: str) -> str:
    said = f'<span class="{CREDIT}">{escape(credit)}</span>' if credit else ""
    return " · ".join(filter(None, (escape(caption, quote=False), said)))


def _put_behind(whole: Element, html: str) -> None:
    """Put `html` behind `whole` and what is said of other pictures in it."""
    place = whole
    while (said := _said_behind(place)) is not None:
        place = said
    for new in reversed(Tree(html).top):
        place.insert_after(new)


def _said_behind(place: Element) -> Element | None:
    """What is said of a picture behind `place` and a space; None where nothing is."""
    space = place.next
    behind = space.next if space is not None and space.is_empty_text_node else None
    return behind if behind is not None and behind.tag == "small" else None
