"""Texts of nothing but headings, paragraphs, flat lists and callouts, as most are,
become HTML straight away.

Python-Markdown makes a tree of a text and walks through it many times, because anything may stand
anywhere. Where each line is of a kind that means the same wherever it stands, its HTML follows from
the line alone. Whatever is not surely so is left to Python-Markdown. The result is the same, which
tests compare.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any

from plugins.data.entries import Named
from plugins.reading.allowed import KINDS
from plugins.reading.leftovers import UNPLAIN
from plugins.reading.links import Finding, classify, web_address

# What may be the beginning of markup, and the words between.
MARKUP = r"\\`*\[\]<>&{}|~\x00-\x1f\x7f"
WORDS = rf"[^_{MARKUP}]"
# Each begins with its sign, and only then looks back, so that a line is looked at only where one of
# the signs stands.
STRONG = rf"\*\*(?<![^\s(«„“]\*\*)(?!\s)(?P<strong>{WORDS}++)(?<!\s)\*\*(?!\*)"
LINK = rf"\[(?<!!\[)(?!\s*+\])(?P<words>{WORDS}++)\]\((?P<target>[^{MARKUP}\s()\"']++)\)"
CONTACT = r"\{contact:(?P<contact>[^}\s]++)\}"
MARKED = re.compile(f"{STRONG}|{LINK}|{CONTACT}")
# A line that begins so begins no list, heading, ruler, quotation, definition or callout.
WORD = r"[\w«„“\"(—–]"
BEGINNING = rf"(?:[^\W\d_]|[«„“\"(—–]|\d++(?![.)])|\*\*{WORD}|\[{WORD}|\{{)"
LINE = re.compile(rf"(?={BEGINNING})(?:{WORDS}++|{STRONG}|{LINK}|{CONTACT})++(?<!\s)")
PLAIN = re.compile(rf"(?={BEGINNING}){WORDS}++(?<!\s)")
HEADING = re.compile(r"(?P<level>#{1,6}) (?P<words>\S++(?: \S++)*) \{#(?P<anchor>[A-Za-z0-9-]++)\}")
ITEM = re.compile(r"(?P<mark>- (?:\[ \] )?|\d++\. )(?P<words>.++)")
INDENT = "    "
CALLOUT = re.compile(
    rf'!!! (?P<kind>[a-z-]++) "(?P<title>[^"_{MARKUP}]++)"\n(?P<text>(?:{INDENT}\S.*+(?:\n|$))++)'
)
# How a list is written, by the mark of its first item, and the mark of the others.
LISTS = {
    "- ": ("<ul>", re.compile("- "), "</ul>"),
    "- [ ] ": ('<ul class="checklist">', re.compile(r"- \[ \] "), "</ul>"),
    "1. ": ("<ol>", re.compile(r"\d+\. "), "</ol>"),
}


class NotStraightError(Exception):
    """Here is something that only Python-Markdown knows how to read."""


@dataclass
class Straight:
    """The text of `file` as HTML, what it names, and its headings (`level`, `id`,
    `name`) from the top down.

    `base` is the path under which the site stands. Contacts are kept apart from links, because
    Python-Markdown comes upon all of them before the first link.
    """

    file: str
    contacts: Mapping[str, Named]
    base: str
    named: list[Finding] = field(default_factory=list)
    links: list[Finding] = field(default_factory=list)
    headings: list[dict[str, Any]] = field(default_factory=list)

    @property
    def found(self) -> list[Finding]:
        """Everything the text names, in the order in which Python-Markdown finds it."""
        return self.named + self.links

    def html(self, text: str) -> str:
        """The HTML of `text`. Raises NotStraightError when it holds anything but the kinds of line
        told above."""
        if UNPLAIN.search(text):  # which may be a sign that nobody understands
            raise NotStraightError
        return "\n".join(self._blocks(text.strip("\n").split("\n\n")))

    def _blocks(self, blocks: list[str]) -> Iterator[str]:
        listed = False
        for block in blocks:
            item = ITEM.match(block)
            if item and listed:  # which may be one list with the other
                raise NotStraightError
            listed = bool(item)
            yield self._list(item["mark"], block) if item else self._block(block)

    def _block(self, block: str) -> str:
        if block[:1] == "#":
            return self._heading(block)
        if block[:1] == "!":
            return self._callout(block)
        return "<p>" + "\n".join([self._line(line) for line in block.split("\n")]) + "</p>"

    def _heading(self, block: str) -> str:
        found = HEADING.fullmatch(block)
        if not found or not PLAIN.fullmatch(found["words"]) or "#" in found["words"]:
            raise NotStraightError
        level, words, anchor = len(found["level"]), found["words"], found["anchor"]
        self.headings.append({"level": level, "id": anchor, "name": words, "explicit": True})
        return f'<h{level} id="{anchor}">{words}</h{level}>'

    def _callout(self, block: str) -> str:
        found = CALLOUT.fullmatch(block)
        if not found or found["kind"] not in KINDS:
            raise NotStraightError
        title = f'<p class="admonition-title">{self._line(found["title"])}</p>'
        text = found["text"].removeprefix(INDENT).replace(f"\n{INDENT}", "\n")
        return "\n".join(
            [f'<div class="admonition {found["kind"]}">', title, *self._blocks([text]), "</div>"]
        )

    def _list(self, mark: str, block: str) -> str:
        if mark not in LISTS:
            raise NotStraightError
        start, marks, end = LISTS[mark]
        return "\n".join([start, *(self._item(line, marks) for line in block.split("\n")), end])

    def _item(self, line: str, marks: re.Pattern[str]) -> str:
        item = ITEM.fullmatch(line)
        if not item or not marks.fullmatch(item["mark"]):
            raise NotStraightError
        return f"<li>{self._line(item['words'])}</li>"

    def _line(self, line: str) -> str:
        if PLAIN.fullmatch(line):
            return line
        if not LINE.fullmatch(line):
            raise NotStraightError
        return MARKED.sub(self._marked, line)

    def _marked(self, found: re.Match[str]) -> str:
        if found["strong"]:
            return f"<strong>{found['strong']}</strong>"
        return (
            self._contact(found["contact"])
            if found["contact"]
            else self._link(found["words"], found["target"])
        )

    def _contact(self, key: str) -> str:
        contact = self.contacts.get(key)
        if contact is None:
            raise NotStraightError
        self.named.append(Finding("contact", key))
        return (
            f'<a class="number" href="{escape(contact.link)}"><bdi '
            f'dir="ltr">{escape(contact.number)}</bdi></a>'
        )

    def _link(self, words: str, target: str) -> str:
        kind, path, anchor = classify(target, self.file)
        self.links.append(Finding(kind, path, anchor, target))
        address = web_address(kind, path, anchor, self.base)
        if address is None:
            address = target
        elif anchor and path == self.file:
            address = f"#{anchor}"
        more = ' rel="noreferrer"' if kind == "outside" else ""
        return f'<a href="{address}"{more}>{words}</a>'
