"""The lines above the text of a file: named fields, each checked by the kind of value it holds."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from plugins.model.document import (
    TO_BE_APPROVED,
    UNFINISHED,
    Change,
    Door,
    Origin,
    Problem,
    Review,
    Withdrawal,
)
from plugins.model.film import fix_of_place
from plugins.model.kinds import kind_named
from plugins.model.message import Message
from plugins.model.plain_words import PLAIN, markup_in
from plugins.model.user_error import UserError, did_you_mean
from plugins.reading.quantities import unwrapped
from plugins.reading.yaml_fields import COMMA, FAULT, end_of, is_yaml, yaml_fields

FIELD = re.compile(r"(?P<name>[A-Za-z][A-Za-z-]*)[ \t]*:[ \t]*(?P<value>.*)")
DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
MOMENT = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2}) (?P<time>\d{2}:\d{2}) (?P<zone>[A-Za-z][\w+/-]*)", re.ASCII
)
# Zones named after a place, and UTC. Others depend on the machine, or mean another hour than they
# seem to: Etc/GMT-3 is three hours ahead.
ZONE = re.compile(r"UTC|(?!Etc/|posix/|right/|SystemV/)[\w-]+(?:/[\w-]+)+")
COMMAS = re.compile("[,،]")
ORIGIN = re.compile(r"(?P<lang>[a-z]{2,3}(?:-[A-Za-z0-9]+)*)@(?P<revision>[0-9a-f]{8})")
FILM_PLACE = re.compile(r"media/(?:[a-z0-9-]+/)*[a-z0-9-]+\.mp4")
CONTINUED = (" ", "\t")
FIRST_YEAR, LAST_YEAR = 1900, 2200
MATERIALS = ("card", "leaflet", "poster", "lesson", "booklet", "sheet")
ONLY_HERE = "this language only"


# Where the fields belong that say what a page shows.
MATERIAL = Message("Materials to print lie in prevention/materials/; or remove the line.")
BELONGS = {
    "Film": Message(
        "A film has a page of its own: name the file prevention/film-name.md; or remove the line."
    ),
    "Format": MATERIAL,
    "Audience": MATERIAL,
}


# What to do about fields that are not the YAML we read.
FAULTS = {
    FAULT: Message(
        'Put a value with a colon, a hash or a comma into quotation marks: `Title: "A: b"`.'
    ),
    COMMA: Message("A comma divides items: write `[a, b]` or each on a line of its own."),
}


class FieldError(UserError):
    """A value that cannot be used."""


@dataclass(frozen=True)
class Line:
    """A field as written: its name, its value (continuation lines joined by newlines) and its line,
    from 1."""

    name: str
    value: str
    number: int


def text(value: str) -> str:
    """One line of plain words. Raises FieldError for markup, which can stand in the text only."""
    words = unwrapped(" ".join(value.split()))
    markup = markup_in(words)
    if "contact" in markup.casefold() and markup.startswith("{"):
        raise FieldError(
            Message("A contact cannot stand in a field."),
            Message("Say it in words here, and name the contact in the text."),
        )
    if markup:
        raise FieldError(
            Message("%(text)r would be shown as it is typed.", text=markup[:60]), PLAIN
        )
    return words


def title(value: str) -> str:
    """Plain words with a letter or a digit. Raises FieldError for signs alone."""
    words = text(value)
    if not any(map(str.isalnum, words)):
        raise FieldError(
            Message("%(value)r has no words.", value=value),
            Message("Say in words what the page is about."),
        )
    return words


def day(value: str) -> date:
    """A calendar day, ISO 8601: 2026-11-24; one of our time."""
    try:
        found = date.fromisoformat(value)
    except ValueError:
        raise FieldError(
            Message("%(value)r is not a date.", value=value), _meant_day(value)
        ) from None
    return _of_our_time(found, value)


def _of_our_time(found: date, value: str) -> date:
    """A day that somebody may mean; calendars of programs end where years are too far."""
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise FieldError(
            Message("%(value)r is too far away.", value=value),
            Message("Correct the year: it has four digits, as in 2026."),
        )
    return found


def moment(value: str) -> datetime:
    """A minute in a time zone of the IANA database: 2026-12-01 10:00 Europe/Minsk."""
    found = MOMENT.fullmatch(value)
    if not found:
        raise FieldError(
            Message("%(value)r is not a moment.", value=value),
            Message("Write day, time and zone: 2026-12-01 10:00 Europe/Minsk."),
        )
    try:
        zone = ZoneInfo(found["zone"] if ZONE.fullmatch(found["zone"]) else "")
        read = datetime.strptime(f"{found['day']} {found['time']}", "%Y-%m-%d %H:%M")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise FieldError(
            Message("%(value)r names no such moment.", value=value),
            Message("Compare day, time (00:00 to 23:59) and zone, such as Europe/Minsk."),
        ) from None
    _of_our_time(read, value)
    return _once(read.replace(tzinfo=zone), value)


def _once(read: datetime, value: str) -> datetime:
    """A moment that the clocks of its zone show once.
    Raises FieldError where they skip it or show it twice."""
    if read.utcoffset() == read.replace(fold=1).utcoffset():
        return read
    skipped = read.astimezone(UTC).astimezone(read.tzinfo).replace(fold=0) != read
    raise FieldError(
        Message("%(value)r does not exist: the clocks change in that night.", value=value)
        if skipped
        else Message("%(value)r comes twice: the clocks change in that night.", value=value),
        Message("Write another hour, or the same moment in UTC: 2026-12-01 07:00 UTC."),
    )


def names(value: str) -> tuple[str, ...]:
    """Several names separated by commas, Latin or Arabic; each counts once."""
    return tuple(
        dict.fromkeys(part for part in (text(part) for part in COMMAS.split(value)) if part)
    )


def doors(value: str) -> tuple[Door, ...]:
    """Lines of `key | what it says | a few words more`; the last part may be missing."""
    return tuple(_door(line.strip()) for line in value.splitlines() if line.strip())


def change(value: str) -> Change:
    """A day and what was done on it: `2026-11-24 | what was wrong, and what is right`."""
    written, bar, what = value.partition("|")
    if not bar or not what.strip():
        raise FieldError(
            Message("%(value)r does not say what was changed.", value=value),
            Message("Write `2026-11-24 | what, and why`."),
        )
    return Change(day(written.strip()), text(what))


def changes(value: str) -> tuple[Change, ...]:
    """Several of them, one a line, the latest first."""
    found = (change(line.strip()) for line in value.splitlines() if line.strip())
    return tuple(sorted(found, key=lambda one: one.day, reverse=True))


def withdrawal(value: str) -> Withdrawal:
    """A day, a reason, and perhaps how far it reaches: `2026-11-24 | why | this language only`."""
    written, *said = [part.strip() for part in value.split("|")]
    fix = Message(
        "Write `2026-11-24 | why`, and behind another | `%(here)s` if the other languages stay.",
        here=ONLY_HERE,
    )
    if not said or not said[0]:
        raise FieldError(
            Message("%(value)r does not say why the text was withdrawn.", value=value), fix
        )
    reach = " ".join(said[1].split()).casefold() if len(said) > 1 else ""
    if len(said) > 2 or (len(said) == 2 and reach != ONLY_HERE):
        raise FieldError(
            Message("%(names)r is not %(here)r.", names=" | ".join(said[1:]), here=ONLY_HERE), fix
        )
    return Withdrawal(day(written), text(said[0]), bool(reach))


def review(value: str) -> Review:
    """A day and who read the text on it: `2026-12-01 | head of the hotline`.
    Raises FieldError without either."""
    written, bar, role = value.partition("|")
    if not bar or not role.strip():
        fix = Message(
            "Write `2026-12-01 | role`, the role of whoever in the organisation has read "
            "the page. If nobody has, write `Written:` instead."
        )
        raise FieldError(Message("%(value)r does not say who has reviewed it.", value=value), fix)
    return Review(day(written.strip()), text(role))


def choice(*options: str) -> Callable[[str], str]:
    """One word of a closed list."""

    def choose(value: str) -> str:
        if value not in options:
            raise FieldError(
                Message("%(value)r is not one of %(names)s.", value=value, names=tuple(options)),
                did_you_mean(value, options),
            )
        return value

    return choose


def film(value: str) -> str:
    """The place of a film below the content folder: media/films/name.mp4."""
    if not FILM_PLACE.fullmatch(value):
        raise FieldError(
            Message("%(value)r is not the place of a film.", value=value), fix_of_place(value)
        )
    return value


def yes(value: str) -> bool:
    """The only word a field of this kind can hold; without the field it is no."""
    if value.casefold() != "yes":
        raise FieldError(
            Message("%(value)r is not `yes`.", value=value),
            Message("Write `yes`, or remove the line."),
        )
    return True


def origin(value: str) -> Origin:
    """What a translation was made from: a language and the revision of its text,
    such as be@1a2b3c4d."""
    found = ORIGIN.fullmatch(value)
    if not found:
        what = Message(
            "%(value)r is not a language and a revision, such as be@1a2b3c4d.", value=value
        )
        raise FieldError(
            what, Message("Write nothing here by hand: `make stamp FILE=…` records it.")
        )
    return Origin(found["lang"], found["revision"])


@dataclass(frozen=True)
class Rule:
    """What a field is called in a Document, and how it is read; where it must and may stand is in
    the rows of plugins.model.kinds."""

    attribute: str
    read: Callable[[str], Any]


RULES: dict[str, Rule] = {
    "Title": Rule("title", title),
    "Heading": Rule("heading", title),
    "Menu-Title": Rule("menu_title", title),
    "Discreet-Title": Rule("discreet_title", title),
    "Summary": Rule("summary", title),
    "Keywords": Rule("keywords", names),
    "Contacts": Rule("contact_keys", names),
    "Next": Rule("next_keys", names),
    "Written": Rule("written", day),
    "Reviewed": Rule("reviewed", review),
    "Sources": Rule("source_keys", names),
    "Topics": Rule("topic_keys", names),
    "Date": Rule("published", day),
    "Embargo": Rule("embargo", moment),
    "Corrected": Rule("corrections", changes),
    "Withdrawn": Rule("withdrawn", withdrawal),
    "Withdrawn-Address": Rule("withdrawn_address", choice("remove")),
    "Doors": Rule("doors", doors),
    "Popular": Rule("popular_keys", names),
    "Format": Rule("format", choice(*MATERIALS)),
    "Film": Rule("film_name", film),
    "Audience": Rule("audience", choice("everyone", "young-people", "parents", "teachers")),
    "Glossary-Links": Rule("glossary_links", choice("no")),
    "Translated-From": Rule("translated_from", origin),
    "Minor": Rule("minor", yes),
    "Draft": Rule("draft", choice(UNFINISHED, TO_BE_APPROVED)),
    "Terms": Rule("terms", text),
    "With-Forms": Rule("with_forms", names),
}


def split(source: str) -> tuple[list[Line], str, int]:
    """The fields, the text, and the line (from 1) on which the text begins. Fields may also stand
    between lines of `---`, as YAML."""
    lines = source.splitlines()
    if is_yaml(lines):
        end = end_of(lines) or 0
        fields = [Line(*found) for found in yaml_fields(lines[1:end])]
        return fields, "\n".join(lines[end + 1 :]), end + 2
    end = next((number for number, line in enumerate(lines) if not line.strip()), len(lines))
    return _plain(lines[:end]), "\n".join(lines[end + 1 :]), end + 2


def _plain(lines: list[str]) -> list[Line]:
    fields: list[Line] = []
    for number, line in enumerate(lines, start=1):
        if line.startswith(CONTINUED) and fields:
            last = fields[-1]
            fields[-1] = Line(last.name, f"{last.value}\n{line.strip()}".strip(), last.number)
            continue
        found = FIELD.fullmatch(line)
        fields.append(
            Line(found["name"], found["value"].strip(), number) if found else Line("", line, number)
        )
    return fields


def read_fields(fields: list[Line], file: str, kind: str) -> tuple[dict[str, Any], list[Problem]]:
    """The values of a file of this kind by attribute name, and everything wrong with its fields."""
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    for line in fields:
        try:
            rule = _rule(line, kind, seen)
            values[rule.attribute] = rule.read(line.value)
        except FieldError as error:
            problems.append(Problem(file, line.number, error.what, error.fix))
        seen.setdefault(line.name, line.number)
    # Of what is withdrawn an editor may leave nothing but the reason.
    # Where the fields cannot be read nobody knows which are missing.
    missing = [] if seen.keys() & {"Withdrawn", *FAULTS} else _missing(seen, file, kind)
    return values, problems + missing + _address_alone(values, seen, file)


def _rule(line: Line, kind: str, seen: dict[str, int]) -> Rule:
    wrong = _misplaced(line, kind, seen)
    if wrong:
        raise FieldError(*wrong)
    if not line.value:
        raise FieldError(
            Message("%(name)r is empty.", name=line.name),
            Message("Write a value or remove the line."),
        )
    return RULES[line.name]


def _misplaced(line: Line, kind: str, seen: dict[str, int]) -> tuple[Message, Message] | None:
    """Why a field cannot stand here, and what to do; None where it can."""
    name = line.name
    if not name:
        return (
            Message("%(value)r is not a field.", value=line.value),
            Message("Write `Name: value`, and an empty line before the text."),
        )
    if name in FAULTS:
        what = Message("%(value)r is not YAML as fields are written in.", value=line.value)
        return what, FAULTS[name]
    if name not in RULES:
        return Message("There is no field %(name)r.", name=name), did_you_mean(name, RULES)
    if name in seen:
        twice = Message("%(name)r is written twice (line %(line)s).", name=name, line=seen[name])
        return twice, Message("Keep one of the two.")
    if name not in kind_named(kind).fields:
        what = Message(
            "%(name)r has no meaning in this kind of page (%(kind)s).", name=name, kind=kind
        )
        return what, BELONGS.get(name, Message("Remove the line."))
    return None


def _address_alone(values: dict[str, Any], seen: dict[str, int], file: str) -> list[Problem]:
    """`Withdrawn-Address` goes with a text that is withdrawn, and in every language."""
    if "withdrawn_address" not in values:
        return []
    line = seen["Withdrawn-Address"]
    if "Withdrawn" not in seen:
        what = Message("Only the address of a text that is withdrawn can be removed.")
        return [
            Problem(
                file,
                line,
                what,
                Message("Add `Withdrawn: 2026-11-24 | why` above this line, or remove this line."),
            )
        ]
    if "withdrawn" in values and values["withdrawn"].only_here:
        what = Message(
            "An address is the same in every language, so it cannot be removed in one of them."
        )
        return [
            Problem(file, line, what, Message("Remove this line, or `| %(here)s`.", here=ONLY_HERE))
        ]
    return []


def _missing(seen: dict[str, int], file: str, kind: str) -> list[Problem]:
    return [
        Problem(
            file,
            1,
            Message("The field %(name)r is missing.", name=name),
            Message("Add a line `%(name)s: …` at the top of the file.", name=name),
        )
        for name in RULES
        if name in kind_named(kind).required and name not in seen
    ]


def _door(line: str) -> Door:
    key, *words = [part.strip() for part in line.split("|")]
    if not key or len(words) not in (1, 2) or not all(words):
        raise FieldError(
            Message("%(line)r is not a door.", line=line),
            Message("Write `key | what it says`, and perhaps `| a few words more` behind it."),
        )
    return Door(key, *(text(part) for part in words))


def _meant_day(value: str) -> Message:
    found = DAY_FIRST.fullmatch(value)
    if found:
        return Message(
            "Write year-month-day: %(day)s.",
            day=f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}",
        )
    return Message("Write year-month-day with two digits for month and day, such as 2026-11-24.")
