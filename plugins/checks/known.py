"""What a rule may ask about: every document, every file, and the library of contacts,
sources and topics."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from plugins.data.library import Library
from plugins.data.records import DataFile
from plugins.model.address import key_of
from plugins.model.document import Problem
from plugins.model.language import Language
from plugins.model.message import Message
from plugins.model.page import Page

MANY = 6  # so many texts are no mistake of whoever wrote one
BESIDE = re.compile(r"(?:^|/)[.#]|~(?:/|$)")


@dataclass(frozen=True)
class Known:
    """`files` are paths of everything in the content folder that readers may see, relative to it;
    `hidden_files` of everything else, and `hidden_keys` those of pages that are there and readers
    do not see; `today` is the day of the build.
    """

    documents: list[Page]
    library: Library
    languages: dict[str, Language]
    files: frozenset[str]
    hidden_files: frozenset[str] = frozenset()
    hidden_keys: frozenset[str] = frozenset()
    today: date = date.max

    @cached_property
    def by_file(self) -> dict[str, Page]:
        """Documents by the file they were read from."""
        return {document.file: document for document in self.documents}

    @cached_property
    def clock_is_behind(self) -> bool:
        """Whether most texts were written after today: not they are wrong, but the clock."""
        days = [document.written for document in self.documents if document.written]
        late = [day for day in days if day > self.today]
        return len(late) * 2 > max(len(days), MANY)

    @cached_property
    def _entries(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def _places(self) -> dict[tuple[str, str], Page]:
        return {(document.lang, document.key): document for document in self.documents}

    def elsewhere(self, file: str) -> Page | None:
        """The page that readers are shown where the page in `file` is missing:
        the same key in another language."""
        lang, key = file.partition("/")[0], key_of(file) or ""
        if self.page(lang, key):
            return None
        order = self.languages[lang].fallback if lang in self.languages else ()
        return next(
            (page for code in (*order, *self.languages) if (page := self.page(code, key))), None
        )

    def data_file(self, name: str) -> DataFile:
        """The file `data/<name>.toml`; an empty one where there is none."""
        return self.library.files.get(name, DataFile(f"data/{name}.toml", "", {}))

    def problem_in(self, name: str, header: str, what: Message, fix: Message) -> Problem:
        """A problem of the table below `header` in that file."""
        file = self.data_file(name)
        return Problem(file.name, file.line_of(header), what, fix)

    def page(self, lang: str, key: str) -> Page | None:
        """The document of `key` in `lang`, or None."""
        return self._places.get((lang, key))

    def entries(self, data_file: str) -> frozenset[str]:
        """Every key of a data file, also of entries that have problems of their own."""
        if data_file not in self._entries:
            declared = self.library.declared.get(data_file, ())
            self._entries[data_file] = frozenset({*getattr(self.library, data_file), *declared})
        return self._entries[data_file]

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys that exist in at least one language."""
        return self.hidden_keys | {document.key for document in self.documents}


def visible(names: Iterable[str]) -> frozenset[str]:
    """Those `names` of files that are meant: hidden ones and editors' backups left out."""
    return frozenset(name for name in names if not BESIDE.search(name))
