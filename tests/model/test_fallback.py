"""A page that is missing in a language is shown in another, in that language's own order,
and never counts as its own."""

from dataclasses import replace

import pytest

from plugins.model.fallback import fallbacks, led_to
from plugins.model.language import language

ORDERS = {"be": ("ru", "en"), "ru": ("be", "en"), "en": ("ru", "be"), "ar": ("en", "ru")}
LANGUAGES = {code: replace(language(code), fallback=order) for code, order in ORDERS.items()}


@pytest.fixture
def stands_in(document):
    """What stands in for the page `about` where it exists in `langs` only: language by language."""

    def found(*langs, key="about", draft=(), content=""):
        documents = [
            document(
                f"{lang}/{key}.md",
                title=lang,
                content=content,
                draft="yes" if lang in draft else "",
            )
            for lang in langs
        ]
        made = fallbacks(documents, LANGUAGES, lambda html, lang: f"{html} for {lang}")
        return {fallback.lang: fallback for fallback in made}

    return found


@pytest.mark.parametrize(
    ("langs", "shown"),
    [
        (("be", "ru", "en"), {"ar": "en"}),
        (("be", "ru"), {"en": "ru", "ar": "ru"}),
        (("be",), {"ru": "be", "en": "be", "ar": "be"}),
        (("ar",), {"be": "ar", "ru": "ar", "en": "ar"}),
        (("en", "ar"), {"be": "en", "ru": "en"}),
        (("be", "ru", "en", "ar"), {}),
    ],
)
def test_order(stands_in, langs, shown):
    """Each language has its own order; a language nobody named comes last."""
    assert {
        lang: fallback.content_language.code for lang, fallback in stands_in(*langs).items()
    } == shown


def test_drafts(stands_in):
    """What is not finished stands in for nothing."""
    assert stands_in("be", "ru", draft=("ru",))["en"].content_language.code == "be"


@pytest.mark.parametrize("key", ["index", "404"])
def test_own(stands_in, key):
    """The home page and the 404 page are a language's own or it is none."""
    assert stands_in("be", key=key) == {}


def test_place(stands_in):
    """It stands where the translation would."""
    fallback = stands_in("be")["ar"]
    assert (fallback.url, fallback.save_as, fallback.lang) == (
        "ar/about/",
        "ar/about/index.html",
        "ar",
    )


def test_text(stands_in):
    """Title and text are the original's; links lead to pages of the reader's language."""
    fallback = stands_in("be", content="text")["ar"]
    assert (fallback.title, fallback.content) == ("be", "text for ar")


def test_not_to_be_found(stands_in):
    """It is not for search engines."""
    assert stands_in("be")["ar"].indexed is False


@pytest.mark.parametrize(
    ("html", "led"),
    [
        ('<a href="/en/questions/#a">x</a>', '<a href="/ar/questions/#a">x</a>'),
        ('<a href="/be/">x</a>', '<a href="/ar/">x</a>'),
        ('<a href="/enough/">x</a>', '<a href="/enough/">x</a>'),
        ('<a href="https://example.org/en/">x</a>', '<a href="https://example.org/en/">x</a>'),
        ('<img src="/media/en/a.svg">', '<img src="/media/en/a.svg">'),
        ('<a href="#en">x</a>', '<a href="#en">x</a>'),
    ],
)
def test_led_to(html, led):
    """Links to pages lead to those of the reader's language; nothing else is touched."""
    assert led_to("ar", html, "", LANGUAGES) == led


def test_led_to_below_a_path():
    """A site that stands below a path keeps it."""
    assert (
        led_to("ar", '<a href="/site/en/questions/">x</a>', "/site", LANGUAGES)
        == '<a href="/site/ar/questions/">x</a>'
    )
