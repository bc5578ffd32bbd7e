"""A page goes out to a translator, and comes back as a draft."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from plugins.data.library import read_library
from plugins.exchange import docx, xliff
from plugins.exchange.bundle import Bundle, ExchangeError, misfits, outgoing
from plugins.exchange.units import Unit, pieces, put_together, units
from plugins.features.translations.pages import Folder, read_page, said
from plugins.features.translations.snapshot import Snapshots
from plugins.features.translations.translation import begun, occurring
from plugins.model.document import Document, Origin, Problem
from plugins.model.message import Message

OUT = Path("exchange")


class Form(NamedTuple):
    """How a form is written and read."""

    write: Callable[[Bundle, list[Unit]], bytes]
    read: Callable[[bytes], Bundle]


FORMS = {"docx": Form(docx.written, docx.read), "xliff": Form(xliff.written, xliff.read)}


def give(folder: Folder, page: Document, lang: str, form: str, out: Path = OUT) -> Path:
    """Write the file for the translator below `out`; return it. Raises ExchangeError."""
    source = _source(folder, page)
    found = units(source)
    bundle = outgoing(page.file, f"{page.lang}@{page.revision}", lang, found)
    target = out / lang / f"{page.key.replace('/', '--')}.{form}"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(FORMS[form].write(bundle, found))
    return target


def take(folder: Folder, file: Path) -> tuple[Path | None, list[Problem]]:
    """Write the draft that the translator's `file` makes; return it, or None and what does not fit.
    Raises ExchangeError."""
    bundle = FORMS[file.suffix[1:]].read(file.read_bytes())
    page = _page(folder, bundle)
    source = _source(folder, page)
    found = pieces(source)
    wanted = [one for one in found if isinstance(one, Unit)]
    problems = [Problem(page.file, *one) for one in misfits(bundle, wanted)]
    target = folder.path / bundle.lang / page.file.partition("/")[2]
    if problems:
        return None, problems
    words = [bundle.words[number].strip() for number in range(1, len(wanted) + 1)]
    terms = occurring(source, page.lang, read_library(folder.path / "data").terms.values())
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = begun(put_together(found, words), page, bundle.lang, terms)
    target.write_text(draft, encoding="utf-8")
    Snapshots(folder.path).put(page.key, Origin(page.lang, page.revision), said(folder.path, page))
    return target, []


def _page(folder: Folder, bundle: Bundle) -> Document:
    """The page that was given, as long as it still says the same, and nobody has translated it."""
    known = {page.file: page for page in folder.pages()}
    page = known.get(bundle.file)
    if page is None or bundle.lang not in folder.languages:
        what = Message("%(file)s in %(lang)r is no page here.", file=bundle.file, lang=bundle.lang)
        raise ExchangeError(what, Message("Compare the place that the file names at its top."))
    if f"{page.lang}@{page.revision}" != bundle.revision:
        what = Message("%(file)s has changed since it was given to the translator.", file=page.file)
        raise ExchangeError(what, Message("Give it again: make translation … FORMAT=…"))
    there = [one.file for one in known.values() if (one.lang, one.key) == (bundle.lang, page.key)]
    if there and not _is_draft(folder, there[0]):
        what = Message("%(file)s is there already.", file=there[0])
        raise ExchangeError(what, Message("Move it away, if the translation is to take its place."))
    return page


def _is_draft(folder: Folder, file: str) -> bool:
    page = read_page(folder.path, file)
    return bool(page and page.draft)


def _source(folder: Folder, page: Document) -> str:
    return (folder.path / page.file).read_text(encoding="utf-8-sig")
