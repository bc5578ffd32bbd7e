"""The editor speaks the language of whoever edits."""

import pytest

from plugins.catalogues.check import check
from plugins.catalogues.collect import EDITOR, merge, read, said_in_code
from plugins.editor.words import languages, speaker, staff_language
from tests.conftest import MAIN

TRANSLATIONS = MAIN / "translations"
KNOWN = ["be", "en", "ru"]
ASKED = [
    ("", {"STAFF_LANG": "be", "LANG": "ru_RU.UTF-8"}, "be"),
    ("ru", {"STAFF_LANG": "be"}, "ru"),
    ("", {"LANG": "ru_RU.UTF-8"}, "ru"),
    ("", {"LC_ALL": "be_BY", "LANG": "ru_RU.UTF-8"}, "be"),
    ("", {"STAFF_LANG": "zz", "LANG": "C.UTF-8", "LC_ALL": "ru"}, "ru"),
    ("BE-tarask", {}, "be"),
]


@pytest.mark.parametrize(("wanted", "environment", "lang"), ASKED)
def test_the_language_is_the_one_asked_for(wanted, environment, lang):
    """The settings come first, then STAFF_LANG, then the machine's language."""
    assert staff_language(KNOWN, wanted, environment) == lang


@pytest.mark.parametrize("lang", ["be", "ru"])
def test_everything_is_said(lang):
    """Everything that the editor says is translated, and nothing else is kept."""
    catalogue = read(TRANSLATIONS / lang / "LC_MESSAGES" / EDITOR, lang)
    merge(catalogue, said_in_code(MAIN / "plugins" / "editor"))
    assert check(catalogue, lang) == []


def test_the_languages_of_the_editors():
    """Editors write in these."""
    assert languages(TRANSLATIONS) == KNOWN


def test_it_is_said_in_that_language():
    """A label is said in the language of who edits; in English as it stands."""
    assert speaker(TRANSLATIONS, "be")("Title") == "Загаловак"
    assert speaker(TRANSLATIONS, "ru")("Title") == "Заголовок"
    assert speaker(TRANSLATIONS, "en")("Title") == "Title"
