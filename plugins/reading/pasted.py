"""What comes along when a text is pasted from Word, Google Docs or a messenger, and has one clear
meaning: signs without width, and boxes, bullets and numbers that are signs of their own."""

import re
import unicodedata

# Signs without width that change nothing but what is found, copied and compared. Joiners shape
# letters of Arabic and of other scripts, and emoji; between Latin and Cyrillic letters they do not.
LETTER = "[A-Za-z\u0400-\u04ff0-9 .,]"
WITHOUT_WIDTH = re.compile(
    rf"[\u200b\u2060\ufeff]|(?<={LETTER})[\u200c\u200d](?={LETTER}|$)", re.MULTILINE
)
START = r"^(?P<start>[ \t>]*)"
KEYCAP = re.compile(
    rf"{START}(?:(?P<digit>[0-9])\ufe0f?\u20e3|(?P<ten>\U0001f51f))[ \t]*", re.MULTILINE
)
ENCLOSED = re.compile(rf"{START}(?P<sign>[\u2460-\u249b\u2776-\u2793])[ \t]*(?=\S)", re.MULTILINE)
BOX = re.compile(
    rf"{START}[\u2610\u25a1\u25a2\u274f-\u2752\u2b1c\U0001f532][ \t\ufe0f]+(?=\S)", re.MULTILINE
)
# How Word pastes the bullets of the fonts Symbol and Wingdings.
BULLET = re.compile(rf"{START}[\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d][ \t]*(?=\S)", re.MULTILINE)
# Spaces that do not break or are wide, where an item begins: to Markdown they are words.
WIDE = "\u00a0\u2002\u2003\u2007\u2009\u202f\u3000"
MARK = r"(?:[-*+]|[0-9]{1,3}[.)])"
SPACED = re.compile(rf"^(?=[ \t>]*{MARK}?[{WIDE}])[ \t>{WIDE}]*(?:{MARK}[ {WIDE}]+)?", re.MULTILINE)
NARROW = str.maketrans(dict.fromkeys(WIDE, " "))
SIGNS = re.compile(
    "[\u200b-\u200d\u2060\ufeff\u20e3\U0001f51f\u2460-\u249b\u2776-\u2793\u2610\u25a1\u25a2"
    "\u274f-\u2752\u2b1c\U0001f532\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d]"
    rf"|^[ \t>]*{MARK}?[{WIDE}]",
    re.MULTILINE,
)


def without_traces(source: str) -> str:
    """Return `source` without signs that have no width, and with its boxes, bullets and numbers at
    the beginning of a line as Markdown writes them. Its lines stay."""
    if not SIGNS.search(source):
        return source
    source = WITHOUT_WIDTH.sub("", source)
    source = SPACED.sub(lambda found: found[0].translate(NARROW), source)
    source = KEYCAP.sub(lambda found: f"{found['start']}{found['digit'] or 10}. ", source)
    source = ENCLOSED.sub(_number, source)
    return BULLET.sub(r"\g<start>- ", BOX.sub(r"\g<start>- [ ] ", source))


def _number(found: re.Match[str]) -> str:
    return f"{found['start']}{unicodedata.numeric(found['sign']):.0f}. "
