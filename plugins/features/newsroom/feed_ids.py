"""The ids of feeds and their entries (RFC 4287, 4.2.6): recorded when they are first published, so
that no other host, mirror or corrected day makes a reader see an entry twice."""

from collections.abc import Container, Iterable, Mapping
from typing import Any

from feedgenerator import get_tag_uri

from plugins.features.newsroom.moments import midnight
from plugins.model.page import Page

IDS = "ledger/feed-ids.toml"
HEAD = (
    "# The ids under which feed readers know our texts; `make publish` adds new ones. Commit it.\n"
)


def known_ids(recorded: Mapping[str, str], redirects: Mapping[str, str]) -> dict[str, str]:
    """Return the ids by address; a text that has moved keeps its own."""
    moved = {new: recorded[old] for old, new in redirects.items() if old in recorded}
    return moved | dict(recorded)


def first_id(site_url: str, entry: Page) -> str:
    """Return the id of an entry that has none yet (RFC 4151): of its address and its day."""
    return str(get_tag_uri(f"{site_url}/{entry.url}", midnight(entry.published)))


def identified(ids: Mapping[str, str], entries: Iterable[Any], site_url: str) -> dict[str, str]:
    """Return the id of each of `entries` by its address."""
    return {entry.url: ids.get(entry.url) or first_id(site_url, entry) for entry in entries}


def written(ids: Mapping[str, str], forgotten: Container[str] = ()) -> str:
    """Return the file with `ids`, without those of `forgotten` addresses."""
    lines = (f'"{address}" = "{ids[address]}"\n' for address in sorted(ids))
    return HEAD + "".join(line for line in lines if line.split('"')[1] not in forgotten)
