"""What is withdrawn leaves every text that leads to it or shows it."""

from datetime import date

import pytest

from plugins.checks.rules.references import check_unseen
from plugins.model.document import Withdrawal
from plugins.model.withdrawal import Withdrawals
from plugins.reading.read import read_document
from plugins.reading.redaction import Redaction, ended_films, hidden_files

FIELDS = "Title: Title\nSummary: Summary\nWritten: 2026-11-24\nSources: law\n"
GONE, REMOVED = "press/2026-10-gone", "press/2026-09-removed"
REASON = Withdrawal(date(2026, 11, 28), "Why", lang="be")
WITHDRAWN = Withdrawals({GONE: {"be": REASON}, REMOVED: {"be": REASON}}, frozenset({REMOVED}))
WORD = {"be": "Адклікана", "en": "Withdrawn"}


@pytest.fixture
def redaction():
    return Redaction(WITHDRAWN, {"media/ended.jpg"}, {REMOVED}, WORD.get)


@pytest.fixture
def page(converter):
    """A page of English advice with that text."""
    return lambda text, fields=FIELDS: read_document(
        "en/advice/a.md", f"{fields}\n{text}\n", converter
    )


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("See [her name](../press/2026-10-gone.md).", '<p>See <a href="/en/press/2026-10-gone/">[Withdrawn]</a>.</p>'),
        ("[*Name* **b**](../press/2026-10-gone.md#name \"Name\")", '<p><a href="/en/press/2026-10-gone/">[Withdrawn]</a></p>'),
        ("[Name](../../be/press/2026-10-gone.md)", '<p><a href="/be/press/2026-10-gone/">[Withdrawn]</a></p>'),
        ("[Name][n]\n\n[n]: ../press/2026-10-gone.md", '<p><a href="/en/press/2026-10-gone/">[Withdrawn]</a></p>'),
        ("See [her name](../press/2026-09-removed.md).", "<p>See [Withdrawn].</p>"),
        ("![Name](../media/ended.jpg \"Name\")\n\nText", "\n<p>Text</p>"),
        ("Text ![Name](../media/ended.jpg) text", "<p>Text  text</p>"),
        ("[![Name](../media/ended.jpg)](../questions/index.md)", "<p></p>"),
        ("[Name](../media/ended.jpg)", "<p>[Withdrawn]</p>"),
    ],
)  # fmt: skip
def test_redact(redaction, page, text, html):
    """A link to it says only that it was withdrawn; a picture goes with its words."""
    document = page(text.replace("../media", "../../media"))
    assert redaction.concerns(document)
    document = redaction.redacted(document)
    assert document.content.strip() == html.strip()
    assert not [one for one in document.references if "gone" in one.target or "ended" in one.target]


@pytest.mark.parametrize(
    "text", ["[Other](../press/2026-11-other.md)", "![Words](../../media/road.jpg)", "[a](#a)"]
)
def test_not_concerned(redaction, page, text):
    """Other texts stay as they are."""
    assert not redaction.concerns(page(text))


def test_heading(redaction, page):
    """A heading that leads there is another one in contents and search too."""
    document = page("## About [her name](../press/2026-10-gone.md) & more {#about}")
    document = redaction.redacted(document)
    assert [heading.text for heading in document.headings] == ["About [Withdrawn] & more"]


def test_next(redaction, page):
    """No field offers it."""
    document = page("Text", f"{FIELDS}Next: {GONE}, questions\n")
    document = redaction.redacted(document)
    assert document.next_keys == ("questions",)


def test_another_key(redaction, page):
    """A page that was redacted is made again."""
    document = page("[Name](../press/2026-10-gone.md)")
    before = document.content_digest, document.interface_digest
    document = redaction.redacted(document)
    assert before[0] != document.content_digest


def test_tombstone(redaction, converter):
    """What stands in its place has the address, the day and the reason, and no word of the text."""
    text = "Title: Zyqvxj\nSummary: Zyqvxj\nDate: 2026-10-05\nKeywords: zyqvxj\n\n## Zyqvxj {#zyqvxj}\n\nZyqvxj"
    document = read_document(f"en/{GONE}.md", text, converter)
    stone = redaction.tombstone(document, "Withdrawn")
    assert (stone.url, stone.published, stone.withdrawn.what) == (
        f"en/{GONE}/",
        date(2026, 10, 5),
        "Why",
    )
    assert (stone.kind, stone.indexed, stone.summary) == ("withdrawn", False, "")
    shown = {name: value for name, value in vars(stone).items() if name != "problems"}
    assert "zyqvxj" not in repr(shown).lower()


def test_hidden_files(page):
    """A picture that a public text shows too stays."""
    withdrawn, public = (
        page("![a](../../media/a.jpg) ![b](../../media/b.jpg)"),
        page("![b](../../media/b.jpg)"),
    )
    assert hidden_files([withdrawn, public], [public]) == {"media/a.jpg"}


def test_hidden_film(converter):
    """A film goes with its last page: itself, its picture and its captions in every language;
    and a film without a page is not shown."""
    text = "Title: A\nSummary: A.\nFilm: media/films/way.mp4\n\nA."
    page = read_document("en/prevention/film-way.md", text, converter)
    of_it = {f"media/films/way{end}" for end in (".mp4", ".svg", "-be.vtt", "-ar.vtt")}
    names = ("ways.mp4", "way-out.mp4", "way-out-be.vtt", "a.svg")
    others = {f"media/films/{name}" for name in names}
    there = of_it | others | {"media/way.svg"}
    assert hidden_files([page], [], there) == of_it | others
    assert hidden_files([page], [page], there) == others


def test_linked_film(page):
    """A link shows no film: without a page of its own it is hidden, with its picture; another
    picture that lies beside films is shown by whoever shows it."""
    names = ("way.mp4", "way.svg", "way-en.vtt", "bridge.svg")
    there = {f"media/films/{name}" for name in names}
    linking = page("".join(f"[a](../../{name})" for name in there))
    assert hidden_files([linking], [linking], there) == there - {"media/films/bridge.svg"}


@pytest.mark.parametrize(
    ("keys", "gone"),
    [(["gone"], {".mp4", ".svg", "-be.vtt"}), (["gone", "other"], set()), (["other"], set())],
)
def test_ended_films(converter, keys, gone):
    """A film goes with the last page that shows it and is not withdrawn, also when its file is
    deleted at once."""
    text = "Title: A\nSummary: A.\nFilm: media/films/way.mp4\n\nA."
    pages = [read_document(f"en/prevention/film-{key}.md", text, converter) for key in keys]
    withdrawn = Withdrawals({"prevention/film-gone": {"en": REASON}})
    found = ended_films(pages, withdrawn, {"media/films/way-be.vtt"})
    assert found == {f"media/films/way{end}" for end in gone}


def test_told(redaction, page):
    """Whoever writes learns in which line something is not seen any more; its name is not said."""
    redacted = redaction.redacted(page("A.\n\n[Name](../../media/ended.jpg)"))
    (found,) = check_unseen(redacted)
    assert found.line == 8
    assert "ended" not in found.what
