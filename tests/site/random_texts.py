"""Random texts with everything that a text may have, in letters of three scripts."""

import re
from random import Random

WORDS = {
    "be": ["праца", "дамова", "пашпарт", "дзякуй", "ў", "дарога", "мяжа", "«так»", "№", "5 гадзін"],
    "ru": ["работа", "договор", "паспорт", "спасибо", "ё", "дорога", "граница", "«нет»", "30 %"],
    "en": ["work", "contract", "passport", "don’t", "road", "border", "“yes”", "a & b", "x < y"],
    "ar": ["عمل", "عقد", "جواز", "طريق", "حدود", "شكرًا", "«نعم»", "مساعدة", "أمان", "سفر"],
}
MARKS = ["**{}**", "*{}*", "~~{}~~", "`{}`", "[{}](https://example.org/{n})", "{}", "{}", "{}"]
LANGS = tuple(WORDS)
LISTED = re.compile(r"- |\d+\. ")
BLOCKS = 9  # in a text, at most, besides its headings


class Text:
    """One text: `source` is its Markdown. The same number gives the same text."""

    def __init__(self, number: int) -> None:
        self.number, self.chance = number, Random(number)
        self.lang = LANGS[number % len(LANGS)]
        self.notes: list[str] = []
        blocks = self.blocks(self.chance.randint(3, BLOCKS))
        headings = [f"## {self.words(3)} {{#part-{one}}}" for one in range(len(blocks))]
        kept = [self.chance.random() < 0.3 or not number for number in range(len(blocks))]
        parts = [
            part
            for heading, block, shown in zip(headings, blocks, kept, strict=True)
            for part in ((heading, block) if shown else (block,))
        ]
        self.source = "\n\n".join([*parts, *self.notes]) + "\n"

    def blocks(self, count: int) -> list[str]:
        """Blocks, with a sentence between two lists, which would be one otherwise."""
        found: list[str] = []
        for block in (self.block() for _ in range(count)):
            if found and LISTED.match(found[-1]) and LISTED.match(block):
                found.append(self.said())
            found.append(block)
        return found

    def words(self, most: int) -> str:
        """Plain words, one at least, the first of which is no sign."""
        known = WORDS[self.lang]
        first = self.chance.choice(known[:4])
        return " ".join([first, *self.chance.choices(known, k=self.chance.randint(0, most - 1))])

    def said(self) -> str:
        """A sentence with markup, and perhaps with a footnote."""
        pieces = [
            self.chance.choice(MARKS).format(self.words(3), n=self.chance.randint(1, 99))
            for _ in range(self.chance.randint(1, 4))
        ]
        if self.chance.random() < 0.1:
            self.notes.append(f"[^{len(self.notes) + 1}]: {self.words(6)}.")
            pieces[-1] += f"[^{len(self.notes)}]"
        return f"{self.words(2)} {' '.join(pieces)}."

    def block(self) -> str:
        """One block of any sort."""
        return self.chance.choice(
            [
                self.said,
                self.said,
                self.broken,
                self.bullets,
                self.numbers,
                self.checklist,
                self.table,
                self.terms,
                self.quote,
                self.callout,
                self.closed,
            ]
        )()

    def bullets(self, depth: int = 0) -> str:
        """A list, perhaps with lists in it."""
        lines = []
        for _ in range(self.chance.randint(1, 3)):
            lines.append(f"{'    ' * depth}- {self.said()}")
            if depth < 2 and self.chance.random() < 0.3:
                lines.append(self.bullets(depth + 1))
            elif depth < 2 and self.chance.random() < 0.15:
                lines.append(_indented(self.numbers(), depth + 1))
            elif not depth and self.chance.random() < 0.15:
                lines.append(f"\n    {self.said()}\n")
        return "\n".join(lines)

    def numbers(self) -> str:
        """A numbered list that begins anywhere."""
        first = self.chance.choice([1, 1, 1, 3, 12])
        count = self.chance.randint(1, 4)
        return "\n".join(f"{number}. {self.said()}" for number in range(first, first + count))

    def checklist(self) -> str:
        """Boxes."""
        return "\n".join(f"- [ ] {self.said()}" for _ in range(self.chance.randint(1, 3)))

    def table(self) -> str:
        """A table with a head; a cell may be empty."""
        width = self.chance.randint(2, 4)
        rows = [[self.words(2) for _ in range(width)]]
        for _ in range(self.chance.randint(1, 3)):
            rows.append([self.words(2), *(self.cell() for _ in range(width - 1))])
        head, *body = [f"| {' | '.join(row)} |" for row in rows]
        return "\n".join([head, "|" + "---|" * width, *body])

    def cell(self) -> str:
        """Words or nothing."""
        return self.words(2) if self.chance.random() < 0.8 else " "

    def terms(self) -> str:
        """Terms and meanings, as many of each as may be."""
        groups = []
        for _ in range(self.chance.randint(1, 2)):
            terms = [self.words(2) for _ in range(self.chance.randint(1, 2))]
            meanings = [f":   {self.said()}" for _ in range(self.chance.randint(1, 2))]
            groups.append("\n".join([*terms, *meanings]))
        return "\n\n".join(groups)

    def quote(self) -> str:
        """A quotation of one or two parts, one of which may be a list, and mostly who speaks."""
        parts = [self.said()]
        if self.chance.random() < 0.4:
            parts.append(self.chance.choice([self.said, self.bullets, self.numbers])())
        if self.chance.random() < 0.8:
            parts.append(self.words(2))
        lines = "\n\n".join(parts).splitlines()
        return "\n".join(f"> {line}".rstrip() for line in lines)

    def broken(self) -> str:
        """A paragraph whose lines end where they end."""
        return f"{self.words(4)}\\\n{self.words(4)}\\\n{self.said()}"

    def callout(self) -> str:
        """A callout with a paragraph or a list."""
        inner = self.chance.choice([self.said, self.bullets])()
        kind = self.chance.choice(["note", "tip", "warning", "danger"])
        return f'!!! {kind} "{self.plain()}"\n' + _indented(inner)

    def closed(self) -> str:
        """A passage that stays closed until it is opened."""
        return f'!!! content-note "{self.plain()}"\n' + _indented(self.said())

    def plain(self) -> str:
        """Words without signs."""
        return " ".join(self.chance.choices(WORDS[self.lang][:4], k=3))


def _indented(text: str, depth: int = 1) -> str:
    return "\n".join(f"{'    ' * depth}{line}" for line in text.splitlines())
