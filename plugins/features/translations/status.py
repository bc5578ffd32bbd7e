"""`make status`: what is translated, what is behind and in what, section by section."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from plugins.features.translations.change import Change
from plugins.features.translations.standing import STATES, Standing

WORTH_TELLING = ("stale", "orphan", "unrecorded")
MENDS = {
    "stale": "translate what is new, then `make stamp FILE=…`",
    "orphan": "the page it was made from is gone: remove it too, or name another source, "
    "`make stamp FILE=… FROM=…`",
    "unrecorded": "nobody knows what it was made from: once it is as new as its source, "
    "`make stamp FILE=…`",
}


def section_of(key: str) -> str:
    """The part of the site a key belongs to; pages without one stand together under ""."""
    return key.partition("/")[0] if "/" in key else ""


def in_sections(found: Iterable[Standing]) -> dict[str, list[Standing]]:
    """Standings by section; an index page counts to its section."""
    found = list(found)
    sections = {section_of(one.key) for one in found} - {""}
    named = [(one.key if one.key in sections else section_of(one.key), one) for one in found]
    ordered = sorted(named, key=lambda pair: (pair[0], pair[1].key))
    return {
        name: [one for _, one in group]
        for name, group in groupby(ordered, key=lambda pair: pair[0])
    }


def render(found: Iterable[Standing], folder: str) -> str:
    """The report for a terminal; `folder` is the content folder as paths name it."""
    found = list(found)
    states = {one.state for one in found}
    lines = []
    for section, standings in in_sections(found).items():
        lines += [section or "(start)", *_counts(standings)]
        for one in sorted(standings, key=lambda one: (one.lang, one.key)):
            lines += _told(one, folder) if one.state in WORTH_TELLING else []
        lines += [*_missing(standings), ""]
    return "\n".join(
        [*lines, *(f"{state}: {fix}" for state, fix in MENDS.items() if state in states)]
    )


def as_data(found: Iterable[Standing]) -> list[dict[str, Any]]:
    """The same for programs."""
    return [
        _entry(section, one)
        for section, standings in in_sections(found).items()
        for one in standings
    ]


def _counts(standings: list[Standing]) -> Iterator[str]:
    for lang in dict.fromkeys(one.lang for one in standings):
        states = [one.state for one in standings if one.lang == lang]
        yield f"  {lang}: " + ", ".join(
            f"{states.count(state)} {state}" for state in STATES if state in states
        )


def _told(one: Standing, folder: str) -> Iterator[str]:
    yield f"  {one.state}: {folder}/{one.document.file}"
    if one.state == "stale":
        yield f"    newer: {folder}/{one.source.file}"
        yield from (f"    {line}" for line in _changed(one.change))


def _changed(change: Change | None) -> Iterator[str]:
    if change is None:
        yield "what changed is not known: there is no snapshot of the text it was translated from"
        return
    named = (("changed", change.changed), ("added", change.added), ("removed", change.removed))
    if change.opening:
        yield "changed: title, summary or opening"
    yield from (
        f"{what}: #{heading.anchor} {heading.words}"
        for what, headings in named
        for heading in headings
    )
    for before, after in change.paragraphs:
        yield from (f"{sign} {words}" for sign, words in (("-", before), ("+", after)) if words)


def _missing(standings: list[Standing]) -> Iterator[str]:
    for lang in dict.fromkeys(one.lang for one in standings):
        keys = [one.key for one in standings if one.lang == lang and one.state == "missing"]
        if keys:
            yield f"  missing in {lang}: {', '.join(keys)}"


def _entry(section: str, one: Standing) -> dict[str, Any]:
    change = one.change
    recorded = one.document.translated_from if one.document else None
    return {
        "section": section,
        "key": one.key,
        "lang": one.lang,
        "state": one.state,
        "file": one.document.file if one.document else "",
        "source": one.source.file if one.source else "",
        "recorded": f"{recorded.lang}@{recorded.revision}" if recorded else "",
        "headings": [heading.anchor for heading in change.headings] if change else [],
        "paragraphs": [list(pair) for pair in change.paragraphs] if change else [],
    }
