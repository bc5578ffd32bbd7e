"""A figure that is cited has a value that can be read, a source, a period that is one,
and words in every language."""

import re
from collections.abc import Iterator
from datetime import date

from plugins.checks.known import Known
from plugins.data.entries import Day, Fact
from plugins.model.document import Problem
from plugins.model.message import Message
from plugins.model.user_error import did_you_mean

AMOUNT = re.compile(r"\d+(?:\.\d+)?")
YEARS = re.compile(r"(?P<first>\d{4})(?:-(?P<last>\d{4}))?")
WHOLE = {4: "-01-01", 7: "-01", 10: ""}


def check(known: Known) -> Iterator[Problem]:
    """Every fact, and the names of the groups in which they stand."""
    if "facts" not in known.library.files or "facts" in known.library.broken:
        return
    for what, fix, header in _all(known):
        file = known.library.files["facts"]
        yield Problem(file.name, file.line_of(header), what, fix)


def _all(known: Known) -> Iterator[tuple[Message, Message, str]]:
    listed = [code for code, language in known.languages.items() if language.listed]
    for key, names in known.library.fact_groups.items():
        for lang in listed:
            if not names.get(lang):
                yield (
                    Message("The group %(key)r has no name in %(lang)r.", key=key, lang=lang),
                    Message("Add `name.%(lang)s = …`.", lang=lang),
                    f"[group.{key}]",
                )
    for day in known.library.days.values():
        for what, fix in _day(day, known, listed):
            yield what, fix, f"[day.{day.key}]"
    for fact in known.library.facts.values():
        for what, fix in (*_value(fact), *_words(fact, listed), *_named(fact, known)):
            yield what, fix, f"[fact.{fact.key}]"


def _day(day: Day, known: Known, listed: list[str]) -> Iterator[tuple[Message, Message]]:
    for lang in listed:
        if not day.name.get(lang):
            yield (
                Message("The day %(key)r has no name in %(lang)r.", key=day.key, lang=lang),
                Message("Add `name.%(lang)s = …`.", lang=lang),
            )
    if day.source not in known.library.sources and "sources" not in known.library.broken:
        yield (
            Message("%(key)r: there is no source %(source)r.", key=day.key, source=day.source),
            did_you_mean(day.source, known.library.sources),
        )


def _value(fact: Fact) -> Iterator[tuple[Message, Message]]:
    if fact.unit == "date" and not _is_date(fact.value):
        yield (
            Message("%(key)r: %(value)r is not a date.", key=fact.key, value=fact.value),
            Message("Write 2024-07-14, 2024-07 or 2024, as far as known."),
        )
    if fact.unit != "date" and not AMOUNT.fullmatch(fact.value):
        yield (
            Message("%(key)r: %(value)r is not a number.", key=fact.key, value=fact.value),
            Message("Write digits and a point: 753 or 32.5."),
        )
    years = YEARS.fullmatch(fact.period)
    if fact.period and (not years or (years["last"] or years["first"]) < years["first"]):
        yield (
            Message("%(key)r: %(period)r is not a period.", key=fact.key, period=fact.period),
            Message("Write a year, or the first and the last: 2017-2021."),
        )


def _is_date(value: str) -> bool:
    try:
        date.fromisoformat(value + WHOLE[len(value)])
    except (KeyError, ValueError):
        return False
    return True


def _words(fact: Fact, listed: list[str]) -> Iterator[tuple[Message, Message]]:
    for lang in listed:
        if not fact.what.get(lang):
            yield (
                Message("%(key)r does not say what it is in %(lang)r.", key=fact.key, lang=lang),
                Message("Add `what.%(lang)s = …`.", lang=lang),
            )


def _named(fact: Fact, known: Known) -> Iterator[tuple[Message, Message]]:
    library = known.library
    if fact.group not in library.fact_groups:
        yield (
            Message("%(key)r: there is no group %(group)r.", key=fact.key, group=fact.group),
            did_you_mean(fact.group, library.fact_groups),
        )
    if fact.source not in library.sources and "sources" not in library.broken:
        yield (
            Message("%(key)r: there is no source %(source)r.", key=fact.key, source=fact.source),
            did_you_mean(fact.source, library.sources),
        )
    if fact.key in library.fact_groups:
        yield (
            Message("%(key)r is also the name of a group.", key=fact.key),
            Message("Give the fact a longer key: each is an anchor of one page."),
        )
