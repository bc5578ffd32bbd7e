"""The pages that Pelican built for the endpoint, filled with what the visitor wrote.

A page has `[[name]]` where a value belongs, and `[[if name]] … [[end]]` around what only some answers
say. A page is read again when its file has changed: after a publish none names what is gone.
"""

import os
import re
from collections.abc import Callable, Iterator, Set
from itertools import product
from pathlib import Path
from typing import NamedTuple

from contact.form import FIELDS, PLACES, ROUTES
from contact.stream import Stream

KINDS = ("confirm", "again", "unavailable", "unsure", "refused", "interrupted")
TOKEN = re.compile(r"\[\[(?:if ([\w-]+)|(end)|([\w-]+))\]\]")
# Where the form page of the site has room for an id; as the site builds it, empty.
EMPTY_ID = 'name="id" value=""'
LANGUAGES = "languages.txt"
Stamp = tuple[int, int, int]


class Part(NamedTuple):
    """A piece of a page: `text` as it stands, or the place of the value `name`; said only `when`."""

    text: str
    name: str = ""
    when: str = ""


class Template:
    """A page or a letter with its places."""

    def __init__(self, text: str) -> None:
        self._parts = tuple(_parts(text))

    def parts(self, values: dict[str, str], said: Set[str]) -> Iterator[tuple[str, bool]]:
        """Yield the pieces with `said` chosen, and whether each is a visitor's; each is read once."""
        for part in self._parts:
            if not part.when or part.when in said:
                yield (values.get(part.name, ""), True) if part.name else (part.text, False)

    def text(self, values: dict[str, str], said: Set[str]) -> str:
        """Return all of it as plain text."""
        return "".join(piece for piece, _ in self.parts(values, said))

    def stream(self, values: dict[str, str], said: Set[str]) -> Stream:
        """Return all of it as HTML, in which no value is markup."""
        return Stream(self.parts(values, said))


def _parts(text: str) -> Iterator[Part]:
    at, when = 0, ""
    for found in TOKEN.finditer(text):
        if found.start() > at:
            yield Part(text[at : found.start()], when=when)
        at, (begun, ended, name) = found.end(), found.groups()
        if name:
            yield Part("", name, when)
        elif begun or ended:
            when = begun or ""
    if text[at:]:
        yield Part(text[at:], when=when)


class File:
    """A file that is read when it is needed, and again when it has changed, until it is gone."""

    def __init__(self, path: Path, change: Callable[[str], str] = str) -> None:
        self._path, self._change = path, change
        self._read_last: tuple[Stamp, Template] | None = None

    @property
    def template(self) -> Template:
        """What the file says now. Raise OSError, UnicodeDecodeError when it never said anything."""
        try:
            if self._read_last is None or _stamp(self._path) != self._read_last[0]:
                self._read_last = self._read()
        except (OSError, UnicodeDecodeError):
            if self._read_last is None:
                raise
        return self._read_last[1]

    def _read(self) -> tuple[Stamp, Template]:
        stamp = _stamp(self._path)
        return stamp, Template(self._change(self._path.read_text(encoding="utf-8")))


def _stamp(path: Path) -> Stamp:
    found = os.stat(path)  # noqa: PTH116 (for every answer, and faster)
    return found.st_mtime_ns, found.st_ino, found.st_size


class Pages(NamedTuple):
    """By language, form and kind; by form, the letter that the counsellor reads; the form pages."""

    pages: dict[tuple[str, str, str], File]
    letters: dict[str, File]
    forms: dict[tuple[str, str], File]
    languages: tuple[str, ...] = ()

    def knows(self, lang: str, form: str) -> bool:
        """Return whether `form` is there in `lang`."""
        return (lang, form, KINDS[0]) in self.pages

    def page(self, lang: str, form: str, kind: str) -> Template:
        """Return the page as it is on disk now."""
        return self.pages[lang, form, kind].template

    @property
    def anywhere(self) -> tuple[str, str]:
        """A language and form for those who ask for none: the first of the site."""
        order = {lang: number for number, lang in enumerate(self.languages)}
        lang, form, _ = min(self.pages, key=lambda place: (order.get(place[0], len(order)), place))
        return lang, form

    def nearest(self, lang: str, form: str) -> tuple[str, str]:
        """Return the known language and form that are nearest to these."""
        first, other = self.anywhere
        for found in ((lang, form), (lang, other), (first, form)):
            if self.knows(*found):
                return found
        return first, other


def read_pages(folder: Path) -> tuple[Pages, list[str]]:
    """Return the pages below `folder` (`<language>/<form>/<kind>.html`, `<form>.txt`), and what is missing."""
    langs = sorted(found.name for found in folder.glob("*") if found.is_dir())
    places = product(langs, FIELDS, KINDS)
    files = {(lang, form, kind): folder / lang / ROUTES[form] / f"{kind}.html" for lang, form, kind in places}
    there = {place: file for place, file in files.items() if file.parent.is_dir()}
    letters = {form: folder / f"{form}.txt" for form in FIELDS}
    missing = [str(file) for file in (*there.values(), *letters.values()) if not file.is_file()]
    if missing or not there:
        return Pages({}, {}, {}), missing or [str(folder / "<language>" / "<form>" / f"{KINDS[0]}.html")]
    pages = {place: File(file) for place, file in there.items()}
    found = Pages(pages, {form: File(file) for form, file in letters.items()}, _forms(folder, langs))
    return found._replace(languages=_languages(folder)), []


def _forms(folder: Path, langs: list[str]) -> dict[tuple[str, str], File]:
    """Return the form pages of the site, with a place for the id."""
    files = {(lang, form): folder.parent / lang / PLACES[form] / "index.html" for lang in langs for form in FIELDS}
    return {place: File(file, _with_id) for place, file in files.items() if file.is_file()}


def _with_id(text: str) -> str:
    return text.replace(EMPTY_ID, 'name="id" value="[[id]]"')


def _languages(folder: Path) -> tuple[str, ...]:
    """Return the languages in the site's order, where the site says one."""
    file = folder / LANGUAGES
    return tuple(file.read_text(encoding="utf-8").split()) if file.is_file() else ()
