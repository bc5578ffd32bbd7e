"""How a page shows a picture: the smallest file that fits, its place kept free in its colour,
the words around it."""

import re
from collections.abc import Mapping
from html import escape
from itertools import count

from plugins.images.picture import FORMS, Colour, Picture, nearest

IMAGE = re.compile(r"(?P<before><p>)?<img (?P<attributes>[^>]*)>(?P<after></p>)?")
ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
# As wide as the text, which is as wide as the screen or as its measure
# (theme/static/css/layout/reading.css).
SIZES = "(min-width: 42rem) 40rem, calc(100vw - 2rem)"
SMALLER = re.compile(r"<source [^>]*>|</?picture>| (?:srcset|sizes|loading|decoding)=\"[^\"]*\"")

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
    counted = count()

    def one(found: re.Match[str]) -> str:
        attributes = dict(ATTRIBUTE.findall(found["attributes"]))
        picture = pictures.get(attributes.get("src", ""))
        if picture is None:
            return found[0]
        made = _picture(picture, attributes, tints, base, put_off=next(counted) > 0)
        return _framed(found, made, attributes.pop("title", ""), credit.get(picture.name, ""))

    return IMAGE.sub(one, html)


def alone(html: str) -> str:
    """`html` with one address for each picture, as feeds, letters and books want it."""
    return SMALLER.sub("", html) if "<img " in html else html


def in_words(html: str) -> str:
    """`html` with the words of each picture in its place,
    for files that cannot carry pictures along."""
    return IMAGE.sub(
        lambda found: _said(found, dict(ATTRIBUTE.findall(found["attributes"]))), alone(html)
    )


def _picture(
    picture: Picture,
    given: Mapping[str, str],
    tints: Mapping[str, Colour],
    base: str,
    put_off: bool,
) -> str:
    alt = given.get("alt", "")
    later = ' loading="lazy" decoding="async"' if put_off else ""
    if picture.colour is None:
        size = f'width="{picture.width}" height="{picture.height}"'
        return f'<img src="{given["src"]}" alt="{alt}" {size}{later}>'
    sources = "".join(
        f'<source type="image/{form}" {_sizes(picture, form, base)}>' for form in FORMS[:-1]
    )
    width, tint = picture.widths[-1], nearest(picture.colour, tints)
    middle = picture.widths[len(picture.widths) // 2]
    own = f'width="{width}" height="{picture.height_of(width)}"' + (
        f' class="{tint}"' if tint else ""
    )
    image = (
        f'<img src="{base}/{picture.file(middle, FORMS[-1])}" alt="{alt}" '
        f"{_sizes(picture, FORMS[-1], base)}"
    )
    return f"<picture>{sources}{image} {own}{later}></picture>"


def _sizes(picture: Picture, form: str, base: str) -> str:
    """The attributes from which a browser chooses the file that fits."""
    files = ", ".join(f"{base}/{picture.file(width, form)} {width}w" for width in picture.widths)
    return f'srcset="{files}" sizes="{SIZES}"'


def _framed(found: re.Match[str], made: str, caption: str, credit: str) -> str:
    """With caption or credit a picture that stands alone is a figure."""
    before, after = found["before"] or "", found["after"] or ""
    if not (before and after and (caption or credit)):
        return f"{before}{made}{after}"
    said = f'<small class="figure__credit">{escape(credit)}</small>' if credit else ""
    return (
        f'<figure class="figure">{made}'
        f"<figcaption>{' · '.join(filter(None, (caption, said)))}</figcaption></figure>"
    )


def _said(found: re.Match[str], attributes: Mapping[str, str]) -> str:
    return f"{found['before'] or ''}<em>[{attributes.get('alt', '')}]</em>{found['after'] or ''}"
