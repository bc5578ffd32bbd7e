"""The table of kinds: its rows agree with the fields, the templates, and each other."""

import re

import pytest

from plugins.model.kinds import KINDS, MADE, Exit, Kind, has_exit, kind_at, kind_named
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
    index = Kind("event", "events/.+", section="events", exit=Exit.NEVER).index
    assert (index.name, index.pattern, index.exit) == ("events-list", "events/index", Exit.NEVER)


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


EXITS = [
    ("advice", "advice", True),
    ("home", "", True),
    ("plain", "about", False),
    ("form", "help", True),
    ("form", "press", False),
    ("archive", "advice", False),
    ("news", "news", False),
    ("withdrawn", "press", False),
    ("form-thanks", "help", True),
]


@pytest.mark.parametrize(("name", "section", "offered"), EXITS)
def test_exit(name, section, offered):
    """Pages that a person in danger reads offer the exit, those for journalists never."""
    assert has_exit(name, section) == offered


def test_only_the_table_names_sections():
    """The theme does not say which kinds or sections offer the exit."""
    text = (MAIN / "theme/templates/components/exit-link.html").read_text(encoding="utf-8")
    assert re.findall(r'"(news|press|manual|archive)"', text) == []


def test_unknown():
    """A kind without a row has no peculiarity."""
    assert kind_named("form-thanks").fields == kind_named("section").fields
