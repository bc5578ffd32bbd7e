"""Signs of markup that are left in the finished text, because nobody understood them."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from plugins.model.html_tree import TEXT, Element, Tree
from plugins.model.plain_words import SHORT_CODE
from plugins.reading.habits import DELIMITER, HASHTAG, NUMBER_LINK
from plugins.reading.links import Finding

CODE = frozenset({"pre", "code"})
BLOCKS = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "div", "section"}
    | {"details", "summary", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "hr", "br"}
)
WORDS = r"(?:[ ]?\w+){0,3}"
LEADS = r"(?:[^\s()]*(?:\.[a-z]{2,4}\b|://|#)|/)[^\s()]*"
FORMULA = r"\$\$[^$\n]+\$\$|\$[A-Za-z]\$|\$(?=[^\s$])[^$\n]*[\\^_{}=][^$\n]*(?<=\S)\$(?!\d)"
KINDS_TYPED = "note|tip|info|warning|danger|caution|important|attention|content-note"
# What is found in the words of a block; of several at one place the first counts.
SIGNS = {
    "placeholder": r"[\x02\x03]",
    "toml": r"^[ ]*\+{3}[ ]*$",
    "abbreviation": r"^[ ]*\*\[[^\]\n]+\]:.{0,40}",
    "aside": r"\^\[[^\]\n]*\]?",
    "formula": FORMULA,
    "entity": r"&[a-z][a-zA-Z0-9]+;|&(?:nbsp|[mn]dash|[lr]aquo|quot)",
    "emoji": SHORT_CODE.pattern,
    "alert": r"\[!\w+\]",
    "toc": r"\[\[?_?(?i:toc)_?\]?\]|^[ ]*TOC[ ]*$",
    "note": r"\[\^[^\]\n]*\]?:?",
    "tag": r"<!--|<\?[a-z]|<%|%>|<[a-z]+[ ]+[a-z-]+=",
    "picture": r"\[(?:cid|image|рисунок|изображение|малюнак):[^\]\n]*\]|!\[[^\]\n]*\]?"
    r"|!\([^()\n]*\)\[",
    "wiki": r"\[\[[^\]\n]*\]?\]?",
    "link": rf"\[[^\[\]\n]*\]\s?\({LEADS}\)?|\([^()\n]*\)\[{LEADS}\]|\]\({LEADS}"
    r"|\]\([^()\s][^()\n]*$",
    "reference": r"\[[^\[\]\n]+\][ ]?\[[^\[\]\n]*\]",
    "callout": r"^\s*[!?]{3}\+?\s?(?:[\w-]+)?.{0,40}|^\s*:::.{0,40}"
    r"|!!!\s*(?:note|tip|warning|danger|content-note)\b"
    rf"|^\s*[!！](?:[ ]?[!！]){{0,2}}\s?(?i:{KINDS_TYPED})(?![\w'’-]).{{0,40}}"
    r"|^[ ]*\.\.[ ]\w[\w-]*::.{0,40}|(?:^|>)![^\s!][^!\n]{0,60}!<",
    "block": r"(?:(?<=\s)|^)\^[A-Za-z0-9][A-Za-z0-9-]*[ ]*$",
    "template": r"\{\{(?!\s*contacts?\b)[^{}\n]{0,60}\}\}|\{%[^\n]{0,60}?%\}",
    "change": r"\{(?:\+\+|--|>>|==|~~)[^{}\n]*(?:\+\+|--|<<|==|~~)\}|\{[^{}\n]*~>[^{}\n]*\}",
    "braces": r"\{[^{}\n]{0,60}\}?|\}",
    "fence": r"^\s*(?:```|~~~).{0,20}",
    "code": r"`[^`\n]{0,40}",
    "strong": rf"\*\*{WORDS}|(?<![\w_])__(?=[^\W_])\w+|(?<=[^\W_])__(?!_)",
    "quotes": r"(?<![\w'])'{2,5}(?=[^\s'])[^'\n]{1,60}(?<=\S)'{2,5}(?![\w'])",
    "forum": r"\[/?(?i:b|i|u|s|url|img|quote|color|size|list|code|center)(?:=[^\]\n]*)?\](?!\()",
    "emphasis": r"(?<![\w/_])_(?=[^\W_])[^_\n]{1,60}_(?=\w)"
    r"|(?<![\w*])\*(?=[^\W_])[^*\n]{1,60}\*|(?<![\w*])\*[ ][^*\n]{1,60}(?<=\w)\*(?!\*)",
    "strike": rf"~~{WORDS}|(?<![\w~])~(?=[^\W_])[^~\n]{{1,60}}(?<=\w)~(?![\w~])",
    "highlight": r"==(?=\S)[^=\n]{0,40}==|(?<![=\w])==(?=[^\W\d_])[^=\n]{0,40}"
    r"|\w\^[^\s^]{1,10}\^|[^\W_]~[^\W_]{1,5}~|\+\+(?=\w)[^+\n]{1,40}\+\+|%%(?=\S)[^%\n]{1,40}%%"
    r"|\^\^(?=\S)[^^\n]{1,40}\^\^",
    "spoiler": r"(?<!\|)\|\|(?=[^\s|])[^|\n]{1,80}(?<=[^\s|])\|\|(?!\|)",
    "columns": r"^[^|\n]+[ ]\|[ ][^|\n]+(?:\n[^|\n]+[ ]\|[ ][^|\n]+)+$",
    "table": r"^[ ]*\|.{0,60}|\|[ ]*:?-{2,}|-{2,}:?[ ]*\||[^|\n]{0,30}\|(?!\|\S)[^|\n]*\|",
    "heading": r"^[ ]*={2,6}[ ]+\S.{0,60}|^h[1-6]\.[ ]+\S.{0,40}"
    r"|^[ ]*#{2,}[ ]?.{0,40}|^[ ]*#[ ].{0,40}",
    "quote": r"^[ ]*>[ ].{0,40}",
    "backslash": r"\\[^\w\s]|\\(?:newpage|pagebreak|clearpage|begin|end|item)\b|\\$",
}
SIGN = re.compile("|".join(f"(?P<{name}>{sign})" for name, sign in SIGNS.items()), re.MULTILINE)
# A sign without which none of them is there.
ANY = re.compile(r"[\x02\x03\[\]{}`*~|#<>\\!?:=_$&^+%]|''|^[ ]*TOC|^h[1-6]\.", re.MULTILINE)
# With one of these a text is looked at, however plain its lines are.
UNPLAIN = re.compile(
    r"==|''|(?<=\S)[ ]*!!!|[$^]|\+\+|%%|:[a-z+-][\w+-]*:|\.md(?![\w)#])|\.md#[\w-]+(?![\w)-])"
    r"|(?<!\])\([^()\s]*\.md|(?m:^[ >-]*(?:TOC$|h[1-6]\.[ ]))"
)
PATH = re.compile(r"(?<![\w/.@:-])(?:\.{0,2}/)*[\w-][\w.-]*(?:/[\w.-]+)*\.md(?:#[\w-]+)?(?![\w/-])")
APART = re.compile(
    r"(?<!\S)!\s+\[[^\]\n]*\]\([^)\n]*\.(?:png|jpe?g|webp|avif|gif|svg)[^)\n]*\)", re.IGNORECASE
)
ITEM = re.compile(r"\s*(?:[-*+•●▪◦‣·–—o»→✓✔]|\(?\w{1,3}[.)])\t")
# A sign that means nothing before a word: a mark of an item without its space, a star that no word
# refers to, a number in brackets as Word pastes footnotes.
DASHED = re.compile(r"^[ >]*(?:-(?=[^\W\d_])|[-–—*+]{2,}[ ]+(?=\S)).*$", re.MULTILINE)
STARRED = re.compile(r"^[ >]*\*(?=[^\W\d_])[^*\n]*$", re.MULTILINE)
STAR = re.compile(r"(?:[\w.,»)]|\w\*\*)\*(?!\*)")
NOT_AN_ADDRESS = r"(?!\s*[<#]|\S*\s*\S*[/.]\S)"
NUMBERED = re.compile(
    rf"^[ \t>]*\[(?P<number>[0-9]{{1,3}}|\*{{1,3}}|[a-zа-я])\](?::{NOT_AN_ADDRESS})?[ ]+\S.*$",
    re.MULTILINE,
)
EMPTY = re.compile(
    r"^[ \t>]*(?:[-*+][ ]*)?(?:[-*+•●▪◦‣·]|[0-9]{1,3}[.)]|\[[ ]?\])[ \t]*$", re.MULTILINE
)
DEFINITION = re.compile(r"^[ \t>]*\[(?P<label>[^\]^\n][^\]\n]*)\]:[ \t]*\S.*$", re.MULTILINE)
QUOTED_BAR = re.compile(r"`[^`]*`|\\\|")
UNKNOWN_CONTACT = re.compile(r"\{contact:[^}\s]+\}")  # which has a rule of its own
BOX = re.compile(r"\s*(?P<words>\[ ?[xXхХvV✓✔>!?/+-]? ?\])")
TICKED = re.compile(r"\[ ?[xXхХvV✓✔] ?\]")
TITLE = "p.admonition-title, summary"
FENCE = re.compile(r"^[ >]*(?P<words>(?:```|~~~).*)$", re.MULTILINE)


def leftovers(html: str, source: str, contacts: Iterable[str] = ()) -> Iterator[Finding]:
    """Signs that are left in `html`, which was made of `source`, each with the words to find it
    by; `contacts` are the keys that a text may name."""
    for found in FENCE.finditer(source):
        yield Finding("leftover", "fence", "", found["words"])
    tree = Tree(html)
    for kind, words in _elements(tree):
        yield Finding("leftover", kind, "", words)
    yield from _stars(tree, STARRED.search(source) is not None)
    yield from _in_words(tree)
    yield from contacts_left(html, contacts)


def typed(source: str) -> Iterator[Finding]:
    """Signs of `source` that nothing in its HTML shows: rows of a table between tabs, the sign of
    a picture apart from it, addresses that no link has, cells that no column has."""
    for found in APART.finditer(source):
        yield Finding("leftover", "picture", "", found[0])
    for found in HASHTAG.finditer(source):
        line = source[found.start() :].partition("\n")[0]
        yield Finding("leftover", "hashtag", "", line.strip("> \t"))
    for found in NUMBER_LINK.finditer(source):
        yield Finding("leftover", "number-link", "", found[0])
    yield from _footnotes_of_word(source)
    yield from _definitions(source)
    yield from _cells(source.split("\n"))
    if "\t" in source:
        lines = source.split("\n")
        tabs = [_tabs(line) for line in lines]
        for number, many in enumerate(tabs[:-1]):
            if many and tabs[number + 1] == many and (not number or tabs[number - 1] != many):
                yield Finding("leftover", "tabs", "", lines[number].strip())


def begun(meant: str) -> Iterator[Finding]:
    """Lines of `meant`, a text whose habits were followed, that begin as items do, and are none or
    say nothing."""
    for found in EMPTY.finditer(meant):
        if not _ends_a_sentence(found[0], meant[: found.start()]):
            yield Finding("leftover", "empty-item", "", found[0].strip("> \t"))
    starred = () if STAR.search(meant) else STARRED.finditer(meant)
    for found in (*DASHED.finditer(meant), *starred):
        yield Finding("leftover", "item", "", found[0].strip(" >"))


def _ends_a_sentence(line: str, above: str) -> bool:
    """Whether a number that stands alone on `line` belongs to the words `above` it."""
    before = above.rstrip("\n").rpartition("\n")[2] if not above.endswith("\n\n") else ""
    words = before.strip("> \t")
    return line.strip("> \t")[0].isdigit() and words != "" and not words[0].isdigit()


def _footnotes_of_word(source: str) -> Iterator[Finding]:
    for found in NUMBERED.finditer(source):
        if re.search(rf"[\w.,;:!?)»”\"]\[{re.escape(found['number'])}\]", source):
            yield Finding("leftover", "word-note", "", found[0].strip("> \t"))


def _definitions(source: str) -> Iterator[Finding]:
    for found in DEFINITION.finditer(source):
        label = re.escape(found["label"])
        if not re.search(rf"\[{label}\](?!:)", source, re.IGNORECASE):
            yield Finding("leftover", "definition", "", found[0].strip("> \t"))


def _cells(lines: list[str]) -> Iterator[Finding]:
    columns = 0
    for line, above in zip(lines, ["", *lines], strict=False):
        if DELIMITER.fullmatch(line.lstrip("> \t")) and "|" in above:
            columns = _columns(line)
        elif "|" not in line:
            columns = 0
        elif columns and _columns(line) > columns:
            yield Finding("leftover", "cells", "", line.strip())


def _columns(row: str) -> int:
    """How many cells a row of a table has; a bar in code or behind a backslash divides nothing."""
    plain = QUOTED_BAR.sub("", row.strip("> \t"))
    return plain.strip("|").count("|") + 1


def _tabs(line: str) -> int:
    """How many tabs are between the words of `line`; 0 in a list and in a table of ours."""
    return 0 if "|" in line or ITEM.match(line) else line.strip().count("\t")


def contacts_left(html: str, contacts: Iterable[str]) -> Iterator[Finding]:
    """`contact: hotline` in `html`, without its braces, for each key of `contacts`."""
    bare = _bare(tuple(contacts)) if "ontact" in html else None
    for found in bare.finditer(html) if bare else ():
        yield Finding("leftover", "contact", "", found[0])


def _elements(tree: Tree) -> Iterator[tuple[str, str]]:
    """The elements that nobody meant: text that keeps its lines, items that begin with a box among
    others that do not, callouts without a text."""
    for element in tree.every("pre"):
        yield "preformatted", element.text().strip().split("\n")[0]
    for items in tree.every("ul, ol"):
        yield from _boxes(items)
    for element in tree.every(TITLE):
        if _is_last(element):
            yield "hollow", element.text().strip().split("\n")[0]


def _stars(tree: Tree, noted: bool) -> Iterator[Finding]:
    """Stars at one end of marked words, more than at the other; where a line is `noted` with a
    star, one behind them is that of a note."""
    for element in tree.every("strong, em, del"):
        before, after = _words_of(element.prev), _words_of(element.next)
        if before.endswith(("*", "~")):
            yield Finding("leftover", "strong", "", f"{before[-1]}{element.text()}")
        elif after.startswith("~" if noted else ("*", "~")):
            yield Finding("leftover", "strong", "", f"{element.text()}{after[0]}")


def _words_of(node: Element | None) -> str:
    """The words of a text; nothing where an element stands, or nothing."""
    return node.text() if node is not None and node.tag == TEXT else ""


def _boxes(items: Element) -> Iterator[tuple[str, str]]:
    """Boxes that are ticked already; and others in a list where not every item has one."""
    own = [one for one in items.iter() if one.tag == "li"]
    boxes = [found["words"] for one in own if (found := BOX.match(_beginning(one)))]
    for box in boxes:
        if TICKED.fullmatch(box):
            yield "ticked", box
        elif len(boxes) < len(own) or not any(map(TICKED.fullmatch, boxes)):
            yield "box", box


def _beginning(item: Element) -> str:
    """The text with which an item of a list begins; nothing where another element does."""
    first = item.first_child
    while first is not None and (first.tag == "p" or first.is_empty_text_node):
        first = first.first_child if first.tag == "p" else first.next
    return first.text() if first is not None and first.tag == TEXT else ""


def _is_last(element: Element) -> bool:
    after = element.next
    while after is not None and after.is_empty_text_node:
        after = after.next
    return after is None


def _in_words(tree: Tree) -> Iterator[Finding]:
    for block in _blocks(tree.top):
        words = block.strip("\n")
        if ANY.search(words):
            for found in SIGN.finditer(UNKNOWN_CONTACT.sub("", words)):
                line = found[0].strip().partition("\n")[0]
                yield Finding("leftover", str(found.lastgroup), "", line)
        for found in PATH.finditer(words) if ".md" in words else ():
            yield Finding("bare", found[0], "", found[0])


def _blocks(nodes: Iterable[Element]) -> list[str]:
    """The words of each block; code is a space."""
    blocks = [""]
    for node in nodes:
        if node.tag in CODE:
            blocks[-1] += " "
        elif node.tag == TEXT:
            blocks[-1] += node.text()
        else:
            first, *others = _blocks(node.iter(include_text=True))
            if node.tag in BLOCKS:
                blocks += [first, *others, ""]
            else:
                blocks[-1] += first
                blocks += others
    return blocks


@cache
def _bare(contacts: tuple[str, ...]) -> re.Pattern[str] | None:
    keys = "|".join(sorted(map(re.escape, contacts), key=len, reverse=True))
    return re.compile(rf"(?<![\w{{])contacts?\s?[:：]\s?(?:{keys})(?![\w-])") if keys else None
