"""A component as its file describes it."""

import pytest

from plugins.features.styleguide.component import (
    Component,
    Example,
    read_component,
    read_components,
)
from tests.conftest import MAIN

COMPONENTS = MAIN / "theme" / "templates" / "components"
NAMES = sorted(file.stem for file in COMPONENTS.glob("*.html"))

TEXT = """{#
A number, in two
lines. Takes a contact.
Example: number(library.contacts.hotline)
#}
{% macro number(contact) %}{% endmacro %}
"""
STATES = """{#
A door.
Example (with words): door(samples.section,
  samples["news-list"])
Example (quieter): door(page)
#}"""

UNDESCRIBED = [
    "",
    "{% macro a() %}{% endmacro %}",
    "{# Shows a thing. #}",
    "<p></p>{#\nA thing.\nExample: a()\n#}",
]


def test_read():
    """The opening comment says what a component shows and gives an example."""
    assert read_component("number", TEXT) == Component(
        "number",
        "A number, in two lines. Takes a contact.",
        (Example("number(library.contacts.hotline)"),),
    )


def test_states():
    """Where a component has several states, each has its name and its example."""
    made = read_component("door", STATES).examples
    assert [one.state for one in made] == ["with words", "quieter"]
    assert made[1].call == "door(page)"


def test_needs():
    """An example says which kinds of pages it shows."""
    wide, plain = read_component("door", STATES).examples
    assert (wide.needs, plain.needs) == ({"section", "news-list"}, set())


@pytest.mark.parametrize("text", UNDESCRIBED)
def test_undescribed(text):
    """A file that does not open with such a comment is refused by name."""
    with pytest.raises(ValueError, match="components/thing.html"):
        read_component("thing", text)


def test_source():
    """The example is a template that can be rendered."""
    example = Example("help_strip(page)")
    assert Component("help-strip", "", (example,)).source(example) == (
        '{% from "components/help-strip.html" import help_strip %}{{ help_strip(page) }}'
    )


def test_all():
    """Every component of the theme describes itself."""
    assert [component.name for component in read_components(COMPONENTS)] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_macro(name):
    """A component has a macro of its own name."""
    text = (COMPONENTS / f"{name}.html").read_text(encoding="utf-8")
    assert f"macro {name.replace('-', '_')}(" in text
