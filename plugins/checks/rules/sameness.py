"""What must be the same in a translation as in its source: numbers, dates, contacts, links,
footnotes, corrections, warnings. Words differ, these do not, so a person is shown both lines.
Advice: it never stops a build, because a language may say it otherwise and be right."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from plugins.checks.known import Known
from plugins.model.document import UNFINISHED, Document, Problem
from plugins.model.message import Message

FIX = Message("Compare the two lines, and correct the one that is wrong.")
Found = Iterable[tuple[str, str, int]]  # the part of the text, what is there, and the line
Tell = Callable[[str, str], Message]


def check(page: Document, known: Known) -> Iterator[Problem]:
    """Yield what is another in the translation `page` than in its source."""
    source = page.translated_from and known.page(page.translated_from.lang, page.key)
    if not source or source is page or UNFINISHED in (page.draft, source.draft):
        return
    whole = all(known.languages[one.lang].complete for one in (page, source))
    yield from differences(page, source, not whole)


def differences(page: Document, source: Document, partly: bool = False) -> Iterator[Problem]:
    """Yield what is another in `page` than in its `source`, each with both lines.

    Where a language has only a part of the site (`partly`) a text may say less than its source, or
    lead elsewhere, but nothing that its source does not say.
    """
    if page.withdrawn or source.withdrawn:
        yield from _withdrawals(page, source)
        return
    for kind, tell in KINDS.items():
        here, there = _of(page, kind), _of(source, kind)
        if partly:
            yield from _more(page, source, here, there, tell)
        else:
            yield from _compared(page, source, here, there, tell)
    if not partly:
        yield from _small(page, source)
        yield from _warnings(page, source)
    yield from _fields(page, source, partly)


def _of(page: Document, kind: str) -> list[tuple[str, str, int]]:
    return [(one.part, one.value, one.line) for one in page.invariants if one.kind == kind]


def _compared(
    page: Document, source: Document, here: Found, there: Found, tell: Tell
) -> Iterator[Problem]:
    """What one of the two says and the other does not in the same part of the text, told at the one
    that lacks it."""
    for mine, own, other, theirs in ((page, here, source, there), (source, there, page, here)):
        said = {(part, value) for part, value, _ in own}
        for part, value, line in theirs:
            if (part, value) not in said:
                said.add((part, value))
                place = f"{other.file}:{line}"
                yield Problem(mine.file, _line(mine, part), tell(value, place), FIX)


def _more(
    page: Document, source: Document, here: Found, there: Found, tell: Tell
) -> Iterator[Problem]:
    """What `page` says and its source nowhere does."""
    if tell is _told_link:
        return
    said = {value for _, value, _ in there}
    said |= set(source.contact_keys) if tell is _told_contact else set()
    for _, value, line in here:
        if value not in said:
            said.add(value)
            yield Problem(source.file, 1, tell(value, f"{page.file}:{line}"), FIX)


def _line(page: Document, part: str) -> int:
    """The line where a part of the text of `page` begins."""
    line: int = page.field_lines.get(f"#{part}", 1)
    return line


def _small(page: Document, source: Document) -> Iterator[Problem]:
    """Small numbers, which may be words in one language: told where as many digits stand in the
    same part of both."""
    here, there = _of(page, "small"), _of(source, "small")
    counts = [Counter(part for part, _, _ in found) for found in (here, there)]
    parts = {part for part in counts[0] if counts[0][part] == counts[1][part]}
    mine, theirs = ([one for one in found if one[0] in parts] for found in (here, there))
    yield from _compared(page, source, mine, theirs, _told_number)


def _warnings(page: Document, source: Document) -> Iterator[Problem]:
    """Warnings before a passage have no words that are the same; as many are there in both."""
    for mine, other in ((page, source), (source, page)):
        lines = [line for _, _, line in _of(other, "warning")]
        for line in lines[len(_of(mine, "warning")) :]:
            what = Message(
                "The warning before a passage is not here; it stands in %(line)s.",
                line=f"{other.file}:{line}",
            )
            yield Problem(mine.file, 1, what, FIX)


def _told_number(one: str, line: str) -> Message:
    return Message("The number %(one)s is not here; it stands in %(line)s.", one=one, line=line)


def _told_date(one: str, line: str) -> Message:
    year, month, day = one.split("-")
    shown = ".".join(part.zfill(2) for part in (day, month, year) if part)
    return Message("The date %(one)s is not here; it stands in %(line)s.", one=shown, line=line)


def _told_contact(one: str, line: str) -> Message:
    return Message("The contact %(one)s is not here; it stands in %(line)s.", one=one, line=line)


def _told_link(one: str, line: str) -> Message:
    return Message("The link to %(one)s is not here; it stands in %(line)s.", one=one, line=line)


def _told_footnote(one: str, line: str) -> Message:
    return Message("The footnote %(one)s is not here; it stands in %(line)s.", one=one, line=line)


KINDS: dict[str, Tell] = {
    "number": _told_number,
    "date": _told_date,
    "contact": _told_contact,
    "link": _told_link,
    "outside": _told_link,
    "footnote": _told_footnote,
}


def _withdrawals(page: Document, source: Document) -> Iterator[Problem]:
    """A text that is withdrawn in both languages is so since the same day."""
    days = {one.withdrawn.day for one in (page, source) if one.withdrawn}
    if len(days) > 1:
        yield _other(page, source, "Withdrawn")


def _fields(page: Document, source: Document, partly: bool) -> Iterator[Problem]:
    for name, value in VALUES.items():
        own, other = value(page), value(source)
        if own - other or (other - own and not (partly and name == "Contacts")):
            yield _other(page, source, name)


# What must be the same of a field: that there is one, its days, or its keys.
VALUES: dict[str, Callable[[Any], set[Any]]] = {
    "Discreet-Title": lambda page: {bool(page.discreet_title)},
    "Corrected": lambda page: {change.day for change in page.corrections},
    "Contacts": lambda page: set(page.contact_keys),
}


def _other(page: Document, source: Document, name: str) -> Problem:
    place = f"{source.file}:{source.field_lines.get(name, 1)}"
    what = Message("`%(name)s` is another than in %(line)s.", name=name, line=place)
    return Problem(page.file, page.field_lines.get(name, 1), what, FIX)
