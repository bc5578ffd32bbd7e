"""Notes for the road."""

from datetime import date

import pytest

from plugins.features.offline.notes import bound, for_countries, sunk
from plugins.model.document import Review
from plugins.model.site import Site

HEADINGS = [
    ('<h2 id="a">A</h2>', '<h3 id="a">A</h3>'),
    ("<h3>A</h3><hr>", "<h4>A</h4><hr>"),
    ("<p>h2</p>", "<p>h2</p>"),
]


@pytest.fixture
def site(languages, document):
    """Two pages in Belarusian, one of them in English."""
    early, late = (
        {"written": day, "reviewed": Review(day, "editor")}
        for day in (date(2026, 1, 2), date(2026, 3, 4))
    )
    pages = [
        document("be/questions/index.md", **early),
        document("be/browsers.md", **late),
        document("en/browsers.md", **late),
    ]
    return Site(languages, pages)


@pytest.mark.parametrize(("html", "deeper"), HEADINGS)
def test_sunk(html, deeper):
    """Headings stand below the title of the page they came from."""
    assert sunk(html) == deeper


def test_order(site):
    """Pages stand in the order in which they are named."""
    assert [page.key for page in bound(site, "be", ["browsers", "questions"]).pages] == [
        "browsers",
        "questions",
    ]


def test_own_pages(site):
    """What a language does not have is left out, not shown in another one."""
    assert [page.key for page in bound(site, "en", ["questions", "browsers"]).pages] == ["browsers"]


def test_none(site):
    """A language without any of the pages has no notes."""
    assert bound(site, "en", ["questions"]) is None


def test_reviewed(site):
    """The day of review is that of the text that has waited longest."""
    assert bound(site, "be", ["questions", "browsers"]).reviewed == date(2026, 1, 2)


def test_not_reviewed(site, document):
    """While one text was not reviewed there is no such day,
    and the day on which the texts were written is told."""
    site.add([document("be/privacy.md", written=date(2026, 2, 3))])
    notes = bound(site, "be", ["questions", "privacy"])
    assert (notes.reviewed, notes.written) == (None, date(2026, 1, 2))


def test_edition(site, contacts):
    """The edition is of the day on which anything in it was last checked, a number or a text."""
    notes = bound(site, "be", ["questions", "browsers"])
    assert notes.edition([]) == date(2026, 3, 4)
    assert notes.edition(contacts.values()) == date(2026, 11, 24)


@pytest.fixture
def with_country(site, document):
    """The site with the page of a country."""
    page = document("be/questions/countries/pl.md", country="PL", written=date(2026, 5, 6))
    site.add([page])
    return site


def test_of_a_country(with_country):
    """A country that has a page has notes of its own, whose name says only which it is."""
    (notes,) = for_countries(with_country, "be", ["browsers"])
    assert (notes.file.name, [page.key for page in notes.pages]) == (
        "offline/travel-notes-be-pl.html",
        ["browsers"],
    )


def test_no_country(with_country):
    """A language without such a page has none."""
    assert for_countries(with_country, "en", ["browsers"]) == []


def test_edition_of_a_country(with_country):
    """They are as new as what is said of the country, if that is newest."""
    (notes,) = for_countries(with_country, "be", ["browsers"])
    assert notes.edition([]) == date(2026, 5, 6)
