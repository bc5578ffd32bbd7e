"""The editor speaks the language of whoever edits."""

import pytest

from plugins.catalogues.check import check
from plugins.catalogues.collect import EDITOR, merge, read, said_in_code
from plugins.cli.serve import local_editor
from plugins.editor.words import speaker
from plugins.model.speech import DOMAIN, speech
from tests.conftest import MAIN

TRANSLATIONS = MAIN / "translations"


@pytest.mark.parametrize("lang", ["be", "ru", "en"])
def test_the_language_is_that_of_the_staff(lang):
    """The editor speaks the language in which staff are spoken to."""
    editor = local_editor(MAIN / "content", "http://127.0.0.1:1", speech(lang))
    title = {"be": "Загаловак", "ru": "Заголовок", "en": "Title"}[lang]
    assert (editor.lang, editor.say("Title")) == (lang, title)


@pytest.mark.parametrize("lang", ["be", "ru"])
def test_everything_is_said(lang):
    """Everything that the editor says is translated, and nothing else is kept."""
    catalogue = read(TRANSLATIONS / lang / "LC_MESSAGES" / EDITOR, lang)
    merge(catalogue, said_in_code(MAIN / "plugins" / "editor"))
    assert check(catalogue, lang) == []


def test_every_language_of_the_staff_has_an_editor():
    """Whoever is spoken to in a language edits in it too."""
    spoken = {file.parent for file in TRANSLATIONS.glob(f"*/LC_MESSAGES/{DOMAIN}")}
    assert spoken == {file.parent for file in TRANSLATIONS.glob(f"*/LC_MESSAGES/{EDITOR}")}


def test_it_is_said_in_that_language():
    """A label is said in the language of who edits; in English as it stands."""
    assert speaker(TRANSLATIONS, "be")("Title") == "Загаловак"
    assert speaker(TRANSLATIONS, "ru")("Title") == "Заголовок"
    assert speaker(TRANSLATIONS, "en")("Title") == "Title"
