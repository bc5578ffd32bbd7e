"""A material in its forms: which paper, which template, and the QR code of its page."""

from collections.abc import Callable
from datetime import date
from functools import partial
from io import BytesIO
from typing import Any, NamedTuple, cast

from babel import Locale
from babel.units import format_unit
from jinja2 import Environment

from plugins.build.artifact import Artifact
from plugins.export.download import Download
from plugins.export.embedded import embedded, in_points
from plugins.export.imposition import cut, imposed
from plugins.export.manuscript import A3, A4, CARD, Manuscript, Paper
from plugins.export.office import office
from plugins.export.printing import PaperError, drawn, leaves, pdf
from plugins.export.slides import slides
from plugins.model.document import Document, text_day

SLUG, BLEED = 10, 3  # mm around a leaflet, as in editions/leaflet.typ
# How much of its panels the text of a leaflet may fill, tried one after the other.
SHARES = (0.94, 0.86, 0.78, 0.7)


class Form(NamedTuple):
    """How the name of a file ends, its type and its paper as readers know them, what it is for
    (`components/downloads.html` has the words), and what makes it: `make(speaking, page,
    address)`."""

    ending: str
    name: str
    paper: str
    use: str
    make: Callable[[Environment, Document, str], bytes]


def code(address: str) -> str:
    """A QR code (ISO/IEC 18004, error correction M) that holds `address`, as SVG."""
    import segno  # noqa: PLC0415 (most builds print nothing)

    target = BytesIO()
    segno.make(address, error="m", micro=False).save(
        target, kind="svg", border=2, xmldecl=False, svgns=True
    )
    return target.getvalue().decode()


def _printed(
    template: str, pages: int, speaking: Environment, page: Document, address: str, **more: Any
) -> bytes:
    """The PDF of a material that has as many pages as its paper has sides; 0 where any number of
    them will do. Raises PaperError where the text needs more."""
    text, pictures = _told(speaking, page)
    known = {"page": page, "text": text, "address": address, "code": code(address)} | more
    source = speaking.get_template(f"editions/{template}.typ").render(known)
    made = pdf(source, _day(page), pictures)
    if pages and leaves(made) != pages:
        raise PaperError
    return made


def _told(speaking: Environment, page: Document) -> tuple[str, dict[str, bytes]]:
    """The text with its addresses in full, and its pictures by name."""
    offline: Any = speaking.filters["offline"]
    picture_of: Any = speaking.globals["picture_of"]
    return embedded(offline(page.content), picture_of)


def _day(page: Document) -> date:
    return cast(date, text_day(page) or page.published)  # no page is without a day


def _leaflet(speaking: Environment, page: Document, address: str) -> bytes:
    """The text is as large as three panels hold."""
    for share in SHARES:
        try:
            made = _printed("leaflet", 2, speaking, page, address, share=share)
        except PaperError:
            continue
        return cut(made, SLUG, BLEED)
    raise PaperError


def _booklet(speaking: Environment, page: Document, address: str) -> bytes:
    direction: str = speaking.globals["language"].direction  # type: ignore[attr-defined]
    return imposed(_printed("booklet", 0, speaking, page, address), direction != "rtl")


def _office(paper: Paper, speaking: Environment, page: Document, address: str) -> bytes:
    text, pictures = _told(speaking, page)
    template = speaking.get_template("editions/material.html")
    html = template.render(page=page, text=text, address=address)
    return office(
        html, "odt", _manuscript(speaking, page, paper), _day(page), in_points(pictures, drawn)
    )


def _slides(speaking: Environment, page: Document, address: str) -> bytes:
    told, _ = _told(speaking, page)
    template = speaking.get_template("editions/material.html")
    html = template.render(page=page, text=told, address=address)
    return slides(html, _manuscript(speaking, page, A4), _day(page))


def _manuscript(speaking: Environment, page: Document, paper: Paper) -> Manuscript:
    known: Any = speaking.globals
    return Manuscript(
        page.title,
        page.lang,
        known["language"].direction,
        known["SITENAME"],
        known["long_date"](_day(page)),
        page.summary,
        page.keywords,
        paper,
    )


def _on(ending: str, paper: str, template: str, pages: int, use: str = "") -> Form:
    return Form(ending, "PDF", paper, use, partial(_printed, template, pages))


ODT = Form("odt", "ODT", "A4", "edit", partial(_office, A4))
# The forms of each kind of material, that to print first. All file names end with one of these.
FORMS: dict[str, tuple[Form, ...]] = {
    "card": (
        _on("pdf", "85 × 54 mm", "card", 2),
        _on("cut.pdf", "A4", "card-sheet", 2, "cut"),
        Form("odt", "ODT", "85 × 54 mm", "edit", partial(_office, CARD)),
    ),
    "leaflet": (Form("pdf", "PDF", "A4", "fold", _leaflet), ODT),
    "poster": (
        _on("pdf", "A3", "poster", 1),
        Form("odt", "ODT", "A3", "edit", partial(_office, A3)),
    ),
    "lesson": (_on("pdf", "A4", "handout", 0), ODT, Form("odp", "ODP", "", "slides", _slides)),
    "booklet": (
        _on("pdf", "A5", "booklet", 0),
        Form("fold.pdf", "PDF", "A4", "staple", _booklet),
        ODT,
    ),
    "sheet": (_on("pdf", "A4", "handout", 0), ODT),
}


def download(page: Document, form: Form) -> Download:
    """The file of a form: beside the page of the material, named as it is and by its language."""
    name = f"{page.url}{page.key.rpartition('/')[2]}-{page.lang}.{form.ending}"
    return Download(name, form.name, page.lang, paper_words(form.paper, page.lang), form.use)


def paper_words(paper: str, lang: str) -> str:
    """Return the size of a paper with millimetres as `lang` abbreviates them: 85 × 54 мм."""
    sides = paper.removesuffix(" mm")
    if sides == paper:
        return paper
    width, _, height = sides.partition(" × ")
    locale = Locale.parse(lang, sep="-")
    return f"{width} × {format_unit(int(height), 'length-millimeter', 'short', locale=locale)}"


def downloads(page: Document) -> tuple[Download, ...]:
    """The files of a material."""
    return tuple(download(page, form) for form in FORMS[page.format])


def artifact(page: Document, form: Form, address: str) -> Artifact:
    """What makes a form; `address` is where its QR code leads."""
    name = download(page, form).name
    return Artifact(name, page.lang, form.make, (page, address), source=page.file)
