"""What the press page offers besides releases: a calendar in its language, and the wordmark."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from jinja2 import Environment

from plugins.build.artifact import Artifact
from plugins.data.entries import Day, Source
from plugins.demonstration.words import demo_words
from plugins.export.download import Download
from plugins.export.printing import EPOCH, picture
from plugins.export.printing import scalable as in_lines
from plugins.features.newsroom.calendar import Event, calendar, identity
from plugins.model.document import Document, text_day
from plugins.model.page import Page

LOGO = "logo/wordmark"  # the same in all languages
FORMS = {"svg": in_lines, "png": picture}

Days = tuple[tuple[Day, Source], ...]


def downloads(index: Document) -> tuple[Download, ...]:
    """Return the files of the press page of a language."""
    logo = (Download(f"{LOGO}.{form}", form.upper(), index.lang, use="logo") for form in FORMS)
    return (Download(file_name(index), "ICS", index.lang, use="calendar"), *logo)


def file_name(index: Document) -> str:
    """Return where the calendar of a language is."""
    return f"{index.url}calendar-{index.lang}.ics"


def logo(lang: str) -> Iterator[Artifact]:
    """What makes the wordmark; `lang` is any."""
    for form in FORMS:
        yield Artifact(f"{LOGO}.{form}", lang, _drawn, (form,), source="pelicanconf.py")


def _drawn(speaking: Environment, form: str) -> bytes:
    return FORMS[form](speaking.get_template("editions/wordmark.typ").render(), EPOCH)


def calendar_of(
    index: Document, releases: list[Any], ids: Mapping[str, str], days: Days
) -> Artifact:
    """What makes the calendar of a language: its `releases`, whose `ids` are by address, and the
    `days` of each year with their sources."""
    inputs = (index, tuple(releases), dict(ids), days)
    return Artifact(file_name(index), index.lang, _calendar, inputs, source="data/facts.toml")


def _calendar(
    speaking: Environment, index: Document, releases: list[Any], ids: Mapping[str, str], days: Days
) -> bytes:
    known: Any = speaking.globals
    lang, address = index.lang, known["absolute"]
    events = [_of_day(day, source, lang) for day, source in days]
    events += [_of_release(page, ids[page.url], address(page)) for page in releases]
    name = f"{known['SITENAME']}: {index.title}"
    return calendar(name, lang, demo_words(speaking), events).encode()


def _of_day(day: Day, source: Source, lang: str) -> Event:
    about = ": ".join(filter(None, (source.publisher, source.title)))
    uid = identity("day", day.key, lang)
    return Event(uid, day.date, day.date, day.name[lang], about, source.url, yearly=True)


def _of_release(page: Page, known_as: str, address: str) -> Event:
    published = page.published or date.min
    stamp = max(published, text_day(page) or date.min)
    uid = identity("release", known_as)
    return Event(uid, published, stamp, page.title, page.summary, address)
