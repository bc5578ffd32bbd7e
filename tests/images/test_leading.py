"""The picture that a text leads with, as a list shows it."""

import pytest

from plugins.images.markup import IN_A_LIST, leading
from plugins.model.html_tree import Tree, attribute

PICTURE = (
    '<picture><source type="image/avif" srcset="/a.avif 320w" sizes="40rem">'
    '<img src="/a.jpg" alt="A road" width="640" height="480" sizes="40rem"></picture>'
)
CREDIT = '<span class="figure__credit">A. B.</span>'
OWN = f'<figure class="figure">{PICTURE}<figcaption>{CREDIT}</figcaption></figure>'


@pytest.mark.parametrize("html", ["", "<p>A</p>", "<p>A &lt;img</p>"])
def test_none(html):
    """A text without a picture leads with none."""
    assert leading(html) == ("", "")


def test_drawing():
    """A drawing leads a text too, and has nothing to choose from."""
    drawing = '<img src="/a.svg" alt="A" width="40" height="30">'
    made = leading(f"<figure>{drawing}<figcaption>{CREDIT}</figcaption></figure>{OWN}")
    assert made == (f'{drawing[:-1]} loading="lazy" decoding="async">', "A. B.")


def test_put_off():
    """It is asked for when it comes into sight, as small as the list shows it, and its place is
    free before."""
    tree = Tree(leading(f"<p>A</p>{OWN}")[0])
    (image,) = tree.every("img")
    said = [attribute(image, name) for name in ("loading", "width", "height", "alt")]
    assert said == ["lazy", "640", "480", "A road"]
    assert {attribute(one, "sizes") for one in tree.every("source, img")} == {IN_A_LIST}


def test_credit():
    """Who made it goes with it."""
    assert leading(OWN)[1] == "A. B."


def test_no_credit():
    """A picture of which nobody has said who made it stands alone."""
    assert leading(f"<p>{PICTURE}</p>")[1] == ""


def test_first():
    """Of several the first is shown."""
    assert "/a.jpg" in leading(PICTURE + PICTURE.replace("/a", "/b"))[0]


def test_closed():
    """A picture in a passage that is closed is no picture of a list; the next open one is."""
    closed = f'<details class="content-note"><summary>A</summary>{PICTURE}</details>'
    assert leading(closed) == ("", "")
    assert "/b.jpg" in leading(closed + PICTURE.replace("/a", "/b"))[0]
