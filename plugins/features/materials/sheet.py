"""A material as a sheet of paper: which size, which template, and the QR code of its page."""

from datetime import date
from io import BytesIO
from typing import Any, NamedTuple, cast

from jinja2 import Environment

from plugins.build.artifact import Artifact
from plugins.export.download import Download
from plugins.export.printing import pdf
from plugins.model.document import Document, text_day


class Sheet(NamedTuple):
    """The size of the paper (ISO 216) and the template that fills it."""

    paper: str
    template: str


SHEETS = {
    "card": Sheet("A6", "card.typ"),
    "leaflet": Sheet("A4", "leaflet.typ"),
    "poster": Sheet("A3", "poster.typ"),
    "lesson": Sheet("A4", "leaflet.typ"),
    "booklet": Sheet("A4", "leaflet.typ"),
}


def download(page: Document) -> Download:
    """The file of a material: beside its page, named as it is and by its language."""
    name = f"{page.url}{page.key.rpartition('/')[2]}-{page.lang}.pdf"
    return Download(name, "PDF", page.lang, SHEETS[page.format].paper)


def artifact(page: Document, address: str) -> Artifact:
    """What makes it; `address` is where its QR code leads."""
    return Artifact(download(page).name, page.lang, _print, (page, address), source=page.file)


def code(address: str) -> str:
    """A QR code (ISO/IEC 18004, error correction M) that holds `address`, as SVG."""
    import segno  # noqa: PLC0415 (most builds print nothing)

    target = BytesIO()
    segno.make(address, error="m", micro=False).save(
        target, kind="svg", border=2, xmldecl=False, svgns=True
    )
    return target.getvalue().decode()


def _print(speaking: Environment, page: Document, address: str) -> bytes:
    offline: Any = speaking.filters["offline"]
    template = speaking.get_template(f"editions/{SHEETS[page.format].template}")
    source = template.render(
        page=page, text=offline(page.content), address=address, code=code(address)
    )
    day = cast(date, text_day(page) or page.published)  # no page is without a day
    return pdf(source, day)
