"""What is printed, by Typst, which comes with pip.

Same source, same bytes: the time in a file is that of the document, never of the build.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.export.compiler import CompileError, compiled
from plugins.export.typesetting import typ
from plugins.model.message import Message
from plugins.model.user_error import UserError

EPOCH = date(2000, 1, 1)  # a picture says no day
TOO_LONG = "longer than the paper"  # what theme/templates/editions/fit.typ says when it gives up
DRAWING = """#set page(width: auto, height: auto, margin: 0pt)
#image(bytes({}), format: "svg", width: 450pt)"""


class PrintingError(UserError):
    """A file that could not be made, with what the program said."""

    def __init__(self, program: str, said: str) -> None:
        first = next((line for line in said.splitlines() if line.strip()), said)
        super().__init__(
            Message(
                "A file to take away could not be made: %(program)s says “%(words)s”.",
                program=program,
                words=first.strip(),
            ),
            Message("Write the text more simply, and report this to whoever keeps the program."),
        )


class PaperError(UserError):
    """A text for which its paper has no room, however small its letters."""

    def __init__(self) -> None:
        super().__init__(
            Message("The text is longer than its paper has room for."),
            Message("Shorten it, or choose another `Format`."),
        )


def pdf(source: str, day: date, pictures: Mapping[str, bytes] | None = None) -> bytes:
    """The PDF of a Typst source: tagged, PDF/UA-1, its fonts embedded, no font of the machine;
    `pictures` by name.

    Raises PrintingError with Typst's words, PaperError where a text does not fit.
    """
    with TemporaryDirectory() as folder:
        for name, data in (pictures or {}).items():
            (Path(folder) / name).write_bytes(data)
        try:
            return compiled(
                input=source.encode(),
                root=folder,
                format="pdf",
                pdf_standards="ua-1",
                timestamp=noon(day),
            )
        except CompileError as error:
            if TOO_LONG in str(error):
                raise PaperError from None
            raise PrintingError("Typst", str(error)) from None


def leaves(made: bytes) -> int:
    """How many pages a PDF has."""
    from pypdf import PdfReader  # noqa: PLC0415

    return len(PdfReader(BytesIO(made)).pages)


def picture(source: str, day: date) -> bytes:
    """The first page of a Typst source as PNG, two pixels a point."""
    return compiled(input=source.encode(), format="png", ppi=144, timestamp=noon(day))


def scalable(source: str, day: date) -> bytes:
    """The first page of a Typst source as SVG, its letters as lines."""
    return compiled(input=source.encode(), format="svg", timestamp=noon(day))


def drawn(drawing: bytes) -> bytes:
    """A drawing (SVG) as PNG, for programs that show no lines."""
    return picture(DRAWING.format(typ(drawing.decode())), EPOCH)


def noon(day: date) -> datetime:
    """The moment that a file says it was made at."""
    return datetime.combine(day, time(12), UTC)
