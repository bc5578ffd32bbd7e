"""Old addresses as patterns for web servers, one for all languages that are led the same way."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from plugins.data.countries import INDEX
from plugins.model.kinds import kind_at

WITH_FILES = frozenset({"material", "release"})  # kinds with files that are named after the page
END = r"(?:/(?:index\.html)?)?$"


class Move(NamedTuple):
    """The regular expression `old` of a path, and the path where it leads, with `{1}`, `{2}` for
    its groups."""

    old: str
    new: str


def moves(redirects: Mapping[str, str]) -> Sequence[Move]:
    """Return the patterns of `redirects`, whose addresses begin with a language; those of what the
    build makes from a page are among them."""
    languages: dict[tuple[str, str], list[str]] = {}
    for old, new in redirects.items():
        (lang, _, before), (led_to, _, after) = old.partition("/"), new.partition("/")
        if lang == led_to:
            languages.setdefault((before.rstrip("/"), after.rstrip("/")), []).append(lang)
    return [
        move
        for (before, after), langs in languages.items()
        for move in _of_key(f"^/({'|'.join(sorted(langs))})/", before, after)
    ]


def _of_key(start: str, before: str, after: str) -> list[Move]:
    old, new = start + re.escape(before).replace("\\-", "-"), f"/{{1}}/{after}"
    found = [Move(f"{old}{END}", f"{new}/")]
    if after == INDEX:
        found.append(Move(f"{old}/([a-z][a-z]){END}", f"{new}/{{2}}/"))
    if kind_at(after).name in WITH_FILES:
        once, now = (key.rpartition("/")[2] for key in (before, after))
        found.append(Move(f"{old}/{once}(-[a-z.-]+)$", f"{new}/{now}{{2}}"))
    return found
