"""Languages by their own name, with the direction of their script."""

import pytest
from babel import UnknownLocaleError

from plugins.model.language import language, read_languages

OWN = [
    ("be", "Беларуская", "ltr"),
    ("ru", "Русский", "ltr"),
    ("en", "English", "ltr"),
    ("ar", "العربية", "rtl"),
    ("uk", "Українська", "ltr"),
    ("fa", "فارسی", "rtl"),
    ("pl", "Polski", "ltr"),
]

DECLARED = """
[ar]
complete = false
fallback = ["be"]
exit = "https://ar.example.org/"

[be]
complete = true
fallback = []
exit = "https://be.example.org/"
"""


@pytest.fixture
def declared(tmp_path):
    (tmp_path / "languages.toml").write_text(DECLARED, encoding="utf-8")
    return read_languages(tmp_path / "languages.toml")


@pytest.mark.parametrize(("code", "name", "direction"), OWN)
def test_own_name_and_direction(code, name, direction):
    """A language calls itself by its own name, with a capital letter, and knows its direction."""
    found = language(code)
    assert (found.name, found.direction) == (name, direction)


def test_unknown_language():
    """A code that Babel does not know is refused."""
    with pytest.raises(UnknownLocaleError):
        language("qq")


@pytest.mark.parametrize(
    ("code", "script"), [("be", "Cyrl"), ("ru", "Cyrl"), ("en", "Latn"), ("ar", "Arab")]
)
def test_script(code, script):
    """A language knows the script it is usually written in."""
    assert language(code).script == script


def test_formats():
    """Dates and numbers follow the language itself unless a region is declared."""
    assert (language("be").formats, language("en", formats="en-GB").formats) == ("be", "en-GB")


def test_unknown_declaration():
    """A word in languages.toml that nobody reads is refused."""
    with pytest.raises(TypeError):
        language("be", colour="teal")


def test_declared_order(declared):
    """Languages stand in the order of the file."""
    assert list(declared) == ["ar", "be"]


def test_declared_values(declared):
    """What Babel cannot know comes from the file."""
    arabic = declared["ar"]
    assert (arabic.complete, arabic.fallback, arabic.exit) == (
        False,
        ("be",),
        "https://ar.example.org/",
    )
