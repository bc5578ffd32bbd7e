"""A page that goes through the editor keeps every line that nobody has changed."""

import difflib
import random

import pytest

from plugins.editor.fields import descriptors
from plugins.reading.front_matter import RULES, split
from tests.conftest import MAIN
from tests.editor.asking import answer, answers

FIELDS = descriptors()
PAGES = sorted((MAIN / "content").glob("??/**/*.md"))
HEAD = "Title: One\nKeywords: a, b\nWritten: 2026-11-24\n"
PAGE = f"{HEAD}\nText.\n"
YAML = "---\ntitle: 'It''s one: two'\nKeywords: [a, \"b: c\"]\nWritten: 2026-11-24\n---\n\nText.\n"


def changed_lines(old, new):
    """The lines that are gone, and those that are new."""
    found = difflib.ndiff(old.splitlines(), new.splitlines())
    return [line for line in found if line[:1] in "+-"]


def saved(text, **change):
    return answer("page", fields=FIELDS, text=text, change=change)


def test_every_page_stays_as_it_is():
    """Every file of the content that is opened and saved unchanged is the same, byte for byte."""
    texts = [page.read_text(encoding="utf-8") for page in PAGES]
    questions = [{"ask": "page", "fields": FIELDS, "text": text, "change": {}} for text in texts]
    wrong = [
        str(page)
        for page, text, new in zip(PAGES, texts, answers(questions), strict=True)
        if text != new
    ]
    assert len(PAGES) > 300
    assert wrong == []


def test_a_changed_title_changes_its_line():
    """In every file of the content, another title changes the line of the title and no other."""
    texts = [page.read_text(encoding="utf-8") for page in PAGES]
    change = {"Title": "Another title"}
    questions = [
        {"ask": "page", "fields": FIELDS, "text": text, "change": change} for text in texts
    ]
    wrong = [
        str(page)
        for page, text, new in zip(PAGES, texts, answers(questions), strict=True)
        if [line[:9] for line in changed_lines(text, new)] != ["- Title: ", "+ Title: "]
    ]
    assert wrong == []


CHANGES = [
    ("Summary", "New words", "+ Summary: New words"),
    ("Contacts", ["hotline", "office"], "+ Contacts: hotline, office"),
    ("Minor", True, "+ Minor: yes"),
    ("Glossary-Links", True, "+ Glossary-Links: no"),
    (
        "Reviewed",
        {"day": "2026-12-01", "role": "head of the hotline"},
        "+ Reviewed: 2026-12-01 | head of the hotline",
    ),
    (
        "Withdrawn",
        {"day": "2026-12-01", "why": "Why.", "reach": ""},
        "+ Withdrawn: 2026-12-01 | Why.",
    ),
    (
        "Withdrawn",
        {"day": "2026-12-01", "why": "Why.", "reach": "this language only"},
        "+ Withdrawn: 2026-12-01 | Why. | this language only",
    ),
]


@pytest.mark.parametrize(("name", "value", "line"), CHANGES)
def test_a_new_field_is_a_new_line(name, value, line):
    """A field that was not there is added in the words of our own files, and nothing else is."""
    assert changed_lines(PAGE, saved(PAGE, **{name: value})) == [line]


def test_a_new_field_stands_in_its_place():
    """A new field stands where the order of the fields puts it."""
    assert saved(PAGE, Summary="S").startswith("Title: One\nSummary: S\nKeywords: a, b\n")


@pytest.mark.parametrize("nothing", ["", [], None, False])
def test_an_emptied_field_is_gone(nothing):
    """A field that somebody has emptied has no line any more."""
    assert saved(PAGE, Keywords=nothing) == PAGE.replace("Keywords: a, b\n", "")


def test_rows_stand_below_one_another():
    """Corrections stand below one another, as the build reads them."""
    rows = [{"day": "2026-12-01", "what": "One."}, {"day": "2026-12-02", "what": "Two."}]
    written = saved(PAGE, Corrected=rows)
    field = next(line for line in split(written)[0] if line.name == "Corrected")
    assert [one.what for one in RULES["Corrected"].read(field.value)] == ["Two.", "One."]


def test_a_new_page_is_read_by_the_build():
    """A page that did not exist is written as the build reads it."""
    values = {"Title": "A", "Sources": ["law"], "Written": "2026-11-24", "body": "Text."}
    written = answer("page", fields=FIELDS, text="", change=values | {"_original": ""})
    fields, text, _ = split(written)
    assert ([(line.name, line.value) for line in fields], text) == (
        [("Title", "A"), ("Written", "2026-11-24"), ("Sources", "law")],
        "Text.",
    )


def test_an_unknown_field_stays():
    """A line that no rule knows stays: the build says what is wrong with it."""
    text = "Title: One\nColour: red\nno field at all\n\nText.\n"
    assert saved(text, Title="Two") == text.replace("One", "Two")


SPELLINGS = [
    ("| a | b |\n|---|:--|\n| 1 | 2 |", "| a | b |\n| --- | :-- |\n| 1 | 2 |"),
    ("* one\n* two", "- one\n- two"),
    ("A line.  \nAnother.", "A line.\nAnother."),
    ("A_b and 1. no list", "A\\_b and 1\\. no list"),
    ("- one\n  - two", "- one\n    - two"),
]


@pytest.mark.parametrize(("ours", "theirs"), SPELLINGS)
def test_another_spelling_changes_no_line(ours, theirs):
    """Where the editor writes the same in another way, the line stays as it was; another is new."""
    new = answer("aligned", original=f"{ours}\n\nEnd.", edited=f"{theirs}\n\nThe end.")
    assert new == f"{ours}\n\nThe end."


def test_yaml_stays_as_it_is():
    """A file with YAML between lines of `---` stays as it is, byte for byte."""
    assert saved(YAML) == YAML


def test_yaml_is_read():
    """Quotes and lists of YAML mean what they mean in YAML."""
    values = answer("values", fields=FIELDS, text=YAML)
    assert (values["Title"], values["Keywords"]) == ("It's one: two", ["a", "b: c"])


def test_yaml_changes_its_line():
    """A changed field of YAML is YAML again, and its other lines stay."""
    new = saved(YAML, Title="A: b")
    assert new == YAML.replace("title: 'It''s one: two'", 'Title: "A: b"')
    assert next(line.value for line in split(new)[0]) == "A: b"


def test_yaml_that_only_a_text_editor_can_keep():
    """A file in a way of YAML that is not understood is refused, so that nothing is lost."""
    assert "error" in answer("values", fields=FIELDS, text="---\nTitle: &a One\n---\n\nText.\n")


SIGNS = "абвґў abcXYZ019 :|,،-*_#>[]{}()!?'\"\\`~.—«»é\u05d0\u0645 "
FILES = 400


def random_files():
    """Files of fields and text, made of the signs that fields and Markdown are made of."""
    chance = random.Random(19)

    def words():
        return " ".join("".join(chance.choices(SIGNS, k=chance.randint(1, 20))).split())

    def field():
        name = chance.choice([*RULES, "Colour", "X-Y"])
        return "\n    ".join(
            [f"{name}: {words()}", *(words() for _ in range(chance.choice([0, 0, 2])))]
        )

    def file():
        fields = [field() for _ in range(chance.randint(1, 6))]
        lines = [chance.choice(["", words(), f"- {words()}"]) for _ in range(chance.randint(0, 9))]
        return "\n".join([*fields, "", *lines]).strip() + "\n"

    return [file() for _ in range(FILES)]


def test_random_files_stay_as_they_are():
    """Any file of fields and text that is opened and saved unchanged is the same."""
    texts = random_files()
    questions = [{"ask": "page", "fields": FIELDS, "text": text, "change": {}} for text in texts]
    assert answers(questions) == texts


def test_random_files_change_one_field_only():
    """In any file, another title leaves what the build reads of other fields and of the text."""
    texts = random_files()
    change = {"Title": "Another"}
    questions = [
        {"ask": "page", "fields": FIELDS, "text": text, "change": change} for text in texts
    ]

    def rest(text):
        fields, body, _ = split(text)
        return [(one.name, one.value) for one in fields if one.name != "Title"], body.strip()

    assert [rest(new) for new in answers(questions)] == [rest(text) for text in texts]
