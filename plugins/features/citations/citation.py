"""A page as reference managers read it: BibTeX, RIS and CSL-JSON 1.0."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from plugins.build.artifact import Artifact
from plugins.demonstration.words import demo_words
from plugins.export.plain_text import plain
from plugins.model.document import modified
from plugins.model.page import Navigation, Page

# Kinds of pages that are cited, and what each is in BibTeX, RIS and CSL.
CITED = {
    "release": ("misc", "PRESS", "document"),
    "chapter": ("incollection", "CHAP", "chapter"),
    "glossary": ("incollection", "CHAP", "chapter"),
    "book": ("book", "BOOK", "book"),
}
SPECIAL = re.compile(r"([&%$#_{}])")  # what TeX takes for more than a sign
NAMED = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


@dataclass(frozen=True)
class Work:
    """What is cited: `sort` is one of CITED; `whole` the title of the book of a chapter;
    `note` what a demonstration says of itself, and until `due` it is embargoed, if it is."""

    key: str
    sort: str
    title: str
    author: str
    day: date
    lang: str
    url: str
    whole: str = ""
    note: str = ""
    due: datetime | None = None


def work_of(document: Page, author: str, site_url: str) -> Work | None:
    """Return a page as a work; None where it is none, or has no day or no text of its own."""
    day = document.published or modified(document)
    if document.kind not in CITED or document.original or day is None:
        return None
    key = f"{re.sub(r'[^a-z0-9]+', '-', document.key)}-{document.lang}"
    whole = (
        document.part(Navigation).breadcrumbs[-1].title
        if CITED[document.kind][0] == "incollection"
        else ""
    )
    url, kind, due = f"{site_url}/{document.url}", document.kind, document.due
    return Work(key, kind, document.title, author, day, document.lang, url, whole, due=due)


def bibtex(work: Work) -> str:
    """Return an entry of BibTeX, in UTF-8; the author is one name, however many words it has."""
    fields = {
        "note": _tex(work.note),
        "author": f"{{{_tex(work.author)}}}",
        "title": f"{{{_tex(work.title)}}}",
        "booktitle": _tex(work.whole),
        "publisher": _tex(work.author),
        "year": str(work.day.year),
        "month": str(work.day.month),
        "day": str(work.day.day),
        "language": work.lang,
        "url": work.url,
    }
    lines = (f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{CITED[work.sort][0]}{{{work.key},\n{''.join(lines)}}}\n"


def _tex(text: str) -> str:
    return "".join(NAMED.get(sign) or SPECIAL.sub(r"\\\1", sign) for sign in text)


def ris(work: Work) -> str:
    """Return a record of RIS; its lines end as the format wants it."""
    fields = (
        ("TY", CITED[work.sort][1]),
        ("N1", work.note),
        ("AU", work.author),
        ("TI", work.title),
        ("T2", work.whole),
        ("PB", work.author),
        ("PY", str(work.day.year)),
        ("DA", f"{work.day:%Y/%m/%d}"),
        ("LA", work.lang),
        ("UR", work.url),
    )
    lines = [f"{tag}  - {value}" for tag, value in fields if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def csl(work: Work) -> str:
    """Return a list of one item of CSL-JSON."""
    item = {
        "note": work.note,
        "id": work.key,
        "type": CITED[work.sort][2],
        "title": work.title,
        "container-title": work.whole,
        "author": [{"literal": work.author}],
        "publisher": work.author,
        "issued": {"date-parts": [[work.day.year, work.day.month, work.day.day]]},
        "language": work.lang,
        "URL": work.url,
    }
    known = {name: value for name, value in item.items() if value}
    return json.dumps([known], ensure_ascii=False, indent=1) + "\n"


@dataclass(frozen=True)
class Form:
    """How a file name ends, what readers call the form, and what writes it."""

    ending: str
    name: str
    write: Callable[[Work], str]


FORMS = (Form("bib", "BibTeX", bibtex), Form("ris", "RIS", ris), Form("csl.json", "CSL-JSON", csl))


@dataclass(frozen=True)
class File:
    """A citation as a file beside its page."""

    name: str
    form: str

    @property
    def url(self) -> str:
        """Relative to the root of the site."""
        return self.name


def files_of(document: Page) -> list[File]:
    """Return the citations that a page offers; none where it is not cited."""
    if document.kind not in CITED or document.original:
        return []
    stem = f"{document.url}{document.key.rpartition('/')[2]}-{document.lang}"
    return [File(f"{stem}.{form.ending}", form.name) for form in FORMS]


def artifacts(document: Page, work: Work) -> Iterator[Artifact]:
    """Yield what makes the citations of a page."""
    for file, form in zip(files_of(document), FORMS, strict=True):
        yield Artifact(file.name, document.lang, _make, (form, work), source=document.file)


def _make(speaking: Any, form: Form, work: Work) -> bytes:
    told: Any = speaking.get_template("components/embargo-notice.html").module
    first = plain(told.embargoed(work.due)) if work.due else ""
    note = ". ".join(filter(None, (first, demo_words(speaking))))
    return form.write(replace(work, note=note)).encode()


def meta(work: Work | None, document: Page) -> list[tuple[str, str]]:
    """Return what the head of a page says to those who collect citations (Google Scholar)."""
    if work is None:
        return []
    said = [
        ("citation_title", work.title),
        ("citation_author", work.author),
        ("citation_publication_date", f"{work.day:%Y/%m/%d}"),
        ("citation_language", work.lang),
        ("citation_public_url", work.url),
    ]
    return said + ([("citation_inbook_title", work.whole)] if work.whole else [])
