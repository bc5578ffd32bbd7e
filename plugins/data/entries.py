"""What pages name by key: contacts, sources, terms, credits. A contact is checked by a person on a known day."""

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar


@dataclass(frozen=True)
class Contact:
    """`country` is an ISO 3166 code, "EU" or "several"; `cost` free or paid; `hours` always, office or unconfirmed."""

    CHOICES: ClassVar[dict[str, tuple[str, ...]]] = {
        "cost": ("free", "paid"),
        "hours": ("always", "office", "unconfirmed"),
    }

    key: str
    number: str
    dial: str
    country: str
    cost: str
    hours: str
    source: str
    name: dict[str, str]
    about: dict[str, str]
    languages: tuple[str, ...] = ()
    verified: date | None = None
    expires: date | None = None
    anonymous: bool = False
    demonstration: bool = False
    staff: str = ""


@dataclass(frozen=True)
class Source:
    """A publication; `title` is in its own language `lang`, `name` as readers of each language know it."""

    key: str
    name: dict[str, str]
    title: str = ""
    lang: str = "en"
    publisher: str = ""
    url: str = ""


@dataclass(frozen=True)
class Term:
    """A glossary entry: the word and its plain definition by language, and the key of its source."""

    key: str
    term: dict[str, str]
    definition: dict[str, str] = field(default_factory=dict)
    source: str = ""


@dataclass(frozen=True)
class Credit:
    """Who made a picture, as it is to be said; the key is the path of the picture below the content folder."""

    key: str
    credit: str


def unfit(contact: Contact, today: date) -> str:
    """Why `contact` may not be published on `today`; empty when it may."""
    if contact.demonstration:
        return ""
    if contact.verified is None or contact.expires is None:
        return "was never verified"
    if contact.expires <= today:
        return f"expired on {contact.expires.isoformat()}"
    return ""
