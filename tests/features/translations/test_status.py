"""What an editor is told of translations."""

from datetime import date

import pytest

from plugins.features.translations.coverage import cover
from plugins.features.translations.standing import Texts, standings
from plugins.features.translations.status import as_data, in_sections, render
from plugins.model.document import Origin
from plugins.model.site import Site
from plugins.reading.revision import Block

THEN = (Block("Title"), Block("Part", "part", True), Block("Old words", "part"))
NOW = (
    Block("Title"),
    Block("Part", "part", True),
    Block("New words", "part"),
    Block("More", "more", True),
)


@pytest.fixture
def site(languages, document):
    """Help has an index, a page that is stale in English and one that is missing there;
    about is an orphan."""
    recorded = {"revision": "11111111"}
    return Site(
        languages,
        [
            document("be/questions/index.md", **recorded),
            document("en/questions/index.md", translated_from=Origin("be", "11111111")),
            document("be/questions/01-first.md", **recorded),
            document("en/questions/01-first.md", translated_from=Origin("be", "00000000")),
            document("be/questions/02-second.md"),
            document("en/about.md", translated_from=Origin("be", "00000000")),
        ],
    )


@pytest.fixture
def found(site):
    return standings(
        site.documents, site.languages, Texts(lambda key, origin: THEN, lambda page: NOW)
    )


def test_sections(found):
    """An index page counts to its section; pages of no section stand together."""
    assert {name: len(ones) for name, ones in in_sections(found).items()} == {"": 1, "questions": 6}


def test_render(found):
    """Each section has its counts, then what is behind and in what, then what is missing,
    then how to fix it."""
    assert render(found, "content").splitlines() == [
        "(start)",
        "  en: 1 orphan",
        "  orphan: content/en/about.md",
        "",
        "questions",
        "  be: 3 source",
        "  en: 1 current, 1 stale, 1 missing",
        "  stale: content/en/questions/01-first.md",
        "    newer: content/be/questions/01-first.md",
        "    changed: #part Part",
        "    added: #more More",
        "    - Old words",
        "    + New words",
        "    + More",
        "  missing in en: questions/second",
        "",
        "stale: translate what is new, then `make stamp FILE=…`",
        "orphan: the page it was made from is gone: remove it too, or name another source, `make stamp FILE=… FROM=…`",
    ]


def test_as_data(found):
    """Programs get the same, page by page."""
    (stale,) = [entry for entry in as_data(found) if entry["state"] == "stale"]
    assert stale == {
        "section": "questions",
        "key": "questions/first",
        "lang": "en",
        "state": "stale",
        "file": "en/questions/01-first.md",
        "source": "be/questions/01-first.md",
        "recorded": "be@00000000",
        "headings": ["part", "more"],
        "paragraphs": [["Old words", "New words"], ["", "More"]],
    }


def test_coverage(site, found):
    """Readers see for each language how much is up to date, behind and missing."""
    whole = cover(found, site, "be").whole
    assert [
        (share.language.code, share.pages, share.current, share.stale, share.missing)
        for share in whole
    ] == [("be", 4, 3, 0, 1), ("en", 4, 2, 1, 1)]


def test_oldest_first(languages, document):
    """Of the pages that are behind, the one whose text is oldest comes first."""
    days = {"a": date(2026, 3, 1), "b": date(2025, 1, 1), "c": None}
    old = Origin("be", "00000000")
    pages = [document(f"be/{name}.md") for name in days]
    pages += [
        document(f"en/{name}.md", written=day, translated_from=old) for name, day in days.items()
    ]
    site = Site(languages, pages)
    found = standings(pages, languages, Texts(lambda key, origin: None, lambda page: ()))
    assert [one.key for one in cover(found, site, "be").stale] == ["c", "b", "a"]


def test_index_of_a_section(site, found):
    """A section is named by its index page in the reader's language."""
    assert [
        section.page and section.page.file for section in cover(found, site, "en").sections
    ] == [None, "en/questions/index.md"]
