"""What people are used to from GitHub and from Word, where it has one clear meaning, becomes the
Markdown we read: lists and tables right below a line, lists nested by two spaces, curly quotes."""

import re
from collections.abc import Callable, Iterator

from plugins.reading.allowed import FOLDED, KINDS
from plugins.reading.listed import SIGNS as LISTS
from plugins.reading.listed import listed
from plugins.reading.pasted_remains import without_headings
from plugins.reading.quantities import unwrapped

QUOTED = re.compile(
    r"^(?P<start>[ ]*!!!\s*[\w-]+)[ ]+(?P<open>[“”„‟«‘'″\"])(?P<title>.*\S.*)"
    r"[”“‟»’'″\"][ ]*$",
    re.MULTILINE,
)
KIND = "|".join(sorted(KINDS | {FOLDED}))
UNQUOTED = re.compile(
    rf"^(?P<start>[ ]*!!!\s*(?:{KIND}))[ ]+(?P<title>[^\W_][^\"\n]*)$", re.MULTILINE
)
CALLOUT = re.compile(r"(?P<indent>[ ]*)!!!\s*[\w-]+")
MARK = r"(?:[-*+]|[0-9]{1,9}\.)[ ]+"
ITEM = re.compile(rf"(?P<indent>[ ]*){MARK}(?=\S)")
FIRST = re.compile(r"[ ]*(?:[-*+]|1\.)[ ]+(?=\S)")
NUMBER = re.compile(r"[ ]*([0-9]{1,3})\.[ ]+(?=\S)")
DELIMITER = re.compile(r"[ ]*\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-*:?[ ]*)+")
RULER = re.compile(r"^[ ]*[—–―─]{3,}[ ]*$", re.MULTILINE)
LONG_DELIMITER = re.compile(r"^(?=.*\|)(?=.*[—–―─])[ |:—–―─-]+$", re.MULTILINE)
LONG = re.compile("[—–―─]")
LINE_END = re.compile(r"(?<![\\\n])\\$(?=\n[^\n])", re.MULTILINE)
HASHTAG = re.compile(r"^(?P<start>[ \t>]*)#(?=\w)(?=[^{\n]*$)", re.MULTILINE)
NUMBER_LINK = re.compile(r"\[(?P<words>[^\[\]\n]*)\]\(\s*(?P<number>\{contact:[^}\s]+\})[^()\n]*\)")
# Code, and what is a link already, stay as they are.
ADDRESS = re.compile(
    r"(?P<ticks>(?<!`)`+(?!`))[^\n]*?(?<!`)(?P=ticks)(?!`)|\[[^\[\]\n]*\]\([^\n]*?\)|<https?:[^>\n]*>"
    r"|^[ ]{0,3}\[(?!\^)[^\]\n]+\]:.*|\]\s?\([^)\n]*|\([^()\n]*\)\[[^\]\n]*"
    r"|(?<![\w/.@\"'=\[\]:\\-])(?P<address>(?:https?://|www\.(?=[\w-]+\.\w))[^\W_](?:[^\s<>\[\]()`|*\\]|\([^\s()<>]*\))*"
    r"(?<![.,;:!?»”\"'’…}]))(?![^\[\]\n]*\]\()",
    re.MULTILINE,
)
QUOTE = re.compile(r"(?:^[ ]{0,3}>.*(?:\n|\Z))+", re.MULTILINE)
DEEP = re.compile(r"^(?:[ ]{0,3}>){20}", re.MULTILINE)  # which nobody means
QUOTE_MARK = re.compile(r"^[ ]{0,3}>[ ]?", re.MULTILINE)
# A text without any of these has no such habit.
SIGNS = re.compile(
    rf"\r|\t|!!!|{LISTS.pattern}|\|[ ]*:?-|-[ ]*\||^[ ]*>"
    r"|^[ ]{1,3}\S|^[ ]{5,7}\S"
    r"|\S[ ]*\n[ ]*(?:[-*+]|[0-9]{1,3}\.)[ ]"
    r"|\]\(\s*\{contact:|https?:|www\.|^---[ \t]*$|\\$|^[ |:]*[—–―─]{2}|^[ \t>]*#\w",
    re.MULTILINE,
)
STEP = 4  # spaces that Markdown asks for


def with_habits(text: str) -> str:
    """Return `text` in the Markdown we read. What it says and the order of its lines stay."""
    text = unwrapped(text)
    if not SIGNS.search(text):
        return text
    for change in CHANGES:
        text = change(text)
    return text


def _lines_ended(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(STEP)


def _quotes(text: str) -> str:
    """What stands in a quotation is read as any other text."""

    def one(found: re.Match[str]) -> str:
        inner = with_habits(QUOTE_MARK.sub("", found[0]).removesuffix("\n"))
        end = "\n" if found[0].endswith("\n") else ""
        return "\n".join(f"> {line}" if line else ">" for line in inner.split("\n")) + end

    return QUOTE.sub(one, text) if ">" in text and not DEEP.search(text) else text


def _straight_quotes(text: str) -> str:
    return QUOTED.sub(r'\g<start> "\g<title>"', text)


def _unquoted(text: str) -> str:
    """The words behind the kind of a callout are its title."""
    return UNQUOTED.sub(r'\g<start> "\g<title>"', text) if "!!!" in text else text


def _rulers(text: str) -> str:
    """A line of dashes divides, of whatever length they are; so does one below a table's head."""
    text = LONG_DELIMITER.sub(lambda found: LONG.sub("-", found[0]), text)
    return RULER.sub("___", text)


def _ends(text: str) -> str:
    """A backslash ends a line, as two spaces do (CommonMark 0.31, 6.7)."""
    return LINE_END.sub("  ", text)


def _addresses(text: str) -> str:
    """An address of the web is a link to it."""
    return ADDRESS.sub(_linked, text) if "http" in text or "www." in text else text


def _linked(found: re.Match[str]) -> str:
    address = found["address"]
    if not address or address.startswith("http"):
        return f"<{address}>" if address else found[0]
    return f"[{address}](https://{address})"


def _numbers_apart(text: str) -> str:
    """A number is a link itself, and stands beside the words."""
    return NUMBER_LINK.sub(r"\g<words> (\g<number>)", text)


def _hashtags(text: str) -> str:
    """A word behind # is no heading (CommonMark 0.31, 4.2)."""
    return HASHTAG.sub(r"\g<start>\#", text)


def _callouts(text: str) -> str:
    """The text of a callout is indented by four spaces, where somebody wrote one to three."""
    lines, base = [], -1
    for line in text.split("\n"):
        depth = _depth(line)
        callout = CALLOUT.match(line)
        if callout:
            base, shift = len(callout["indent"]), 0
        elif base >= 0 and line.strip():
            shift = shift or (STEP - depth + base if base < depth < base + STEP else -1)
            base = base if depth > base else -1
        more = " " * shift if base >= 0 and not callout and shift > 0 and line.strip() else ""
        lines.append(more + line)
    return "\n".join(lines)


def _lists(text: str) -> str:
    """Items are nested by four spaces."""
    nesting = _Nesting()
    return "\n".join([nesting.line(line) for line in text.split("\n")])


class _Nesting:
    """The list that is open while lines pass: how deep each level of it was written."""

    def __init__(self) -> None:
        self.levels: list[int] = []
        self.after_empty = False

    def line(self, line: str) -> str:
        """Return `line` with the indent that belongs to its level."""
        if not line.strip():
            self.after_empty = True
            return line
        depth, item = _depth(line), ITEM.match(line)
        if self.levels and (depth > self.levels[0] or (item and depth == self.levels[0])):
            line = self._item(line, depth) if item else self._further(line, depth)
        elif item and depth % STEP == 0:
            self.levels = [depth]
        elif self.after_empty or depth < (self.levels or [0])[0]:
            self.levels = []
        self.after_empty = False
        return line

    def _item(self, line: str, depth: int) -> str:
        while len(self.levels) > 1 and depth < self.levels[-1]:
            self.levels.pop()
        if depth >= self.levels[-1] + 2:
            self.levels.append(depth)
        return self._at(len(self.levels) - 1, line)

    def _further(self, line: str, depth: int) -> str:
        """Text below an item; more than its place is left as it is."""
        level = max((n for n, at in enumerate(self.levels) if at < depth), default=0)
        written = self.levels[level] + STEP
        more = depth - written if depth > written else 0
        return " " * more + self._at(level + 1, line)

    def _at(self, level: int, line: str) -> str:
        return " " * (self.levels[0] + STEP * level) + line.lstrip(" ")


def _apart(text: str) -> str:
    """Lists and tables have an empty line above, and what is no row of a table one below it."""
    return "\n".join(_spaced(text.split("\n")))


def _spaced(lines: list[str]) -> Iterator[str]:
    before, listed, table = "", False, False
    kinds = _Kinds()
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        begins = "|" in line and not table and _divides(line, following)
        ends = table and "|" not in line
        another = kinds.another(line)
        if (
            before.strip()
            and line.strip()
            and (begins or ends or _interrupts(line, before, listed, following) or another)
        ):
            yield ""
        table = (table or begins) and "|" in line
        listed = bool(line.strip()) and (listed or bool(ITEM.match(line)))
        before = line
        yield line


class _Kinds:
    """Whether the lists that are open while lines pass have numbers, by how deep they are."""

    def __init__(self) -> None:
        self.numbered: dict[int, bool] = {}

    def another(self, line: str) -> bool:
        """Whether `line` begins a list of the other kind where one is open."""
        item = ITEM.match(line)
        if not item:
            self.numbered = self.numbered if line.startswith(" ") or not line else {}
            return False
        depth, numbered = _depth(line), line.lstrip()[0].isdigit()
        self.numbered = {one: kind for one, kind in self.numbered.items() if one <= depth}
        another = self.numbered.get(depth, numbered) != numbered
        self.numbered[depth] = numbered
        return another


def _divides(line: str, following: str) -> bool:
    """Whether `following` is the ruler below the head of a table of which `line` is the head."""
    return bool(DELIMITER.fullmatch(following)) and not DELIMITER.fullmatch(line)


def _interrupts(line: str, before: str, listed: bool, following: str) -> bool:
    """Whether a list begins here, below a paragraph (CommonMark 0.31, 5.3), with 1 or with two
    numbers of which one follows the other."""
    above = not listed and not CALLOUT.match(before) and not before.lstrip().startswith((":", "[^"))
    begins = FIRST.match(line) or _go_on(line, following)
    return above and bool(begins) and _depth(line) <= _depth(before)


def _go_on(line: str, following: str) -> bool:
    one, two = NUMBER.match(line), NUMBER.match(following)
    return one is not None and two is not None and int(two[1]) == int(one[1]) + 1


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


CHANGES: tuple[Callable[[str], str], ...] = (
    _lines_ended,
    _quotes,
    without_headings,
    _straight_quotes,
    _unquoted,
    _rulers,
    _ends,
    _addresses,
    _hashtags,
    _numbers_apart,
    listed,
    _callouts,
    _lists,
    _apart,
)
