"""What axe finds on one page of each kind in each language: nothing."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import FOR_READERS, PAGES

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
STANDARD = {"runOnly": {"type": "tag", "values": RULES}}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast-enhanced"]}}
SOME = ["be/", "ru/help/hotline/", "en/manual/words-and-headlines/", "ar/contact/", "ar/", "be/prevention/materials/"]


def violations(tab, options):
    return [
        f"{found['id']}: {node['html'][:120]}"
        for found in Axe().run(tab, options=options).response["violations"]
        for node in found["nodes"]
    ]


@pytest.mark.parametrize("page", FOR_READERS)
def test_standard(visitor, page):
    """A page has no violation of WCAG 2.2 AA nor of axe's best practices."""
    tab = visitor()
    tab.goto(page)
    assert violations(tab, STANDARD) == []


@pytest.mark.parametrize("page", SOME)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_contrast(visitor, page, dark):
    """Text has the contrast of level AAA, in the light and in the dark scheme."""
    tab = visitor(dark=dark)
    tab.goto(page)
    assert violations(tab, CONTRAST) == []


@pytest.mark.parametrize("page", SOME)
def test_narrow_and_dark(visitor, page):
    """Nor has it one at 320 px in the dark."""
    tab = visitor(width=320, dark=True)
    tab.goto(page)
    assert violations(tab, STANDARD) == []


def test_list_of_pages():
    """The list has pages of every language."""
    assert {page.partition("/")[0] for page in PAGES if "/" in page} == {"be", "ru", "en", "ar"}
