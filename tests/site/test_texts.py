"""What the texts of the real content promise: the number first, the same in every complete
language, a source for what is law or a figure."""

import re
from collections import Counter
from urllib.parse import urlsplit

import pytest

from plugins.checks.rules.sameness import differences
from plugins.features.translations.pages import Folder
from plugins.model.language import read_languages
from plugins.reading.front_matter import split
from tests.conftest import MAIN

CONTENT = MAIN / "content"
LANGUAGES = read_languages(CONTENT / "data" / "languages.toml")
COMPLETE = [code for code, language in LANGUAGES.items() if language.complete]
FOLDER = Folder(CONTENT, tuple(LANGUAGES))
PAGES = {(page.lang, page.key): page for page in FOLDER.pages()}
FIRST = 60  # words in which a reader who has little time finds the number
AWAY = ("advice/work-abroad/", "advice/study-marriage-moving/study-abroad")
CONTACT = re.compile(r"\{contact:[^}]+\}")
FOOTNOTE = re.compile(r"\[\^[^\]]+\]")
TARGET = re.compile(r"\]\([^)]*\)")
OUTSIDE = re.compile(r"\]\((https?://[^)\s]+)\)")


def body(page):
    """The text of a page, as its author wrote it."""
    return split((CONTENT / page.file).read_text(encoding="utf-8"))[1]


def words(text):
    """The words that a reader meets; where a link leads is none of them."""
    return TARGET.sub("]", FOOTNOTE.sub("", text)).split()


def advice(lang):
    """The pages of advice of a language, and of its sections; the list of all is none."""
    return [page for (code, key), page in PAGES.items() if code == lang and "advice/" in key]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_number_first(lang):
    """Every page of advice has a number to call within its first sixty words."""
    late = [
        page.file
        for page in advice(lang)
        if not CONTACT.search(" ".join(words(body(page))[:FIRST]))
    ]
    assert late == []


@pytest.mark.parametrize("lang", COMPLETE)
def test_what_is_wrong_first(lang):
    """A page about work or study abroad opens with what to do if something is wrong."""
    pages = [page for page in advice(lang) if page.key.startswith(AWAY)]
    opens = [body(page).lstrip().partition("\n\n")[0] for page in pages]
    assert [one for one in opens if not (one.startswith("**") and "(#if-wrong)" in one)] == []


@pytest.mark.parametrize("lang", COMPLETE[1:])
def test_parity(lang):
    """A page has the same numbers, contacts, links, footnotes and warnings in every complete
    language."""
    pairs = [(page, PAGES[COMPLETE[0], key]) for (code, key), page in PAGES.items() if code == lang]
    found = [str(one) for pair in pairs for one in differences(*pair)]
    assert found == []


@pytest.mark.parametrize("lang", COMPLETE[1:])
def test_same_sources_linked(lang):
    """A page links the same pages of other sites in every complete language."""
    other = {
        page.file
        for (code, key), page in PAGES.items()
        if code == lang
        and sorted(OUTSIDE.findall(body(page)))
        != sorted(OUTSIDE.findall(body(PAGES[COMPLETE[0], key])))
    }
    assert other == set()


# What makes a sentence one of law, or a figure. Numbers to call have keys of their own.
LEGAL = re.compile(
    r"\b(?:laws?|directive|convention|edict|resolution|articles? \d|presumed|expelled|crime"
    r"|right to)\b|\d ?%|\b(?:19|20)\d\d\b|\b\d{1,3},\d{3}\b",
    re.IGNORECASE,
)
FIGURES = re.compile(r"\d ?%|\b(?:19|20)\d\d\b|\b\d{1,3},\d{3}\b|\barticles? \d", re.IGNORECASE)
ITEM = re.compile(r"^\s*(?:[-*|>]|\d+\.|:|- \[ \]|#)\s*")
NOT_ADVICE = re.compile(r"^(?:\[\^|#|!!!|- \[ \]|\s*$)")


def statements(page):
    """The lines of a page that state something; headings, checklists and footnotes do not."""
    return [line for line in body(page).splitlines() if not NOT_ADVICE.match(line)]


def claims(page):
    """What makes a line of `page` one that needs a source: law too, where it is advice."""
    return LEGAL if "advice/" in page.key else FIGURES


def sourced(line):
    """Whether a line has a footnote, or links the page of another site that says so."""
    return FOOTNOTE.search(line) or OUTSIDE.search(line)


def unsourced():
    """The lines, in English, that speak of law or figures without a source."""
    return {
        (page.key, ITEM.sub("", line).strip())
        for (lang, _), page in PAGES.items()
        if lang == "en"
        for line in statements(page)
        if claims(page).search(TARGET.sub("]", CONTACT.sub("", line))) and not sourced(line)
    }


def test_law_and_figures_have_a_source():
    """Every line of advice that states law, and every line of any page that states a figure, a
    year or an article, has a source; translations have the same ones."""
    assert unsourced() == set()


NOTE = re.compile(r"^\[\^[^\]]+\]:(.*)$", re.MULTILINE)
DATA = (CONTENT / "data" / "sources.toml").read_text(encoding="utf-8")
IN_DATA = re.compile(r'^url = "([^"]+)"', re.MULTILINE)


def noted(page):
    """The addresses that the footnotes of a page lead to."""
    return [address for note in NOTE.findall(body(page)) for address in OUTSIDE.findall(note)]


def cited():
    """The addresses of all sources, in the data and in footnotes."""
    return {*IN_DATA.findall(DATA), *(one for page in PAGES.values() for one in noted(page))}


def test_one_footnote_for_a_source():
    """A page has one footnote for a source, however often it mentions it."""
    counted = {page.file: Counter(noted(page)) for page in PAGES.values()}
    assert {file for file, found in counted.items() if max(found.values(), default=0) > 1} == set()


def test_one_address_for_a_document():
    """A document has one address on the whole site, be it written http or https, with www or
    without, in texts or in the data."""
    plain = Counter(re.sub(r"^https?://(?:www\.)?", "", one).rstrip("/") for one in cited())
    assert [address for address, count in plain.items() if count > 1] == []


def test_no_home_page():
    """A source leads to the document, not to the home page of who published it."""
    assert [one for one in cited() if urlsplit(one)[2:] in (("", "", ""), ("/", "", ""))] == []
