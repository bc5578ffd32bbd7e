"""The two programs that make files to print or edit:
Typst for PDF, Pandoc for ODT and DOCX; both come with pip.

Same source, same bytes: the time in a file is that of the document, never of the build.
"""

import os
import subprocess
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

FONTS = ("fontpkg_ibm_plex_sans", "fontpkg_ibm_plex_sans_arabic")


class PrintingError(Exception):
    """A file that could not be made, with what the program said."""


def pdf(source: str, day: date, pictures: Mapping[str, bytes] | None = None) -> bytes:
    """The PDF of a Typst source: tagged, PDF/UA-1, its fonts embedded, no font of the machine;
    `pictures` by name.

    Raises PrintingError with Typst's words.
    """
    import typst  # noqa: PLC0415 (it takes a moment to load, and most builds print nothing)

    with TemporaryDirectory() as folder:
        for name, data in (pictures or {}).items():
            (Path(folder) / name).write_bytes(data)
        try:
            made: Any = _compiler().compile(
                input=source.encode(),
                root=folder,
                format="pdf",
                pdf_standards="ua-1",
                timestamp=_noon(day),
            )
        except typst.TypstError as error:
            raise PrintingError(f"Typst: {error} {getattr(error, 'diagnostic', '')}") from None
    return bytes(made)


def picture(source: str, day: date) -> bytes:
    """The first page of a Typst source as PNG, two pixels a point."""
    made: Any = _compiler().compile(
        input=source.encode(), format="png", ppi=144, timestamp=_noon(day)
    )
    return bytes(made)


def office(html: str, form: str, day: date) -> bytes:
    """The `form` (odt or docx) of an HTML page. Raises PrintingError with Pandoc's words."""
    command = [_pandoc(), "--from", "html", "--to", form, "--standalone", "--output", "-"]
    moment = {
        **os.environ,
        "SOURCE_DATE_EPOCH": str(int(_noon(day).timestamp())),
        "LC_ALL": "C.UTF-8",
    }
    done = subprocess.run(
        command, input=html.encode(), env=moment, capture_output=True, check=False
    )
    if done.returncode:
        raise PrintingError(f"Pandoc: {done.stderr.decode(errors='replace')}")
    return done.stdout


@cache
def _compiler() -> Any:
    import typst  # noqa: PLC0415

    folders: list[Any] = [str(files(package) / "files") for package in FONTS]
    return typst.Compiler(font_paths=folders, ignore_system_fonts=True)


@cache
def _pandoc() -> str:
    import pypandoc  # noqa: PLC0415

    return str(pypandoc.get_pandoc_path())


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)
