"""What the fields name by key exists: pages, contacts, sources, topics."""

from collections.abc import Iterator
from typing import Any

from plugins.checks.known import Known
from plugins.model.document import Problem
from plugins.model.user_error import did_you_mean

# Field, attribute of a document, what is looked up, and the data file the answer comes from (none
# for pages).
NAMED: tuple[tuple[str, str, str, str], ...] = (
    ("Contacts", "contact_keys", "contact", "contacts"),
    ("Sources", "source_keys", "source", "sources"),
    ("Topics", "topic_keys", "topic", "topics"),
    ("Next", "next_keys", "page", ""),
    ("Popular", "popular_keys", "page", ""),
    ("Doors", "doors", "page", ""),
)


def check(page: Any, known: Known) -> Iterator[Problem]:
    """Every key in the fields of `page`."""
    for field, attribute, thing, data_file in NAMED:
        named = getattr(page, attribute)
        if not named or data_file in known.library.broken:
            continue
        entries = known.entries(data_file) if data_file else known.keys
        for key in (getattr(entry, "key", entry) for entry in named):
            if key not in entries:
                yield Problem(
                    page.file,
                    page.field_lines[field],
                    f"There is no {thing} {key!r}.",
                    _mend(key, entries),
                )


def _mend(key: str, entries: Any) -> str:
    if len(entries) <= 40:
        return did_you_mean(key, entries)
    fix = did_you_mean(key, entries)
    return (
        fix
        if fix.startswith("Did")
        else "Look up the key: the path of the page without language and numbers."
    )
