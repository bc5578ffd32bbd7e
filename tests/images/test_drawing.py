"""Drawings are served as they are, so nothing in them acts."""

import pytest

from plugins.images.drawing import size
from plugins.images.picture import PictureError

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 30">\n{}\n</svg>'
SIZES = [
    ('<svg xmlns="http://www.w3.org/2000/svg" width="20px" height="10.4"/>', (20, 10)),
    ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0,0,40.0 30"/>', (40, 30)),
    (
        '<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="100%" viewBox="0 0 8 9"/>',
        (8, 9),
    ),
]
BAD = [
    ("<script>alert(1)</script>", "has <script>"),
    ("<g:script xmlns:g='http://www.w3.org/2000/svg'/>", "has <script>"),
    ("<g:script xmlns:g='http://www.w3.org/1999/xhtml'/>", "has <script>"),
    ("<svg:rect xmlns:svg='urn:other'/>", "has <rect>"),
    ("<h:iframe xmlns:h='http://www.w3.org/1999/xhtml' src='a'/>", "has <iframe>"),
    ("<set attributeName='href' to='#a'/>", "has <set>"),
    ("<animate attributeName='x'/>", "has <animate>"),
    ("<a href='#a'/>", "has <a>"),
    ("<metadata/>", "has <metadata>"),
    ("<path onLoad='a()'/>", "has onLoad="),
    ("<path x:onload='a()' xmlns:x='http://www.w3.org/2000/svg'/>", "has onload="),
    ("<path ping='https://example.org'/>", "has ping="),
    ("<use href='&#35;a b'/>", "refers to '#a b'"),
    ("<use href='&#x68;ttps://example.org'/>", "refers to 'https://example.org'"),
    ("<use href=' #a'/>", "refers to ' #a'"),
    ("<?xml-stylesheet href='https://example.org/a.css'?>", "has <?xml-stylesheet"),
    ("<style>@\\69mport 'a.css';</style>", "refers to another file"),
    ("<style>\\40 import 'a.css';</style>", "refers to another file"),
    ("<style>@<![CDATA[im]]>port 'a.css';</style>", "refers to another file"),
    ("<style>a{fill:\\75\\72\\6c(//example.org)}</style>", "refers to another file"),
    ("<style>a{fill:u/**/rl(https://example.org)}</style>", "refers to another file"),
    ("<style>a{fill:url(a.svg#b)}</style>", "refers to another file"),
    ("<style>a{background:image-set('a.png' 1x)}</style>", "refers to another file"),
    ("<style>a{width:expression(alert(1))}</style>", "refers to another file"),
    ("<style>a{width:calc(url(a.svg))}</style>", "refers to another file"),
    ("<style>\\2f\\2a;a{fill:url(a.svg)}</style>", "refers to another file"),
    ("<style>a{b:'/*';fill:url(a.svg);c:'*/'}</style>", "refers to another file"),
    ("<style>a{behavior:u}</style>", "refers to another file"),
    ("<style>@font-face{font-family:a;src:local(b)}</style>", "refers to another file"),
    ("<path fill='&#117;rl(https://example.org)'/>", "refers to another file"),
    ("<path fill='u\\72l(https://example.org)'/>", "refers to another file"),
    ("<path style='fill:url(&#x22;data:image/svg+xml,a&#x22;)'/>", "refers to another file"),
    ("<path cursor='url(https://example.org/a.cur)'/>", "has cursor="),
    ("<path onload='a()'/>", "has onload="),
    ("<foreignObject/>", "has <foreignObject>"),
    ("<image href='https://example.org/a.png'/>", "has <image>"),
    ("<use href='https://example.org/a.png'/>", "refers to 'https://example.org/a.png'"),
    ("<use xlink:href='javascript:a()'/>", "refers to 'javascript:a()'"),
    ("<style>@import 'a.css';</style>", "refers to another file"),
    ("<path style='fill: url( \"https://example.org/a\" )'/>", "refers to another file"),
    ("<g>", "is no SVG (mismatched tag)"),
    (
        "<g id='a'><use href='#b'/><use href='#b'/></g><g id='b'><use href='#c'/></g>",
        "shows parts of it again",
    ),
    ("<g id='a'><use href='#a'/></g>", "shows parts of it again"),
    ("<use id='a' href='#b'/><use href='#a'/>", "shows parts of it again"),
    ("<path id='a'/>" + "<use href='#a'/>" * 501, "shows parts of it again"),
]


@pytest.mark.parametrize(("svg", "sides"), SIZES)
def test_size(svg, sides):
    """A drawing says how large it is, in numbers or by its viewBox."""
    assert size(svg.encode(), "a.svg") == sides


@pytest.mark.parametrize(
    "inner",
    [
        "<g id='a'><path/></g><g id='c'><use href='#a'/><use xlink:href='#a'/></g>",
        "<path d='M0 0' fill='url(#a)'/>",
        "<use href='#a'/>",
        "<style>a{fill:#fff}</style>",
        "<style>.a:nth-child(2){fill:rgb(1 2 3);filter:url('#b')} /* a comment */</style>",
        "<g transform='translate(1,2) rotate(3)' style='fill:rgba(0,0,0,.5)' aria-label='f(x)'/>",
        "<text xml:space='preserve' font-family='PT Sans (Web)'>a(b) @ https://example.org</text>",
        "<!-- Generator: a program --><linearGradient id='a'><stop offset='0' stop-color='#fff'/></linearGradient>",
    ],
)
def test_fine(inner):
    """What stays within the drawing is fine."""
    assert size(SVG.format(inner).encode(), "a.svg") == (40, 30)


@pytest.mark.parametrize(("inner", "said"), BAD)
def test_bad(inner, said):
    """What acts or asks somebody for something is refused."""
    with pytest.raises(PictureError) as caught:
        size(SVG.format(inner).encode(), "a.svg")
    assert said in caught.value.what


def test_line():
    """The line of what is wrong is known."""
    with pytest.raises(PictureError) as caught:
        size(SVG.format("\n<script/>").encode(), "a.svg")
    assert caught.value.flaw.line == 3


def test_entities():
    """A drawing that declares anything of its own is refused before it can grow."""
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>' + SVG.format(
        "<text>&b;</text>"
    )
    with pytest.raises(PictureError, match="DOCTYPE"):
        size(bomb.encode(), "a.svg")


def test_no_size():
    """A drawing that says no size would jump, so it is refused."""
    with pytest.raises(PictureError, match="how large"):
        size(b'<svg xmlns="http://www.w3.org/2000/svg"/>', "a.svg")


@pytest.mark.parametrize(
    "box", ["0 0 1e300 9", "0 0 9 inf", "0 0 nan 9", "0 0 9 20001", "0 0 -9 9"]
)
def test_boundless(box):
    """Nor does one that says a size no screen has."""
    with pytest.raises(PictureError, match="how large"):
        size(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"/>'.encode(), "a.svg")
