"""docs/templates.md says all that a template may use, and nothing else."""

import re
from dataclasses import fields

import pytest
from jinja2 import Environment, nodes

from plugins.cli.templates import renewed
from plugins.model.page import Page, Part
from plugins.rendering import SHARED
from tests.conftest import MAIN

GUIDE = (MAIN / "docs" / "templates.md").read_text(encoding="utf-8")
CODE = "\n".join(file.read_text(encoding="utf-8") for file in (MAIN / "plugins").rglob("*.py"))
VOICE = (MAIN / "plugins" / "rendering" / "voice.py").read_text(encoding="utf-8")
OURS = re.compile(r'(?:globals|filters)\["(\w+)"\] = ')
TOGETHER = re.compile(r"globals\.update\(([^)]*)\)")
IN_A_VOICE = re.compile(r'^        "(\w+)": ', re.MULTILINE)


def named(heading):
    """The names in the first column of the table below a heading."""
    part = GUIDE.split(f"## {heading}\n")[1].split("\n## ")[0]
    cells = (line.split("|")[1] for line in part.splitlines() if line.startswith("| `"))
    return [name for cell in cells for name in re.findall(r"`([\w.]+)`", cell)]


@pytest.fixture(scope="module")
def used():
    """The names of filters, and the attributes of `page`, that templates use."""
    ready = Environment(autoescape=True)
    trees = [
        ready.parse(file.read_text(encoding="utf-8"))
        for file in (MAIN / "theme" / "templates").rglob("*.*")
    ]
    filters = {one.name for tree in trees for one in tree.find_all(nodes.Filter)}
    asked = {
        one.attr
        for tree in trees
        for one in tree.find_all(nodes.Getattr)
        if isinstance(one.node, nodes.Name) and one.node.name == "page"
    }
    return filters - set(ready.filters), asked


def test_attributes_are_those_of_the_class():
    """The table of attributes is what `python -m plugins templates` writes."""
    assert renewed(GUIDE) == GUIDE


@pytest.mark.parametrize("name", [field.name for field in fields(Page) if field.name != "parts"])
def test_every_attribute_is_told(name):
    """Each attribute of a page says what it is."""
    assert f"page.{name}" in named("Of a page")


@pytest.mark.parametrize("name", Part.kinds)
def test_every_part_is_told(name):
    """So does each part that a feature of ours adds."""
    assert f"page.{name}" in named("Of a page") or Part.kinds[name].__module__.startswith("tests.")


def test_pages_are_asked_for_nothing_else(used):
    """What templates ask of `page` is in the table."""
    assert {f"page.{name}" for name in used[1]} - set(named("Of a page")) == set()


def test_names_are_those_that_plugins_give():
    """The names that plugins give to every template are those in the guide, each once."""
    given = set(OURS.findall(CODE)) - set(named("Filters beside Jinja's"))
    given |= {name for match in TOGETHER.findall(CODE) for name in re.findall(r"(\w+)=", match)}
    given |= {"site", "voice_of", "ngettext", *SHARED, *IN_A_VOICE.findall(VOICE)}
    assert sorted(named("In every template")) == sorted(given)


def test_filters_are_those_that_are_used(used):
    """Each filter that templates use and Jinja does not have is in the guide."""
    assert used[0] - set(named("Filters beside Jinja's")) == set()
