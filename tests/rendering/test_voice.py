"""A voice says texts, dates and numbers as its language does."""

from datetime import date
from gettext import NullTranslations

import pytest
from jinja2 import DictLoader, Environment

from plugins.model.language import language
from plugins.rendering.catalogue import read_catalogue
from plugins.rendering.voice import voice
from tests.conftest import MAIN


def speaking(lang, **declared):
    catalogue = read_catalogue(MAIN / "translations" / lang / "LC_MESSAGES" / "messages.po")
    env = Environment(loader=DictLoader({}), autoescape=True)
    return voice(env, language(lang, **declared), catalogue, {"site": "a site"})


def said(lang, text, **values):
    return speaking(lang).from_string(text).render(**values)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("be", "24 лістапада 2026"),
        ("ru", "24 ноября 2026"),
        ("en", "November 24, 2026"),
        ("ar", "نوفمبر"),
    ],
)
def test_date(lang, text):
    """A day is written out, its month in the genitive."""
    assert text in said(lang, "{{ long_date(day) }}", day=date(2026, 11, 24))


@pytest.mark.parametrize(
    ("count", "word"),
    [(1, "старонка"), (2, "старонкі"), (5, "старонак"), (21, "старонка"), (11, "старонак")],
)
def test_plural(count, word):
    """Belarusian has three plural forms."""
    template = '{{ ngettext("%(pages)s page", "%(pages)s pages", count, pages=count) }}'
    assert said("be", template, count=count) == f"{count} {word}"


def test_shared():
    """What is shared is known to every template."""
    assert said("en", "{{ site }}") == "a site"


def test_values_are_escaped():
    """A value put into a text cannot bring markup with it."""
    assert said("en", '{{ _("checked on %(day)s", day="<b>") }}') == "checked on &lt;b&gt;"


def test_once():
    """What is the same on every page is asked once."""
    asked = []
    voice_of_english = speaking("en")
    for _ in range(3):
        voice_of_english.from_string("{{ cached(macro) }}").render(macro=asked_once(asked))
    assert len(asked) == 1


def asked_once(asked, known=[]):  # noqa: B006 - the same function each time
    if not known:
        known.append(lambda: asked.append(1) or "text")
    return known[0]


def test_british():
    """English dates are British where the site says so."""
    day = date(2026, 11, 24)
    voice_of_english = speaking("en", formats="en-GB")
    assert (
        voice_of_english.from_string("{{ long_date(day) }}").render(day=day) == "24 November 2026"
    )


def test_other_catalogue():
    """Voices do not share texts."""
    env = Environment(loader=DictLoader({}))
    english = voice(env, language("en"), NullTranslations(), {})
    speaking("be")
    assert english.from_string('{{ _("Back") }}').render() == "Back"


def asked(*calls, **values):
    """What a macro says, and how often it was asked,
    when a template asks for it `once` in each of `calls`."""
    counted = []
    template = "{% macro told(thing) %}{{ count(thing) }}{% endmacro %}" + "".join(
        "{{ " + call + " }}" for call in calls
    )
    said = (
        speaking("en")
        .from_string(template)
        .render(count=lambda thing: counted.append(thing) or thing, **values)
    )
    return said, len(counted)


def test_once_about_the_same():
    """A macro is asked once about the same words, and again about others."""
    assert asked("cached(told, 'a')", "cached(told, 'a')", "cached(told, 'b')") == ("aab", 2)


def test_once_about_a_list():
    """Lists are the same when they are the same list."""
    one, other = [1], [1]
    assert (
        asked(
            "cached(told, one)", "cached(told, one)", "cached(told, other)", one=one, other=other
        )[1]
        == 2
    )


def test_once_not_kept_alive_elsewhere():
    """A list that comes where another was in memory is not taken for it."""
    assert (
        asked(*["cached(told, [1, 2]|list)", "cached(told, [3, 4]|list)"] * 5)[0]
        == "[1, 2][3, 4]" * 5
    )


PER_CENT = ['{{ _("at 5 %") }}', '{{ _("at 5 %%") }}', "{% trans %}at 5 %{% endtrans %}"]


@pytest.mark.parametrize("template", PER_CENT)
def test_per_cent(template):
    """A text without places for values may have a per cent sign, however it is written."""
    assert said("en", template) == "at 5 %"
