"""A list of pages in a text is shown as rows to press, with drawings where most pages have one."""

import pytest

from plugins.model.choices import with_choices

DRAWN = {"calls": "<svg>calls</svg>", "letters": "<svg>letters</svg>"}
LISTS = {
    "pages": '<ul>\n<li><a href="/be/a/">A</a>: words</li>\n<li><a href="/be/b/">B</a></li>\n</ul>',
    "apart": '<ul><li><p><a href="/be/a/">A</a></p></li><li><p><a href="/be/b/">B</a></p></li></ul>',
}
OTHERS = {
    "in order": '<ol><li><a href="/be/a/">A</a></li><li><a href="/be/b/">B</a></li></ol>',
    "one": '<ul><li><a href="/be/a/">A</a></li></ul>',
    "words first": '<ul><li>See <a href="/be/a/">A</a></li><li><a href="/be/b/">B</a></li></ul>',
    "number": '<ul><li><a href="tel:113">113</a></li><li><a href="tel:112">112</a></li></ul>',
    "outside": '<ul><li><a href="https://a.example">A</a></li><li><a href="/be/b/">B</a></li></ul>',
    "no link": "<ul><li>A</li><li>B</li></ul>",
    "empty": "<ul><li></li><li></li></ul>",
    "no list": "<p>A &lt; B</p>",
}


def draw(name):
    return DRAWN.get(name, "\n")


def listed(*names):
    items = [f'<li><a href="/be/{one}/">{one}</a></li>' for one in names]
    return f"<ul>{''.join(items)}</ul>"


@pytest.mark.parametrize("html", LISTS.values(), ids=LISTS)
def test_choices(html):
    """A list whose every item begins with a link to a page is one of choices."""
    assert with_choices(html, draw).count('<ul class="choices"><li>') == 1


@pytest.mark.parametrize("html", OTHERS.values(), ids=OTHERS)
def test_others(html):
    """Any other list, and any other text, stays as it is."""
    assert with_choices(html, draw) == html


def test_words():
    """What an item says behind its link stays with it."""
    assert '<div><a href="/be/a/">A</a>: words</div>' in with_choices(LISTS["pages"], draw)


def test_drawings():
    """Where most pages have a drawing, each row has that of its page."""
    found = with_choices(listed("calls", "letters", "a"), draw)
    assert found.startswith('<ul class="choices choices--drawn"><li><svg>calls</svg><div>')
    assert '</li><li><div><a href="/be/a/">' in found


def test_too_few_drawings():
    """Where half of them have none, no row has one."""
    assert "svg" not in with_choices(listed("calls", "a"), draw)


def test_anchor():
    """A link to a place on a page has the drawing of the page."""
    assert with_choices(listed("x/calls/#a", "calls"), draw).count("<svg>calls</svg>") == 2
