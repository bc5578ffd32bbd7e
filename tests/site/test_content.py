"""The real content: complete and equal in its three languages, readable in the fourth,
and light."""

import re
from functools import cache

import brotli
import pytest

from plugins.checks.known import Known
from plugins.checks.report import warnings
from plugins.data.library import read_library
from plugins.features.translations.pages import Folder
from plugins.features.translations.snapshot import Snapshots
from plugins.model.language import read_languages
from plugins.reading.extension import Converter
from plugins.reading.numbers import digits
from plugins.reading.read import read_document
from tests.conftest import MAIN
from tests.site.pages import visible

CONTENT = MAIN / "content"
LIBRARY = read_library(CONTENT / "data")
LANGUAGES = read_languages(CONTENT / "data" / "languages.toml")
COMPLETE = [code for code, language in LANGUAGES.items() if language.complete]
WEIGHT = 14 * 1024
SEPARATORS = r"[\s()\u00a0\u2010-\u2015-]*"

# Words no English sentence does without; a name such as "La Strada International" has none of them.
ENGLISH = re.compile(
    r"\b(?:the|and|of|for|with|this|that|you|your|from|are|is|to|in|on|not|all|page|pages)\b",
    re.IGNORECASE,
)
LATIN_RUN = re.compile(r"[A-Za-z][A-Za-z'’-]*(?:[ ,]+[A-Za-z][A-Za-z'’-]*)+")


@cache
def documents(lang):
    """The documents of a language by key."""
    converter = Converter(LIBRARY.contacts)
    found = {}
    for path in sorted((CONTENT / lang).rglob("*.md")):
        page = read_document(
            path.relative_to(CONTENT).as_posix(), path.read_text(encoding="utf-8"), converter
        )
        found[page.key] = page
    return found


def of_section(lang, section):
    return [page for key, page in documents(lang).items() if key.startswith(f"{section}/")]


@pytest.mark.parametrize("lang", COMPLETE)
def test_complete(lang):
    """Every page that exists in one complete language exists in all of them."""
    assert {key for other in COMPLETE for key in documents(other)} - set(documents(lang)) == set()


def test_translations_say_the_same():
    """Numbers, dates, contacts, links and warnings are the same in every language."""
    pages = [page for lang in LANGUAGES for page in documents(lang).values()]
    assert warnings(Known(pages, LIBRARY, LANGUAGES, frozenset())) == []


@pytest.mark.parametrize("lang", COMPLETE[1:])
def test_same_anchors(lang):
    """A page has the same headings, by their anchors and in the same order,
    in every complete language."""
    first = documents(COMPLETE[0])
    anchors = {
        key: ([h.anchor for h in first[key].headings], [h.anchor for h in page.headings])
        for key, page in documents(lang).items()
    }
    assert {key: pair for key, pair in anchors.items() if pair[0] != pair[1]} == {}


@pytest.mark.parametrize("lang", COMPLETE[1:])
@pytest.mark.parametrize(
    "attribute", ["contact_keys", "source_keys", "topic_keys", "published", "format", "audience"]
)
def test_same_facts(lang, attribute):
    """A page names the same contacts, sources, topics and days in every complete language."""
    first = documents(COMPLETE[0])
    own = {key: getattr(page, attribute) for key, page in documents(lang).items()}
    assert {
        key: value for key, value in own.items() if value != getattr(first[key], attribute)
    } == {}


def test_every_language_is_listed():
    """Every declared language has its core pages, so readers are offered it."""
    assert [code for code, language in LANGUAGES.items() if not language.listed] == []


def test_every_translation_is_recorded():
    """Every page says what it was translated from, or is a source that others were translated
    from."""
    folder = Folder(CONTENT, tuple(LANGUAGES))
    states = {one.state for one in folder.standings(folder.pages())}
    assert states <= {"source", "current", "stale", "missing"}


def test_every_snapshot_is_whole():
    """There is a snapshot of every text that a page was translated from,
    and it is what its name says."""
    pages = Folder(CONTENT, tuple(LANGUAGES)).pages()
    recorded = [(page.key, page.translated_from) for page in pages if page.translated_from]
    assert [key for key, origin in recorded if Snapshots(CONTENT).get(key, origin) is None] == []


@pytest.mark.parametrize(
    ("section", "kind", "least"),
    [
        ("advice", "advice", 20),
        ("news", "news", 8),
        ("press", "release", 6),
        ("manual", "chapter", 8),
    ],
)
def test_enough(section, kind, least):
    """There is as much advice, news and press as the site promises."""
    assert sum(page.kind == kind for page in of_section("be", section)) >= least


def test_monthly_releases():
    """Releases come monthly: no month between the first and the last is without one."""
    months = sorted(
        page.published.year * 12 + page.published.month
        for page in of_section("be", "press")
        if page.published
    )
    assert months == list(range(months[0], months[-1] + 1))


@pytest.mark.parametrize("lang", [code for code in LANGUAGES if code != "en"])
def test_no_english(content, lang):
    """A reader of another language meets no English sentence, unless it is marked as English."""
    met = [
        (page.name, text)
        for page in content.for_readers
        if page.name.startswith(f"{lang}/")
        for text, marked in visible(page.one("body"), page.lang)
        if marked == lang and any(ENGLISH.search(run) for run in LATIN_RUN.findall(text))
    ]
    assert met == []


def test_weight(content):
    """Every page for readers with its stylesheets comes in 14 KB (brotli) or less; the whole manual
    on one, and its glossary of four languages, may not."""
    styles = {
        name: len(brotli.compress(content.read(name).encode()))
        for name in content.names
        if name.endswith(".css")
    }
    long = ("manual/whole/index.html", "manual/glossary/index.html")
    pages = [page for page in content.for_readers if not page.name.endswith(long)]
    left = {
        page.name: WEIGHT - sum(size for name, size in styles.items() if name in page.text)
        for page in pages
    }
    assert [page.name for page in pages if not _fits(page.text.encode(), left[page.name])] == []


def test_no_retired_number(content):
    """A number that no longer works is printed nowhere:
    on no page, in no feed, however it is written."""
    retired = [SEPARATORS.join(digits(number)) for number in LIBRARY.retired]
    pattern = _any_of(retired)
    texts = [
        name for name in content.names if name.endswith((".html", ".xml", ".txt", ".css", ".svg"))
    ]
    texts = [
        name for name in texts if not name.startswith("search/")
    ]  # who looks for one is told the right one
    assert [name for name in texts if pattern.search(content.read(name))] == []


def test_no_unchecked_number_can_be_dialled(content):
    """A number nobody has checked can be dialled from no page."""
    unchecked = [contact.dial for contact in LIBRARY.contacts.values() if contact.demonstration]
    assert [
        page.name
        for page in content.pages.values()
        for dial in unchecked
        if f'"tel:{dial}"' in page.text
    ] == []


SENTENCE = re.compile(r"(?<=[.?!؟])\s+")


def test_the_number_comes_first_in_danger(content):
    """In a box of danger on a page of advice whom to call stands in the first two sentences."""
    boxes = {
        page.name: [
            " ".join(
                "".join(part.itertext()) for part in box if "title" not in part.get("class", "")
            )
            for box in page.of_class("danger")
        ]
        for page in content.for_readers
        if "/advice/" in page.name
    }
    met = [
        (name, text)
        for name, texts in boxes.items()
        for text in texts
        if not re.search(r"\d{3}", " ".join(SENTENCE.split(text.strip())[:2]))
    ]
    assert met == [] and any(boxes.values())


SIZE = re.compile(r"\d+\s\w*[bBБ\u0628]\w*")  # 103 kB, 103 КБ, 103 كيلوبايت


def test_no_unchecked_number_is_shown(content):
    """A number nobody has checked is shown nowhere but in the style guide."""
    pattern = _any_of(
        [
            re.escape(contact.number)
            for contact in LIBRARY.contacts.values()
            if contact.demonstration
        ]
    )
    shown = [
        (page.name, text)
        for page in content.for_readers
        for text, _ in visible(page.root)
        if pattern.search(text) and not SIZE.fullmatch(text.strip())
    ]
    assert shown == []


def _any_of(numbers):
    return re.compile(rf"(?<!\d)(?:{'|'.join(numbers)})(?!\d)" if numbers else r"(?!)")


def _fits(data, left):
    """Whether `data` comes in `left` bytes; where the quick compression is small enough,
    the thorough one is too."""
    return any(len(brotli.compress(data, quality=quality)) <= left for quality in (5, 11))


def test_words_of_a_picture(content):
    """Where a release is shown in another language, the words of its pictures are marked,
    and nothing around them."""
    page = content.page("ar/press/2026-11-safe-job-offers/")
    (around,), (picture,) = page.of_class("pictures__all"), page.of_class("picture")
    marked = [one.tag for one in picture.iter() if one.get("lang")]
    assert (around.get("lang"), marked) == (None, ["img", "p", "p"])


def test_day_of_a_citation(content):
    """Where the words of a citation are in another script than its day,
    the day keeps its own direction."""
    (cited,) = content.page("ar/news/2026-07-15-directive-deadline/").of_class("cite__words")
    day, _ = cited.iter("bdi")
    assert (cited.get("dir"), day.text) == ("ltr", "15 يوليو 2026")
