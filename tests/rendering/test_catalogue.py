"""Interface texts from .po files, with the plural forms of each language."""

import pytest

from plugins.build.cache import Cache
from plugins.rendering.catalogue import read_catalogue, read_catalogues
from tests.conftest import MAIN

PO = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"

msgid "Next"
msgstr "Далей"

msgid "Empty"
msgstr ""

#, fuzzy
msgid "Guessed"
msgstr "Угадана"
"""

# language, numbers that share a form
PLURALS = [
    ("be", [[1, 21, 101], [2, 3, 4, 22], [0, 5, 11, 12, 14, 25, 111]]),
    ("ru", [[1, 21, 101], [2, 3, 4, 22], [0, 5, 11, 12, 14, 25, 111]]),
    ("ar", [[0], [1], [2], [3, 7, 10, 103], [11, 26, 99, 111], [100, 200, 302]]),
    ("en", [[1], [0, 2, 5, 11, 21]]),
]


@pytest.fixture
def catalogue(tmp_path):
    (tmp_path / "messages.po").write_text(PO, encoding="utf-8")
    return read_catalogue(tmp_path / "messages.po")


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    cache = Cache(tmp_path_factory.mktemp("cache"))
    return read_catalogues(MAIN / "translations", ["be", "ru", "ar", "en"], cache)


def test_translation(catalogue):
    """A text comes in the language of its catalogue."""
    assert catalogue.gettext("Next") == "Далей"


@pytest.mark.parametrize("message", ["Empty", "Unknown", "Guessed"])
def test_source_text(catalogue, message):
    """A text that is not translated, or only guessed, stays as it is in the source."""
    assert catalogue.gettext(message) == message


def test_no_file(tmp_path):
    """A language without a file shows the source texts."""
    assert read_catalogue(tmp_path / "none.po").gettext("Next") == "Next"


@pytest.mark.parametrize(("lang", "classes"), PLURALS)
def test_plural_forms(real, lang, classes):
    """Numbers that take the same form in a language get the same words."""
    forms = [{_pages(real[lang], number) for number in numbers} for numbers in classes]
    assert all(len(form) == 1 for form in forms), forms


@pytest.mark.parametrize("lang", ["be", "ru"])
def test_three_plural_forms(real, lang):
    """One page, two pages and five pages are three different words in Belarusian and Russian."""
    assert len({_pages(real[lang], number) for number in (1, 2, 5)}) == 3


def test_arabic_plural_forms(real):
    """One, two, three and eleven pages are four different words in Arabic."""
    assert len({_pages(real["ar"], number) for number in (1, 2, 3, 11)}) == 4


def _pages(catalogue, number):
    return catalogue.ngettext("%(pages)s page", "%(pages)s pages", number)


@pytest.fixture
def folder(tmp_path):
    """Where the catalogue of a language lies; it was compiled and kept."""
    file = tmp_path / "be" / "LC_MESSAGES" / "messages.po"
    file.parent.mkdir(parents=True)
    file.write_text(PO, encoding="utf-8")
    assert said(tmp_path) == "Далей"
    return tmp_path


def said(folder):
    """What the catalogue that is kept in `folder` says."""
    return read_catalogues(folder, ["be"], Cache(folder / "kept"))["be"].gettext("Next")


def test_kept(folder, monkeypatch):
    """What was compiled once is not compiled again."""
    monkeypatch.setattr("plugins.rendering.catalogue._compiled", pytest.fail)
    assert said(folder) == "Далей"


@pytest.mark.parametrize("damage", [b"", b"damaged", b"\0" * 4000])
def test_damaged(folder, damage):
    """What was kept and is damaged is compiled anew."""
    (file,) = (folder / "kept" / "catalogues").iterdir()
    file.write_bytes(damage)
    assert (said(folder), file.read_bytes() != damage) == ("Далей", True)


def test_changed(folder):
    """A source that has changed is compiled too, and takes the place of the one before."""
    file = folder / "be" / "LC_MESSAGES" / "messages.po"
    file.write_text(PO.replace("Далей", "Наперад"), encoding="utf-8")
    assert (said(folder), len(list((folder / "kept" / "catalogues").iterdir()))) == ("Наперад", 1)
