"""`make translation`: a page in another language, begun with what the translator needs.

The file has the source's fields, headings and anchors, and the source's words where the translation
will stand. It is a `Draft: yes`: previews show it with a notice, `make publish` leaves it out, and
it counts as missing. `Terms:` lists the words of the glossary that occur, with their translations.
Whoever has translated everything runs `make stamp FILE=…`, which refuses while a paragraph still
has the source's words, and otherwise takes `Draft` and `Terms` away. Whoever removes the line by
hand is told by the build of each paragraph that is left.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from plugins.data.entries import Term
from plugins.data.library import read_library
from plugins.features.translations.fields import with_field, without_field
from plugins.features.translations.pages import Folder, said
from plugins.features.translations.snapshot import Snapshots
from plugins.model.document import Document, Origin

# An ending may follow, as case and number want it: торговля – торговли.
STEM = 0.75


def begin(folder: Folder, page: Document, lang: str) -> Path:
    """Writes the draft of `page` in `lang`, and keeps what its source says now.
    Returns the new file."""
    source = (folder.path / page.file).read_text(encoding="utf-8-sig")
    terms = occurring(source, page.lang, read_library(folder.path / "data").terms.values())
    target = folder.path / lang / page.file.partition("/")[2]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(begun(source, page, lang, terms), encoding="utf-8")
    Snapshots(folder.path).put(page.key, Origin(page.lang, page.revision), said(folder.path, page))
    return target


def begun(source: str, page: Document, lang: str, terms: Iterable[Term]) -> str:
    """The file for `lang`, from the text `source` of `page`."""
    kept = source
    for name in ("Translated-From", "Minor", "Draft", "Terms"):
        kept = without_field(kept, name)
    kept = with_field(kept, "Translated-From", f"{page.lang}@{page.revision}")
    kept = with_field(kept, "Draft", "yes")
    listed = "".join(
        f"\n    {term.term[page.lang]} = {term.term[lang]}" for term in terms if lang in term.term
    )
    return with_field(kept, "Terms", listed) if listed else kept


def occurring(text: str, lang: str, terms: Iterable[Term]) -> list[Term]:
    """The terms that occur in `text`, in any form that keeps the stems of their words."""
    folded = text.casefold()
    return [
        term for term in terms if lang in term.term and _pattern(term.term[lang]).search(folded)
    ]


def _pattern(term: str) -> re.Pattern[str]:
    words = (
        re.escape(word[: max(3, round(len(word) * STEM))]) + r"\w*"
        for word in term.casefold().split()
    )
    return re.compile(r"(?<!\w)" + r"\W+".join(words))
