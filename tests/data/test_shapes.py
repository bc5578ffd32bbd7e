"""A data file of another shape than it should have is a problem, never a traceback."""

import json
import shutil
import tomllib
from itertools import cycle, islice

import pytest

from plugins.data.library import read_library
from plugins.data.records import read_data_file
from plugins.data.shapes import SHAPES
from plugins.features.search.words import read_words
from plugins.model.language import LanguageError, read_languages
from tests.conftest import EXAMPLE, MAIN
from tests.full import amount

ODD = (3, "x", [3], {"a": 3}, True, [[]], {"be": 3})
REAL = {"facts", "security", "search", "addresses"}  # the example has none
SMALL = {  # nor of these, of which the real ones are long
    "countries": 'home = "BY"\n[summary]\nbe = "a"\n[country.PL]\nlanguages = ["pl"]\n'
    "[number.a]\n[note.a]\n",
    "phrases": '[phrase.a]\nmeaning.be = "a"\n[checked]\npl = "a"\n[said.pl.a]\ntext = "a"\n',
}


def written(value):
    """`value` as TOML."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(k)} = {written(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(map(written, value))}]"
    return json.dumps(value) if isinstance(value, (str, bool)) else str(value)


def spoiled(name):
    """Every top-level entry of the data file `name` and those in it, with an odd value; with each
    of them in the full run."""
    folder = MAIN / "content" if name in REAL else EXAMPLE
    file = folder / "data" / f"{name}.toml"
    tables = tomllib.loads(SMALL.get(name) or file.read_text(encoding="utf-8"))
    turn = cycle(ODD)
    for key, table in tables.items():
        for odd in islice(turn, amount(len(ODD), 1)):
            yield f"{name}.{key} = {odd}", tables | {key: odd}
        for inner in table if isinstance(table, dict) else ():
            for odd in islice(turn, amount(len(ODD), 1)):
                yield f"{name}.{key}.{inner} = {odd}", tables | {key: table | {inner: odd}}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The data files of the example, and those of the real content that it does not have."""
    folder = shutil.copytree(EXAMPLE / "data", tmp_path_factory.mktemp("data") / "data")
    for name in REAL:
        shutil.copy(MAIN / "content" / "data" / f"{name}.toml", folder)
    for name, text in SMALL.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def spoil(folder):
    """Write other tables into a data file for a while."""
    kept = {file: file.read_text(encoding="utf-8") for file in folder.glob("*.toml")}

    def write(name, tables):
        lines = [f"{json.dumps(key)} = {written(value)}" for key, value in tables.items()]
        (folder / f"{name}.toml").write_text("\n".join(lines), encoding="utf-8")

    yield write
    for file, text in kept.items():
        file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_read(folder, spoil, name):
    """Whatever stands in a data file, it is read, and what is used of it has its shape."""
    for what, tables in spoiled(name):
        spoil(name, tables)
        read_library(folder)
        read_words(folder / "search.toml")
        file, problems = read_data_file(folder, f"{name}.toml")
        assert problems or file.tables == tables, what


@pytest.mark.parametrize(
    ("name", "entry", "said"),
    [
        ("contacts", {"danger": "by-police"}, "'danger' is not a list of texts"),
        ("contacts", {"within": 3}, "'within' is not a table with a text for each language"),
        ("contacts", {"office": {"street": "x"}}, "'office' is not a table with a text for each"),
        ("countries", {"summary": "x"}, "'summary' is not a text for each language"),
        ("phrases", {"said": {"pl": 3}}, "'said' is not a table with a table in each entry"),
        ("menu", {"discreet": [3]}, "'discreet' is not a list of texts"),
        ("press", {"place": "x"}, "'place' is not a text for each language"),
        ("manual", {"edition": [{"number": "1"}]}, "whose 'number' is a number"),
        ("search", {"be": {"crisis": "x"}}, "whose 'crisis' is a list of texts"),
    ],
)
def test_told(folder, spoil, name, entry, said):
    """The problem says which entry it is and what it should have been."""
    spoil(name, entry)
    _, problems = read_data_file(folder, f"{name}.toml")
    assert [problem.file for problem in problems if said in problem.what] == [f"data/{name}.toml"]


@pytest.mark.parametrize("entry", ["3", '"x"', '{complete = "x"}', '{fallback = "ru"}', "[3]"])
def test_languages(tmp_path, entry):
    """A language that is declared in another way than it should be is told."""
    (tmp_path / "languages.toml").write_text(f"be = {entry}", encoding="utf-8")
    with pytest.raises(LanguageError, match="'be' is not"):
        read_languages(tmp_path / "languages.toml")
