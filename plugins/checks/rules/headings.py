"""Headings form an outline, and every one has an anchor that stays the same in all languages."""

import re
from collections.abc import Container, Iterator

from plugins.checks.known import Known
from plugins.model.document import Heading, Problem
from plugins.model.kinds import kind_named
from plugins.model.message import Message
from plugins.model.page import Page
from plugins.reading.footnotes import ANCHOR

# Anchors that the templates use themselves.
TAKEN = re.compile(
    r"content|who-to-call|read-next|contents|book|behind|newer-text|draft|embargo|cite|corrected|withdrawn|letter-\d+"
    rf"|{ANCHOR}"
)

Finding = tuple[Message, Message]


def check(page: Page, known: Known) -> Iterator[Problem]:
    """Every heading of `page`. The title of the page is the only heading of level 1."""
    name = page.key.rpartition("/")[2]
    if kind_named(page.kind).in_manual and TAKEN.fullmatch(name):
        what = Message("The anchor #%(name)s belongs to the page of the whole manual.", name=name)
        yield Problem(page.file, 1, what, Message("Rename the file."))
    terms = known.library.terms.keys() if page.kind == "glossary" else ()
    anchors = [heading.anchor for heading in page.headings]
    yield from _without_section(page, anchors)
    twice = frozenset(anchor for anchor in anchors if anchors.count(anchor) > 1)
    before = 1
    for heading in page.headings:
        for what, fix in _findings(heading, before, twice, terms):
            yield Problem(page.file, _line(page, heading), what, fix)
        before = heading.level


def check_bold(page: Page) -> Iterator[Problem]:
    """Words of `page` in bold that stand alone, as a heading does. Advice: they may be none."""
    for reference in page.references:
        if reference.kind == "as-heading":
            words = reference.text[:60]
            what = Message("%(text)r stands alone in bold, as a heading does.", text=words)
            fix = Message("If it is one, write ## %(text)s {#short-english-words}.", text=words)
            yield Problem(page.file, reference.line, what, fix)


def _without_section(page: Page, anchors: Container[str]) -> Iterator[Problem]:
    """Each section of the forms that `With-Forms` names and the text does not have."""
    for anchor in page.with_forms:
        if anchor not in anchors:
            yield Problem(
                page.file,
                page.field_lines.get("With-Forms", 1),
                Message("There is no section #%(anchor)s that tells of the forms.", anchor=anchor),
                Message("Name the anchor of a heading of this text."),
            )


def _findings(
    heading: Heading, before: int, twice: Container[str], terms: Container[str]
) -> Iterator[Finding]:
    yield from _level(heading, before)
    if not heading.explicit:
        yield (
            Message("The heading %(text)r has no anchor.", text=heading.text),
            Message("Add one at its end: {#short-english-words}."),
        )
    anchor = heading.anchor
    if TAKEN.fullmatch(anchor) or anchor in terms:
        yield (
            Message("The anchor #%(anchor)s belongs to the page around the text.", anchor=anchor),
            Message("Choose other words."),
        )
    if anchor in twice:
        yield (
            Message("The anchor #%(anchor)s occurs twice.", anchor=anchor),
            Message("Give each heading an anchor of its own."),
        )


def _level(heading: Heading, before: int) -> Iterator[Finding]:
    if heading.level == 1:
        yield (
            Message("%(text)r is a heading of level 1.", text=heading.text),
            Message("Use ## ; the title of the page stands in `Title:`."),
        )
    elif heading.level > before + 1:
        right, wrong = "#" * (before + 1), "#" * heading.level
        yield (
            Message("%(text)r skips a level.", text=heading.text),
            Message("Use %(right)s instead of %(wrong)s.", right=right, wrong=wrong),
        )


def _line(page: Page, heading: Heading) -> int:
    return int(page.field_lines.get(f"#{heading.anchor}", 1))
