"""Everything that is marked in a page, each mark with its line."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plugins.checks.rules.sameness import differences
from plugins.data.records import read_data_file
from plugins.features.translations.pages import said
from plugins.model.document import Document, Problem
from plugins.model.message import Message
from plugins.proofread.spelling import Knows, dictionary, unknown
from plugins.proofread.wording import Avoided, avoided, to_avoid, too_long

WORDS = Message("Correct it, or add it to `%(lang)s` in data/words.toml.")


@dataclass
class Proofreader:
    """Reads pages of the content folder `folder`; dictionaries are loaded when a page in their
    language comes."""

    folder: Path
    terms: dict[str, Any]
    ours: dict[str, frozenset[str]]
    _dictionaries: dict[str, Knows] = field(default_factory=dict)

    def marks(
        self, page: Document, source: Document | None = None, partly: bool = False
    ) -> Iterator[Problem]:
        """Yield what is marked in `page`; with a `source`, of which it may be a part, what differs
        from it too. Raises SpellingError."""
        blocks = said(self.folder, page)
        for line, word in unknown(blocks, self._dictionary(page.lang), self._ours(page.lang)):
            what = Message("No dictionary knows the word %(word)r.", word=word)
            yield Problem(page.file, line, what, Message(WORDS.id, lang=page.lang))
        for line, word, instead in to_avoid(blocks, self._avoided(page)):
            what = Message("%(word)r is a word that we avoid.", word=word)
            yield Problem(page.file, line, what, Message("Write %(word)r.", word=instead))
        for line, count, begins in too_long(blocks):
            what = Message(
                "The sentence %(begins)r… has %(count)s words.", begins=begins, count=count
            )
            yield Problem(page.file, line, what, Message("Make two of it."))
        if source is not None:
            yield from differences(page, source, partly)

    def _dictionary(self, lang: str) -> Knows:
        if lang not in self._dictionaries:
            self._dictionaries[lang] = dictionary(lang)
        return self._dictionaries[lang]

    def _avoided(self, page: Document) -> list[Avoided]:
        return [word for word in avoided(self.terms, page.lang) if word.concerns(page.key)]

    def _ours(self, lang: str) -> frozenset[str]:
        return self.ours.get(lang, frozenset()) | self.ours.get("all", frozenset())


def proofreader(folder: Path) -> tuple[Proofreader, list[Problem]]:
    """Return who reads the pages of the content folder, and what is wrong with the two lists of
    words."""
    terms, wrong_terms = read_data_file(folder / "data", "terms.toml")
    words, wrong_words = read_data_file(folder / "data", "words.toml")
    ours = {
        lang: frozenset(str(word).lower() for word in listed)
        for lang, listed in words.tables.items()
        if isinstance(listed, list)
    }
    return Proofreader(folder, terms.tables, ours), [*wrong_terms, *wrong_words]
