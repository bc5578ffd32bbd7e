"""The buttons of the editor: our own Markdown is found in a text, and written as it was."""

import re

import pytest

from plugins.editor.components import BUTTONS, CALLOUTS
from plugins.reading.allowed import FOLDED, KINDS
from tests.conftest import MAIN
from tests.editor.asking import answer, answers

TEXTS = [page.read_text(encoding="utf-8") for page in (MAIN / "content").glob("??/**/*.md")]
CALLOUT = '!!! warning "Careful"\n    One.\n\n    - two\n\nBelow.'
READ = [
    ("contact", "Call {contact:by-112}, then", {"key": "by-112"}),
    ("anchor", "## Words {#what-to-take}", {"anchor": "what-to-take"}),
    ("callout", CALLOUT, {"kind": "warning", "title": "Careful", "text": "One.\n\n- two"}),
    ("content-note", '!!! content-note "It"\n  One.', {"title": "It", "text": "One."}),
    ("checklist", "- [ ] One\n- [ ] Two\n\nText", {"items": "One\nTwo"}),
]
WRITTEN = [
    ("contact", {"key": "office"}, "{contact:office}"),
    ("anchor", {"anchor": "a-b"}, "{#a-b}"),
    (
        "callout",
        {"kind": "tip", "title": 'A "b"', "text": "One.\n\nTwo."},
        '!!! tip "A ”b”"\n    One.\n\n    Two.',
    ),
    ("content-note", {"title": "It", "text": "One."}, '!!! content-note "It"\n    One.'),
    ("checklist", {"items": "- [ ] One\nTwo\n\n"}, "- [ ] One\n- [ ] Two"),
]


@pytest.mark.parametrize(("name", "text", "said"), READ)
def test_a_block_is_read(name, text, said):
    """A button reads what our Markdown says, as its fields ask for it."""
    props = answer("found", id=name, text=text)["props"]
    assert {key: value for key, value in props.items() if key != "_raw"} == said


@pytest.mark.parametrize(("name", "said", "text"), WRITTEN)
def test_a_block_is_written(name, said, text):
    """A button writes our Markdown, and no HTML."""
    assert answer("block", id=name, props=said) == text


@pytest.mark.parametrize(
    ("name", "sign"), [("callout", r"^!!! (?!content)"), ("checklist", r"^- \[ \]")]
)
def test_every_block_of_the_content_is_found(name, sign):
    """Each callout and each checklist of the content is found, and written as it was."""
    having = [text for text in TEXTS if re.search(sign, text, re.MULTILINE)]
    found = answers([{"ask": "found", "id": name, "text": text} for text in having])
    assert having
    assert [one for one in found if one is None or one["block"] != one["raw"].rstrip()] == []


def test_there_is_a_button_for_every_kind_of_callout():
    """Whatever callout the build takes can be chosen."""
    assert set(CALLOUTS) == KINDS
    assert FOLDED in BUTTONS


def test_the_preview_shows_numbers_and_no_markup_of_others():
    """The preview shows the number of a contact; what is typed is not taken for HTML."""
    shown = answer("shown", id="contact", props={"key": "office"}, numbers={"office": "+375 17"})
    assert "+375 17" in shown
    title = answer(
        "shown", id="callout", props={"kind": "note", "title": "<b>", "text": "<i>"}, numbers={}
    )
    assert "&lt;b&gt;" in title and "<i>" not in title


def test_the_preview_shows_numbers_within_blocks():
    """A number and a link within a block are shown as readers see them."""
    items = {"items": "Call {contact:office}\n[Plan](plan.md) read"}
    shown = answer("shown", id="checklist", props=items, numbers={"office": "+375 17"})
    assert "+375 17" in shown and "<u>Plan</u> read" in shown


@pytest.mark.parametrize(("depth", "climb"), [(1, "../"), (2, "../../"), (3, "../../../")])
def test_pictures_are_named_from_where_the_page_lies(depth, climb):
    """In the editor a picture stands at /media/, in the file at a path that climbs to it."""
    body = f"![Road]({climb}media/road.jpg) and [a page](../media-rules.md)"
    inside, back = answer("pictures", body=body, depth=depth)
    assert (inside.startswith("![Road](/media/road.jpg)"), back) == (True, body)
