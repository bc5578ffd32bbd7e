"""Everything in content/data, read once."""

from datetime import date

import pytest

from plugins.data.library import FILES, read_library
from tests.conftest import EXAMPLE, MAIN


@pytest.fixture(scope="module")
def example_library():
    return read_library(EXAMPLE / "data")


@pytest.fixture
def folder(tmp_path):
    for name in FILES:
        (tmp_path / f"{name}.toml").write_text("", encoding="utf-8")
    return tmp_path


def test_contact(example_library):
    """A contact has the values of its table."""
    hotline = example_library.contacts["hotline"]
    assert (hotline.number, hotline.languages, hotline.verified) == (
        "150",
        ("be", "ru"),
        date(2026, 11, 24),
    )


def test_retired(example_library):
    """Numbers that no longer work are known."""
    assert example_library.retired == ("8-801-200-8-801",)


def test_street(example_library):
    """The office has an address in each language."""
    assert example_library.street["en"] == "Example street 1"


@pytest.mark.parametrize(
    ("attribute", "keys"),
    [
        ("contacts", ["hotline", "office", "police", "example"]),
        ("sources", ["organisation", "law"]),
        ("topics", ["labour", "migration", "unused"]),
        ("terms", ["means", "act"]),
        ("menu", ["main", "footer"]),
    ],
)
def test_keys(example_library, attribute, keys):
    """Entries stand in the order of their file."""
    assert list(getattr(example_library, attribute)) == keys


def test_whole(example_library):
    """Files with nothing wrong have no problems."""
    assert example_library.problems == ()


def test_nothing_in_the_files(folder):
    """Empty files are an empty library."""
    assert read_library(folder).contacts == {}


@pytest.mark.parametrize("name", FILES)
def test_broken_file(folder, name):
    """A file that cannot be read is one problem, and nothing more is said of its entries."""
    (folder / f"{name}.toml").write_text("[", encoding="utf-8")
    library = read_library(folder)
    assert [problem.file for problem in library.problems] == [f"data/{name}.toml"]
    assert library.broken == {name}


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("contacts", "[contact.a]\nnumbr = '1'\n", "'a' has no 'numbr'."),
        ("sources", "[a]\nnmae.be = 'b'\n", "'a' has no 'nmae'."),
        ("glossary", "[a]\nsource = 'b'\n", "'a' lacks 'term'."),
    ],
)
def test_misfits(folder, name, text, what):
    """Each file is checked against what its entries must have."""
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    assert what in [problem.what for problem in read_library(folder).problems]


def test_real_library():
    """The real files have nothing wrong in themselves."""
    assert read_library(MAIN / "content" / "data").problems == ()
