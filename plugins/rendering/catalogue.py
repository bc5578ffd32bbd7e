"""Interface texts: a catalogue per language, read from its .po file;
what was compiled is kept in the cache."""

import gettext
from collections.abc import Iterable
from functools import partial
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from babel import __version__ as babel_version

from plugins.build.cache import Cache


def read_catalogue(file: Path) -> gettext.NullTranslations:
    """The catalogue in `file`; without a file, the source texts themselves (English)."""
    if not file.exists():
        return gettext.NullTranslations()
    return gettext.GNUTranslations(BytesIO(_compiled(file.read_bytes())))


def read_catalogues(
    folder: Path, codes: Iterable[str], cache: Cache
) -> dict[str, gettext.NullTranslations]:
    """One catalogue for each language code, from `folder/<code>/LC_MESSAGES/messages.po`; what was
    compiled from the same source is in the cache."""
    files = {code: folder / code / "LC_MESSAGES" / "messages.po" for code in codes}
    return {code: _kept(file, code, cache.room("catalogues")) for code, file in files.items()}


def _kept(file: Path, code: str, cache: Cache) -> gettext.NullTranslations:
    if not file.exists():
        return gettext.NullTranslations()
    source = file.read_bytes()
    made_by = sha256(babel_version.encode() + source).hexdigest()
    compiled = cache.get_or_compute(code, made_by, partial(_compiled, source))
    return gettext.GNUTranslations(BytesIO(compiled))


def _compiled(source: bytes) -> bytes:
    from babel.messages.mofile import write_mo  # noqa: PLC0415 (most builds have it compiled)
    from babel.messages.pofile import read_po  # noqa: PLC0415

    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(source)))
    return compiled.getvalue()
