"""Pages look as they did when somebody last looked at them: small, soft pictures are compared, so that
another font or a changed sentence is no difference, and a column that has gone is.

After a change that is meant: `RENEW_SCREENSHOTS=1 pytest tests/browser/test_screenshots.py`, then
look at what has changed in tests/browser/screenshots before you commit it.
"""

import os
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

KEPT = Path(__file__).parent / "screenshots"
RENEW = os.environ.get("RENEW_SCREENSHOTS")
SIZES = {"phone": (360, 640), "wide": (1280, 800)}
PAGES = {
    "home": "be/",
    "advice": "en/advice/abroad/documents/",
    "help-in-arabic": "ar/questions/phone/",
    "list": "ru/news/",
}
SMALL = (40, 40)  # pixels of a kept picture: about one for a line of text
TOLERATED = 3.5  # of 255, on average: other words make 1, a page without its second column 4.7
# What breaks a layout without a word missing.
BREAKS = {
    "no stylesheet": "document.querySelector('link[rel=stylesheet]').remove()",
    "one column": "document.querySelector('.columns').style.display = 'block'",
    "wrong side": "document.documentElement.dir = 'rtl'",
}


def small(tab, page, size):
    """Return the first screen of `page`, softened."""
    tab.set_viewport_size(dict(zip(("width", "height"), SIZES[size], strict=True)))
    tab.goto(page)
    return soften(tab)


def soften(tab):
    """Return what `tab` shows, in a few grey pixels."""
    picture = Image.open(BytesIO(tab.screenshot())).convert("L")
    return picture.resize(SMALL, Image.Resampling.BOX)


def difference(one, other):
    """Return by how much two pictures differ on average, from 0 to 255."""
    return ImageStat.Stat(ImageChops.difference(one, other)).mean[0]


@pytest.fixture(scope="module")
def tab(chromium, address):
    """A tab in the light scheme."""
    context = chromium.new_context(base_url=address, color_scheme="light")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_looks_as_before(tab, name, size):
    """The first screen of a page looks as it did."""
    file, seen = KEPT / f"{name}-{size}.png", small(tab, PAGES[name], size)
    if RENEW:
        seen.save(file, optimize=True)
    assert difference(seen, Image.open(file)) < TOLERATED


@pytest.mark.parametrize("broken", BREAKS)
def test_notices(tab, broken):
    """A layout that is broken is a difference."""
    before = small(tab, PAGES["advice"], "wide")
    tab.evaluate(BREAKS[broken])
    assert difference(before, soften(tab)) > TOLERATED
