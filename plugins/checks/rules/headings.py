"""Headings form an outline, and every one has an anchor that stays the same in all languages."""

import re
from collections.abc import Container, Iterator
from typing import Any

from plugins.checks.known import Known
from plugins.model.document import Heading, Problem
from plugins.model.kinds import kind_named
from plugins.reading.footnotes import ANCHOR

# Anchors that the templates use themselves.
TAKEN = re.compile(
    r"content|who-to-call|read-next|contents|book|behind|newer-text|draft|embargo|cite|corrected|withdrawn|letter-\d+"
    rf"|{ANCHOR}"
)


def check(page: Any, known: Known) -> Iterator[Problem]:
    """Every heading of `page`. The title of the page is the only heading of level 1."""
    name = page.key.rpartition("/")[2]
    if kind_named(page.kind).in_manual and TAKEN.fullmatch(name):
        what = f"The anchor #{name} belongs to the page that has the whole manual."
        yield Problem(page.file, 1, what, "Rename the file.")
    terms = known.library.terms.keys() if page.kind == "glossary" else ()
    anchors = [heading.anchor for heading in page.headings]
    yield from _without_section(page, anchors)
    twice = frozenset(anchor for anchor in anchors if anchors.count(anchor) > 1)
    before = 1
    for heading in page.headings:
        for what, fix in _findings(heading, before, twice, terms):
            yield Problem(page.file, _line(page, heading), what, fix)
        before = heading.level


def _without_section(page: Any, anchors: Container[str]) -> Iterator[Problem]:
    """Each section of the forms that `With-Forms` names and the text does not have."""
    for anchor in page.with_forms:
        if anchor not in anchors:
            yield Problem(
                page.file,
                page.field_lines.get("With-Forms", 1),
                f"There is no section #{anchor} that tells of the forms.",
                "Name the anchor of a heading of this text.",
            )


def _findings(
    heading: Heading, before: int, twice: Container[str], terms: Container[str]
) -> Iterator[tuple[str, str]]:
    if heading.level == 1:
        yield (
            f"{heading.text!r} is a heading of level 1.",
            "Use ## ; the title of the page stands in `Title:`.",
        )
    elif heading.level > before + 1:
        yield (
            f"{heading.text!r} skips a level.",
            f"Use {'#' * (before + 1)} instead of {'#' * heading.level}.",
        )
    if not heading.explicit:
        yield (
            f"The heading {heading.text!r} has no anchor.",
            "Add one at its end: {#short-english-words}.",
        )
    if TAKEN.fullmatch(heading.anchor) or heading.anchor in terms:
        yield (
            f"The anchor #{heading.anchor} belongs to the page around the text.",
            "Choose other words.",
        )
    if heading.anchor in twice:
        yield (
            f"The anchor #{heading.anchor} occurs twice.",
            "Give each heading an anchor of its own.",
        )


def _line(page: Any, heading: Heading) -> int:
    return int(page.field_lines.get(f"#{heading.anchor}", 1))
