"""What is compiled before anybody needs it."""

from jinja2 import DictLoader, Environment

from plugins.rendering.environment import compile_template, needed
from tests.conftest import MAIN

TEMPLATES = MAIN / "theme" / "templates"


def test_needed(document):
    """The templates of the pages there are, and what all pages use."""
    names = needed([document("en/index.md")], TEMPLATES)
    assert "pages/home.html" in names
    assert "pages/release.html" not in names
    assert {"layouts/base.html", "components/breadcrumbs.html"} <= set(names)


def test_wrong_template():
    """A template that cannot be compiled stops nothing yet."""
    compile_template(Environment(loader=DictLoader({"a.html": "{% if %}"})), "a.html")
