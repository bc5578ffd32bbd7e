"""What was public once stays reachable; which month has no release."""

from datetime import date

import pytest

from plugins.features.newsroom.addresses import (
    Unpublished,
    addresses,
    gone,
    led_on,
    page_of_redirect,
    renewed,
)
from plugins.features.newsroom.moments import missing_months

NAMES = [
    "be/index.html",
    "be/news/page/2/index.html",
    "be/a/index.html",
    "be/a/a.pdf",
    "en/style-guide/index.html",
]


def test_addresses():
    """Pages have addresses; files, further pages of lists and the style guide are not promised."""
    assert addresses(NAMES) == ["be/", "be/a/"]


@pytest.mark.parametrize(
    ("redirects", "lines"), [({}, [2]), ({"be/old/": "be/"}, []), ({"be/old/": "be/older/"}, [2])]
)
def test_gone(redirects, lines):
    """An address that is gone is a problem, unless a redirect leads to a page that is there."""
    assert [problem.line for problem in gone("be/\nbe/old/\n", {"be/"}, redirects)] == lines


def test_renewed():
    """The ledger grows and forgets nothing."""
    assert renewed("be/old/\n", ["be/", "be/new/"]) == "be/\nbe/new/\nbe/old/\n"


@pytest.mark.parametrize(
    "address",
    ["be/press/2026/", "be/press/2026/10/", "be/news/page/2/", "be/topics/labour/", "be/press/corrections/",
     "be/press/pictures/", "be/manual/whole/", "be/manual/terms/", "en/style-guide/", "zh-hant/news/2026/01/"],
)  # fmt: skip
def test_lists_come_and_go(address):
    """A page that the build makes itself is no promise, and leaves a ledger in which it stands."""
    assert gone(f"{address}\n", set(), {}) == []
    assert addresses([f"{address}index.html"]) == []
    assert renewed(f"be/\n{address}\n", ["be/"]) == "be/\n"


@pytest.mark.parametrize(
    "address", ["be/press/2026-10-a/", "be/news/2026-10-01-a/", "be/manual/words/", "be/topics/"]
)
def test_what_was_written_is_promised(address):
    """A page that somebody wrote is."""
    assert len(gone(f"{address}\n", set(), {})) == 1


REMOVED, SLEEPING = "be/press/2026-09-a/", "be/press/2026-10-b/"


@pytest.mark.parametrize(
    ("ledger", "lines"),
    [(REMOVED, []), (SLEEPING, []), ("be/old/", []), ("be/older/", []), ("be/other/", [1])],
)
def test_taken_back(ledger, lines):
    """What was taken back on purpose, and what only led there, is no problem."""
    redirects = {"be/old/": REMOVED, "be/older/": SLEEPING}
    back = Unpublished(frozenset({REMOVED}), frozenset({SLEEPING}))
    assert [problem.line for problem in gone(f"{ledger}\n", set(), redirects, back)] == lines


def test_forgotten():
    """A removed address leaves the ledger; one that sleeps stays."""
    assert renewed(f"{REMOVED}\n{SLEEPING}\n", ["be/"], {REMOVED}) == f"be/\n{SLEEPING}\n"


def test_not_led_on():
    """No redirect leads to a removed address, or brings it back."""
    redirects = {"be/old/": REMOVED, REMOVED: "be/", "be/a/": "be/b/"}
    assert led_on(redirects, {REMOVED}) == {"be/a/": "be/b/"}


def test_redirect():
    """A redirect leads readers on, without a script, on the host that they came to; search engines
    learn the public address."""
    page = page_of_redirect("https://example.org/site", "be/")
    assert 'content="0; url=/site/be/"' in page and '<h1><a href="/site/be/">' in page
    assert '<link rel="canonical" href="https://example.org/site/be/">' in page


@pytest.mark.parametrize(
    ("days", "missing"),
    [
        ([], []),
        ([date(2026, 11, 5)], []),
        ([date(2026, 8, 1), date(2026, 11, 5)], ["2026-09", "2026-10"]),
        ([date(2025, 11, 1), date(2026, 2, 5), date(2026, 10, 5)],
         ["2025-12", "2026-01", "2026-03", "2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09"]),
    ],
)  # fmt: skip
def test_missing_months(days, missing):
    """Every month of the series before this one should have a release; those without are named."""
    assert missing_months(days, date(2026, 11, 24)) == missing


def test_redirect_of_a_demonstration():
    """In a demonstration a page that leads on says so too, and is not for search engines."""
    page = page_of_redirect(
        "https://example.org", "be/", '<p class="demo-banner">A demonstration.</p>'
    )
    assert ('<body><p class="demo-banner">' in page, "noindex" in page) == (True, True)
    assert "noindex" not in page_of_redirect("https://example.org", "be/")
