"""How a page shows a picture: the smallest file that fits, its place kept free in its colour,
the words around it."""

from collections.abc import Mapping
from html import escape

from plugins.images.caption import credit_of, put
from plugins.images.picture import FORMS, Colour, Picture, nearest
from plugins.model.html_tree import Element, Tree, attribute, inner, outer, replace

# As wide as the text, which is as wide as the screen or as its measure
# (theme/static/css/layout/reading.css).
SIZES = "(min-width: 42rem) 40rem, calc(100vw - 2rem)"
IN_A_LIST = "11rem"  # theme/static/css/components/entry.css
# What a browser chooses by, and nothing else that shows pictures.
CHOICE = ("srcset", "sizes", "loading", "decoding")

Credits = Mapping[str, str]


def shown(
    html: str,
    pictures: Mapping[str, Picture],
    tints: Mapping[str, Colour],
    credit: Credits,
    base: str = "",
) -> str:
    """`html` with each of `pictures` (by address) in all its sizes; `credit` by name.
    The first is not put off."""
    tree = Tree(html)
    shown_before = 0
    for image in tree.every("img"):
        picture = pictures.get(attribute(image, "src"))
        if picture is not None:
            made = _picture(picture, image, tints, base, put_off=shown_before > 0)
            put(image, made, attribute(image, "title"), credit.get(picture.name, ""))
            shown_before += 1
    return tree.html


def leading(html: str) -> tuple[str, str]:
    """Return the first picture of `html` as a list shows it, small and when it comes into sight,
    and who made it; nothing where the text has none but in passages that are closed."""
    if "<img " not in html:
        return "", ""
    tree = Tree(html)
    for closed in tree.every("details"):
        closed.decompose()
    picture = next(iter(tree.every("picture, img")), None)
    if picture is None:
        return "", ""
    for element in picture.css("source, img"):
        if "sizes" in element.attributes:
            element.attrs["sizes"] = IN_A_LIST
        if element.tag == "img":
            element.attrs["loading"], element.attrs["decoding"] = "lazy", "async"
    return outer(picture), credit_of(picture)


def alone(html: str) -> str:
    """`html` with one address for each picture, as feeds, letters and books want it."""
    if "<img " not in html:
        return html
    tree = Tree(html)
    for source in tree.every("source"):
        source.decompose()
    for picture in tree.every("picture"):
        replace(picture, inner(picture))
    for image in tree.every("img"):
        for name in CHOICE:
            if name in image.attributes:
                del image.attrs[name]
    return tree.html


def in_words(html: str) -> str:
    """`html` with the words of each picture in its place,
    for files that cannot carry pictures along."""
    if "<img " not in html:
        return html
    tree = Tree(alone(html))
    for image in tree.every("img"):
        replace(image, f"<em>[{escape(attribute(image, 'alt'))}]</em>")
    return tree.html


def _picture(
    picture: Picture, image: Element, tints: Mapping[str, Colour], base: str, put_off: bool
) -> str:
    alt = escape(attribute(image, "alt"))
    later = ' loading="lazy" decoding="async"' if put_off else ""
    if picture.colour is None:
        size = f'width="{picture.width}" height="{picture.height}"'
        return f'<img src="{escape(attribute(image, "src"))}" alt="{alt}" {size}{later}>'
    sources = "".join(
        f'<source type="image/{form}" {_sizes(picture, form, base)}>' for form in FORMS[:-1]
    )
    width, tint = picture.widths[-1], nearest(picture.colour, tints)
    middle = picture.widths[len(picture.widths) // 2]
    own = f'width="{width}" height="{picture.height_of(width)}"' + (
        f' class="{tint}"' if tint else ""
    )
    smallest = (
        f'<img src="{base}/{picture.file(middle, FORMS[-1])}" alt="{alt}" '
        f"{_sizes(picture, FORMS[-1], base)}"
    )
    return f"<picture>{sources}{smallest} {own}{later}></picture>"


def _sizes(picture: Picture, form: str, base: str) -> str:
    """The attributes from which a browser chooses the file that fits."""
    files = ", ".join(f"{base}/{picture.file(width, form)} {width}w" for width in picture.widths)
    return f'srcset="{files}" sizes="{SIZES}"'
