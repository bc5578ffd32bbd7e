"""What axe finds on one page of each kind in each language: nothing."""

import re

import pytest

from tests.browser.conftest import FOR_READERS, PAGES, SAMPLE
from tests.full import sample

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The rule of level AAA (7:1) leaves what is below 4.5:1 to that of level AA, so both must run.
CONTRAST = {"color-contrast": {"enabled": True}, "color-contrast-enhanced": {"enabled": True}}
STANDARD = {"runOnly": LEVELS, "rules": CONTRAST, "resultTypes": ["violations"], "preload": False}
# No colour depends on the language, and all contrast is judged on the Belarusian pages: they are of
# every kind.
COLOURLESS = {name: {"enabled": False} for name in (*CONTRAST, "link-in-text-block")}
UNLIKE = STANDARD | {"rules": COLOURLESS}
# The style guide shows the frame of a page once more, as an example.
TWICE = STANDARD | {"rules": CONTRAST | {"landmark-unique": {"enabled": False}}}
SORT = re.compile(r'<html lang="(\w+)".*<body class="page page--([\w-]+)', re.DOTALL)
VIOLATIONS = """async options => (await axe.run(options)).violations.flatMap(
  found => found.nodes.map(node => `${found.id}: ${node.html.slice(0, 120)}`))"""


def violations(tab, page, options=STANDARD):
    tab.goto(page)
    return tab.evaluate(VIOLATIONS, options)


@pytest.mark.parametrize("page", sample(FOR_READERS, set(SAMPLE) & set(FOR_READERS)))
def test_standard(visitor, page):
    """A page has no violation of WCAG 2.2 AA, of axe's best practices,
    nor of the contrast of level AAA, at 320 px."""
    tab = visitor(width=320, axe=True)
    assert violations(tab, page, UNLIKE if page.startswith(("ru/", "en/")) else STANDARD) == []


@pytest.mark.parametrize("page", ["en/style-guide/", "ar/style-guide/"])
def test_components(visitor, page):
    """Nor has any component by itself."""
    tab = visitor(axe=True)
    assert violations(tab, page, TWICE) == []


def test_wide(visitor):
    """Nor has a page on a wide screen."""
    tab = visitor(width=1280, axe=True)
    assert violations(tab, "be/") == []


def test_list_of_pages(published):
    """The list has a page of every kind in every language that has one."""
    pages = [page for page in published.pages.values() if "fallback-notice" not in page.text]
    there = {
        SORT.search(page.text).groups()
        for page in pages
        if not page.name.startswith(("contact/", "offline/"))
    }
    visited = {SORT.search(published.page(page).text).groups() for page in PAGES}
    assert there - visited == set()
