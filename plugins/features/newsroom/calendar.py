"""A calendar to take away (RFC 5545): the days of each year, and the days of releases that are
public. What is withheld is in it no sooner than anywhere else."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, uuid5

LIMIT = 75  # octets in a line without its end (3.1)
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclass(frozen=True)
class Event:
    """A whole day: `uid` is the same wherever and whenever the calendar is made, `stamp` the day on
    which what it says was last changed."""

    uid: str
    day: date
    stamp: date
    name: str
    about: str
    address: str = ""
    yearly: bool = False


def identity(*parts: str) -> str:
    """Return a name that no other event has (RFC 9562, version 5), of what it is made from."""
    return uuid5(NAMESPACE_URL, "\0".join(parts)).urn.removeprefix("urn:uuid:")


def calendar(name: str, lang: str, about: str, events: Iterable[Event]) -> str:
    """Return the calendar of a language; `about` stands in it and in each of its events."""
    ordered = sorted(events, key=lambda event: (event.day, event.uid))
    head = {
        "BEGIN": "VCALENDAR",
        "VERSION": "2.0",
        "PRODID": f"-//{escaped(name)}//{lang.upper()}",
        "CALSCALE": "GREGORIAN",
        "METHOD": "PUBLISH",
        "NAME": escaped(name),
        "X-WR-CALNAME": escaped(name),
    }
    if about:
        head |= {"DESCRIPTION": escaped(about), "X-WR-CALDESC": escaped(about)}
    told = [*_lines(head), *(line for event in ordered for line in _event(event, lang, about))]
    return "".join(f"{folded(line)}\r\n" for line in (*told, "END:VCALENDAR"))


def _event(event: Event, lang: str, warning: str) -> Iterator[str]:
    told = {
        "BEGIN": "VEVENT",
        "UID": event.uid,
        "DTSTAMP": f"{event.stamp:%Y%m%d}T000000Z",
        "DTSTART;VALUE=DATE": f"{event.day:%Y%m%d}",
        "RRULE": "FREQ=YEARLY" if event.yearly else "",
        f"SUMMARY;LANGUAGE={lang}": escaped(event.name),
        f"DESCRIPTION;LANGUAGE={lang}": escaped("\n".join(filter(None, (warning, event.about)))),
        "URL": event.address,
        "TRANSP": "TRANSPARENT",
        "END": "VEVENT",
    }
    yield from _lines(told)


def _lines(told: Mapping[str, str]) -> Iterator[str]:
    yield from (f"{name}:{value}" for name, value in told.items() if value)


def escaped(text: str) -> str:
    """Return `text` as a value (3.3.11)."""
    return text.translate(ESCAPED)


def folded(line: str) -> str:
    """Return `line` as lines of at most 75 octets, the further ones after a space; no character is
    taken apart."""
    parts, room = [""], LIMIT
    for sign in line:
        size = len(sign.encode())
        if size > room:
            parts.append("")
            room = LIMIT - 1
        parts[-1] += sign
        room -= size
    return "\r\n ".join(parts)
