"""What our Markdown has beyond Markdown, as buttons of the editor; how each is read and written in
a text is in static/components.js."""

from dataclasses import dataclass
from typing import Any

from plugins.editor.choices import Choices
from plugins.editor.fields import ONE, STRING, TEXT, Control, Form, control
from plugins.editor.words import word
from plugins.reading.allowed import FOLDED, KINDS

CALLOUTS = {
    "note": word("note"),
    "tip": word("tip"),
    "warning": word("warning"),
    "danger": word("danger"),
}
ANCHOR = "^[a-z0-9]+(?:-[a-z0-9]+)*$"
TITLE, SAID = Form(word("Title"), STRING), Form(word("Text"), TEXT)
KIND = Form(
    word("Kind"),
    ONE | {"default": "note"},
    named={kind: said for kind, said in CALLOUTS.items() if kind in KINDS},
)


@dataclass(frozen=True)
class Button:
    """A button: its label, its icon (of Material Symbols), and what it asks for."""

    label: str
    icon: str
    asks: dict[str, Form]


BUTTONS: dict[str, Button] = {
    "contact": Button(
        word("Telephone number"),
        "call",
        {"key": Form(word("Who is called"), ONE, choices="contacts")},
    ),
    "callout": Button(word("Callout"), "info", {"kind": KIND, "title": TITLE, "text": SAID}),
    FOLDED: Button(
        word("Distressing passage"),
        "visibility_off",
        {"title": Form(word("What it is about"), STRING), "text": SAID},
    ),
    "checklist": Button(
        word("Checklist"), "checklist", {"items": Form(word("Items, one a line"), TEXT)}
    ),
    "anchor": Button(
        word("Anchor of a heading"),
        "tag",
        {
            "anchor": Form(
                word("Anchor"),
                STRING | {"pattern": ANCHOR},
                wrong=word("Write small Latin letters, digits and hyphens."),
            )
        },
    ),
}


def components(choices: Choices) -> dict[str, Any]:
    """Return the label, the icon and the fields of each button, by name."""
    return {name: _button(button, choices) for name, button in BUTTONS.items()}


def numbers(choices: Choices) -> dict[str, str]:
    """Return the number of each contact as people read it, for the preview."""
    return {key: contact.number for key, contact in choices.library.named.items()}


def _button(button: Button, choices: Choices) -> Control:
    fields = [control(name, asked, choices, True) for name, asked in button.asks.items()]
    return {"label": choices.say(button.label), "icon": button.icon, "fields": fields}
