"""Countries: whom to call in each, what else helps there, and what to say in its language."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from plugins.data.entries import Contact
from plugins.data.records import DataFile, records
from plugins.model.document import Problem

# What a number or a note is for, in the order in which a reader in need is shown them.
SERVICES = ("emergency", "trafficking", "violence", "children", "labour", "rights", "consulate")


INDEX = "questions/countries"  # the key of the page that leads to all countries


def key_of_page(code: str) -> str:
    """Return the key of the page of a country, by its ISO 3166 code."""
    return f"{INDEX}/{code.lower()}"


@dataclass(frozen=True)
class Country:
    """A country by its ISO 3166 code: the `languages` in which one speaks to people there; keys of
    contacts.toml, of `emergency` numbers and of `helplines` that work there too; and other words
    that it is looked for by, by language."""

    key: str
    languages: tuple[str, ...]
    emergency: tuple[str, ...] = ()
    helplines: tuple[str, ...] = ()
    found_by: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class CountryNumber(Contact):
    """A number of one country; `when` says by language when somebody answers, where that is known
    and neither always nor office hours."""

    CHOICES: ClassVar[dict[str, tuple[str, ...]]] = {
        **Contact.CHOICES,
        "cost": ("free", "paid", "unconfirmed"),
        "service": SERVICES,
    }

    service: str
    when: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class CountryNote:
    """What helps in a country and has no number, such as an office or a right: `name`, what to know
    `about` it, and the source that says so, seen on the day `stated`."""

    CHOICES: ClassVar[dict[str, tuple[str, ...]]] = {"service": SERVICES}

    key: str
    country: str
    service: str
    source: str
    stated: date
    name: dict[str, str]
    about: dict[str, str]


@dataclass(frozen=True)
class Phrase:
    """What somebody may have to say, by the language of the reader."""

    key: str
    meaning: dict[str, str]


@dataclass(frozen=True)
class Saying:
    """A phrase in another language as it is written there, and how it sounds, by the language of
    the reader."""

    key: str
    text: str
    sounds: dict[str, str] = field(default_factory=dict)


def read_countries(files: dict[str, DataFile]) -> tuple[dict[str, Any], list[Problem]]:
    """Return the parts of the library that `files` say of countries, and what is wrong there."""
    book = files.get("countries", DataFile("data/countries.toml", "", {}))
    countries, wrong_countries = records(
        book,
        book.tables.get("country", {}),
        Country,
        "[country.{}]",
        languages=tuple,
        emergency=tuple,
        helplines=tuple,
    )
    numbers, wrong_numbers = records(
        book, book.tables.get("number", {}), CountryNumber, "[number.{}]", languages=tuple
    )
    notes, wrong_notes = records(book, book.tables.get("note", {}), CountryNote, "[note.{}]")
    phrases, wrong_phrases = _phrases(files)
    parts = {
        "countries": countries,
        "country_numbers": numbers,
        "country_notes": notes,
        "country_summary": book.tables.get("summary", {}),
        "embassy": book.tables.get("embassy", {}),
        "embassy_source": book.tables.get("embassy_source", ""),
        "home_country": book.tables.get("home", ""),
    }
    return parts | phrases, [*wrong_countries, *wrong_numbers, *wrong_notes, *wrong_phrases]


def _phrases(files: dict[str, DataFile]) -> tuple[dict[str, Any], list[Problem]]:
    """The phrases, how they are said in each language, and who has checked that."""
    file = files.get("phrases", DataFile("data/phrases.toml", "", {}))
    phrases, problems = records(file, file.tables.get("phrase", {}), Phrase, "[phrase.{}]")
    sayings = {}
    for lang, entries in file.tables.get("said", {}).items():
        sayings[lang], wrong = records(file, entries, Saying, f"[said.{lang}.{{}}]")
        problems += wrong
    checked = file.tables.get("checked", {})
    return {"phrases": phrases, "sayings": sayings, "phrases_checked": checked}, problems
