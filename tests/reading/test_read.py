"""One Markdown file becomes one Document, whatever is wrong with it."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.model.document import Heading
from plugins.reading.read import read_document

SOURCE = """Title: Адзін
Menu-Title: 1
Summary: Коратка
Topics: labour, europe
Written: 2026-11-24
Sources: law

## Першы {#first}

Тэкст {contact:hotline} і [спасылка](index.md#x).

## Second heading

![](../../media/none.png)
"""

# Pieces that mean something in Markdown or above it, so that random texts reach every corner.
PIECES = [
    "Title: ", "Date: ", "Doors: ", "\n", "\n\n", "    ", "- [ ] ", "# ", "## a {#b}", "{#a .b c=d}", "{contact:hotline}",
    "{contact:}", "[a](", ")", "//[", "[x]: http://[", "![", "](b.md#c)", "<b", "&#0;", "| a | b |\n|---|", '!!! tip "',
    "!!! tip", "113", "```", "***", ": term", "[^1]", "\x00", "\u2028", "1. ", "> ", "<!--", "tel:", "{: #x }",
]  # fmt: skip
any_text = st.one_of(
    st.text(),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=25).map("".join),
)


@pytest.fixture(scope="module")
def news(converter):
    return read_document("be/news/2026-11-24-one.md", SOURCE, converter)


def test_place(news):
    """The path gives language, key, kind and address."""
    assert (news.lang, news.key, news.kind, news.url) == (
        "be", "news/2026-11-24-one", "news", "be/news/2026-11-24-one/",
    )  # fmt: skip


def test_fields(news):
    """The fields give title, summary and keys."""
    assert (news.title, news.menu_title, news.summary, news.source_keys) == (
        "Адзін",
        "1",
        "Коратка",
        ("law",),
    )


def test_day_from_the_name(news):
    """The name of a news file gives its day."""
    assert news.published == date(2026, 11, 24)


def test_day_from_the_field(converter):
    """A press release has its day in a field."""
    release = read_document("be/press/2026-11-one.md", "Date: 2026-11-05\n\n", converter)
    assert release.published == date(2026, 11, 5)


def test_impossible_day(converter):
    """A file name with a day that no calendar has is a problem."""
    wrong = read_document("be/news/2026-13-45-one.md", SOURCE, converter)
    assert "2026-13-45, which is not a date" in str(wrong.problems[0])


def test_topic_pages(news):
    """Topics lead to their pages."""
    assert news.topic_pages == ("topics/labour", "topics/europe")


def test_menu_title(converter):
    """Without a short title the menu shows the long one."""
    assert read_document("be/about.md", "Title: Пра нас\n\n", converter).menu_title == "Пра нас"


def test_headings(news):
    """Headings know whether their anchor was written by hand."""
    assert news.headings == (
        Heading(2, "first", "Першы", explicit=True),
        Heading(2, "second-heading", "Second heading", explicit=False),
    )


def test_references(news):
    """What the text refers to has its line in the file."""
    assert [(r.kind, r.target, r.line) for r in news.references] == [
        ("contact", "hotline", 10),
        ("document", "be/news/index.md", 10),
        ("picture", "media/none.png", 14),
    ]


def test_lines(news):
    """Fields and anchors have their lines in the file."""
    assert (news.field_lines["Topics"], news.field_lines["#first"]) == (4, 8)


def test_whole(news):
    """A file with nothing wrong has no problems."""
    assert news.problems == ()


def test_wrong_path(converter):
    """A file that has no address is still read, so that all its problems come at once."""
    wrong = read_document("be/Wrong Name.md", "Titel: a\n\n[x](y.md)", converter)
    assert {problem.line for problem in wrong.problems} == {1}
    assert "'Wrong Name' cannot be part of an address" in wrong.problems[0].what
    assert wrong.references[0].target == "be/y.md"


@pytest.mark.parametrize(("file", "indexed"), [("be/index.md", True), ("be/404.md", False)])
def test_indexed(converter, file, indexed):
    """Search engines may show every page but the one that says a page is missing."""
    assert read_document(file, "Title: a\n\n", converter).indexed is indexed


@given(any_text)
@example("\n[a](//[b)")
def test_any_text(converter, source):
    """Whatever an editor writes, reading it does not raise."""
    read_document("be/questions/01-phone.md", source, converter)


@given(any_text)
def test_lines_of_any_text(converter, source):
    """Whatever an editor writes, each problem and each reference is on a line of the file,
    or right below it."""
    document = read_document("be/questions/01-phone.md", source, converter)
    last = len(source.splitlines()) + 2
    assert all(1 <= found.line <= last for found in (*document.problems, *document.references))


@given(st.text(max_size=20))
def test_any_name(converter, name):
    """Whatever a file is called, it becomes a document with a key of its own."""
    assert read_document(f"be/{name}.md", "", converter).key
