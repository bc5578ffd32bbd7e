"""Markup that is not understood is never published as it was typed."""

from collections.abc import Iterator
from typing import Any

from plugins.checks.known import Known
from plugins.model.document import Problem
from plugins.reading.allowed import FOLDED, KINDS

CALLOUT = f'!!! {" or ".join(sorted(KINDS | {FOLDED}))} "A title", the text indented by 4 spaces'
LITERALLY = "To show the sign itself, put it between `backticks`."
# What each sign is, and what to do about it.
MEANINGS = {
    "placeholder": ("is an inner sign of Markdown.", "Write the line more simply."),
    "alert": ("is a callout as GitHub writes it.", f"Write {CALLOUT}."),
    "toc": ("is not needed: pages have their contents.", "Remove it."),
    "note": ("is a footnote without its text.", "Add a line `[^1]: the text`, with the same name."),
    "note-unused": ("is a footnote that no text mentions.", "Mention it, `[^1]`, or remove it."),
    "note-twice": ("is the second footnote of this name.", "Give it a name of its own."),
    "note-empty": ("is a footnote that says nothing.", "Write its text after the colon."),
    "picture": ("is no picture.", "Write ![what it shows](path) without spaces between."),
    "wiki": ("is no link.", "Write [words](path.md)."),
    "link": ("is no link.", "Write [words](path.md), nothing between ] and (, both closed."),
    "reference": ("refers to no address.", "Write [words](path.md)."),
    "callout": ("is no callout.", f"Write {CALLOUT}."),
    "hollow": ("is a callout without text.", "Indent its text by 4 spaces."),
    "contact": ("is no number.", "Write {contact:key}, with the braces and without spaces."),
    "braces": (
        "is not understood.",
        "A number is {contact:key}, without spaces; an anchor {#words} ends a heading. "
        + LITERALLY,
    ),
    "fence": ("begins a block of code, which pages do not show.", "Remove it and what closes it."),
    "preformatted": (
        "would be shown as code, because its line begins with 4 spaces.",
        "Remove the spaces; below a callout or an item, leave no other text between.",
    ),
    "code": ("opens with a backtick and is not closed.", "Close it, or remove the sign."),
    "strong": ("is not strong.", f"Write **words**, without spaces inside the signs. {LITERALLY}"),
    "emphasis": ("is not emphasized.", f"Write *words*, without spaces inside. {LITERALLY}"),
    "strike": ("is not struck out.", f"Write ~~words~~, without spaces inside. {LITERALLY}"),
    "highlight": ("is not understood.", "Write **words**, or remove the signs."),
    "table": (
        "is no table.",
        "Below its head stands a line | --- | --- |, with as many columns; cells are between |.",
    ),
    "heading": ("is no heading.", "Write ## words {#anchor}, 1 to 6 signs, a line by itself."),
    "quote": ("is no quotation.", "Begin each of its lines with >, with an empty line above."),
    "backslash": ("has a backslash that changes nothing.", "Remove the backslash."),
    "box": ("is a box in a list that is no checklist.", "Begin every item with `- [ ] `, or none."),
}


def check(page: Any, known: Known) -> Iterator[Problem]:
    """Every sign that is left in the text of `page`, with its line."""
    for reference in page.references:
        if reference.kind == "leftover":
            what, fix = MEANINGS[reference.target]
            yield Problem(page.file, reference.line, f"{reference.text[:60]!r} {what}", fix)
