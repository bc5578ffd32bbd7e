"""A page is rendered by its template, in the voice of its language."""

from gettext import NullTranslations

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError

from plugins.build.page_job import PageJob, render
from plugins.model.language import language
from plugins.rendering.voice import voice

TEMPLATES = {
    "page.html": "{{ _('Next') }} {{ page.title }}{{ more }}",
    "wrong.html": "{{ nothing }}",
}


class Belarusian(NullTranslations):
    def gettext(self, message):
        return {"Next": "Далей"}[message]


@pytest.fixture
def voices():
    env = Environment(loader=DictLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    return {
        "be": voice(env, language("be"), Belarusian(), {}),
        "en": voice(env, language("en"), NullTranslations(), {}),
    }


@pytest.fixture
def about(document):
    return lambda lang: document(f"{lang}/about.md", title="A & B")


@pytest.mark.parametrize(("lang", "text"), [("be", "Далей A &amp; B!"), ("en", "Next A &amp; B!")])
def test_language(voices, about, lang, text):
    """The same template speaks the language of the page."""
    assert render(PageJob("about.html", "page.html", about(lang), {"more": "!"}), voices) == text


def test_asked(voices, about):
    """What can be called is asked with the voice first."""
    asked = PageJob(
        "about.html",
        "page.html",
        about("en"),
        {"more": lambda speaking: speaking.globals["language"].code},
    )
    assert render(asked, voices).endswith("en")


def test_undefined(voices, about):
    """A name that nobody has defined is an error, not an empty place."""
    with pytest.raises(UndefinedError):
        render(PageJob("about.html", "wrong.html", about("en")), voices)
