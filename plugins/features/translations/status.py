"""`make status`: what is translated, what is behind and in what, section by section."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from plugins.features.translations.change import Change
from plugins.features.translations.standing import STATES, Standing
from plugins.model.message import Message
from plugins.model.speech import Say

# How each state is said.
STATE = {
    "current": Message("current"),
    "stale": Message("stale"),
    "orphan": Message("orphan"),
    "unrecorded": Message("unrecorded"),
    "missing": Message("missing"),
    "draft": Message("draft"),
    "source": Message("source"),
}
WORTH_TELLING = ("stale", "orphan", "unrecorded")
MENDS = {
    "stale": Message("translate what is new, then `make stamp FILE=…`"),
    "orphan": Message(
        "the page it was made from is gone: remove it too, or name another source, "
        "`make stamp FILE=… FROM=…`"
    ),
    "unrecorded": Message(
        "nobody knows what it was made from: once it is as new as its source, `make stamp FILE=…`"
    ),
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


def render(found: Iterable[Standing], folder: str, say: Say = str) -> str:
    """The report for a terminal; `folder` is the content folder as paths name it."""
    found = list(found)
    states = {one.state for one in found}
    lines = []
    for section, standings in in_sections(found).items():
        lines += [section or say(Message("(start)")), *_counts(standings, say)]
        for one in sorted(standings, key=lambda one: (one.lang, one.key)):
            lines += _told(one, folder, say) if one.state in WORTH_TELLING else []
        lines += [*_missing(standings, say), ""]
    mends = (f"{say(STATE[state])}: {say(fix)}" for state, fix in MENDS.items() if state in states)
    return "\n".join([*lines, *mends])


def as_data(found: Iterable[Standing]) -> list[dict[str, Any]]:
    """The same for programs."""
    return [
        _entry(section, one)
        for section, standings in in_sections(found).items()
        for one in standings
    ]


def _counts(standings: list[Standing], say: Say) -> Iterator[str]:
    for lang in dict.fromkeys(one.lang for one in standings):
        states = [one.state for one in standings if one.lang == lang]
        yield f"  {lang}: " + ", ".join(
            f"{states.count(state)} {say(STATE[state])}" for state in STATES if state in states
        )


def _told(one: Standing, folder: str, say: Say) -> Iterator[str]:
    yield f"  {say(STATE[one.state])}: {folder}/{one.document.file}"
    if one.state == "stale":
        newer = Message("newer: %(file)s", file=f"{folder}/{one.source.file}")
        yield f"    {say(newer)}"
        yield from (f"    {say(line)}" for line in _changed(one.change))


def _changed(change: Change | None) -> Iterator[str]:
    if change is None:
        yield Message(
            "what changed is not known: there is no snapshot of the text it was translated from"
        )
        return
    if change.opening:
        yield Message("changed: title, summary or opening")
    for heading in change.changed:
        yield Message("changed: %(heading)s", heading=f"#{heading.anchor} {heading.words}")
    for heading in change.added:
        yield Message("added: %(heading)s", heading=f"#{heading.anchor} {heading.words}")
    for heading in change.removed:
        yield Message("removed: %(heading)s", heading=f"#{heading.anchor} {heading.words}")
    for before, after in change.paragraphs:
        yield from (f"{sign} {words}" for sign, words in (("-", before), ("+", after)) if words)


def _missing(standings: list[Standing], say: Say) -> Iterator[str]:
    for lang in dict.fromkeys(one.lang for one in standings):
        keys = [one.key for one in standings if one.lang == lang and one.state == "missing"]
        if keys:
            missing = Message("missing in %(lang)s: %(keys)s", lang=lang, keys=tuple(keys))
            yield f"  {say(missing)}"


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
