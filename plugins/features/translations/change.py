"""What changed between two texts of one page: sections by their anchors, paragraphs,
and whether it is small."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from plugins.reading.revision import Block

# How many words `Minor: yes` may stand for: a fixed typing error or a smoother sentence, not new
# advice.
FEW = 12
FACT = re.compile(r"\d+|\{contact:[^}]*\}")


@dataclass(frozen=True)
class Change:
    """`added`, `removed` and `changed` are headings, as blocks of the newer text (`removed`:
    of the older).

    `opening` says that the title, the summary or the words above the first heading changed;
    `paragraphs` are pairs of what stood there and what stands there now, "" for nothing; `small`
    that no fact and only a few words are others.
    """

    added: tuple[Block, ...] = ()
    removed: tuple[Block, ...] = ()
    changed: tuple[Block, ...] = ()
    opening: bool = False
    paragraphs: tuple[tuple[str, str], ...] = ()
    small: bool = False

    @property
    def headings(self) -> tuple[Block, ...]:
        """Every heading with something else below it."""
        return (*self.changed, *self.added, *self.removed)


def compare(then: tuple[Block, ...], now: tuple[Block, ...]) -> Change:
    """What became of the text `then`."""
    old, new = _sections(then), _sections(now)
    both = [anchor for anchor in new if anchor in old]
    changed = [anchor for anchor in both if _words(old[anchor]) != _words(new[anchor])]
    paragraphs = tuple(_paragraphs(then, now))
    return Change(
        added=tuple(new[anchor][0] for anchor in new if anchor not in old),
        removed=tuple(old[anchor][0] for anchor in old if anchor not in new),
        changed=tuple(new[anchor][0] for anchor in changed if anchor),
        opening="" in changed,
        paragraphs=paragraphs,
        small=list(old) == list(new) and _small(paragraphs),
    )


def _sections(said: tuple[Block, ...]) -> dict[str, list[Block]]:
    """Blocks by the anchor they stand under, in order;
    "" has what stands above the first heading."""
    sections: dict[str, list[Block]] = {}
    for block in said:
        sections.setdefault(block.anchor, []).append(block)
    return sections


def _words(said: list[Block]) -> str:
    return "".join("".join(block.words.split()) for block in said)


def _paragraphs(then: tuple[Block, ...], now: tuple[Block, ...]) -> Iterator[tuple[str, str]]:
    old, new = [block.words for block in then], [block.words for block in now]
    for what, i, until_i, j, until_j in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if what == "equal":
            continue
        before, after = old[i:until_i], new[j:until_j]
        for place in range(max(len(before), len(after))):
            yield "".join(before[place : place + 1]), "".join(after[place : place + 1])


def _small(paragraphs: tuple[tuple[str, str], ...]) -> bool:
    """No paragraph more or less, the same numbers and contacts in each, and few other words."""
    kept = all(before and after and _facts(before) == _facts(after) for before, after in paragraphs)
    return (
        kept
        and sum(_different(before.split(), after.split()) for before, after in paragraphs) <= FEW
    )


def _facts(words: str) -> Counter[str]:
    return Counter(FACT.findall(words))


def _different(before: list[str], after: list[str]) -> int:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    edits = (code for code in matcher.get_opcodes() if code[0] != "equal")
    return sum(max(until_i - i, until_j - j) for _, i, until_i, j, until_j in edits)
