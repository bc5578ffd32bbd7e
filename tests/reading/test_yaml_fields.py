"""Fields between lines of `---`, as other programs write them."""

import pytest

from plugins.features.translations.fields import with_field, without_field
from plugins.reading.front_matter import read_fields, split

TEXT = "\n---\n\nText.\n"
VALUES = [
    ("Title: One", "Title", "One"),
    ("title: One", "Title", "One"),
    ("menu-title: One", "Menu-Title", "One"),
    ('Title: "One: two # three"', "Title", "One: two # three"),
    ("Title: 'It''s one'", "Title", "It's one"),
    ("Title: One # a note", "Title", "One"),
    ("Keywords: [one, 'two']", "Keywords", "one, two"),
    ("Keywords:\n  - one\n  - two words", "Keywords", "one, two words"),
    ("Keywords:\n- one\n- two", "Keywords", "one, two"),
    ("Written: 2026-11-24", "Written", "2026-11-24"),
    ("Date: 2026-11-24T10:00:00+03:00", "Date", "2026-11-24"),
    ("Date: 2026-11-24 10:00:00", "Date", "2026-11-24"),
    ("Draft: yes", "Draft", "yes"),
    ("Summary: >\n  One line\n  and another.", "Summary", "One line and another."),
    ("Doors: |\n  help | Help\n  press | Press", "Doors", "help | Help\npress | Press"),
    (
        'Doors:\n  - "help | Help, now"\n  - press | Press',
        "Doors",
        "help | Help, now\npress | Press",
    ),
    ("Minor:", "Minor", ""),
]


@pytest.mark.parametrize(("yaml", "name", "value"), VALUES)
def test_a_value_means_what_yaml_means(yaml, name, value):
    """Quotes, lists, dates and blocks of text mean what they mean in YAML."""
    fields, _, _ = split(f"---\n{yaml}{TEXT}")
    assert [(line.name, line.value) for line in fields] == [(name, value)]


def test_lines_are_those_of_the_file():
    """A field knows its line, and the text the line on which it begins."""
    fields, text, first = split(
        "---\nTitle: One\nKeywords:\n  - a\nWritten: 2026-11-24\n---\nText.\n"
    )
    assert [(line.name, line.number) for line in fields] == [
        ("Title", 2),
        ("Keywords", 3),
        ("Written", 5),
    ]
    assert (text, first) == ("Text.", 7)


FAULTS = [
    ("Title: One: two", 2),
    ("Title: One\nKeywords: [one, two", 3),
    ("Title: {one: two}", 2),
    ("Title: One\nKeywords: ['one, two']", 3),
    ("- one", 2),
    ("Title: @one", 2),
    ("Title: " + "[" * 3000, 2),
]


@pytest.mark.parametrize(("yaml", "line"), FAULTS)
def test_a_fault_is_told_with_its_line(yaml, line):
    """What is not YAML, or not a field, is a problem with its line, and never a traceback."""
    fields, _, _ = split(f"---\n{yaml}{TEXT}")
    problems = read_fields(fields, "be/a.md", "plain")[1]
    told = [one for one in problems if "not YAML" in one.what]
    assert [one.line for one in told] in ([line], [line + 1])
    assert ("quotation marks" in told[0].fix) != ("A comma divides items" in told[0].fix)


def test_a_wrong_value_is_told_with_its_line():
    """A value that no rule takes is a problem with its line."""
    fields, _, _ = split(f"---\nTitle: One\nwritten: 24.11.2026{TEXT}")
    problems = read_fields(fields, "be/a.md", "plain")[1]
    assert [(one.line, one.what) for one in problems if one.line > 1] == [
        (3, "'24.11.2026' is not a date.")
    ]


def test_marks_without_an_end_are_no_yaml():
    """A line of `---` alone begins nothing."""
    assert split("---\nTitle: One\n\nText.\n")[0][0].name == ""


def test_a_field_is_added_within_the_marks():
    """What commands write stands between the lines of `---`."""
    source = f"---\nTitle: One{TEXT}"
    added = with_field(source, "Translated-From", "be@1a2b3c4d")
    assert added == f"---\nTitle: One\nTranslated-From: be@1a2b3c4d{TEXT}"
    assert without_field(added, "Translated-From") == source


@pytest.mark.parametrize("title", ["!Important news", "!!python/object:os.system x"])
def test_a_tag_is_told(title):
    """A word with an exclamation mark before it is a tag to YAML, and would be lost."""
    (field,) = split(f"---\ntitle: {title}{TEXT}")[0]
    assert (field.name, field.number) == ("---", 2)


def test_nothing_is_missing_where_nothing_can_be_read():
    """One slip is told, not every field that it hides."""
    fields, _, _ = split(f"---\ntitle: A title: with colon{TEXT}")
    problems = read_fields(fields, "be/a.md", "plain")[1]
    assert [one.line for one in problems] == [2]


@pytest.mark.parametrize("items", ['["a, b"]', "[c, 'a, b']", '\n  - "a, b"\n  - c'])
def test_comma_within_an_item(items):
    """Whoever puts a comma into an item is told that it divides items, and of nothing else."""
    fields, _, _ = split(f"---\ntitle: A\nsummary: B\nkeywords: {items}\n---\n\nC.")
    problems = read_fields(fields, "be/about/a.md", "plain")[1]
    assert [one.fix for one in problems] == [
        "A comma divides items: write `[a, b]` or each on a line of its own."
    ]
