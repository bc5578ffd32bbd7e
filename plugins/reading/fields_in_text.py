"""Fields that stand in the text: behind an empty line a field has no effect, and readers are shown
its words. One that was to keep the page back would keep nothing back."""

import re
from collections.abc import Iterable, Iterator

from plugins.model.document import Problem
from plugins.model.message import Message
from plugins.reading.front_matter import FIELD, RULES, Line

NAMES = {name.casefold(): name for name in RULES}
# Fields that decide who sees what: wherever one stands, nobody means it as words.
KEEPING = frozenset({"Draft", "Embargo", "Withdrawn", "Withdrawn-Address", "Discreet-Title"})
RULER = re.compile(r"-{3,}\s*")


def misplaced(file: str, fields: Iterable[Line], text: str, first_line: int) -> Iterator[Problem]:
    """Yield a problem of `file` for each field that has no effect where it stands."""
    yield from fields_in_values(file, fields)
    yield from fields_in_text(file, text, first_line)


def fields_in_text(file: str, text: str, first_line: int) -> Iterator[Problem]:
    """Yield a problem of `file` for each field at the beginning of `text`, which is in the file
    from `first_line` on; of those that keep a page back, wherever they stand."""
    beginning = True
    for number, line in enumerate(text.splitlines(), first_line):
        name = _named(line.strip())
        beginning = beginning and (bool(name) or not line.strip() or bool(RULER.fullmatch(line)))
        if (name and beginning) or _plainly(line) in KEEPING:
            yield Problem(file, number, *_told(name or _plainly(line)))


def fields_in_values(file: str, fields: Iterable[Line]) -> Iterator[Problem]:
    """Yield a problem of `file` for each field that keeps a page back and is indented, so that it
    goes on what the field above it says."""
    for field in fields:
        for number, line in enumerate(field.value.split("\n")[1:], field.number + 1):
            if (name := _named(line)) in KEEPING:
                what = Message(
                    "The field %(name)r is a part of %(above)r: it has no effect there.",
                    name=name,
                    above=field.name,
                )
                yield Problem(file, number, what, Message("Take away the spaces before it."))


def _named(line: str) -> str:
    """The name of the field that `line` is, as it is spelled; "" when it is none."""
    found = FIELD.fullmatch(line)
    return NAMES.get(found["name"].casefold(), "") if found else ""


def _plainly(line: str) -> str:
    """The same, in a quotation or in bold too."""
    signs = line.lstrip(" \t>").replace("**", "").replace("__", "")
    return _named(signs.strip())


def _told(name: str) -> tuple[Message, Message]:
    return (
        Message("The field %(name)r stands in the text: it has no effect there.", name=name),
        Message("Move it to the other fields, above the first empty line; or say it otherwise."),
    )
