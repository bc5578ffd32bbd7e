"""How a page stands to the page it was translated from."""

from dataclasses import replace

import pytest

from plugins.features.translations.standing import Texts, source_of, standings
from plugins.model.document import Heading, Origin
from plugins.reading.revision import Block

NEW, OLD = "1a2b3c4d", "00000000"

# documents: language, revision, what it was translated from; then the states in the order be, en
STATES = [
    ("alone", [("be", None)], ["source", "missing"]),
    ("current", [("be", None), ("en", f"be@{NEW}")], ["source", "current"]),
    ("stale", [("be", None), ("en", f"be@{OLD}")], ["source", "stale"]),
    ("any language may be the source", [("be", f"en@{NEW}"), ("en", None)], ["current", "source"]),
    ("orphan", [("en", f"be@{NEW}")], ["orphan"]),
    ("unrecorded", [("be", None), ("en", None)], ["source", "unrecorded"]),
    ("from itself", [("be", f"be@{NEW}")], ["orphan"]),
    ("from each other", [("be", f"en@{NEW}"), ("en", f"be@{OLD}")], ["current", "stale"]),
]


@pytest.fixture
def make(document):
    def page(lang, origin, **fields):
        return document(
            f"{lang}/about.md",
            revision=NEW,
            translated_from=origin and Origin(*origin.split("@")),
            **fields,
        )

    return page


def texts(then=None, now=()):
    return Texts(lambda key, origin: then, lambda page: now)


@pytest.mark.parametrize(("why", "pages", "expected"), STATES)
def test_states(make, why, pages, expected):
    """A page is the source, or as new as its source, older, missing, without it,
    or nobody knows."""
    found = standings([make(*page) for page in pages], ["be", "en"], texts())
    assert [one.state for one in found] == expected


def test_draft_is_missing(make):
    """A page that is not finished is missing."""
    found = standings(
        [make("be", None), make("en", f"be@{NEW}", draft="yes")], ["be", "en"], texts()
    )
    assert [one.state for one in found] == ["source", "missing"]


def test_generated(document):
    """A page without a file is nobody's translation."""
    page = replace(document("be/about.md"), file="")
    assert standings([page], ["be", "en"], texts()) == []


@pytest.mark.parametrize(
    ("minor", "words", "state"),
    [(True, "a c", "current"), (False, "a c", "stale"), (True, "a 1", "stale")],
)
def test_minor(make, minor, words, state):
    """`Minor: yes` leaves a translation current where the change is small."""
    pages = [make("be", None, minor=minor), make("en", f"be@{OLD}")]
    assert standings(pages, ["be", "en"], texts((Block("a b"),), (Block(words),)))[1].state == state


def test_minor_without_snapshot(make):
    """Where nobody knows what the source said, a translation is not taken to be current."""
    pages = [make("be", None, minor=True), make("en", f"be@{OLD}")]
    assert standings(pages, ["be", "en"], texts())[1].state == "stale"


def test_added_there(make):
    """What is new in the source is said by its headings as its readers see them,
    not as its file has them."""
    source = make(
        "be", None, headings=(Heading(2, "x", "Old"), Heading(2, "y", "About [Withdrawn]"))
    )
    then, now = (
        (Block("А", "x", True),),
        (Block("А", "x", True), Block("About her name", "y", True)),
    )
    one = standings([source, make("en", f"be@{OLD}")], ["be", "en"], texts(then, now))[1]
    assert [heading.text for heading in one.added_there] == ["About [Withdrawn]"]
    assert "About [Withdrawn]" in one.shows


def test_changed_here(make):
    """The reader is shown what changed by the headings of the page that is read."""
    page = make(
        "en", f"be@{OLD}", headings=(Heading(2, "x", "Own words"), Heading(2, "y", "Other"))
    )
    then, now = (Block("А", "x", True), Block("б", "x")), (Block("А", "x", True), Block("в", "x"))
    one = standings([make("be", None), page], ["be", "en"], texts(then, now))[1]
    assert [heading.text for heading in one.changed_here] == ["Own words"]


def test_source_that_others_name(make):
    """Of several pages without a record, the source is the one that others were made from."""
    pages = {"be": make("be", None), "en": make("en", None), "ru": make("ru", f"en@{NEW}")}
    assert source_of(pages).lang == "en"
