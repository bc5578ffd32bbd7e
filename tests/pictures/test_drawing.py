"""Drawings are served as they are, so nothing in them acts."""

import pytest

from plugins.pictures.drawing import size
from plugins.pictures.picture import PictureError

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 30">\n{}\n</svg>'
SIZES = [
    ('<svg xmlns="http://www.w3.org/2000/svg" width="20px" height="10.4"/>', (20, 10)),
    ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0,0,40.0 30"/>', (40, 30)),
    ('<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="100%" viewBox="0 0 8 9"/>', (8, 9)),
]
BAD = [
    ("<script>alert(1)</script>", "has <script>"),
    ("<g:script xmlns:g='http://www.w3.org/2000/svg'/>", "has <g:script>"),
    ("<path onload='a()'/>", "has onload="),
    ("<foreignObject/>", "has <foreignObject>"),
    ("<image href='https://example.org/a.png'/>", "refers to 'https://example.org/a.png'"),
    ("<a xlink:href='javascript:a()'/>", "refers to 'javascript:a()'"),
    ("<style>@import 'a.css';</style>", "refers to another file"),
    ("<path style='fill: url( \"https://example.org/a\" )'/>", "refers to another file"),
    ("<g>", "is no SVG (mismatched tag)"),
]


@pytest.mark.parametrize(("svg", "sides"), SIZES)
def test_size(svg, sides):
    """A drawing says how large it is, in numbers or by its viewBox."""
    assert size(svg.encode(), "a.svg") == sides


@pytest.mark.parametrize(
    "inner", ["<path d='M0 0' fill='url(#a)'/>", "<use href='#a'/>", "<style>a{fill:#fff}</style>"]
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
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>' + SVG.format("<text>&b;</text>")
    with pytest.raises(PictureError, match="DOCTYPE"):
        size(bomb.encode(), "a.svg")


def test_no_size():
    """A drawing that says no size would jump, so it is refused."""
    with pytest.raises(PictureError, match="how large"):
        size(b'<svg xmlns="http://www.w3.org/2000/svg"/>', "a.svg")
