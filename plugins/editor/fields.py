"""How each field of a page is asked for: its label, its hint, the control, and how it is written.

Which fields a kind of page must and may have is in plugins.model.kinds; how each is read, in
plugins.reading.front_matter. A field that is new there needs a row here, which a test asks for.
"""

from dataclasses import dataclass, field
from typing import Any

from plugins.editor.choices import Choices
from plugins.editor.words import word
from plugins.model.document import TO_BE_APPROVED, UNFINISHED
from plugins.model.kinds import Kind
from plugins.reading.front_matter import ONLY_HERE, RULES

Control = dict[str, Any]
DAY_FORMAT = "YYYY-MM-DD"
MOMENT = r"^(\d{4}-\d{2}-\d{2} \d{2}:\d{2} [A-Za-z][\w+/-]*)?$"
EVERY, SHARED = True, "duplicate"  # each language has its own; all have that of the first


@dataclass(frozen=True)
class Form:
    """A field or a part of one. `form` says how it is written: text, names (with commas), switch
    (`word` or no line), parts (with bars between them) or rows (one of these a line)."""

    label: str
    control: Control
    hint: str = ""
    form: str = "text"
    word: str = ""
    parts: dict[str, "Form"] = field(default_factory=dict)
    choices: str = ""  # a sort of plugins.editor.choices
    named: dict[str, str] = field(default_factory=dict)  # what each word of a closed list means
    i18n: bool | str = EVERY
    wrong: str = ""  # what is said where the value does not fit the pattern of the control


STRING: Control = {"widget": "string", "use_emoji_autocomplete": False}
TEXT: Control = {"widget": "text", "use_emoji_autocomplete": False}
DAY: Control = {"widget": "datetime", "type": "date", "format": DAY_FORMAT}
SEVERAL: Control = {"widget": "select", "multiple": True}
ONE: Control = {"widget": "select"}
SWITCH: Control = {"widget": "boolean", "default": False}
HIDDEN: Control = {"widget": "hidden"}

DAY_PART = Form(word("Day"), DAY)

FORMS: dict[str, Form] = {
    "Title": Form(word("Title"), STRING, word("What the page is called.")),
    "Heading": Form(
        word("Heading"),
        STRING,
        word("What the home page says above its text, where the title is only a name."),
    ),
    "Menu-Title": Form(
        word("Title in menus"), STRING, word("Shorter, for menus and lists. Empty: the title.")
    ),
    "Discreet-Title": Form(
        word("Title for the browser's history"),
        STRING,
        word("What tabs, history and shared links show instead of the title, to hide it."),
    ),
    "Summary": Form(word("Summary"), TEXT, word("One or two sentences: what the reader learns.")),
    "Keywords": Form(
        word("Keywords"),
        {"widget": "list"},
        word("Other words that people search for, with commas between them."),
        "names",
    ),
    "Contacts": Form(
        word("Numbers"),
        SEVERAL,
        word("Who to call about this; the most important first."),
        "names",
        choices="contacts",
    ),
    "Next": Form(
        word("Read next"), SEVERAL, word("Pages that help further."), "names", choices="pages"
    ),
    "Written": Form(word("Written on"), DAY, word("The day on which the text was written.")),
    "Reviewed": Form(
        word("Reviewed"),
        {"widget": "object", "collapsed": "auto"},
        word(
            "A promise: only when somebody of the organisation has read the page, with their role."
        ),
        "parts",
        parts={"day": DAY_PART, "role": Form(word("Role of who has read it"), STRING)},
    ),
    "Sources": Form(
        word("Based on"),
        SEVERAL,
        word("What the text rests on. Readers see it below the page."),
        "names",
        choices="sources",
        i18n=SHARED,
    ),
    "Topics": Form(
        word("Topics"),
        SEVERAL,
        word("In which lists it stands."),
        "names",
        choices="topics",
        i18n=SHARED,
    ),
    "Date": Form(
        word("Day of the release"),
        DAY,
        word("A day to come keeps the release from the public until then."),
        i18n=SHARED,
    ),
    "Embargo": Form(
        word("Embargo"),
        STRING | {"pattern": MOMENT},
        word(
            "Nobody sees it before this minute, in any language: 2026-12-01 10:00 Europe/Minsk. "
            "One language is enough."
        ),
        wrong=word("Write day, time and zone: 2026-12-01 10:00 Europe/Minsk."),
    ),
    "Corrected": Form(
        word("Corrections"),
        {"widget": "list", "collapsed": "auto"},
        word("What was wrong in the published text, and what is right. Readers see it."),
        "rows",
        parts={"day": DAY_PART, "what": Form(word("What was corrected, and why"), STRING)},
    ),
    "Withdrawn": Form(
        word("Withdrawn"),
        {"widget": "object", "collapsed": "auto"},
        word(
            "The text harms somebody: it disappears everywhere, and the reason stands in its place."
        ),
        "parts",
        parts={
            "day": DAY_PART,
            "why": Form(word("Why, in words that harm nobody"), STRING),
            "reach": Form(
                word("How far"),
                ONE,
                named={"": word("all languages"), ONLY_HERE: word("this language only")},
            ),
        },
    ),
    "Withdrawn-Address": Form(
        word("Remove the address too"),
        SWITCH,
        word("Only of a withdrawn text whose address names somebody."),
        "switch",
        word="remove",
    ),
    "Doors": Form(
        word("First choices"),
        {"widget": "list", "collapsed": "auto"},
        word("What the home page offers first: a page, and what a visitor would say."),
        "rows",
        parts={
            "key": Form(word("Page"), ONE, choices="pages"),
            "label": Form(word("What it says"), STRING),
            "about": Form(word("A few words more"), STRING | {"required": False}),
        },
    ),
    "Popular": Form(
        word("Often read"),
        SEVERAL,
        word("Pages that the home page lists."),
        "names",
        choices="pages",
    ),
    "Format": Form(
        word("Kind of material"),
        ONE,
        named={
            "card": word("card"),
            "leaflet": word("leaflet"),
            "poster": word("poster"),
            "lesson": word("lesson"),
            "booklet": word("booklet"),
            "sheet": word("sheet to fill in"),
        },
        i18n=SHARED,
    ),
    "Film": Form(
        word("Film"),
        STRING | {"pattern": r"^media/(?:[a-z0-9-]+/)*[a-z0-9-]+\.mp4$"},
        word(
            "Its place: media/films/name.mp4. Beside it lie name.svg, shown before it begins, and "
            "captions in each language: name-be.vtt."
        ),
        wrong=word("Write the place of the film, such as media/films/name.mp4."),
        i18n=SHARED,
    ),
    "Audience": Form(
        word("For whom"),
        ONE,
        named={
            "everyone": word("everyone"),
            "young-people": word("young people"),
            "parents": word("parents"),
            "teachers": word("teachers"),
        },
        i18n=SHARED,
    ),
    "Glossary-Links": Form(
        word("No links to the glossary"),
        SWITCH,
        word("Words of the glossary do not lead there from this text."),
        "switch",
        word="no",
    ),
    "Translated-From": Form(word("Translated from"), HIDDEN),
    "Minor": Form(
        word("Only a typing error was fixed"),
        SWITCH,
        word("A promise: who reads an older translation is told nothing else."),
        "switch",
        word="yes",
    ),
    "Draft": Form(
        word("Draft"),
        ONE,
        word("A draft is shown in the preview and not to the public."),
        named={
            "": word("no: it may be published"),
            UNFINISHED: word("yes: it is not finished"),
            TO_BE_APPROVED: word("finished, and nobody has agreed to it yet"),
        },
    ),
    "Terms": Form(
        word("Words of the glossary"),
        TEXT,
        word("For the translator: written by the program, and taken away when it is done."),
    ),
    "With-Forms": Form(
        word("Sections about the forms"),
        {"widget": "list"},
        word("Anchors of sections that are left out where the site has no forms, with commas."),
        "names",
        i18n=SHARED,
    ),
}


def page_fields(kind: Kind, choices: Choices, body: Control) -> list[Control]:
    """Return the controls of a page of `kind`: its fields in their order, then its text."""
    fields = [
        _page_field(name, name in kind.required, choices) for name in RULES if name in kind.fields
    ]
    return [*fields, body, {"name": "_original", "widget": "hidden", "i18n": True}]


def _page_field(name: str, required: bool, choices: Choices) -> Control:
    found = FORMS[name]
    shown = control(name, found, choices, required)
    return shown | {"i18n": found.i18n}


def control(name: str, found: Form, choices: Choices, required: bool) -> Control:
    """Return the control of a field or a part of one, with its words in the editor's language."""
    if found.control is HIDDEN:
        return {"name": name, "label": choices.say(found.label)} | HIDDEN
    made = {"name": name, "label": choices.say(found.label), "required": required} | found.control
    made |= {"hint": choices.say(found.hint)} if found.hint else {}
    made |= {"pattern": [made["pattern"], choices.say(found.wrong)]} if found.wrong else {}
    made |= {"options": options(found, choices)} if found.choices or found.named else {}
    if found.parts:
        parts = [control(key, part, choices, _needed(part)) for key, part in found.parts.items()]
        made |= {"fields": [part | {"i18n": True} for part in parts]}
    return made


def options(found: Form, choices: Choices) -> list[Control]:
    """Return what can be chosen: the entries of a sort, or the words of a closed list."""
    if found.choices:
        return list(choices.options(found.choices))
    return [{"value": value, "label": choices.say(said)} for value, said in found.named.items()]


def _needed(part: Form) -> bool:
    return "" not in part.named


def descriptors() -> list[Control]:
    """Return how the fields are written, for the program that reads and writes files."""
    return [
        {"name": name, "form": FORMS[name].form, "word": FORMS[name].word}
        | {"parts": list(FORMS[name].parts)}
        for name in RULES
    ]
