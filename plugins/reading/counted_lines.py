"""Lines that begin with a number as people type it. Where Markdown has such a list they become one;
where it has none, each stays as it was typed and begins a line."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

SPACE = r"[ \u00a0]"
# How the words of an item begin where no space stands before them.
BEGIN = r"(?=[^\W\d_]|[«„“\"*\[])"
ITEM = re.compile(
    rf"(?P<indent>[ ]*)(?:(?P<one>[0-9]{{1,3}})\)(?:{SPACE}+|{BEGIN})"
    rf"|\((?P<two>[0-9]{{1,3}})\){SPACE}*|(?P<three>[0-9]{{1,3}})\.{BEGIN})(?=\S)"
)
LEAD = r"(?:№|[Nn]o\.|[^\W\d_]{2,12})"
LINE = re.compile(
    rf"[ ]*(?P<lead>{LEAD}?){SPACE}?(?:[0-9]{{1,2}}\.)*(?P<number>[0-9]{{1,3}})"
    rf"(?:[.):/\]]{SPACE}*|{SPACE}*[–—-]{SPACE}*|{SPACE}+)(?=[^\W\d_]|[«„“\"*\[{{(])"
)
MARKDOWN = re.compile(r"[ ]*[0-9]{1,9}\.[ ]+")
# A text without any of these has no such line.
SIGNS = (
    rf"\(?[0-9]{{1,3}}\)|{LEAD}{SPACE}?1(?![0-9])|1[.][^\s\d]|1(?:\.1)+|1{SPACE}?[:/\]–—-]|1{SPACE}"
)
BREAK = "  "  # a line that ends so is one in HTML too


def counted(blocks: list[list[str]]) -> list[list[str]]:
    """Return the lines of each of the paragraphs `blocks` with its numbers as Markdown has them, or
    so that each begins a line."""
    alone = [_alone(block) for block in blocks]
    return [
        _begun(_items(block, number is not None and _follows(number, alone, place)))
        for place, (block, number) in enumerate(zip(blocks, alone, strict=True))
    ]


def _alone(block: list[str]) -> int | None:
    """The number with which nothing but the first line of `block` begins."""
    first, *others = [ITEM.match(line) for line in block] or [None]
    return _number(first) if first and not any(others) else None


def _follows(number: int, alone: list[int | None], place: int) -> bool:
    """Whether the paragraph before or behind it has the number before or behind it."""
    before = alone[place - 1] if place else None
    behind = alone[place + 1] if place + 1 < len(alone) else None
    return before == number - 1 or behind == number + 1


def _items(lines: list[str], surely: bool) -> list[str]:
    """Numbers in brackets or without a space behind their point, from 1 on or each one more."""
    found = {n: sign for n, line in enumerate(lines) if (sign := ITEM.match(line))}
    numbers = [_number(sign) for sign in found.values()]
    if not (surely or (len(numbers) > 1 and (numbers[0] == 1 or _rises(numbers)))):
        return lines
    return [
        f"{sign['indent']}{_number(sign)}. {line[sign.end():]}" if (sign := found.get(n)) else line
        for n, line in enumerate(lines)
    ]  # fmt: skip


def _begun(lines: list[str]) -> list[str]:
    """Numbers of other forms, from 1 on."""
    found = {
        n: sign
        for n, line in enumerate(lines)
        if (sign := LINE.match(line)) and not MARKDOWN.match(line)
    }
    numbers = [int(sign["number"]) for sign in found.values()]
    same = len({sign["lead"] for sign in found.values()}) == 1
    if len(numbers) < 2 or numbers[0] != 1 or not (same and _rises(numbers)):
        return lines
    return list(with_breaks(lines, found))


def with_breaks(lines: list[str], begun: Iterable[int]) -> Iterator[str]:
    """Yield `lines`, so that those of the numbers `begun` begin a line in HTML too."""
    ends = {number - 1 for number in begun if number}
    for number, line in enumerate(lines):
        yield line.rstrip() + BREAK if number in ends else line


def _rises(numbers: list[int]) -> bool:
    return all(two == one + 1 for one, two in pairwise(numbers))


def _number(sign: re.Match[str]) -> int:
    return int(sign["one"] or sign["two"] or sign["three"])
