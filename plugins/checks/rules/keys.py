"""What the fields name by key exists: pages, contacts, sources, topics."""

from collections.abc import Iterator
from typing import Any

from plugins.checks.known import Known
from plugins.model.document import Problem
from plugins.model.message import Message
from plugins.model.page import Page
from plugins.model.user_error import did_you_mean

# Field, attribute of a document, and the data file the answer comes from (none for pages).
NAMED: tuple[tuple[str, str, str], ...] = (
    ("Contacts", "contact_keys", "contacts"),
    ("Sources", "source_keys", "sources"),
    ("Topics", "topic_keys", "topics"),
    ("Next", "next_keys", ""),
    ("Popular", "popular_keys", ""),
    ("Doors", "doors", ""),
)


def _unknown(data_file: str, key: str) -> Message:
    return {
        "contacts": Message("There is no contact %(key)r.", key=key),
        "sources": Message("There is no source %(key)r.", key=key),
        "topics": Message("There is no topic %(key)r.", key=key),
        "": Message("There is no page %(key)r.", key=key),
    }[data_file]


def check(page: Page, known: Known) -> Iterator[Problem]:
    """Every key in the fields of `page`."""
    for field, attribute, data_file in NAMED:
        named = getattr(page, attribute)
        if not named or data_file in known.library.broken:
            continue
        entries = known.entries(data_file) if data_file else known.keys
        for key in (getattr(entry, "key", entry) for entry in named):
            if key not in entries:
                yield Problem(
                    page.file,
                    page.field_lines[field],
                    _unknown(data_file, key),
                    _mend(key, entries),
                )


def _mend(key: str, entries: Any) -> Message:
    if len(entries) <= 40:
        return did_you_mean(key, entries)
    fix = did_you_mean(key, entries)
    return (
        fix
        if fix.startswith("Did")
        else Message("Look up the key: the path of the page without language and numbers.")
    )
