"""The named lines above a text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.document import Door, Review, Withdrawal
from plugins.model.kinds import KINDS
from plugins.model.user_error import did_you_mean
from plugins.reading.front_matter import (
    RULES,
    FieldError,
    Line,
    choice,
    day,
    doors,
    names,
    read_fields,
    split,
    text,
    withdrawal,
)

SPLITS = [
    ("Title: One\n\nText", [Line("Title", "One", 1)], "Text", 3),
    (
        "Title: One\nSummary: Two\n\nText\n\nMore",
        [Line("Title", "One", 1), Line("Summary", "Two", 2)],
        "Text\n\nMore",
        4,
    ),
    ("Title:One\n\nText", [Line("Title", "One", 1)], "Text", 3),
    ("Title : One\n\nText", [Line("Title", "One", 1)], "Text", 3),
    ("Title: One: two\n\nText", [Line("Title", "One: two", 1)], "Text", 3),
    ("Doors: a | b\n    c | d\n\nText", [Line("Doors", "a | b\nc | d", 1)], "Text", 4),
    ("Doors:\n    a | b\n\nText", [Line("Doors", "a | b", 1)], "Text", 4),
    ("Menu-Title: One\n\nText", [Line("Menu-Title", "One", 1)], "Text", 3),
    ("no field\n\nText", [Line("", "no field", 1)], "Text", 3),
    ("Title: One", [Line("Title", "One", 1)], "", 3),
    ("\nText", [], "Text", 2),
    ("Title: One\r\n\r\nText", [Line("Title", "One", 1)], "Text", 3),
    ("Title: One\n \t\nText", [Line("Title", "One", 1)], "Text", 3),
    ("", [], "", 2),
]

NAMES = [
    ("one, two", ("one", "two")),
    ("one,two ,  three", ("one", "two", "three")),
    ("one, one", ("one",)),
    ("two  words, one", ("two words", "one")),
    (", ,", ()),
    ("مساعدة، خط المساعدة", ("مساعدة", "خط المساعدة")),
]

NOT_DAYS = [
    ("24.11.2026", "2026-11-24"),
    ("4/1/2026", "2026-01-04"),
    ("2026-11-31", "2026-11-24"),
    ("24 November 2026", "2026-11-24"),
    ("2026-1-4", "2026-11-24"),
]

NOT_DOORS = ["help", "help |", "| I need help", " | "]

MENDS = [
    ("Titel: a", "plain", "There is no field 'Titel'.", "Did you mean 'Title'?"),
    ("Title: a\nTitle: b", "plain", "'Title' is written twice (line 1).", "Keep one of the two."),
    (
        "Format: card",
        "plain",
        "'Format' has no meaning in this kind of page (plain).",
        "Materials to print lie in prevention/materials/; or remove the line.",
    ),
    (
        "Film: media/films/a.mp4",
        "advice",
        "'Film' has no meaning in this kind of page (advice).",
        "A film has a page of its own: name the file prevention/film-name.md; or remove the line.",
    ),
    (
        "Doors: a | A",
        "plain",
        "'Doors' has no meaning in this kind of page (plain).",
        "Remove the line.",
    ),
    ("Title: ---", "plain", "'---' has no words.", "Say in words what the page is about."),
    ("Summary: 🙂 !", "plain", "'🙂 !' has no words.", "Say in words what the page is about."),
    ("Title:", "plain", "'Title' is empty.", "Write a value or remove the line."),
    (
        "nothing",
        "plain",
        "'nothing' is not a field.",
        "Write `Name: value`, and an empty line before the text.",
    ),
    (
        "Format: card s",
        "material",
        "'card s' is not one of card, leaflet, poster, lesson, booklet, sheet.",
        "Did you mean 'card'?",
    ),
]

REQUIRED = [
    ("plain", ["Title", "Summary", "Written", "Sources"]),
    ("not-found", ["Title", "Summary"]),
    ("search", ["Title", "Summary"]),
    ("news", ["Title", "Summary", "Written", "Sources", "Topics"]),
    ("release", ["Title", "Summary", "Written", "Sources", "Topics", "Date"]),
    ("home", ["Title", "Summary", "Written", "Sources", "Doors", "Popular"]),
    ("material", ["Title", "Summary", "Written", "Sources", "Format", "Audience"]),
]

# Lines that are nearly fields, so that every branch is taken.
field_line = st.builds(
    "{}{}{}".format,
    st.sampled_from([*RULES, "Titel", "title", "X-", "", " ", "\t", "ў"]),
    st.sampled_from([":", ": ", " :", "", "|"]),
    st.one_of(
        st.text(max_size=12),
        st.sampled_from(["2026-11-24", "24.11.2026", "help | a", "card", "a, b"]),
    ),
)
any_source = st.one_of(st.text(), st.lists(field_line, max_size=8).map("\n".join))


@pytest.mark.parametrize(("source", "fields", "body", "first_line"), SPLITS)
def test_split(source, fields, body, first_line):
    """The first empty line ends the fields; the text begins below it."""
    assert split(source) == (fields, body, first_line)


def test_text():
    """A text is one line without superfluous spaces."""
    assert text("  two \n  words ") == "two words"


def test_day():
    """A day is year, month, day."""
    assert day("2026-11-24") == date(2026, 11, 24)


@pytest.mark.parametrize(("value", "fix"), NOT_DAYS)
def test_not_a_day(value, fix):
    """Any other way of writing a day is refused, and the right way shown:
    of this very day where it can be told."""
    with pytest.raises(FieldError) as caught:
        day(value)
    assert fix in caught.value.fix


@pytest.mark.parametrize(("value", "expected"), NAMES)
def test_names(value, expected):
    """Names stand between commas, those of Arabic too; each counts once."""
    assert names(value) == expected


def test_doors():
    """A door is a key, what it says, and perhaps a few words more, one on each line."""
    assert doors("help | I need  help | Who answers\n\n news|What is new") == (
        Door("help", "I need help", "Who answers"),
        Door("news", "What is new"),
    )


@pytest.mark.parametrize("value", NOT_DOORS)
def test_not_a_door(value):
    """A door without a key or without words is refused."""
    with pytest.raises(FieldError):
        doors(f"help | words\n{value}")


@pytest.mark.parametrize(
    ("value", "only_here"),
    [
        ("2026-11-28 | A person could be recognised.", False),
        ("2026-11-28|A person could\nbe recognised.", False),
        ("2026-11-28 | A person could be recognised. | this language only", True),
        ("2026-11-28 | A person could be recognised. | This  Language only", True),
    ],
)
def test_withdrawal(value, only_here):
    """A withdrawal has a day and a reason, and may say that the other languages stay."""
    assert withdrawal(value) == Withdrawal(
        date(2026, 11, 28), "A person could be recognised.", only_here
    )


@pytest.mark.parametrize(
    "value",
    [
        "yes",
        "2026-11-28",
        "2026-11-28 |",
        "2026-11-28 | | this language only",
        "28.11.2026 | Why",
        "2026-11-31 | Why",
        "2026-11-28 | Why | this langage only",
        "2026-11-28 | Why |",
        "2026-11-28 | Why | this language only | more",
        "2026-11-28 | Call {contact:hotline}",
    ],
)
def test_not_a_withdrawal(value):
    """A withdrawal that cannot be understood is refused, so that nobody believes that it holds."""
    with pytest.raises(FieldError):
        withdrawal(value)


def test_nothing_but_a_withdrawal():
    """Of a text that is withdrawn nothing else has to stay in its file."""
    assert (
        read_fields(split("Withdrawn: 2026-11-28 | Why")[0], "be/press/2026-10-a.md", "release")[1]
        == []
    )


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("Withdrawn: 2026-11-28 | Why\nWithdrawn-Address: remove", []),
        ("Withdrawn: 2026-11-28 | Why | this language only\nWithdrawn-Address: remove", [2]),
        ("Withdrawn: 2026-11-28 | Why\nWithdrawn-Address: yes", [2]),
        ("Withdrawn: 2026-11-28 | Why\nWithdrawn-Adress: remove", [2]),
        ("Title: a\nWithdrawn-Address: remove", [2]),
    ],
)
def test_address_of_a_withdrawal(source, lines):
    """An address can go with what is withdrawn in every language, and with nothing else."""
    _, problems = read_fields(split(source)[0], "be/press/2026-10-a.md", "release")
    assert [problem.line for problem in problems if "missing" not in problem.what] == lines


def test_choice():
    """A word of the closed list is taken as it is."""
    assert choice("card", "poster")("poster") == "poster"


@pytest.mark.parametrize(("source", "kind", "what", "fix"), MENDS)
def test_problem(source, kind, what, fix):
    """A line that cannot be used is a problem that says what is wrong and how to fix it."""
    _, problems = read_fields(split(source)[0], "be/a.md", kind)
    assert (what, fix) in {(problem.what, problem.fix) for problem in problems}


@pytest.mark.parametrize(("kind", "required"), REQUIRED)
def test_required(kind, required):
    """Each kind of page has the fields it cannot do without."""
    _, problems = read_fields([], "be/a.md", kind)
    assert {problem.what for problem in problems} == {
        f"The field {name!r} is missing." for name in required
    }


def test_review():
    """A review says on which day which role of the organisation has read the page."""
    values, _ = read_fields(
        split("Reviewed: 2026-12-01 |  head of  the hotline ")[0], "be/a.md", "not-found"
    )
    assert values["reviewed"] == Review(date(2026, 12, 1), "head of the hotline")


@pytest.mark.parametrize(
    "value", ["2026-12-01", "2026-12-01 |", "2026-12-01 | ", "| editor", "yes | editor"]
)
def test_no_review(value):
    """A review without a day or without a role is none, and the editor is told what to write."""
    values, problems = read_fields(split(f"Reviewed: {value}")[0], "be/a.md", "not-found")
    said = " ".join(
        f"{problem.what} {problem.fix}" for problem in problems if "missing" not in problem.what
    )
    assert ("reviewed" in values, "2026-1" in said) == (False, True)


def test_wrong_is_not_missing():
    """A field with a value that cannot be used is not called missing too."""
    _, problems = read_fields(split("Written: 24.11.2026")[0], "be/a.md", "plain")
    assert [
        problem.line for problem in problems if "Written" in problem.what or "24.11" in problem.what
    ] == [1]


def test_line_of_a_problem():
    """A problem has the line on which the field begins."""
    _, problems = read_fields(split("Title: a\nDoors: x | y\n    z\nNxt: a")[0], "be/a.md", "home")
    assert {problem.line for problem in problems if problem.line > 1} == {2, 4}


@pytest.mark.parametrize(
    ("word", "fix"),
    [("hotlin", "Did you mean 'hotline'?"), ("zzz", "Use one of: hotline, office.")],
)
def test_meant(word, fix):
    """An unknown word is fixed with the nearest known one, or with all of them."""
    assert did_you_mean(word, ["office", "hotline"]) == fix


@given(any_source, st.sampled_from([kind.name for kind in KINDS]))
def test_every_line_counts(source, kind):
    """Whatever stands above the text, each field becomes a value or a problem on its line,
    and nothing raises."""
    fields, _, _ = split(source)
    values, problems = read_fields(fields, "be/a.md", kind)
    lines_with_problems = {problem.line for problem in problems}
    for line in fields:
        assert line.number in lines_with_problems or RULES[line.name].attribute in values


@given(any_source)
def test_split_loses_nothing(source):
    """Fields and text together have every word of the file."""
    fields, body, _ = split(source)
    kept = "".join(f"{line.name}:{line.value}" for line in fields) + body
    assert set("".join(source.split())) <= set(kept)


@pytest.mark.parametrize(
    ("source", "kind", "line", "markup"),
    [
        ("Title: A **bold** page", "advice", 1, "**bold**"),
        ("Title: A\nSummary: See [us](01-us.md).", "advice", 2, "[us](01-us.md)"),
        ("Heading: A *word*", "home", 1, "*word*"),
        ("Menu-Title: `A`", "advice", 1, "`A`"),
        ("Keywords: one, _two_", "advice", 1, "_two_"),
        ("Reviewed: 2026-11-24 | head&nbsp;of", "advice", 1, "&nbsp;"),
        ("Corrected: 2026-11-24 | Was <b>one</b>.", "news", 1, "<b>"),
        ("Doors: a | A | *b*", "home", 1, "*b*"),
        ("---\nTitle: 'A ~~b~~'\n---", "advice", 2, "~~b~~"),
    ],
)
def test_markup_in_a_field(source, kind, line, markup):
    """Markup in what is shown as plain words is told, with its line."""
    _, problems = read_fields(split(source)[0], "be/a.md", kind)
    said = (line, f"{markup!r} would be shown as it is typed.")
    assert said in [(one.line, one.what) for one in problems]


@pytest.mark.parametrize(
    "title", ["5 * 3 * 2", "snake_case_name", "[sic]", "C&A", "1 < 2", "#MeToo"]
)
def test_signs_in_a_field(title):
    """Signs that mean themselves are shown as they are."""
    values, problems = read_fields(split(f"Title: {title}")[0], "be/a.md", "advice")
    assert values["title"] == title
    assert [one for one in problems if "missing" not in one.what] == []
