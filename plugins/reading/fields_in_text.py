"""Fields that stand in the text: behind an empty line a field has no effect, and readers are shown
its words. One that was to keep the page back would keep nothing back."""

import re
from collections.abc import Iterator

from plugins.model.document import Problem
from plugins.model.message import Message
from plugins.reading.front_matter import FIELD, RULES

NAMES = {name.casefold(): name for name in RULES}
# Fields that decide who sees what: wherever one stands, nobody means it as words.
KEEPING = frozenset({"Draft", "Embargo", "Withdrawn", "Withdrawn-Address", "Discreet-Title"})
RULER = re.compile(r"-{3,}\s*")


def fields_in_text(file: str, text: str, first_line: int) -> Iterator[Problem]:
    """Yield a problem of `file` for each field at the beginning of `text`, which is in the file
    from `first_line` on; of those that keep a page back, wherever they stand."""
    beginning = True
    for number, line in enumerate(text.splitlines(), first_line):
        found = FIELD.fullmatch(line.strip())
        name = NAMES.get(found["name"].casefold(), "") if found else ""
        beginning = beginning and (bool(name) or not line.strip() or bool(RULER.fullmatch(line)))
        if name in KEEPING or (name and beginning):
            yield Problem(file, number, *_told(name))


def _told(name: str) -> tuple[Message, Message]:
    return (
        Message("The field %(name)r stands in the text: it has no effect there.", name=name),
        Message("Move it to the other fields, above the first empty line; or say it otherwise."),
    )
