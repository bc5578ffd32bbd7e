"""A page that somebody may have to hide has a title that a browser's history may keep."""

from collections.abc import Iterator

from plugins.checks.known import Known
from plugins.model.document import Problem
from plugins.model.message import Message
from plugins.model.page import Page


def check(page: Page, known: Known) -> Iterator[Problem]:
    """A page of a section that data/menu.toml lists as `discreet` has a Discreet-Title."""
    sections = known.library.menu.get("discreet", ())
    hidden = any(page.key == key or page.key.startswith(f"{key}/") for key in sections)
    if hidden and not page.discreet_title:
        yield Problem(
            page.file,
            page.field_lines.get("Title", 1),
            Message("The title stays in the browser's history, where others can read it."),
            Message("Add `Discreet-Title:`, words that say nothing of trouble: Advice: documents."),
        )
