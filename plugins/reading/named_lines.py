"""Lines of one paragraph that each begin a line: who speaks, `Name: words`, and signs of items that
a backslash makes plain, `\\- words`, as programs write them that make Markdown of other texts."""

import re

from plugins.reading.counted_lines import with_breaks

LABEL = r"(?:\*\*|__)?[^\W\d_][^:\n.!?,;|<>\[\]{}]{0,30}(?:\*\*|__)?:(?:\*\*|__)?[ ]"
LABELLED = re.compile(rf"[ ]*{LABEL}(?=\S)")
ESCAPED = re.compile(r"[ ]*(?:\\[-*+•–—]|[0-9]{1,3}\\[.)])[ ]+(?=\S)")
ITEM = re.compile(r"[ ]*(?:[-*+]|[0-9]{1,9}\.|\\[-*+•–—]|[0-9]{1,3}\\[.)])[ ]")
CALLOUT = re.compile(r"[ ]*!!!")
# A text without any of these has no such line.
SIGNS = rf"\\[-*+•–—]|[0-9]{{1,3}}\\[.)]|{LABEL}"


def begun(lines: list[str]) -> list[str]:
    """Return the `lines` of a paragraph so that those begin a line in HTML too."""
    first = 1 if lines and CALLOUT.match(lines[0]) else 0
    if len(lines) - first > 1 and all(map(_is_labelled, lines[first:])):
        return list(with_breaks(lines, range(first + 1, len(lines))))
    escaped = [
        number
        for number in range(1, len(lines))
        if ESCAPED.match(lines[number]) and ITEM.match(lines[number - 1])
    ]
    return list(with_breaks(lines, escaped)) if escaped else lines


def _is_labelled(line: str) -> bool:
    found = LABELLED.match(line)
    return bool(found) and line.strip(" *_")[:1].isupper()
