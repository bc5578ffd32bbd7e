"""Lists as people type and paste them, which Markdown would run together into one paragraph."""

import re
from collections.abc import Iterator
from itertools import pairwise

SPACE = r"[ \u00a0]"
LETTER = r"(?=[^\W\d_])"
# A mark that no text begins with: a line with it is an item, wherever it stands.
DOT = re.compile(rf"^([ ]*)(?:[•●▪◦‣]{SPACE}*|[·✓✔]{SPACE}+)(?=\S)", re.MULTILINE)
# Marks that two lines below each other have; one line may begin so by chance.
DASHES = (rf"[–—]{SPACE}+", rf"[-–—]{LETTER}", rf"\*{LETTER}(?=[^*\n]*$)", rf"\+{LETTER}", r"→[ ]+")
RUNS = [
    (re.compile(rf"^[ ]*{dash}\S.*(?:\n[ ]*{dash}\S.*)+", re.MULTILINE),
     re.compile(rf"^([ ]*){dash}", re.MULTILINE))
    for dash in DASHES
]  # fmt: skip
NUMBER = re.compile(
    rf"(?P<indent>[ ]*)(?:(?P<one>[0-9]{{1,3}})\)(?:{SPACE}+|{LETTER})"
    rf"|\((?P<two>[0-9]{{1,3}})\){SPACE}*|(?P<three>[0-9]{{1,3}})\.{LETTER})(?=\S)"
)
LETTERED = re.compile(
    rf"[ ]*\(?(?P<mark>[^\W\d_]|[IVX]{{2,4}}|[ivx]{{2,4}})(?:\.{SPACE}+|\){SPACE}*)(?=\S)"
)
# With which letter a list begins, and which follow it; Latin letters look like others.
FOLLOWING = {
    "a": "bб", "а": "bб", "A": "BБВ", "А": "BБВ", "أ": "ب", "ا": "ب", "I": ("II",), "i": ("ii",),
}  # fmt: skip
# A text without any of these has no such list.
SIGNS = re.compile(r"^[ ]*(?:[•●▪◦‣·✓✔→–—]|[-*+][^\W\d_]|\(?1[.)]|\(?[aаAАأاIi][.)])", re.MULTILINE)
BREAK = "  "  # a line that ends so is one in HTML too


def listed(text: str) -> str:
    """Return `text` with its lists as Markdown writes them; where letters count, which Markdown
    does not know, each stays as it was typed and begins a line."""
    if not SIGNS.search(text):
        return text
    text = DOT.sub(r"\1- ", text)
    for run, mark in RUNS:
        text = _itemized(text, run, mark)
    return "\n".join(_lines(text))


def _itemized(text: str, run: re.Pattern[str], mark: re.Pattern[str]) -> str:
    """Return `text` with the `mark` of each line of a `run` as Markdown writes it."""
    return run.sub(lambda found: mark.sub(r"\1- ", found[0]), text)


def _lines(text: str) -> Iterator[str]:
    """The lines of each paragraph, those of blocks of code among them."""
    block: list[str] = []
    for line in text.split("\n"):
        if line.strip():
            block.append(line)
            continue
        yield from _lettered(_numbered(block))
        yield line
        block = []
    yield from _lettered(_numbered(block))


def _numbered(lines: list[str]) -> list[str]:
    """Numbers in brackets or without a space behind their point, from 1 on."""
    found = {n: sign for n, line in enumerate(lines) if (sign := NUMBER.match(line))}
    if len(found) < 2 or _number(next(iter(found.values()))) != "1":
        return lines
    return [
        f"{sign['indent']}{_number(sign)}. {line[sign.end():]}" if (sign := found.get(n)) else line
        for n, line in enumerate(lines)
    ]  # fmt: skip


def _number(sign: re.Match[str]) -> str:
    return str(sign["one"] or sign["two"] or sign["three"])


def _lettered(lines: list[str]) -> list[str]:
    """Each letter begins a line."""
    found = {n: sign["mark"] for n, line in enumerate(lines) if (sign := LETTERED.match(line))}
    marks = list(found.values())
    begins = [one in FOLLOWING and two in FOLLOWING[one] for one, two in pairwise(marks)]
    if True not in begins:
        return lines
    first = list(found)[begins.index(True)]
    ends = {number - 1 for number in found if number >= max(first, 1)}
    return [line.rstrip() + BREAK if n in ends else line for n, line in enumerate(lines)]
