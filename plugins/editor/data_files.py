"""A form for each file of content/data: its tables, with the controls that their types ask for.

Of which type an entry is, is said where the build reads it (plugins.data.entries, .shapes).
"""

from collections.abc import Iterable
from dataclasses import MISSING, Field, dataclass, field, fields
from datetime import date
from typing import Any, get_type_hints

from plugins.data.entries import Contact, Credit, Day, Fact, Group, Mailbox, Source, Term
from plugins.data.shapes import EDITION
from plugins.data.telephone import DIALLED, SHOWN
from plugins.editor.choices import Choices
from plugins.editor.data_words import FILES, HINTS, LABELS, MEANINGS, WRONG
from plugins.editor.fields import DAY, ONE, SEVERAL, STRING, SWITCH, TEXT, Control
from plugins.editor.words import word
from plugins.model.shape import Texts, Words

COLLECTION = "data"
KEY = "^[a-z0-9]+(?:-[a-z0-9]+)*$"
PICTURE = r"^(?:media|kits)/.+\.[A-Za-z0-9]+$"
PATTERNS = {"number": f"^(?:{SHOWN.pattern})$", "dial": f"^(?:{DIALLED.pattern})$"}
PATTERNS["address"] = r"^[^@\s]+@[^@\s]+\.[^@\s]+$"
PATTERNS |= {"url": r"^(?:https?://\S+)?$", "key": KEY, "picture": PICTURE}
# What is chosen from what the site has, by the name of the value.
CHOSEN = {"source": "sources", "group": "groups", "danger": "contacts"}
LONG = frozenset({"about", "definition", "boilerplate", "changes", "staff"})


@dataclass(frozen=True)
class Entries:
    """Tables of a file that are entries, each with a key: those below `path`, or all of the file.

    `kind` is their type, or Words where an entry is a text for each language; `identity` names what
    tells tables of a list apart, which have no keys.
    """

    field: str
    kind: Any
    path: tuple[str, ...] = ()
    key: str = "key"
    identity: str = ""


@dataclass(frozen=True)
class DataForm:
    """The form of a file: values that stand alone, by name and type, and its entries."""

    values: dict[str, Any] = field(default_factory=dict)
    entries: tuple[Entries, ...] = ()
    chosen: dict[str, str] = field(default_factory=dict)


PAGES = {"main": "pages", "footer": "pages", "discreet": "pages"}
Groups = list[Texts]
SECTIONS = ("boilerplate", "place", "corrections", "pictures")
FORMS: dict[str, DataForm] = {
    "contacts": DataForm(
        {"danger": Texts, "retired": Texts, "office": {"street": Words}},
        (
            Entries("contact", Contact, ("contact",)),
            Entries("mailbox", Mailbox, ("mailbox",)),
            Entries("within", Words, ("within",), key="country"),
        ),
        {"danger": "contacts"},
    ),
    "sources": DataForm(entries=(Entries("sources", Source),)),
    "facts": DataForm(
        entries=(
            Entries("group", Group, ("group",)),
            Entries("fact", Fact, ("fact",)),
            Entries("day", Day, ("day",)),
        )
    ),
    "glossary": DataForm(entries=(Entries("terms", Term),)),
    "menu": DataForm(dict.fromkeys(PAGES, Texts) | {"footer": Groups}, chosen=PAGES),
    "pictures": DataForm(entries=(Entries("pictures", Credit, key="picture"),)),
    "topics": DataForm(entries=(Entries("topics", Words),)),
    "press": DataForm(
        {"contact": str} | dict.fromkeys(SECTIONS, Words), chosen={"contact": "contacts"}
    ),
    "manual": DataForm(
        dict.fromkeys(("whole", "terms", "checklists"), Words),
        (Entries("edition", EDITION, ("edition",), identity="number"),),
    ),
    "pocket": DataForm(
        dict.fromkeys(("pages", "offered", "country"), Texts),
        chosen=dict.fromkeys(("pages", "offered", "country"), "pages"),
    ),
    "security": DataForm({"contact": str, "expires": date}, chosen={"contact": "pages"}),
}


def data_collection(choices: Choices) -> Control:
    """Return the collection of the data files."""
    files = [_file(name, form, choices) for name, form in FORMS.items()]
    label = choices.say(word("Numbers, sources, words and lists"))
    return {"name": COLLECTION, "label": label, "icon": "database", "i18n": False, "files": files}


def data_formats() -> dict[str, Control]:
    """Return how each file is taken apart and put together, by the name of its format."""
    return {f"data-{name}": _format(form) for name, form in FORMS.items()}


def _format(form: DataForm) -> Control:
    entries = [
        {"field": one.field, "path": list(one.path), "key": one.key, "identity": one.identity}
        for one in form.entries
    ]
    return {"entries": entries, "dates": sorted(_dates(form)), "values": list(form.values)}


def _dates(form: DataForm) -> set[str]:
    """Return the names of all values of the file that are days."""
    found = {name for name, hint in form.values.items() if hint is date}
    for one in form.entries:
        found |= {name for name, hint in _hints(one.kind).items() if hint in (date, date | None)}
    return found


def _file(name: str, form: DataForm, choices: Choices) -> Control:
    values = [
        _value(key, hint, choices, form.chosen.get(key, "")) for key, hint in form.values.items()
    ]
    lists = [_entries(one, choices) for one in form.entries]
    return {
        "name": name,
        "label": choices.say(FILES[name]),
        "file": f"{choices.root}/data/{name}.toml",
        "format": f"data-{name}",
        "fields": [*values, *lists, {"name": "_original", "widget": "hidden"}],
        "editor": {"preview": False},
    }


def _entries(entries: Entries, choices: Choices) -> Control:
    hints = _hints(entries.kind)
    shown = [
        _value(name, hint, choices, CHOSEN.get(name, ""), entries.kind)
        for name, hint in hints.items()
    ]
    if entries.kind is Words:
        shown = _by_language(choices, entries.field)
    key = [] if entries.identity else [_key(entries, choices)]
    return {
        "name": entries.field,
        "label": choices.say(LABELS[entries.field]),
        "widget": "list",
        "required": False,
        "collapsed": True,
        "summary": f"{{{{{entries.identity or entries.key}}}}}",
        "fields": [*key, *shown],
    }


def _key(entries: Entries, choices: Choices) -> Control:
    # A country stands as its code, and a picture as its file.
    shape = {} if entries.key == "country" else {"pattern": _pattern(entries.key, choices)}
    made = STRING | shape | {"name": entries.key, "label": choices.say(LABELS[entries.key])}
    return made | {"required": True, "hint": choices.say(HINTS["key"])}


def _hints(kind: Any) -> dict[str, Any]:
    """Return the type of each value of an entry, by name."""
    if isinstance(kind, dict):
        return kind
    if kind is Words:
        return {}
    hints = get_type_hints(kind)
    return {one.name: hints[one.name] for one in fields(kind) if one.name != "key"}


def _value(name: str, hint: Any, choices: Choices, chosen: str, kind: Any = None) -> Control:
    made = {"name": name, "label": choices.say(LABELS[name]), "required": _required(kind, name)}
    made |= {"hint": choices.say(HINTS[name])} if name in HINTS else {}
    return made | _control(name, hint, choices, chosen, getattr(kind, "CHOICES", {}))


def _control(
    name: str, hint: Any, choices: Choices, chosen: str, lists: dict[str, tuple[str, ...]]
) -> Control:
    several = hint in (Texts, tuple[str, ...], Groups)
    if chosen:
        each = (SEVERAL if several else ONE) | {"options": choices.options(chosen)}
        return _in_groups(each, choices) if hint == Groups else each
    if name in lists:
        named = [{"value": one, "label": choices.say(MEANINGS[one])} for one in lists[name]]
        return ONE | {"options": named}
    if hint == Words:
        return {"widget": "object", "fields": _by_language(choices, name)}
    if isinstance(hint, dict):
        inner = [_value(key, one, choices, "") for key, one in hint.items()]
        return {"widget": "object", "fields": inner}
    if name in PATTERNS:
        return STRING | {"pattern": _pattern(name, choices)}
    return TYPES.get(hint, STRING)


def _in_groups(each: Control, choices: Choices) -> Control:
    label = choices.say(LABELS["group"])
    return {"widget": "list", "field": each | {"name": "pages", "label": label}}


TYPES: dict[Any, Control] = {
    date: DAY,
    date | None: DAY,
    bool: SWITCH,
    int: {"widget": "number", "value_type": "int"},
    Texts: {"widget": "list"},
    tuple[str, ...]: {"widget": "list"},
}


def _by_language(choices: Choices, name: str) -> list[Control]:
    shown = TEXT if name in LONG else STRING
    return [
        shown | {"name": code, "label": language.name, "required": language.complete}
        for code, language in choices.languages.items()
    ]


def _pattern(name: str, choices: Choices) -> list[str]:
    return [PATTERNS[name], choices.say(WRONG[name])]


def _required(kind: Any, name: str) -> bool:
    """Whether an entry must have the value; a value that stands alone need not."""
    if kind is None or isinstance(kind, dict):
        return isinstance(kind, dict)
    return any(one.name == name and _without_default(one) for one in _fields(kind))


def _fields(kind: Any) -> Iterable["Field[Any]"]:
    return fields(kind) if kind is not Words else ()


def _without_default(one: "Field[Any]") -> bool:
    return one.default is MISSING and one.default_factory is MISSING
