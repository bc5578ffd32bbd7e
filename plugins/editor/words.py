"""What the editor says, in the language of the staff (plugins.model.speech)."""

from pathlib import Path

from plugins.model.speech import Say
from plugins.rendering.catalogue import read_catalogue

DOMAIN = "editor"
# Of the editor's own buttons there are no Belarusian words; those who read be read ru too.
BUTTONS = {"be": "ru", "ru": "ru", "uk": "uk", "ar": "ar"}


def word(text: str) -> str:
    """Return `text`; it is collected for translation (plugins.catalogues)."""
    return text


def speaker(translations: Path, lang: str) -> Say:
    """Return what says a text in `lang`."""
    return read_catalogue(translations / lang / "LC_MESSAGES" / f"{DOMAIN}.po").gettext
