"""What can be chosen in a form: contacts, sources, topics, pages, each by the name people know."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from plugins.data.library import Library, read_library
from plugins.model.address import Address, AddressError, address
from plugins.model.language import Language, read_languages
from plugins.model.speech import Say
from plugins.reading.front_matter import split

Option = dict[str, str]
NAMES = ("Menu-Title", "Title")


@dataclass(frozen=True)
class Page:
    """A page that is there: its file, its place, and what it is called."""

    file: str
    place: Address
    name: str


@dataclass(frozen=True)
class Choices:
    """What the site has, and `say`, which says a text in the language of whoever edits."""

    content: Path
    languages: dict[str, Language]
    order: tuple[str, ...]  # of languages, by whose names things are called
    library: Library
    pages: tuple[Page, ...]
    say: Say

    @property
    def root(self) -> str:
        """Return the content folder as it is named from the root of the repository."""
        return self.content.name if self.content.is_absolute() else self.content.as_posix()

    def called(self, names: dict[str, str]) -> str:
        """Return the first of `names` in the order of languages."""
        return next((names[code] for code in self.order if names.get(code)), "")

    def options(self, sort: str) -> list[Option]:
        """Return the entries of one sort, each with its name and key."""
        return OFFERED[sort](self)

    @property
    def titles(self) -> dict[str, str]:
        """Return what each page is called, by key."""
        named: dict[str, dict[str, str]] = {}
        for page in self.pages:
            named.setdefault(page.place.key, {})[page.place.lang] = page.name
        return {key: self.called(names) or key for key, names in named.items()}


def read_choices(content: Path, lang: str, say: Say) -> Choices:
    """Return what can be chosen in the site at `content`, with names in `lang` first.
    Raises LanguageError."""
    languages = read_languages(content / "data" / "languages.toml")
    order = tuple(dict.fromkeys([lang, *languages]))
    pages = tuple(_pages(content, languages))
    return Choices(content, languages, order, read_library(content / "data"), pages, say)


def _pages(content: Path, languages: Iterable[str]) -> Iterable[Page]:
    for code in languages:
        for file in sorted((content / code).rglob("*.md")):
            name = file.relative_to(content).as_posix()
            try:
                yield Page(name, address(name), _name(file))
            except AddressError:
                continue  # the build says what is wrong with it


def _name(file: Path) -> str:
    lines = split(file.read_text(encoding="utf-8-sig", errors="replace"))[0]
    values = {line.name: " ".join(line.value.split()) for line in lines}
    return next((values[name] for name in NAMES if values.get(name)), file.stem)


def _listed(named: dict[str, str]) -> list[Option]:
    return [
        {"value": key, "label": f"{name} ({key})" if name else key} for key, name in named.items()
    ]


def _contacts(choices: Choices) -> list[Option]:
    contacts = choices.library.named.items()
    return _listed({key: f"{choices.called(one.name)}: {one.number}" for key, one in contacts})


def _sources(choices: Choices) -> list[Option]:
    sources = choices.library.sources.items()
    return _listed({key: choices.called(one.name) for key, one in sources})


def _topics(choices: Choices) -> list[Option]:
    return _listed({key: choices.called(one) for key, one in choices.library.topics.items()})


def _groups(choices: Choices) -> list[Option]:
    return _listed({key: choices.called(one) for key, one in choices.library.fact_groups.items()})


def _all_pages(choices: Choices) -> list[Option]:
    return _listed(choices.titles)


OFFERED: dict[str, Callable[[Choices], list[Option]]] = {
    "contacts": _contacts,
    "sources": _sources,
    "topics": _topics,
    "groups": _groups,
    "pages": _all_pages,
}
