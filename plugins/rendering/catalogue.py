"""Interface texts: a catalogue per language, read from its .po file;
what was compiled is kept on disk."""

import gettext
import os
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from babel import __version__ as babel_version

CHECK = 32  # bytes of the digest that stands before what is kept


def read_catalogue(file: Path, kept: Path | None = None) -> gettext.NullTranslations:
    """The catalogue in `file`; without a file, the source texts themselves (English).

    `kept` is a folder that may be deleted at any time: what was compiled from the same source is
    found there.
    """
    if not file.exists():
        return gettext.NullTranslations()
    source = file.read_bytes()
    if kept is None:
        return gettext.GNUTranslations(BytesIO(_compiled(source)))
    place = kept / f"{sha256(babel_version.encode() + source).hexdigest()}.mo"
    return gettext.GNUTranslations(BytesIO(_whole(place) or _keep(place, _compiled(source))))


def read_catalogues(
    folder: Path, codes: list[str], kept: Path | None = None
) -> dict[str, gettext.NullTranslations]:
    """One catalogue for each language code, from `folder/<code>/LC_MESSAGES/messages.po`."""
    return {
        code: read_catalogue(folder / code / "LC_MESSAGES" / "messages.po", kept) for code in codes
    }


def _compiled(source: bytes) -> bytes:
    from babel.messages.mofile import write_mo  # noqa: PLC0415 (most builds have it compiled)
    from babel.messages.pofile import read_po  # noqa: PLC0415

    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(source)))
    return compiled.getvalue()


def _whole(place: Path) -> bytes:
    """What is kept at `place`; nothing when it is not there or damaged."""
    data = place.read_bytes() if place.is_file() else b""
    return data[CHECK:] if sha256(data[CHECK:]).digest() == data[:CHECK] else b""


def _keep(place: Path, compiled: bytes) -> bytes:
    place.parent.mkdir(parents=True, exist_ok=True)
    fresh = place.with_suffix(f".{os.getpid()}")
    fresh.write_bytes(sha256(compiled).digest() + compiled)
    fresh.replace(place)
    return compiled
