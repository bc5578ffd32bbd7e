"""Markup that is not understood is never published as it was typed."""

from collections.abc import Iterator

from plugins.checks.known import Known
from plugins.model.document import Problem
from plugins.model.message import Message
from plugins.model.page import Page
from plugins.reading.allowed import FOLDED, KINDS

CALLOUT = Message(
    '!!! %(names)s "A title", the text indented by 4 spaces',
    names="/".join(sorted(KINDS | {FOLDED})),
)
LITERALLY = Message("To show the sign itself, put it between `backticks`.")
# What each sign is, and what to do about it.
MEANINGS: dict[str, tuple[Message, Message]] = {
    "placeholder": (
        Message("is an inner sign of Markdown."),
        Message("Write the line more simply."),
    ),
    "toml": (
        Message("is how TOML begins, which pages do not have."),
        Message("Write fields as `Name: value`, or as YAML between two lines of ---."),
    ),
    "abbreviation": (
        Message("explains an abbreviation where no reader sees it."),
        Message("Explain it in the text, where it stands first."),
    ),
    "aside": (
        Message("is a footnote within the line."),
        Message("Write [^1] here, and `[^1]: the text` as a line of its own below."),
    ),
    "formula": (
        Message("is a formula, which pages do not show."),
        Message("Write it in words, or show it as a picture. %(literally)s", literally=LITERALLY),
    ),
    "entity": (Message("is no sign that HTML knows."), Message("Write the sign itself.")),
    "emoji": (
        Message("is the name of a small picture, which pages do not show."),
        Message("Write it in words, or remove it."),
    ),
    "tabs": (
        Message("is a table whose columns would run together."),
        Message("Write its rows as | a | b |, and below the first one a line | --- | --- |."),
    ),
    "alert": (
        Message("is a callout as GitHub writes it."),
        Message("Write %(callout)s.", callout=CALLOUT),
    ),
    "toc": (Message("is not needed: pages have their contents."), Message("Remove it.")),
    "note": (
        Message("is a footnote without its text."),
        Message("Add a line `[^1]: the text`, with the same name."),
    ),
    "note-unused": (
        Message("is a footnote that no text mentions."),
        Message("Mention it, `[^1]`, or remove it."),
    ),
    "note-twice": (
        Message("is the second footnote of this name."),
        Message("Give it a name of its own."),
    ),
    "note-empty": (
        Message("is a footnote that says nothing."),
        Message("Write its text after the colon."),
    ),
    "tag": (
        Message("begins as HTML, and is shown as it was typed."),
        Message("Remove it, and what it was to hide from readers; or say it in words."),
    ),
    "picture": (
        Message("is no picture."),
        Message("Write ![what it shows](path) without spaces between."),
    ),
    "wiki": (Message("is no link."), Message("Write [words](path.md).")),
    "link": (
        Message("is no link."),
        Message("Write [words](path.md), nothing between ] and (, both closed."),
    ),
    "reference": (Message("refers to no address."), Message("Write [words](path.md).")),
    "callout": (Message("is no callout."), Message("Write %(callout)s.", callout=CALLOUT)),
    "hollow": (Message("is a callout without text."), Message("Indent its text by 4 spaces.")),
    "contact": (
        Message("is no number."),
        Message("Write {contact:key}, with the braces and without spaces."),
    ),
    "braces": (
        Message("is not understood."),
        Message(
            "A number is {contact:key}, without spaces, and one that only counts {number:113}; an "
            "anchor {#words} ends a heading. %(literally)s",
            literally=LITERALLY,
        ),
    ),
    "fence": (
        Message("begins a block of code, which pages do not show."),
        Message("Remove it and what closes it."),
    ),
    "preformatted": (
        Message("would be shown as code, because its line begins with 4 spaces."),
        Message("Remove the spaces; below a callout or an item, leave no other text between."),
    ),
    "code": (
        Message("opens with a backtick and is not closed."),
        Message("Close it, or remove the sign."),
    ),
    "strong": (
        Message("is not strong."),
        Message(
            "Write **words**, without spaces inside the signs. %(literally)s", literally=LITERALLY
        ),
    ),
    "quotes": (
        Message("is how wikis write strong words."),
        Message('Write **words** or *words*, or a quotation mark ".'),
    ),
    "forum": (
        Message("is how forums write markup."),
        Message("Write it in Markdown, or remove it."),
    ),
    "emphasis": (
        Message("is not emphasized."),
        Message("Write *words*, without spaces inside. %(literally)s", literally=LITERALLY),
    ),
    "strike": (
        Message("is not struck out."),
        Message("Write ~~words~~, without spaces inside. %(literally)s", literally=LITERALLY),
    ),
    "highlight": (Message("is not understood."), Message("Write **words**, or remove the signs.")),
    "table": (
        Message("is no table."),
        Message(
            "Below its head stands a line | --- | --- |, with as many columns; cells are between |."
        ),
    ),
    "heading": (
        Message("is no heading."),
        Message("Write ## words {#anchor}, 1 to 6 signs, a line by itself."),
    ),
    "quote": (
        Message("is no quotation."),
        Message("Begin each of its lines with >, with an empty line above."),
    ),
    "backslash": (
        Message("has a backslash that changes nothing."),
        Message("Remove the backslash."),
    ),
    "definition": (
        Message("is the address of a link that the text does not have: no reader sees it."),
        Message("Who speaks is written without brackets, `Name: words`; or remove the line."),
    ),
    "cells": (
        Message("has more cells than the table has columns: the last would be lost."),
        Message("Add a column to the head of the table, or take a | away."),
    ),
    "block": (
        Message("is the name of a block, which only Obsidian knows."),
        Message("Remove it; an anchor ends a heading: {#words}."),
    ),
    "hashtag": (
        Message("begins as a hashtag and as a heading."),
        Message("A heading is ## words {#anchor}. A hashtag has a backslash before it: \\#word."),
    ),
    "item": (
        Message("begins as an item of a list, and is none."),
        Message("Write `- words`, with a space. A star of a note stands behind a word too."),
    ),
    "empty-item": (
        Message("is an item of a list without words."),
        Message("Write its words, or remove the line."),
    ),
    "number-link": (
        Message("is a link to a number, which is a link itself."),
        Message("Put the two side by side."),
    ),
    "word-note": (
        Message("is a footnote as Word pastes it."),
        Message("Write [^1] where it is mentioned, and `[^1]: the text` here."),
    ),
    "size": (
        Message("is the size of a picture, which pages choose themselves."),
        Message("Remove it."),
    ),
    "ticked": (
        Message("is a box that is ticked already."),
        Message("Write `- [ ] `: readers tick it themselves."),
    ),
    "template": (
        Message("is a template, which pages do not have."),
        Message("Write what it would show, or remove it. %(literally)s", literally=LITERALLY),
    ),
    "change": (
        Message("is a change that somebody proposed."),
        Message("Keep the old words or the new ones, and remove the signs."),
    ),
    "columns": (
        Message("is the head of a table without the line below it."),
        Message("Write a line --- | --- below it, with as many columns."),
    ),
    "spoiler": (
        Message("is how messengers hide words."),
        Message(
            'Remove the signs, or write !!! content-note "What it is about", the words indented '
            "by 4 spaces."
        ),
    ),
    "fields": (
        Message("begins fields in the middle of the text, where they are shown as words."),
        Message("Write them at the top of the file, and remove the lines of --- here."),
    ),
    "mail": (
        Message("is left of a mail."),
        Message("Remove it: names and addresses of people do not belong here."),
    ),
    "office": (
        Message("is what Word or Excel leaves where a field has lost what it showed."),
        Message("Write the words, the link or the number that stood there."),
    ),
    "box": (
        Message("is a box in a list that is no checklist."),
        Message("Begin every item with `- [ ] `, or none."),
    ),
}


def check(page: Page, known: Known) -> Iterator[Problem]:
    """Every sign that is left in the text of `page`, with its line."""
    for reference in page.references:
        if reference.kind == "leftover":
            what, fix = MEANINGS[reference.target]
            yield Problem(
                page.file,
                reference.line,
                Message("%(text)r %(what)s", text=reference.text[:60], what=what),
                fix,
            )
