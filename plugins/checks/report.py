"""All problems of all files in one list, as a person fixes them:
file by file, from the top down."""

from collections.abc import Iterable, Iterator
from datetime import date

from plugins.checks.known import Known
from plugins.checks.rules import (
    addresses,
    complete,
    countries,
    credits,
    days,
    discreet,
    entries,
    facts,
    films,
    headings,
    keys,
    lapses,
    markup,
    names,
    places,
    references,
    sameness,
    telephones,
    translations,
)
from plugins.model.document import Problem

OF_A_PAGE = (
    references.check,
    markup.check,
    keys.check,
    headings.check,
    days.check,
    discreet.check,
    films.check,
    translations.check,
)
OF_THE_SITE = (
    places.check,
    entries.check,
    countries.check,
    telephones.check,
    telephones.check_texts,
    facts.check,
    names.check,
    addresses.check,
    days.check_clock,
)


def find(known: Known, publishing: date | None = None, demo: bool = False) -> list[Problem]:
    """Every problem; with `publishing`, also what must not go public on that day,
    or not as a `demo`."""
    return in_order(_all(known, publishing, demo))


def warnings(known: Known, publishing: date | None = None) -> list[Problem]:
    """What somebody is to look at, and does not stop a build; with `publishing`, also what has
    expired on that day."""
    lapsed = lapses.check(known, publishing) if publishing else ()
    differing = (one for page in known.documents for one in sameness.check(page, known))
    unseen = (one for page in known.documents for one in references.check_unseen(page))
    bold = (one for page in known.documents for one in headings.check_bold(page))
    unnamed = (one for page in known.documents for one in credits.check(page, known))
    return in_order([*lapsed, *differing, *unseen, *bold, *unnamed, *names.check_kits(known)])


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return `problems`, each once, as a person fixes them."""
    return sorted(set(problems), key=lambda problem: (problem.file, problem.line, problem.what))


def _all(known: Known, publishing: date | None, demo: bool) -> Iterator[Problem]:
    for page in known.documents:
        yield from page.problems
        for rule in OF_A_PAGE:
            yield from rule(page, known)
    for whole in OF_THE_SITE:
        yield from whole(known)
    if publishing:
        yield from entries.check_before_publishing(known, publishing, demo)
        yield from countries.check_before_publishing(known, demo)
        yield from complete.check_before_publishing(known, demo)
