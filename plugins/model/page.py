"""A page as templates see it: a document, and what each feature adds to it, in a part of its own.

A feature says what it knows of a page as a `Part`, under the name of the part:

    @dataclass(frozen=True)
    class ReadingTime(Part, name="reading_time"):
        minutes: int = 0

    page.give(ReadingTime(3))

A template asks for `page.reading_time.minutes`, other code for `page.part(ReadingTime).minutes`. A
page that was given none has an empty one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Self, TypeVar

from plugins.model.document import Document
from plugins.model.language import Language


class PageSealedError(RuntimeError):
    """Something is said of a page whose key has been told."""


class Part:
    """What one feature adds to a page. Each part can be made of nothing: then it says nothing."""

    attribute: ClassVar[str]
    kinds: ClassVar[dict[str, type["Part"]]] = {}

    def __init_subclass__(cls, name: str) -> None:
        cls.attribute = name
        Part.kinds[name] = cls

    @property
    def shows(self) -> str:
        """Return in words what the page shows of it, apart from the faces of other pages of its
        language: when these words change, the page is made again."""
        return ""

    @property
    def in_files(self) -> str:
        """Return in words what files that are made from the page show of it."""
        return ""

    def over(self, original: Self) -> Self:
        """Return what a page shows that stands in for the page of the part `original`, when this
        is the part that it was given itself."""
        return self


AnyPart = TypeVar("AnyPart", bound=Part)


class Alternate(NamedTuple):
    """A language in the language menu of one page; `document` is None where the page is missing."""

    language: Language
    document: "Page | None"
    current: bool


@dataclass(frozen=True)
class Navigation(Part, name="navigation"):
    """The same page in every language, and the pages above it, the home page first."""

    alternates: tuple[Alternate, ...] = ()
    breadcrumbs: tuple["Page", ...] = ()

    @property
    def shows(self) -> str:
        """Return the faces of the page in other languages."""
        return "\n".join(one.document.face if one.document else "" for one in self.alternates)

    @property
    def in_files(self) -> str:
        """Return where the page is in which language, and where it was withdrawn."""
        pages = [one.document for one in self.alternates if one.document]
        return repr([(page.url, bool(page.withdrawn)) for page in pages])


@dataclass(frozen=True)
class SearchWords(Part, name="search_words"):
    """Words that stand on the page and not in its text, for those who search."""

    words: str = ""


@dataclass(frozen=True)
class Kit(Part, name="kit"):
    """The pictures of a release (`plugins.features.newsroom.offered.Offered`)."""

    pictures: tuple[Any, ...] = ()

    @property
    def shows(self) -> str:
        """Return what is seen of them."""
        return " ".join(one.shows for one in self.pictures)

    @property
    def in_files(self) -> str:
        """Return the same."""
        return self.shows

    def over(self, original: Self) -> Self:
        """Return the pictures of the original, where there are none of its own."""
        return self if self.pictures else original


@dataclass(frozen=True, eq=False)
class Page(Document):
    """A document in its place on the site."""

    original: "Page | None" = None
    """Of a page that stands in for one missing in the reader's language: the page itself."""
    content_language: Language | None = None
    """Of such a page: the language of its text."""
    parts: dict[type[Part], Part] = field(default_factory=dict, init=False, repr=False)
    """What features have said of it."""

    @classmethod
    def of(cls, document: Document, **own: Any) -> Self:
        """Return the page of `document`, with attributes of its `own`."""
        page = cls.__new__(cls)
        vars(page).update(vars(document), parts={}, **own)
        return page

    def give(self, part: Part) -> None:
        """Say `part` of the page, instead of what was said under its name before.

        Raises PageSealedError where the key of the page is told already.
        """
        if "sealed" in vars(self):
            raise PageSealedError(
                f"{self.url}: its key was told before {part.attribute} was given."
            )
        self.parts[type(part)] = part

    def own(self, kind: type[AnyPart]) -> AnyPart:
        """Return what was said of the page itself under `kind`, or nothing of that kind."""
        found = self.parts.get(kind)
        return found if isinstance(found, kind) else kind()

    def part(self, kind: type[AnyPart]) -> AnyPart:
        """Return what the page shows of `kind`."""
        return self.own(kind)

    def every_part(self) -> Iterator[Part]:
        """Yield what the page shows of every kind of part, by the name of the kind."""
        return (self.part(kind) for _, kind in sorted(Part.kinds.items()))

    def seal(self) -> None:
        """From now on nothing can be said of the page."""
        vars(self)["sealed"] = True

    if not TYPE_CHECKING:  # code asks for parts by type

        def __getattr__(self, name: str) -> Part:
            if name not in Part.kinds:
                raise AttributeError(f"A page has no {name!r}.")
            return self.part(Part.kinds[name])
