"""Random texts say the same, block by block, in every form in which they are given away."""

import json
import re
import subprocess
import zipfile
from email import message_from_bytes
from email.policy import SMTP
from functools import cache

import pypandoc
import pytest
from pypdf import PdfReader

from plugins.export.prose import read
from tests.conftest import EXAMPLE
from tests.full import amount
from tests.site.pages import Output
from tests.site.random_texts import Text
from tests.site.structures import HIDDEN, structures
from tests.site.workplace import Workplace

COUNT = amount(100, 8)
EVERY = range(COUNT)
FIELDS = """Title: Text {number}
Summary: A random text.
Written: 2026-01-02
Sources: organisation
"""
RELEASE = FIELDS + "Date: 2026-01-02\nTopics: labour\nGlossary-Links: no\n"
CHAPTER = FIELDS + "Glossary-Links: no\n"
NOTES = re.compile('(?=<section [^>]*class="footnotes")')
ADDRESS = re.compile(r"\(\u200e?https?://\S+?\)")  # where a link leads, in plain text
BACK = re.compile("↩\ufe0e?")  # what the other program adds to footnotes


def path(number, ending=""):
    lang = Text(number).lang
    name = f"2026-01-random-{number}"
    return f"{lang}/press/{name}/" + (f"{name}-{lang}.{ending}" if ending else "")


def with_texts(folder):
    work = Workplace.of(EXAMPLE, folder)
    for number in EVERY:
        text = Text(number)
        release = work.content / text.lang / "press" / f"2026-01-random-{number}.md"
        release.parent.mkdir(exist_ok=True)
        release.write_text(f"{RELEASE.format(number=number)}\n{text.source}", "utf-8")
        if text.lang != "ar":
            chapter = work.content / text.lang / "manual" / f"random-{number}.md"
            chapter.write_text(f"{CHAPTER.format(number=number)}\n{text.source}", "utf-8")
    assert work.build() == 0, (folder / "said").read_text()


@pytest.fixture(scope="module")
def site(once):
    return Output(once.folder("random-texts", with_texts) / "output")


@pytest.fixture(scope="module")
def html(site):
    """A text as its page has it."""

    @cache
    def find(number):
        text = site.read(f"{path(number)}index.html")
        begin = text.index(">", text.index('<div class="prose"')) + 1
        return text[begin : closing(text, begin)]

    return find


@pytest.fixture(scope="module")
def shown(html):
    """The blocks of a text as its page shows them."""
    return lambda number: structures(read(html(number)))


def closing(text, begin):
    """Where the element ends that is open at `begin`."""
    depth = 1
    for found in re.compile(r"<(/?)div\b").finditer(text, begin):
        depth += -1 if found[1] else 1
        if not depth:
            return found.start()
    raise AssertionError("never closed")


def within(blocks, larger):
    """Whether `blocks` stand one after the other in `larger`."""
    return any(larger[at : at + len(blocks)] == blocks for at in range(len(larger)))


def difference(blocks, larger):
    """The first block that is another in `larger`, for who reads the report."""
    first = next((at for at, one in enumerate(larger) if one == blocks[0]), 0)
    pairs = zip(blocks, larger[first:], strict=False)
    return next(((one, other) for one, other in pairs if one != other), (blocks[0], "nowhere"))


def assert_within(blocks, larger):
    assert within(blocks, larger), difference(blocks, larger)


@pytest.mark.parametrize("number", EVERY)
def test_json(site, shown, number):
    """The JSON of a release has its text as HTML, the same as the page."""
    html = json.loads(site.read(path(number, "json")))["html"]
    assert structures(read(html)) == shown(number)


@pytest.mark.parametrize("number", EVERY)
def test_copied(site, html, number):
    """What is copied of each quotation has the words of its blocks, the numbers of items, and who
    speaks."""
    (buttons,) = site.page(path(number)).all("div[@data-quotes]")
    copied = [ADDRESS.sub("", text) for text in json.loads(buttons.get("data-quotes"))]
    shown = [" ".join(told(structures(one))) for one in read(html(number)).every("blockquote")]
    assert [*map(letters, copied)] == [*map(letters, shown)]


@pytest.mark.parametrize("number", EVERY)
def test_letter(site, shown, number):
    """The letter has every block of the page in its HTML."""
    message = message_from_bytes((site.folder / path(number, "eml")).read_bytes(), policy=SMTP)
    html = message.get_body(("html",)).get_content()
    assert_within(shown(number), structures(read(html)))


@pytest.mark.parametrize("number", EVERY)
@pytest.mark.parametrize("form", ["docx", "odt"])
def test_office(site, html, number, form):
    """Another program reads every block of the page in a document: headings, items with their
    depth and number, rows, and footnotes that are such."""
    found = reduced(BACK.sub("", pandoc(site.folder / path(number, form), form)))
    for part in NOTES.split(html(number)):  # the text, and its notes, which stand at the end
        assert_within(reduced(part), found)


def pandoc(file, form):
    command = [pypandoc.get_pandoc_path(), "--from", form, "--to", "html", str(file)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def reduced(html):
    """The blocks of a text as word processors have them: terms are a paragraph, with those that
    have the same meaning one; meanings and quotations are paragraphs of a style."""
    found = []
    before = ""
    for kind, *rest in structures(read(html)):
        if kind == before == "term":
            found[-1] = ("p", f"{found[-1][1]} {rest[0]}")
        elif kind not in ("meaning", "quote"):
            found.append(("p" if kind == "term" else kind, *rest))
        before = kind
    return found


@pytest.mark.parametrize("number", [one for one in EVERY if Text(one).lang != "ar"])
def test_book(site, shown, number):
    """The EPUB has every block of the page."""
    lang = Text(number).lang
    archive = zipfile.ZipFile(site.folder / lang / f"manual/manual-{lang}.epub")
    chapter = archive.read(f"book/random-{number}.xhtml").decode()
    assert_within(shown(number), structures(read(chapter)))


def letters(text):
    """The letters and digits of a text alone: lines may end anywhere."""
    return "".join(sign for sign in HIDDEN.sub("", text) if sign.isalnum())


def told(blocks):
    """What a text without markup says of each block: its words, an item its number."""
    for kind, *rest in blocks:
        if kind == "item":
            yield str(rest[1] or "")
        else:
            yield " ".join(map(str, rest))


@pytest.mark.parametrize("number", EVERY)
def test_plain_text(site, shown, number):
    """The plain text has the words of every block in their order, and the numbers of items."""
    text = ADDRESS.sub("", site.read(path(number, "txt")))
    assert letters(" ".join(told(shown(number)))).lower() in letters(text).lower()


@pytest.mark.parametrize("number", [one for one in EVERY if Text(one).lang != "ar"])
def test_print(site, shown, number):
    """The PDF has the words of every block in their order, and the numbers of items."""
    pages = PdfReader(site.folder / path(number, "pdf")).pages
    text = " ".join(_without_foot(page.extract_text()) for page in pages)
    assert letters(" ".join(told(shown(number)))) in letters(text)


def _without_foot(text):
    """A page without the line at its foot: who made it, and its number."""
    return re.sub(r"[^\n]*\d+ / \d+\s*$", "", text)
