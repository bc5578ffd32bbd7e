"""What belongs together stays in one line, in every form that readers see."""

import re

import html5lib
import pytest

from plugins.export.plain_text import plain_text
from plugins.export.prose import read
from plugins.export.typesetting import typeset
from plugins.export.typography import bound, bound_html, bound_typst, finished
from plugins.features.search.fields import FIELDS
from plugins.model.glyphs import unprintable

# `~` is a no-break space, `=` a hyphen that does not break.
TOGETHER = [
    "Мы~– праграма~— і~ў~Беларусі",
    "у~Беларусі, а~ў~Мінску",
    "В~Минске и~в~Бресте",
    "А.~Б.~Іваноў і~J.~Smith",
    "25~% і~12~500 чалавек",
    "24~лістапада 2026~года",
    "24~November 2026 – 5~km",
    "з=за мяжы, з=пад Мінска",
    "Из=за границы, из=под Минска",
    "№~5, §~7",
    "хто~б ведаў, што~ж рабіць",
]
APART = [
    "+375 17 211 02 51",
    "(+375 17) 211-02-51",
    "што-небудзь, па-беларуску",
    "пасля 18 мы",
    "a page of the site",
    "я, ты",
    "Я.",
    "9 пра 2",
    "1–2",
    "https://example.org/з-за-а",
]
PAGE = (
    '<html lang="be"><head><title>у Мінску – так</title></head><body class="у в"><p title="у Мінску">'
    'у Мінску <code>у – в</code> <a href="/а в">і\nў</a> – так</p><pre>у в</pre>'
    '<script>x = "у в"</script>а <b>Мінск</b></body></html>'
)


def shown(text):
    return text.replace("\u00a0", "~").replace("\u2011", "=")


@pytest.mark.parametrize("text", [line for line in TOGETHER if "–~5" not in line])
def test_together(text):
    """A line never ends where these belong together."""
    expected = text.replace("2026 –", "2026~–")
    assert shown(bound(expected.replace("~", " ").replace("=", "-"))) == expected


@pytest.mark.parametrize("text", APART)
def test_apart(text):
    """Everything else stays as it was typed."""
    assert bound(text) == text


@pytest.mark.parametrize("text", TOGETHER)
def test_once(text):
    """What is bound already is not changed again."""
    once = bound(text.replace("~", " ").replace("=", "-"))
    assert bound(once) == once


def test_html():
    """Only words change: no tag, no attribute, no code, no title that machines compare."""
    assert shown(bound_html(PAGE)) == PAGE.replace("\n", " ").replace(
        "у Мінску <", "у~Мінску <"
    ).replace("і ў</a> –", "і~ў</a>~–").replace("а <b>", "а~<b>")


@pytest.mark.parametrize("name", ["pages/plain.html", "editions/chapter.xhtml", "editions/a.typ"])
def test_every_form(name):
    """Every form is finished by the name of its template; data are not."""
    text = '#"у Мінску – так";' if name.endswith(".typ") else "<p>у Мінску – так</p>"
    assert "у\u00a0Мінску\u00a0– так" in finished(name, text)
    assert finished("feed.json", text) == text


def test_typst():
    """In the source of a PDF only strings of words change."""
    source = '#set text(font: "A – B"); #raw("у в"); #link("у в")[#"і ў"]; #"а \\"в\\" – так"'
    assert shown(bound_typst(source)) == (
        '#set text(font: "A~– B"); #raw("у в"); #link("у в")[#"і~ў"]; #"а~\\"в\\"~– так"'
    )


def test_a_tree_keeps_it():
    """What belongs together still does in the forms that are made from the tree of a text."""
    html = "<p>Мы\u00a0– тут\n  і там</p>"
    assert read(html).text == "Мы\u00a0– тут і там"
    assert "Мы\u00a0– тут і там" in typeset(html)
    assert plain_text("<p>Мы – тут</p><pre>у в</pre>") == "Мы\u00a0– тут\n\nу в"


def test_the_search_reads_what_was_typed(document):
    """The search never meets these signs, so its index is as it would be without."""
    page = document("be/about.md", content="<p>у Мінску – так</p>", title="А – Б")
    found = "".join(field.text(page) for field in FIELDS.values())
    assert not re.search("[\u00a0\u2011]", found)


@pytest.mark.parametrize("sign", ["\u00a0", "\u2011"])
def test_fonts_have_the_signs(sign):
    """The fonts of what is printed have both signs."""
    assert unprintable(sign) == ""


@pytest.mark.slow
def test_pages(content):
    """On no page of the site does a line end before a dash or after a word of one letter."""
    loose = re.compile(r"(?<![\w’'-])[авіуўку][ \n](?=[^\W\d])|\S[ \n][–—](?=[ \n])")
    for name in ("be/index.html", "ru/index.html", "be/advice/index.html", "ru/about/index.html"):
        body = html5lib.parse(content.read(name), namespaceHTMLElements=False).find("body")
        words = ["".join(found.itertext()) for found in body.iter("p")]
        assert words
        assert [text for text in words if loose.search(text)] == []
