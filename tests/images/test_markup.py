"""How a page shows a picture."""

import html5lib
import pytest

from plugins.images.markup import alone, in_words, leading, shown
from plugins.images.picture import Picture, nearest, tints

ROAD = Picture("media/Дарога 1.jpg", "0123456789abcdef", 1000, 500, (200, 30, 30))
LINES = Picture("media/lines.svg", "ff", 40, 30)
PICTURES = {"/media/r.jpg": ROAD, "/media/lines.svg": LINES}
TINTS = {"tint-brick": (180, 60, 60), "tint-sky": (160, 190, 220)}
ALONE = '<p><img alt="A road" src="/media/r.jpg"></p>'


def made(html=ALONE, credit=None, base=""):
    return shown(html, PICTURES, TINTS, credit or {}, base)


def element(html, tag):
    return html5lib.parseFragment(html, namespaceHTMLElements=False).find(f".//{tag}")


def test_widths():
    """A picture is made in every width up to its own, never larger."""
    assert ROAD.widths == (320, 640, 960, 1000)


@pytest.mark.parametrize(
    ("width", "widths"),
    [(100, (100,)), (320, (320,)), (321, (320, 321)), (5000, (320, 640, 960, 1280))],
)
def test_widths_of_others(width, widths):
    """Whatever its size, no width occurs twice and the last is the largest that is of use."""
    assert Picture("a.jpg", "0", width, 10).widths == widths


def test_name():
    """Its files have a plain name that changes with the picture."""
    assert ROAD.file(320, "avif") == "pictures/1-0123456789-320.avif"


def test_forms():
    """Browsers that know AVIF or WebP are offered them, in this order."""
    html = html5lib.parseFragment(made(), namespaceHTMLElements=False)
    assert [one.get("type") for one in html.iter("source")] == ["image/avif", "image/webp"]


def test_old_browsers():
    """A browser that knows nothing of this gets the JPEG."""
    assert element(made(), "img").get("src") == "/pictures/1-0123456789-960.jpg"


def test_place():
    """Its place is kept free: width and height are set, and have its shape."""
    image = element(made(), "img")
    assert (image.get("width"), image.get("height")) == ("1000", "500")


def test_colour():
    """Until it is there its place has the nearest of the known colours, by a class."""
    assert element(made(), "img").get("class") == "tint-brick"


def test_first_at_once():
    """The first picture of a text is not put off, the others are."""
    first, second = made(ALONE + ALONE).split("</picture>")[:2]
    assert "lazy" not in first
    assert 'loading="lazy" decoding="async"' in second


def test_words():
    """The words for those who do not see it stay."""
    assert element(made(), "img").get("alt") == "A road"


def test_caption():
    """A picture that stands alone has its caption and credit below it."""
    html = made('<p><img alt="A road" src="/media/r.jpg" title="In May"></p>', {ROAD.name: "Ann"})
    caption = '<figcaption>In May · <span class="figure__credit">Ann</span></figcaption></figure>'
    assert html.startswith('<figure class="figure"><picture>')
    assert html.endswith(caption)


BARE = "<small>(In May)</small>"
SAID = '<small>(In May · <span class="figure__credit">Ann</span>)</small>'
IMAGE = '<img alt="A road" src="/media/r.jpg" title="In May">'


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("<p>See ", " and go.</p>"),
        ("<ul>\n<li>", "</li>\n</ul>"),
        ("<table><tbody><tr><td>", "</td></tr></tbody></table>"),
        ('<p><a href="/">More ', "</a> words</p>"),
        ('<p><a href="/">', "</a> words</p>"),
        ("<p><strong>Words ", "</strong></p>"),
        ("<details><summary>", "</summary>\n<p>Words.</p>\n</details>"),
    ],
)
def test_credit_behind(start, end):
    """Where a picture does not stand alone its caption and credit follow it, or the link it is
    in."""
    html = made(start + IMAGE + end, {ROAD.name: "Ann"})
    assert html.count(SAID) == 1
    assert "<figure" not in html
    before = html.partition(SAID)[0]
    assert before.endswith(("</picture> ", "</a> ", "</strong> "))
    assert html.replace(f" {SAID}", "") == made(start + IMAGE + end).replace(f" {BARE}", "")


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ('<p><a href="/">', "</a></p>"),
        ("<blockquote>\n<p>", "</p>\n</blockquote>"),
        ('<div class="admonition note">\n<p>', "</p>\n</div>"),
        ("<li>\n<p>Words.</p>\n<p>", "</p>\n</li>"),
    ],
)
def test_figure_anywhere(start, end):
    """Alone in its paragraph it is a figure, also as a link, in a quotation, a callout, an item."""
    html = made(start + IMAGE + end, {ROAD.name: "Ann"})
    assert html.count("<figure") == html.count("<figcaption>In May · <span ") == 1
    assert ("<a " in start) == ('<figure class="figure"><a href="/"><picture>' in html)


def test_credits_of_two():
    """Of several pictures in one line each has its own."""
    lines = '<img alt="b" src="/media/lines.svg">'
    html = made(f'<p><a href="/">{IMAGE}{lines}</a></p>', {ROAD.name: "Ann", LINES.name: "Bob"})
    assert html.index("Ann") < html.index("Bob")
    assert leading(html)[1] == "Ann"


def test_leading_credit():
    """A list names who made the picture that it shows, and nobody else."""
    two = f'<p>{ALONE[3:-4]} and <img alt="b" src="/media/lines.svg"></p>'
    assert leading(made(two, {LINES.name: "Bob"}))[1] == ""
    assert leading(made(f'<p><a href="/">{IMAGE}</a></p>', {ROAD.name: "Ann"}))[1] == "Ann"
    assert leading(made(f"<p>See {IMAGE}.</p>", {ROAD.name: "Ann"}))[1] == "Ann"


def test_within_a_sentence():
    """A picture within a sentence stays there."""
    assert made('<p>See <img alt="a" src="/media/r.jpg" title="b">.</p>').startswith(
        "<p>See <picture>"
    )


def test_drawing():
    """A drawing stays the file it is, and keeps its place free too."""
    html = made('<p><img alt="Lines" src="/media/lines.svg"></p>')
    assert html == '<p><img src="/media/lines.svg" alt="Lines" width="40" height="30"></p>'


def test_below_a_path():
    """Under a path every address begins with it."""
    assert made(base="/site").count("/pictures/") == made(base="/site").count("/site/pictures/")


def test_unknown():
    """A picture nothing is known of stays as it is: what is wrong with it is said elsewhere."""
    assert made('<img alt="" src="/media/none.jpg">') == '<img alt="" src="/media/none.jpg">'


def test_alone():
    """Feeds get one address for each picture."""
    assert "srcset" not in alone(made())
    assert "<picture>" not in alone(made())
    assert 'src="/pictures/1-0123456789-960.jpg"' in alone(made())


def test_in_words():
    """Files that carry no pictures say what they show."""
    assert in_words(made()) == "<p><em>[A road]</em></p>"


def test_nearest():
    """The nearest colour is chosen among those of the stylesheet."""
    found = tints("--tint-dark: #202020;\n--tint-pale: #e0e0e0; --ink: #000000;")
    assert found == {"tint-dark": (32, 32, 32), "tint-pale": (224, 224, 224)}
    assert nearest((10, 10, 10), found) == "tint-dark"
