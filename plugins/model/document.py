"""A document: one Markdown file in one language, as plain data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

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


class Invariant(NamedTuple):
    """What a text says whatever its language: its kind (`number`, `date`, `contact`, `link` …), the
    part of the text (the anchor of its heading), what it is, and its line in the file."""

    kind: str
    part: str
    value: str
    line: int


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
    """One of the choices on the home page: where it leads, what it says,
    and a few words more; one without them is a quieter link."""

    key: str
    label: str
    about: str = ""


@dataclass(frozen=True)
class Text:
    """What a document says, as HTML."""

    written: str = ""

    @property
    def html(self) -> str:
        """Return it."""
        return self.written


NOTHING = Text()


@dataclass(frozen=True, eq=False)
class Document:
    """What was read from one file, or is said in its place; nothing of it changes any more.

    What it says stands apart, in `text`, since few ask for it. What features add to the page that
    it becomes is in the parts of the page (plugins.model.page).
    """

    file: str = ""
    """The Markdown file, relative to the content folder; empty for a page the build makes."""
    lang: str = ""
    """The language tag, such as `be`."""
    section: str = ""
    """The first part of the key: `questions`, `advice`, `press` …"""
    key: str = ""
    """What the page is in every language: its address without the language."""
    kind: str = "plain"
    """The name of its row in `plugins/model/kinds.py`."""
    order: tuple[tuple[int, str], ...] = ()
    """Its place among its neighbours, from the numbers in the names of files and folders."""
    url: str = ""
    """The address, without the site's and without a slash at its beginning."""
    save_as: str = ""
    """The file in the output folder."""
    template: str = "pages/plain"
    """The template, without its ending."""

    title: str = ""
    """The heading of the page."""
    heading: str = ""
    """What the home page says above its text, where the title is only a name."""
    menu_title: str = ""
    """A shorter title for menus and lists; the title where none is given."""
    discreet_title: str = ""
    """What the browser keeps in its history instead of the title."""
    summary: str = ""
    """One or two sentences: below the heading, in lists, for search engines."""
    keywords: tuple[str, ...] = ()
    """Words that people look for and the text does not say."""
    contact_keys: tuple[str, ...] = ()
    """Entries of contacts.toml whose cards the page shows."""
    next_keys: tuple[str, ...] = ()
    """Pages to read next."""
    source_keys: tuple[str, ...] = ()
    """Entries of sources.toml on which the text rests."""
    topic_keys: tuple[str, ...] = ()
    """Topics of a news item or a release."""
    popular_keys: tuple[str, ...] = ()
    """On the search page: pages that are offered before anything is typed."""
    doors: tuple[Door, ...] = ()
    """On the home page: its choices."""
    country: str = ""
    """The ISO 3166 code of the country that a page is about."""
    format: str = ""
    """The size of paper of a material."""
    film_name: str = ""
    """The file of its film, such as media/films/name.mp4."""
    audience: str = ""
    """For whom a material is."""
    translated_from: Origin | None = None
    """The language and revision of what it was translated from."""
    minor: bool = False
    """The last change of the text asks for no change of its translations."""
    draft: str = ""
    """UNFINISHED or TO_BE_APPROVED; empty when it is neither."""
    terms: str = ""
    """In a draft of a translation: terms of the glossary that occur, for who translates."""
    glossary_links: str = ""
    """`no`: words of the glossary do not lead to it."""
    with_forms: tuple[str, ...] = ()
    """Anchors of sections that tell of the forms of the site."""
    published: date | None = None
    """The day of a dated page."""
    embargo: datetime | None = None
    """The moment before which it is not published."""
    corrections: tuple[Change, ...] = ()
    """What was corrected in it, and when."""
    withdrawn: Withdrawal | None = None
    """That and why it was withdrawn."""
    withdrawn_address: str = ""
    """`remove`: its address tells too much, so nothing stands there any more."""
    written: date | None = None
    """The day it was written."""
    reviewed: Review | None = None
    """Who of the organisation has read it, and when; None until somebody has."""

    text: Text = NOTHING
    """What it says; `page.content` is its HTML."""
    revision: str = ""
    """A digest of what the text says."""
    passages: tuple[tuple[int, int], ...] = ()
    """A checksum of each passage, and its line in the file."""
    invariants: tuple[Invariant, ...] = ()
    """What a translation has as its source has."""
    headings: tuple[Heading, ...] = ()
    """The headings of the text, from the top down."""
    references: tuple[Reference, ...] = ()
    """Links, pictures and contacts of the text."""
    field_lines: Mapping[str, int] = field(default_factory=dict)
    """The line in the file of each field and of each heading's anchor."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with the file."""
    content_digest: str = ""
    """A digest of everything it was made from."""
    interface_digest: str = ""
    """A digest of what other pages can show of it."""
    made_from: str = ""
    """Of a page that the build makes: the file an editor would look into."""

    topic_pages: tuple[str, ...] = ()
    """The keys of the pages of its topics."""
    indexed: bool = True
    """Whether the site's search, the sitemap and search engines know it."""
    due: datetime | None = None
    """The moment it becomes public, in a preview that shows it earlier."""

    @property
    def content(self) -> str:
        """Return the text as HTML."""
        return self.text.html

    @property
    def outside(self) -> frozenset[str]:
        """Return the addresses of other sites that the text links."""
        return frozenset(one.target for one in self.references if one.kind == "outside")

    @property
    def face(self) -> str:
        """Return what stands for all that others can show of it; a page that no file was written
        for is known by address and title."""
        return self.interface_digest or f"{self.url} {self.title}"


def text_day(document: Document) -> date | None:
    """Return the day of the text of `document`: when it was reviewed, or else written;
    None where no file says it."""
    return document.reviewed.day if document.reviewed else document.written


def changed(document: Document) -> date | None:
    """The day of the latest change to a published text; None when it stands as it was published."""
    days = [change.day for change in document.corrections]
    days += [document.withdrawn.day] if document.withdrawn else []
    return max(days, default=None)


def modified(document: Document) -> date | None:
    """The day from which on a text is as it is: published, written, reviewed,
    corrected or withdrawn."""
    days = (document.published, text_day(document), changed(document))
    return max((day for day in days if day), default=None)
