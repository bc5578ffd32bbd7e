"""Lists as people type and paste them, which Markdown would run together into one paragraph."""

import re
from collections.abc import Iterator
from itertools import pairwise

from plugins.reading.counted_lines import SIGNS as COUNTED
from plugins.reading.counted_lines import SPACE, counted, with_breaks
from plugins.reading.named_lines import SIGNS as NAMED
from plugins.reading.named_lines import begun

LETTER = r"(?=[^\W\d_])"
# A mark that no text begins with: a line with it is an item, wherever it stands.
DOT = re.compile(rf"^([ ]*)(?:[•●▪◦‣]{SPACE}*|[·✓✔]{SPACE}+)(?=\S)", re.MULTILINE)
# Marks that two lines below each other have; one line may begin so by chance.
DASHES = (
    rf"[–—]{SPACE}+",
    rf"−{SPACE}+{LETTER}",  # the sign of minus
    rf"[o»›~]{SPACE}+",
    rf"[-–—]{LETTER}",
    rf"\*{LETTER}(?=[^*\n]*$)",
    rf"\+{LETTER}",
    r"(?:→|=>|->)[ ]+",
)
RUNS = [
    (re.compile(rf"^[ ]*{dash}\S.*(?:\n[ ]*{dash}\S.*)+", re.MULTILINE),
     re.compile(rf"^([ ]*){dash}", re.MULTILINE))
    for dash in DASHES
]  # fmt: skip
# A box, whether or not the mark of an item stands before it; one that was ticked is told later.
EMPTY_BOX = re.compile(r"^([ ]*)(?:[-*+][ ]*)?\[ ?\](?![(\[:])[ ]*(?=\S)", re.MULTILINE)
OTHER_BOX = re.compile(r"^([ ]*)(?:[-*+])?(\[[xXхХ✓>!?/+-]\][ ]+)(?=\S)", re.MULTILINE)
LETTERED = re.compile(
    rf"[ ]*\(?(?P<mark>[^\W\d_]|[IVX]{{2,4}}|[ivx]{{2,4}})(?:\.{SPACE}+|\){SPACE}*)(?=\S)"
)
# With which letter a list begins, and which follow it; Latin letters look like others.
FOLLOWING = {
    "a": "bб", "а": "bб", "A": "BБВ", "А": "BБВ", "أ": "ب", "ا": "ب", "I": ("II",), "i": ("ii",),
}  # fmt: skip
# A text without any of these has no such list.
SIGNS = re.compile(
    rf"^[ ]*(?:{NAMED}|[•●▪◦‣·✓✔→–—−»›~\[]|[=-]>|[-*+](?:[^\W\d_]|[ ]*\[)|o[ ]"
    rf"|\(?[aаAАأاIi][.)]|{COUNTED})",
    re.MULTILINE,
)


def listed(text: str) -> str:
    """Return `text` with its lists as Markdown writes them; where letters count, which Markdown
    does not know, each stays as it was typed and begins a line."""
    if not SIGNS.search(text):
        return text
    text = OTHER_BOX.sub(r"\1- \2", EMPTY_BOX.sub(r"\1- [ ] ", DOT.sub(r"\1- ", text)))
    for run, mark in RUNS:
        text = _itemized(text, run, mark)
    return "\n".join(_lines(text))


def _itemized(text: str, run: re.Pattern[str], mark: re.Pattern[str]) -> str:
    """Return `text` with the `mark` of each line of a `run` as Markdown writes it."""
    return run.sub(lambda found: mark.sub(r"\1- ", found[0]), text)


def _lines(text: str) -> Iterator[str]:
    """The lines of each paragraph, those of blocks of code among them."""
    blocks: list[list[str]] = []
    empty: list[list[str]] = [[]]  # the lines without words before each block, and behind the last
    inside = False
    for line in text.split("\n"):
        if not line.strip():
            empty.append([line]) if inside else empty[-1].append(line)
        elif inside:
            blocks[-1].append(line)
        else:
            blocks.append([line])
        inside = bool(line.strip())
    for above, block in zip(empty, counted(blocks), strict=False):
        yield from (*above, *begun(_lettered(block)))
    yield from empty[-1] if len(empty) > len(blocks) else ()


def _lettered(lines: list[str]) -> list[str]:
    """Each letter begins a line."""
    found = {n: sign["mark"] for n, line in enumerate(lines) if (sign := LETTERED.match(line))}
    marks = list(found.values())
    begins = [one in FOLLOWING and two in FOLLOWING[one] for one, two in pairwise(marks)]
    if True not in begins:
        return lines
    first = list(found)[begins.index(True)]
    return list(with_breaks(lines, [number for number in found if number >= first]))
