"""A collection of the editor for each folder of pages, made from the folders that are there."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from plugins.editor.choices import Choices, Page
from plugins.editor.fields import HIDDEN, Control, page_fields
from plugins.editor.words import word
from plugins.model.address import NUMBERED
from plugins.model.kinds import Kind, kind_at, kind_named

INDEX = "index"
# Of pages that stand alone, at the root of a language.
ROOT = "pages"
NAME = "[a-z0-9]+(?:-[a-z0-9]+)*"
DAY, MONTH = "{{year}}-{{month}}-{{day}}", "{{year}}-{{month}}"
HINT = word(
    "Latin letters, digits and hyphens: a part of the address, which does not change later."
)
RELEASES = word("releases")
WRONG = word("Write it like this: %(example)s")
BUTTONS = [
    *("bold", "italic", "strikethrough", "link", "heading-two", "heading-three", "heading-four"),
    *("quote", "bulleted-list", "numbered-list"),
]
OURS = ["contact", "callout", "content-note", "checklist", "anchor"]


def collections(choices: Choices) -> list[Control]:
    """Return the collections in the order of the site, a line between sections."""
    found: list[Control] = []
    folders = sorted({_folder(page) for page in choices.pages})
    for section, below in groupby(folders, lambda folder: _names(folder).partition("/")[0]):
        found += [{"divider": True}] if found else []
        for folder in below:
            found += _of_folder(folder, choices) if section else [_of_root(choices)]
    return found


def format_name(folder: str) -> str:
    """Return the name of the format of pages in `folder`: links to pictures climb out of it. The
    editor takes for Markdown only what is called front matter."""
    return f"page-{len([part for part in folder.split('/') if part]) + 1}-frontmatter"


def _of_root(choices: Choices) -> Control:
    """Return the collection of the pages that stand alone, each a form of its own."""
    pages = {_below(page): page for page in choices.pages if not _folder(page)}
    files = [_file(name, pages[name], choices) for name in sorted(pages)]
    label = choices.say(word("Pages that stand alone"))
    return {"name": ROOT, "label": label, "icon": "home", "files": files, "i18n": True}


def _file(name: str, page: Page, choices: Choices) -> Control:
    kind = kind_named(page.place.kind)
    return {
        "name": page.place.key.replace("/", "-"),
        "label": choices.titles[page.place.key],
        "file": f"{choices.root}/{{{{locale}}}}/{name}.md",
        "format": format_name(""),
        "i18n": True,
        "fields": page_fields(kind, choices, body(choices)),
    }


def _of_folder(folder: str, choices: Choices) -> list[Control]:
    """Return the collections of a folder: one, or two where dated pages have a `Date` of their own
    and stand beside others."""
    pages = [page for page in choices.pages if _folder(page) == folder]
    kinds = {kind_named(page.place.kind) for page in pages if not _is_index(page)}
    kinds = kinds or {kind_at(f"{_names(folder)}/new")}
    told = {kind for kind in kinds if "Date" in kind.required}
    dated, others = {"field": "Date", "pattern": r"^\d"}, {"field": "Date", "value": None}
    parts: list[tuple[set[Kind], str, Control]] = [(told, "release", dated)] if told else []
    parts += [(kinds - told, "", others if told else {})] if kinds - told else []
    return [
        _collection(folder, _joined(kinds), name, choices, bool(kept))
        | ({"filter": kept} if kept else {})
        for kinds, name, kept in parts
    ]


def _collection(folder: str, kind: Kind, part: str, choices: Choices, told: bool) -> Control:
    key = _names(folder)
    title = choices.titles.get(key, key)
    more = {} if part else {"index_file": _index(key, choices)}
    label = f"{title}: {choices.say(RELEASES)}" if part else title
    return more | {
        "name": "-".join(filter(None, (key.replace("/", "-"), part))),
        "label": label,
        "folder": f"{choices.root}/{{{{locale}}}}/{folder}",
        "format": format_name(folder),
        "i18n": True,
        "identifier_field": "Title",
        "summary": "{{Title}}",
        "slug": slug(folder, kind, choices),
        "sortable_fields": ["Title", "Written"],
        "fields": [*page_fields(kind, choices, body(choices)), *_hidden(kind, told)],
    }


def _hidden(kind: Kind, told: bool) -> list[Control]:
    """Return the field that a collection is told from its neighbour by, where it has none."""
    return [{"name": "Date"} | HIDDEN] if told and "Date" not in kind.fields else []


def _index(key: str, choices: Choices) -> Control:
    kind = kind_at(f"{key}/{INDEX}")
    label = choices.say(word("The page of the section itself"))
    return {"name": INDEX, "label": label, "fields": page_fields(kind, choices, body(choices))}


def slug(folder: str, kind: Kind, choices: Choices) -> Control:
    """Return how the name of a new file is made: from its day, or its order, and its title."""
    numbers = [
        int(found["number"])
        for page in choices.pages
        if _folder(page) == folder and (found := NUMBERED.fullmatch(_stem(page)))
    ]
    if kind.section:
        begin, shape = (DAY, r"\d{4}-\d{2}-\d{2}") if kind.day_in_name else (MONTH, r"\d{4}-\d{2}")
        example = "2026-11-24-name" if kind.day_in_name else "2026-11-name"
    else:
        begin = f"{max(numbers) + 1:02}" if numbers else ""
        shape, example = (r"\d{2}", f"{begin}-name") if numbers else ("", "name")
    pattern = "-".join(filter(None, (shape, NAME)))
    return {
        "template": "-".join(filter(None, (begin, "{{fields.Title}}"))),
        "editable": ["create"],
        "hint": choices.say(HINT),
        "pattern": [f"^{pattern}$", choices.say(WRONG) % {"example": example}],
    }


def body(choices: Choices) -> Control:
    """Return the control of the text, with a button for all that our Markdown has."""
    return {
        "name": "body",
        "label": choices.say(word("Text")),
        "widget": "richtext",
        "i18n": True,
        "required": False,
        "buttons": BUTTONS,
        "editor_components": ["image", *OURS],
        "linked_images": False,
        "use_emoji_autocomplete": False,
    }


def _joined(kinds: Iterable[Kind]) -> Kind:
    """Return a kind with the fields of all `kinds`, of which those are required that all need."""
    several = sorted(kinds, key=lambda kind: kind.name)
    first = next((kind for kind in several if kind.section), several[0])
    fields = frozenset[str]().union(*(kind.fields for kind in several))
    required = frozenset.intersection(*(kind.required for kind in several))
    return replace(first, required=required, allowed=fields)


def _below(page: Page) -> str:
    return page.file.partition("/")[2].removesuffix(".md")


def _folder(page: Page) -> str:
    return _below(page).rpartition("/")[0]


def _stem(page: Page) -> str:
    return _below(page).rpartition("/")[2]


def _is_index(page: Page) -> bool:
    return _stem(page) == INDEX


def _names(folder: str) -> str:
    """Return `folder` as it stands in keys: without the numbers that order it."""
    return "/".join(re.sub(r"^\d{2}-", "", part) for part in folder.split("/"))
