"""What a demonstration says of itself, for files that no template makes."""

from typing import Any

from jinja2 import Environment
from markupsafe import Markup

BANNER = "components/demo-banner.html"


def demo_words(speaking: Environment) -> str:
    """Return in one line, in the language of `speaking`, that this is a demonstration;
    empty when it is none."""
    return str(Markup(_said("demo_words", speaking)).unescape())


def demo_html(speaking: Environment) -> str:
    """Return the same as a paragraph of HTML."""
    return _said("demo_paragraph", speaking)


def demo_comment(speaking: Environment, begin: str, end: str = "") -> str:
    """Return the same as a line of its own between `begin` and `end`, the signs of a comment."""
    words = demo_words(speaking)
    return f"{begin}{words}{end}\n" if words else ""


def _said(macro: str, speaking: Environment) -> str:
    known: Any = speaking.globals
    banner: Any = speaking.get_template(BANNER).module if known.get("demo") else None
    return str(getattr(banner, macro)()).strip() if banner else ""
