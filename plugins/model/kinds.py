"""Kinds of pages: one row says everything in which a kind differs from the others."""

import re
from dataclasses import dataclass

# Fields by name, as they stand in a file (plugins.reading.front_matter says how each is read).
BARE = frozenset({"Title", "Summary"})
SOURCED = BARE | {"Written", "Sources"}
ANYWHERE = SOURCED | {"Menu-Title", "Keywords", "Contacts", "Next", "Reviewed", "Terms"}
ANYWHERE |= {"Translated-From", "Minor", "Draft", "With-Forms"}
DISCREET = frozenset({"Discreet-Title"})
WITHDRAWABLE = frozenset({"Withdrawn", "Withdrawn-Address"})
CORRECTABLE = WITHDRAWABLE | {"Corrected"}
NEWS = CORRECTABLE | {"Embargo"}
GLOSSARY = frozenset({"Glossary-Links"})

DAY = r"\d{4}-\d{2}-\d{2}"
LISTS = r"{}/(?:\d{{4}}(?:/\d{{2}})?|page/\d+)"  # keys of the lists of a dated section


@dataclass(frozen=True)
class Kind:
    """A kind of page. A page is of the first kind whose `pattern` its path matches.

    `pattern` is a regular expression for the path below the language folder, without numbers and
    `.md`; pages of a kind without one are made by the build. `required` and `allowed` are names of
    fields, beside those of ANYWHERE. A kind with a `section` is dated: the pages of the section are
    listed by day, year, month and topic on its index page, and in a feed if there is to be one.
    """

    name: str
    pattern: str = ""
    template: str = ""  # pages/<name> unless it is said here
    required: frozenset[str] = SOURCED
    allowed: frozenset[str] = frozenset()
    section: str = ""
    index_template: str = "pages/news-list"
    feed: bool = True
    announced: bool = False  # its day is one to come, so it is public before it
    schema: str = ""  # its type in the words of schema.org
    discreet: bool = True  # `Discreet-Title` may hide its title from the history of a browser
    generated: tuple[str, ...] = ()  # patterns of the keys of pages that are made from it
    listed: bool = True  # in lists of pages by title
    indexed: bool = True  # by search engines
    searched: bool = True  # by the search of the site
    necessary: bool = False  # no language works without
    in_manual: bool = False  # a chapter of the book

    @property
    def shown_by(self) -> str:
        """Return the template that shows a page of this kind."""
        return self.template or f"pages/{self.name}"

    @property
    def fields(self) -> frozenset[str]:
        """Return the names of all fields that a file of this kind may have."""
        return (
            ANYWHERE | self.required | self.allowed | (DISCREET if self.discreet else frozenset())
        )

    @property
    def day_in_name(self) -> bool:
        """Whether the name of the file begins with the day of the page."""
        return bool(self.section) and "Date" not in self.required

    @property
    def made(self) -> tuple[str, ...]:
        """Return patterns of the keys of all pages that the build makes from this kind."""
        return (*self.generated, LISTS.format(self.section)) if self.section else self.generated

    @property
    def file(self) -> str:
        """Return the name of the file, where the pattern allows only one."""
        return f"{self.pattern}.md"

    @property
    def index(self) -> "Kind":
        """Return the kind of the page that lists the pages of this dated kind."""
        return Kind(f"{self.section}-list", f"{self.section}/index", template=self.index_template)


KINDS: tuple[Kind, ...] = (
    Kind(
        "home",
        "index",
        required=SOURCED | {"Doors", "Popular"},
        allowed=frozenset({"Heading"}),
        schema="NGO",
        necessary=True,
    ),
    Kind("not-found", "404", required=BARE, listed=False, indexed=False, necessary=True),
    Kind("search", "search", required=BARE, searched=False),
    Kind("coverage", "languages"),
    Kind("contact", "contact"),
    Kind("form", "(?:about|press)/write"),
    Kind("facts", "press/facts-and-figures", allowed=frozenset({"Corrected"}), schema="Dataset"),
    Kind(
        "news",
        rf"news/{DAY}-.+",
        required=SOURCED | {"Topics"},
        allowed=NEWS,
        section="news",
        schema="NewsArticle",
    ),
    Kind(
        "release",
        r"press/\d{4}-\d{2}-.+",
        required=SOURCED | {"Topics", "Date"},
        allowed=NEWS | GLOSSARY,
        section="press",
        index_template="pages/press-list",
        schema="NewsArticle",
        generated=("press/corrections", "press/pictures"),
    ),
    Kind("book", "manual/index", schema="Book", generated=("manual/whole", "manual/terms")),
    Kind("glossary", "manual/glossary", schema="Chapter", in_manual=True),
    Kind("chapter", "manual/.+", allowed=CORRECTABLE | GLOSSARY, schema="Chapter", in_manual=True),
    Kind("materials", "prevention/materials/index"),
    Kind(
        "material",
        "prevention/materials/.+",
        required=SOURCED | {"Format", "Audience"},
        allowed=WITHDRAWABLE,
    ),
    Kind("video", "prevention/film-.+", required=SOURCED | {"Film"}, allowed=CORRECTABLE),
    Kind("section", ".+/index"),
    Kind("countries", "questions/countries", allowed=CORRECTABLE, schema="Article"),
    Kind("advice", "advice/.+", allowed=CORRECTABLE | GLOSSARY, schema="Article"),
    Kind("help", "questions/.+", allowed=CORRECTABLE, schema="Article"),
    Kind("plain", ".+", allowed=CORRECTABLE),
    # Made by the build; the page of a country keeps its address as one that somebody wrote
    Kind("country", schema="Article"),
    Kind("archive", generated=("topics/.+",), listed=False),
    Kind("withdrawn", listed=False, indexed=False),
    Kind("style-guide", generated=("style-guide",), indexed=False),
)

DATED = {kind.section: kind for kind in KINDS if kind.section}
FEEDS = tuple(section for section, kind in DATED.items() if kind.feed)
NECESSARY = tuple(kind for kind in KINDS if kind.necessary)
# Every page offers to leave the site at once; in these sections, which journalists read, quietly.
QUIET_EXIT = frozenset({"press"})
MADE = re.compile("|".join(pattern for kind in KINDS for pattern in kind.made))

_EVERY = (*(kind.index for kind in DATED.values()), *KINDS)
_BY_NAME = {kind.name: kind for kind in _EVERY}
_BY_PATH = tuple((re.compile(kind.pattern), kind) for kind in _EVERY if kind.pattern)


def kind_named(name: str) -> Kind:
    """Return the row of the kind `name`; of one that has none, a row without any peculiarity."""
    return _BY_NAME.get(name) or Kind(name)


def kind_at(path: str) -> Kind:
    """Return the kind of the page whose path below the language folder, numbers left out, is
    `path`."""
    return next(kind for pattern, kind in _BY_PATH if pattern.fullmatch(path))


def has_quiet_exit(section: str) -> bool:
    """Whether the exit link on a page in `section` is a quiet one."""
    return section in QUIET_EXIT


def is_listed(name: str) -> bool:
    """Whether readers look for pages of the kind `name` by title."""
    return kind_named(name).listed
