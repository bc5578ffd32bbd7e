"""What our Markdown has beyond Markdown, as buttons of the editor; how each is read and written in
a text is in static/components.js."""

from typing import Any

from plugins.editor.choices import Choices
from plugins.editor.fields import ONE, STRING, TEXT, Control
from plugins.editor.words import word
from plugins.reading.allowed import FOLDED, KINDS

CALLOUTS = {
    "note": word("note"),
    "tip": word("tip"),
    "warning": word("warning"),
    "danger": word("danger"),
}
ANCHOR = "^[a-z0-9]+(?:-[a-z0-9]+)*$"


def components(choices: Choices) -> dict[str, Any]:
    """Return the label, the icon and the fields of each button, by name."""
    say = choices.say
    title, text = say(word("Title")), say(word("Text"))
    anchor = [ANCHOR, say(word("Write small Latin letters, digits and hyphens."))]
    kinds = [{"value": one, "label": say(CALLOUTS[one])} for one in sorted(KINDS, key=_place)]
    return {
        "contact": _button(say(word("Telephone number")), "call", [_contact(choices)]),
        "callout": _button(
            say(word("Callout")),
            "info",
            [
                _field("kind", say(word("Kind")), ONE | {"options": kinds, "default": "note"}),
                _field("title", title, STRING),
                _field("text", text, TEXT),
            ],
        ),
        FOLDED: _button(
            say(word("Distressing passage")),
            "visibility_off",
            [_field("title", say(word("What it is about")), STRING), _field("text", text, TEXT)],
        ),
        "checklist": _button(
            say(word("Checklist")),
            "checklist",
            [_field("items", say(word("Items, one a line")), TEXT)],
        ),
        "anchor": _button(
            say(word("Anchor of a heading")),
            "tag",
            [_field("anchor", say(word("Anchor")), STRING | {"pattern": anchor})],
        ),
    }


def _place(kind: str) -> int:
    return list(CALLOUTS).index(kind)


def _button(label: str, icon: str, fields: list[Control]) -> Control:
    return {"label": label, "icon": icon, "fields": fields}


def _field(name: str, label: str, control: Control) -> Control:
    return {"name": name, "label": label, "required": True} | control


def _contact(choices: Choices) -> Control:
    return _field(
        "key", choices.say(word("Who is called")), ONE | {"options": choices.options("contacts")}
    )
