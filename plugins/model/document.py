"""A document: one Markdown file in one language, as plain data."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

from plugins.model.message import Message

# What `Draft` says: a text is not finished; it is, but nobody has agreed to it yet.
UNFINISHED, TO_BE_APPROVED = "yes", "to be approved"


@dataclass(frozen=True)
class Problem:
    """Something in one line of one file that must be fixed before the site is written."""

    file: str
    line: int
    what: Message
    fix: Message

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what} {self.fix}"


class Heading(NamedTuple):
    """A heading of the text; `explicit` when its anchor was written by hand."""

    level: int
    anchor: str
    text: str
    explicit: bool = True


class Reference(NamedTuple):
    """A link, picture or contact in the text; `line` counts from 1 in the file."""

    kind: str
    target: str
    line: int
    anchor: str = ""
    text: str = ""


@dataclass(frozen=True)
class Origin:
    """What a translation was made from: the language of its source,
    and the revision of the source's text."""

    lang: str
    revision: str


@dataclass(frozen=True)
class Change:
    """What was corrected in a published text, and on which day."""

    day: date
    what: str


@dataclass(frozen=True)
class Withdrawal(Change):
    """Why a text was withdrawn from all languages, or with `only_here` from its own;
    `lang` is that of the reason."""

    only_here: bool = False
    lang: str = ""


@dataclass(frozen=True)
class Review:
    """Who of the organisation has read a text, named by role, and on which day."""

    day: date
    role: str


@dataclass(frozen=True)
class Door:
    """One of the choices on the home page: where it leads and what it says."""

    key: str
    label: str


@dataclass
class Document:
    """Everything the site knows of a page; Pelican's Page carries the same attributes."""

    file: str = ""
    lang: str = ""
    section: str = ""
    key: str = ""
    kind: str = "plain"
    order: tuple[tuple[int, str], ...] = ()
    url: str = ""
    save_as: str = ""
    template: str = "pages/plain"

    title: str = ""
    menu_title: str = ""
    discreet_title: str = ""  # what the browser keeps in its history instead of the title
    summary: str = ""
    keywords: tuple[str, ...] = ()
    contact_keys: tuple[str, ...] = ()
    next_keys: tuple[str, ...] = ()
    source_keys: tuple[str, ...] = ()
    topic_keys: tuple[str, ...] = ()
    popular_keys: tuple[str, ...] = ()
    doors: tuple[Door, ...] = ()
    format: str = ""
    audience: str = ""
    translated_from: Origin | None = None
    minor: bool = False
    draft: str = ""  # UNFINISHED or TO_BE_APPROVED, empty when it is neither
    terms: str = ""
    glossary_links: str = ""  # "no": words of the glossary do not lead to it
    published: date | None = None
    embargo: datetime | None = None
    corrections: tuple[Change, ...] = ()
    withdrawn: Withdrawal | None = None
    withdrawn_address: str = (
        ""  # "remove": its address tells too much, so nothing stands there any more
    )
    written: date | None = None
    reviewed: Review | None = None  # None until a person of the organisation has read it

    content: str = ""
    revision: str = ""
    passages: tuple[tuple[int, int], ...] = ()
    headings: tuple[Heading, ...] = ()
    references: tuple[Reference, ...] = ()
    field_lines: dict[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    # Digests: of everything the document was made from, and of what other pages can show of it.
    content_digest: str = ""
    interface_digest: str = ""
    made_from: str = ""  # of a page that the build makes: the file an editor would look into

    topic_pages: tuple[str, ...] = ()
    indexed: bool = True
    alternates: tuple[Any, ...] = ()
    breadcrumbs: tuple[Any, ...] = ()
    previous: Any = None
    following: Any = None
    listing: Any = None
    downloads: tuple[Any, ...] = ()
    pictures: tuple[Any, ...] = ()
    beside: str = ""  # words that stand on the page and not in its text, for those who search
    feeds: tuple[Any, ...] = ()
    standing: Any = None
    # Of a page that stands in for one missing in the reader's language: the page itself, and its
    # language.
    original: Any = None
    content_language: Any = None
    coverage: Any = None
    # The moment it becomes public, in a preview that shows it earlier.
    due: datetime | None = None

    def retell(self, content: str) -> None:
        """Its text is `content` from now on."""
        self.content = content


def text_day(document: Any) -> date | None:
    """Return the day of the text of `document`: when it was reviewed, or else written;
    None where no file says it."""
    day: date | None = document.reviewed.day if document.reviewed else document.written
    return day


def changed(document: Any) -> date | None:
    """The day of the latest change to a published text; None when it stands as it was published."""
    days = [change.day for change in document.corrections]
    days += [document.withdrawn.day] if document.withdrawn else []
    return max(days, default=None)


def modified(document: Any) -> date | None:
    """The day from which on a text is as it is: published, written, reviewed,
    corrected or withdrawn."""
    days = (document.published, text_day(document), changed(document))
    return max((day for day in days if day), default=None)
