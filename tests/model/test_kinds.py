"""The table of kinds: its rows agree with the fields, the templates, and each other."""

import re

import pytest

from plugins.model.kinds import KINDS, MADE, Kind, has_quiet_exit, kind_at, kind_named
from plugins.reading.front_matter import RULES
from tests.conftest import MAIN


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_fields(kind):
    """Every field that a row names can be read."""
    assert sorted(kind.fields - RULES.keys()) == []


def test_every_field_has_a_kind():
    """No field can be read that stands nowhere."""
    assert set(RULES) == set().union(*(kind.fields for kind in KINDS))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_template(kind):
    """Every row has its template."""
    assert (MAIN / "theme" / "templates" / f"{kind.shown_by}.html").is_file()


def test_names():
    """No two rows have the same name."""
    assert len({kind.name for kind in KINDS}) == len(KINDS)


def test_index():
    """The index page of a dated kind follows from its row."""
    index = Kind("event", "events/.+", section="events").index
    assert (index.name, index.pattern) == ("events-list", "events/index")


@pytest.mark.parametrize(
    ("path", "name"), [("news/index", "news-list"), ("press/index", "press-list")]
)
def test_index_comes_first(path, name):
    """An index page of a dated section is no section page."""
    assert kind_at(path).name == name


MADE_KEYS = [
    ("style-guide", True),
    ("topics/labour", True),
    ("manual/whole", True),
    ("news/2026", True),
    ("press/2026/11", True),
    ("news/page/2", True),
    ("press/corrections", True),
    ("news/2026-11-24-name", False),
    ("manual/words", False),
    ("advice/2026", False),
]


@pytest.mark.parametrize(("key", "made"), MADE_KEYS)
def test_made(key, made):
    """What the build makes itself is told from what somebody wrote."""
    assert bool(MADE.fullmatch(key)) == made


@pytest.mark.parametrize(
    ("section", "quiet"), [("", False), ("questions", False), ("manual", False), ("press", True)]
)
def test_quiet_exit(section, quiet):
    """Only the pages of the press section have a quiet exit."""
    assert has_quiet_exit(section) == quiet


def test_only_the_table_names_sections():
    """The theme does not say which sections have a quiet exit."""
    names = ("exit-link", "help-strip", "safety-line")
    files = [MAIN / f"theme/templates/components/{name}.html" for name in names]
    text = "".join(file.read_text(encoding="utf-8") for file in files)
    assert re.findall(r'"(news|press|manual|archive)"', text) == []


def test_unknown():
    """A kind without a row has no peculiarity."""
    assert kind_named("form-thanks").fields == kind_named("section").fields
