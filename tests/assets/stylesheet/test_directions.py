"""The stylesheet of one direction says left and right, in words that old browsers know."""

import re

import brotli
import pytest

from plugins.assets.stylesheet.bundle import bundle, minified, origin, stylesheets
from plugins.assets.stylesheet.directions import DIRECTIONS, for_direction, split_values
from plugins.features.offline.notes import PARTS
from tests.conftest import MAIN

THEME = MAIN / "theme"
LOGICAL = re.compile(
    r"(?<![\w(-])(?:[a-z-]*(?:inline|block)(?:-(?:size|start|end|width|style|color))*|inset[a-z-]*)"
    r"(?=:[^:])"
)
WEIGHT = 6 * 1000  # bytes, compressed with brotli
SAME = [
    ("inline-size:auto", "width:auto"),
    ("max-block-size:1px", "max-height:1px"),
    ("margin-block:0 1px", "margin-top:0;margin-bottom:1px"),
    (
        "padding-inline:calc(1px + 2px)",
        "padding-left:calc(1px + 2px);padding-right:calc(1px + 2px)",
    ),
    ("border-block-end:1px solid red", "border-bottom:1px solid red"),
    ("border-block:1px solid red", "border-top:1px solid red;border-bottom:1px solid red"),
    ("scroll-padding-block-start:1px", "scroll-padding-top:1px"),
    ("inset:0", "top:0;right:0;bottom:0;left:0"),
    ("inset:1px 2px 3px", "top:1px;right:2px;bottom:3px;left:2px"),
    ("inset-block-start:0", "top:0"),
    ("color:red", "color:red"),
    ("--inset:0", "--inset:0"),
    ("overflow-wrap:anywhere", "overflow-wrap:break-word;overflow-wrap:anywhere"),
    ("hyphens:auto", "-webkit-hyphens:auto;hyphens:auto"),
    ("position:sticky", "position:-webkit-sticky;position:sticky"),
    ('content:"a" / ""', 'content:"a";content:"a" / ""'),
]
SIDES = [
    ("padding-inline-start:1px", "padding-left:1px", "padding-right:1px"),
    (
        "margin-inline:auto 1px",
        "margin-left:auto;margin-right:1px",
        "margin-right:auto;margin-left:1px",
    ),
    ("inset-inline-end:0", "right:0", "left:0"),
    ("border-inline-start-color:red", "border-left-color:red", "border-right-color:red"),
]
TEXTS = {
    "the site": bundle(THEME / "static" / "css" / "main.css"),
    **stylesheets(THEME / "static" / "css"),
    "the file for the phone": minified("".join((THEME / part).read_text() for part in PARTS)),
    "the book": minified((THEME / "templates" / "editions" / "book.css").read_text()),
}


@pytest.mark.parametrize(("written", "said"), SAME)
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_same_in_both(written, said, direction):
    """What has no side is said once, and alike in both directions."""
    rule = for_direction(f"p{{{written}}}", direction)
    assert sorted(rule[2:-1].split(";")) == sorted(said.split(";"))


@pytest.mark.parametrize(("written", "left", "right"), SIDES)
def test_sides(written, left, right):
    """What has a side is on the side where lines of the direction begin or end."""
    rules = [for_direction(f"p{{{written}}}", direction) for direction in DIRECTIONS]
    assert [rule.partition("}")[0] for rule in rules] == [f"p{{{left}", f"p{{{right}"]


def test_other_direction_within():
    """In a part that is written the other way the same rule is the other way round,
    and has no more weight."""
    assert for_direction("ul{padding-inline-start:1px}", "rtl").partition("}")[2] == (
        "ul:where([dir=ltr],[dir=ltr] *){padding-right:0;padding-left:1px}"
    )


def test_whole_box_is_said_again():
    """There a border round the whole box stays."""
    text = for_direction("p{border:1px solid;border-inline-start:2px solid}", "ltr")
    assert text.endswith("{border:1px solid;border-right:2px solid}")


def test_pseudo_elements():
    """The condition stands before what is generated, and on each selector of a list."""
    text = for_direction("a::after,b{margin-inline-end:0}", "ltr")
    where = ":where([dir=rtl],[dir=rtl] *)"
    assert f"a{where}::after,b{where}{{" in text


def test_inside_media():
    """Rules within a condition are changed as any others."""
    text = for_direction("@media print{p{inline-size:1px}}@page{margin:1px}", "ltr")
    assert text == "@media print{p{width:1px}}@page{margin:1px}"


def test_brackets():
    """Values are told apart at spaces outside of brackets."""
    assert split_values("calc((1px + 2px) * 3) auto") == ["calc((1px + 2px) * 3)", "auto"]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_nothing_logical(text, direction):
    """No stylesheet that is written has a property that follows the direction by itself."""
    without = for_direction(text, direction).replace("@supports not (inset:0)", "")
    assert (bool(LOGICAL.search(text)), LOGICAL.findall(without)) == (True, [])


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_weight(direction):
    """The stylesheet of a direction comes in 6 KB."""
    text = for_direction(TEXTS["the site"] + origin("https://www.example.org"), direction)
    assert len(brotli.compress(text.encode())) <= WEIGHT
