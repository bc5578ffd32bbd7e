"""Characters that nobody sees and that make a text another one than it looks.

Marks of direction that change the order of what follows (Unicode Standard Annex 9, 2.1 and 2.2) can
make a number read backwards; controls, fillers and tags carry what no reader is shown, and U+FFFD
and U+FFFC stand where a letter or a picture was lost. What belongs to
writing stays: LRM, RLM, ALM, joiners, soft hyphens, spaces without width, and words that are
isolated left to right or as they are (LRI, FSI), up to their end. LRM also keeps the parts of a
number or an address in order between letters that run from right to left, where no markup can.
"""

import re
import unicodedata
from collections.abc import Iterator

HIDDEN = re.compile(
    "[\u034f\u115f\u1160\u180e\u2061-\u2064\u206a-\u206f\u2800\u3164\uffa0\ufffc\ufffd"
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2067\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)

ISOLATED = re.compile("[\u2066\u2068][^\u2066-\u2069]*\u2069")
ISOLATES = re.compile("[\u2066-\u2069]")
MARK = "\u200e"  # LEFT-TO-RIGHT MARK (UAX #9, 2.6); older programs know no isolates
LEFTWARDS = frozenset({"R", "AL"})  # the letters of Arabic and Hebrew (UAX #9, table 4)
FIRST = "\u0590"  # no such letter comes before it


def hidden(text: str) -> Iterator[tuple[int, str]]:
    """Yield the line (from 1) and the name of each such character of `text`, once a line."""
    if not (HIDDEN.search(text) or ISOLATES.search(text)):
        return
    for number, line in enumerate(text.split("\n"), 1):
        for character in sorted({*HIDDEN.findall(line), *ISOLATES.findall(ISOLATED.sub("", line))}):
            yield number, named(character)


def named(character: str) -> str:
    """Return a character as people look it up: U+202E RIGHT-TO-LEFT OVERRIDE."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()


def leftwards(text: str) -> bool:
    """Whether `text` has letters that run from right to left."""
    return any(unicodedata.bidirectional(sign) in LEFTWARDS for sign in text if sign > FIRST)


def in_order(text: str) -> str:
    """Return `text`, a number or an address, so that its parts keep their order anywhere."""
    return f"{MARK}{text}{MARK}"
