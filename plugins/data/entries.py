"""What pages name by key: contacts, sources, terms, facts, credits.
A contact says where its number comes from."""

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import ClassVar, TypeVar
from urllib.parse import quote

from plugins.model.message import Message


@dataclass(frozen=True)
class Contact:
    """A number as its `source` stated it on the day `stated`;
    `verified_by` names the role of who then called it.

    `country` is an ISO 3166 code, "EU" or "several"; `cost` free or paid; `hours` always, office or
    unconfirmed.
    """

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
    stated: date | None = None
    verified: date | None = None
    verified_by: str = ""
    expires: date | None = None
    anonymous: bool = False
    demonstration: bool = False
    staff: str = ""

    @property
    def link(self) -> str:
        """The address that a browser follows."""
        return f"tel:{self.dial}"


@dataclass(frozen=True)
class Mailbox:
    """A mailbox as its `source` stated it on the day `stated`; `verified_by` names the role of who
    wrote there and was answered."""

    key: str
    address: str
    source: str
    name: dict[str, str]
    about: dict[str, str]
    stated: date | None = None
    verified: date | None = None
    verified_by: str = ""
    expires: date | None = None
    staff: str = ""
    demonstration: ClassVar[bool] = False
    dial: ClassVar[str] = ""

    @property
    def number(self) -> str:
        """The address, where others have their number."""
        return self.address

    @property
    def link(self) -> str:
        """The address that a browser follows (RFC 6068)."""
        return f"mailto:{quote(self.address, safe='@+')}"


Named = Contact | Mailbox  # what a text names as {contact:key}


@dataclass(frozen=True)
class Source:
    """A publication; `title` is in its own language `lang`,
    `name` as readers of each language know it."""

    key: str
    name: dict[str, str]
    title: str = ""
    lang: str = "en"
    publisher: str = ""
    url: str = ""


@dataclass(frozen=True)
class Term:
    """A glossary entry: the word and its plain definition by language, and the key of its source.

    One that is `ordinary` is said in other meanings too, so texts do not lead to it.
    """

    key: str
    term: dict[str, str]
    definition: dict[str, str] = field(default_factory=dict)
    source: str = ""
    ordinary: bool = False


@dataclass(frozen=True)
class Group:
    """Facts that stand together, and what that part of the page is called in each language."""

    key: str
    name: dict[str, str]


@dataclass(frozen=True)
class Day:
    """A day that comes each year, such as the World Day against Trafficking in Persons: its name by
    language, its source, and the `date` with which calendars begin."""

    key: str
    date: date
    source: str
    name: dict[str, str]


@dataclass(frozen=True)
class Fact:
    """A figure or a date that is cited: `value` as machines read it,
    `what` it counts or what happened, by language.

    `period` is a year or two ("2017-2021"), empty where the source names none; `bound` where it
    gives no exact value.
    """

    CHOICES: ClassVar[dict[str, tuple[str, ...]]] = {
        "unit": ("people", "percent", "countries", "indicators", "date"),
        "bound": ("more-than",),
    }

    key: str
    group: str
    value: str
    unit: str
    source: str
    what: dict[str, str]
    period: str = ""
    bound: str = ""

    @property
    def amount(self) -> Decimal:
        """The value as a number. Raises decimal.InvalidOperation when it is none."""
        return Decimal(self.value)

    @property
    def years(self) -> str:
        """The period as readers write it, with a dash."""
        return self.period.replace("-", "–")


@dataclass(frozen=True)
class Credit:
    """Who made a picture, as it is to be said; the key is the path of the picture below the content
    folder.

    From the day `consent_ended` on nobody is shown the picture any more.
    """

    key: str
    credit: str
    consent_ended: date | None = None


EntryOfContact = TypeVar("EntryOfContact", bound=Named)


def contradictions(contact: Named, today: date) -> list[Message]:
    """Return what cannot be true of `contact` on `today`, whether or not it is published."""
    verified, expires = contact.verified or date.min, contact.expires or date.max
    wrong = {
        Message("does not say since when its source states it"): not (
            contact.stated or contact.demonstration
        ),
        Message("is stated on a day that has not come"): (contact.stated or date.min) > today,
        Message("is verified on a day that has not come"): verified > today,
        Message("does not say who verified it"): bool(contact.verified)
        and not contact.verified_by.strip(),
        Message("does not say when it must be verified again"): bool(contact.verified)
        and not contact.expires,
        Message("expires before it is verified"): expires <= verified,
        Message(
            "says who verified it, or until when, but not that anybody did"
        ): not contact.verified and bool(contact.verified_by or contact.expires),
        Message("is an example only and verified at once"): contact.demonstration
        and bool(contact.verified),
    }
    return [what for what, holds in wrong.items() if holds]


def unfit(contact: Named) -> Message | None:
    """Return why `contact` may not be published; None when it may. One that has expired may: an
    embargo ends without anybody being there, so it is shown as not confirmed instead."""
    if contact.demonstration:
        return None
    never = contact.verified is None or contact.expires is None
    return Message("was never verified") if never else None


def has_lapsed(contact: Named, today: date) -> bool:
    """Return whether somebody verified `contact`, but must do so again since `today` or before."""
    return bool(contact.verified and contact.expires and contact.expires <= today)


def as_known(contact: EntryOfContact, today: date) -> EntryOfContact:
    """Return `contact` as it is shown on `today`: once it has expired nobody has verified it."""
    return replace(contact, verified=None) if has_lapsed(contact, today) else contact


def ended_on(picture: Credit, today: date) -> bool:
    """Whether those who are in `picture` do not want it to be shown any more on `today`."""
    return picture.consent_ended is not None and picture.consent_ended <= today
