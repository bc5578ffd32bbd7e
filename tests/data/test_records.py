"""Tables of a TOML file become values, and what does not fit is a problem with its line."""

from dataclasses import dataclass

import pytest

from plugins.data.records import DataFile, read_data_file, records

TEXT = """# colours
[sea]
name = "Sea"
shade = "blue"

[sun]
name = "Sun"
shade = "yellow"
"""

# contents of a file, line and beginning of the problem
BROKEN = [
    (b"[sea\n", 1, "This is not TOML: `]` is missing"),
    (b"[sea]\nname = \n", 2, "This is not TOML: "),
    (b"[sea]\n[sea]\n", 2, "This is not TOML: "),
    (b'name = "\xff"\n', 1, "This is not UTF-8 text."),
]


@dataclass(frozen=True)
class Colour:
    key: str
    name: str
    shade: str
    mixed: tuple = ()


# entry, line and problem
MISFITS = [
    (
        {"name": "Sun", "shade": "yellow", "nmae": "S"},
        6,
        "'sun' has no 'nmae'.",
        "Did you mean 'name'?",
    ),
    ({"name": "Sun"}, 6, "'sun' lacks 'shade'.", "Add `shade = …` below [sun]."),
    ("yellow", 6, "'sun' is not a table.", "Begin it with [sun]."),
]


@pytest.fixture
def file():
    return DataFile("data/colours.toml", TEXT, {})


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("[sun]",), 6),
        (("[sun]", "shade"), 8),
        (("[sea]", "shade"), 4),
        (("[moon]",), 1),
        (("[sun]", "nothing"), 6),
    ],
)
def test_line_of(file, words, line):
    """Words are found one after the other; what is not found leaves the place of the word
    before."""
    assert file.line_of(*words) == line


def test_read(tmp_path):
    """A file is its name, its text and its tables."""
    text = '[sea]\nname = "мора"\n'
    (tmp_path / "a.toml").write_text(text, encoding="utf-8")
    assert read_data_file(tmp_path, "a.toml") == (
        DataFile("data/a.toml", text, {"sea": {"name": "мора"}}),
        [],
    )


@pytest.mark.parametrize(("data", "line", "what"), BROKEN)
def test_broken(tmp_path, data, line, what):
    """A file that cannot be read is a problem with its line."""
    (tmp_path / "a.toml").write_bytes(data)
    (problem,) = read_data_file(tmp_path, "a.toml")[1]
    assert (problem.file, problem.line) == ("data/a.toml", line)
    assert problem.what.startswith(what)


def test_byte_order_mark(tmp_path):
    """The mark that Notepad writes before a text is no part of it."""
    (tmp_path / "a.toml").write_bytes(b'\xef\xbb\xbf[sea]\nname = "Sea"\n')
    file, problems = read_data_file(tmp_path, "a.toml")
    assert (file.tables, problems) == ({"sea": {"name": "Sea"}}, [])


def test_missing(tmp_path):
    """A file that is not there is a problem."""
    (problem,) = read_data_file(tmp_path, "a.toml")[1]
    assert problem.what == "The file is missing."


def test_records(file):
    """Each entry becomes a value that knows its key."""
    found, problems = records(
        file, {"sun": {"name": "Sun", "shade": "yellow", "mixed": ["a"]}}, Colour, mixed=tuple
    )
    assert (found, problems) == ({"sun": Colour("sun", "Sun", "yellow", ("a",))}, [])


@pytest.mark.parametrize(("entry", "line", "what", "fix"), MISFITS)
def test_misfit(file, entry, line, what, fix):
    """An entry that does not fit is left out and reported with its line."""
    found, problems = records(file, {"sun": entry}, Colour)
    assert found == {}
    assert [(p.line, p.what, p.fix) for p in problems] == [(line, what, fix)]


def test_others_stay(file):
    """One wrong entry takes no other with it."""
    found, _ = records(file, {"sun": {}, "sea": {"name": "Sea", "shade": "blue"}}, Colour)
    assert list(found) == ["sea"]
