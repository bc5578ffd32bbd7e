"""What is exchanged of a page, whatever its form: from which file and revision, the units, and what
became of them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.exchange.units import SIGN, Unit
from plugins.model.message import Message
from plugins.model.user_error import UserError

PAIRS = ("**", "[", "]", "`")


class ExchangeError(UserError):
    """A file from a translator that cannot be read."""


@dataclass(frozen=True)
class Bundle:
    """The page in `file`, as it was at `revision` (`be@1a2b3c4d`), for the language `lang`: the
    words of each unit by its number (from 1), of the source, or of the translation."""

    file: str
    revision: str
    lang: str
    words: dict[int, str]


def outgoing(file: str, revision: str, lang: str, found: list[Unit]) -> Bundle:
    """Return what a translator is given."""
    return Bundle(file, revision, lang, {n: unit.words for n, unit in enumerate(found, 1)})


def misfits(bundle: Bundle, found: list[Unit]) -> Iterator[tuple[int, Message, Message]]:
    """Yield what does not fit in the translation of each unit of `found`: the line of the source,
    what, and how to fix it."""
    for number, unit in enumerate(found, 1):
        words = bundle.words.get(number, "").strip()
        for what, fix in _of_unit(unit, words) if words else [(MISSING, TRANSLATE)]:
            yield unit.line, Message("Row %(number)s: %(what)s", number=number, what=what), fix


MISSING = Message("there is no translation.")
TRANSLATE = Message("Write it in the row of that number.")


def _of_unit(unit: Unit, words: str) -> Iterator[tuple[Message, Message]]:
    wanted, there = Counter(SIGN.findall(unit.words)), Counter(SIGN.findall(words))
    if wanted != there:
        names = tuple(f"⟦{sign}⟧" for sign in sorted((wanted - there) + (there - wanted), key=int))
        what = Message("%(names)s is missing, or there more often.", names=names)
        yield what, Message("Keep every sign, once, where it belongs in the sentence.")
    for mark in PAIRS:
        if words.count(mark) != unit.words.count(mark):
            what = Message("%(mark)s is there more or less often than in the source.", mark=mark)
            yield what, Message("Keep it around the same words.")
    if "\n" in words:
        yield Message("there is more than one line."), Message("Write it in one line.")
