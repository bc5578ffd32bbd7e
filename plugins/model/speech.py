"""What staff are told, in the language they chose: STAFF_LANG, the setting of that name,
or else the language of the machine."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from plugins.model.message import Message

FOLDER = Path(__file__).parent.parent.parent / "translations"
DOMAIN = "staff.po"
WRITTEN_IN = "en"  # the language of the messages in the code
# As gettext looks for a language (GNU gettext manual, 2.3 Setting the Locale).
MACHINE = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')
ESCAPED = re.compile(r"\\(.)")
PLAIN = {"n": "\n", "t": "\t"}
Say = Callable[[str], str]  # of a message what staff read; `str` says it in English
MARKS = {"be": ("«", "»"), "ru": ("«", "»")}


class Speech:
    """Says messages in the language `code`, by a catalogue of translations by English text."""

    def __init__(self, code: str, catalogue: Mapping[str, str]) -> None:
        self.code = code
        self._catalogue = catalogue

    def __call__(self, text: str) -> str:
        """Return `text` in this language, if it is a message; any other text as it is."""
        if not isinstance(text, Message):
            return text
        said = self._catalogue.get(text.id) or text.id
        values = {name: self._value(value) for name, value in text.values.items()}
        return said % values if values else said

    def _value(self, value: object) -> object:
        if isinstance(value, tuple):
            return ", ".join(str(self._value(one)) for one in value)
        if isinstance(value, Message):
            return self(value)
        marks = MARKS.get(self.code)
        return _Quoted(value, marks) if marks and isinstance(value, str) else value


class _Quoted(str):
    """A value between the quotation marks of a language, where a message wants it so."""

    def __new__(cls, value: str, marks: tuple[str, str]) -> "_Quoted":
        return super().__new__(cls, value)

    def __init__(self, value: str, marks: tuple[str, str]) -> None:
        self._marks = marks

    def __repr__(self) -> str:
        begins, ends = self._marks
        return f"{begins}{super().__repr__()[1:-1]}{ends}"


def speech(code: str, folder: Path = FOLDER) -> Speech:
    """Return what says messages in the language `code`; in English where there is no catalogue."""
    file = folder / code / "LC_MESSAGES" / DOMAIN
    if not (code.isalpha() and file.is_file()):
        return Speech(WRITTEN_IN, {})
    return Speech(code, dict(_translations(file.read_text(encoding="utf-8"))))


def staff_language(environ: Mapping[str, str], setting: str = "") -> str:
    """Return the code of the language that STAFF_LANG asks for, or the `setting`, or the machine
    (`be_BY.UTF-8` is be); "en" where nobody asks for any."""
    machine = next((environ[name] for name in MACHINE if environ.get(name)), "")
    asked = environ.get("STAFF_LANG") or setting or machine
    code = re.split(r"[:_.@-]", asked)[0].lower()
    return WRITTEN_IN if code in ("", "c", "posix") else code


def speech_of(environ: Mapping[str, str], setting: str = "") -> Speech:
    """Return what says messages in the language of the staff."""
    return speech(staff_language(environ, setting))


def _translations(source: str) -> Iterator[tuple[str, str]]:
    """Yield each English text of a catalogue and its translation, but for doubtful ones."""
    for entry in source.split("\n\n"):
        lines = [line for line in entry.splitlines() if not line.startswith("#~")]
        if any(line.startswith("#,") and "fuzzy" in line for line in lines):
            continue
        english, _, translated = "\n".join(lines).partition("\nmsgstr")
        yield _text(english.rpartition("msgid")[2]), _text(translated)


def _text(lines: str) -> str:
    written = "".join(TEXT.findall(lines))
    return ESCAPED.sub(lambda found: PLAIN.get(found[1], found[1]), written)
