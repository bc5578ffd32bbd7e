"""Interface texts: a catalogue per language, read from its .po file and kept in memory."""

import gettext
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def read_catalogue(file: Path) -> gettext.NullTranslations:
    """The catalogue in `file`; without a file, the source texts themselves (English)."""
    if not file.exists():
        return gettext.NullTranslations()
    with file.open("rb") as source:
        catalogue = read_po(source)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def read_catalogues(folder: Path, codes: list[str]) -> dict[str, gettext.NullTranslations]:
    """One catalogue for each language code, from `folder/<code>/LC_MESSAGES/messages.po`."""
    return {code: read_catalogue(folder / code / "LC_MESSAGES" / "messages.po") for code in codes}
