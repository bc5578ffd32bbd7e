"""What the index knows of one page."""

from datetime import date

from plugins.features.search.fields import plain
from plugins.features.search.statistics import shortened, statistics
from plugins.features.search.stemmer import MARKS, read_stemmer
from plugins.features.search.words import Words
from plugins.model.document import Heading
from tests.pages import a_page

STEMMER = read_stemmer("en")


def counts(**fields):
    return statistics(a_page(lang="en", **fields), STEMMER).counts


def test_each_field_has_a_digit():
    """A term's code says how often it stands in title, keywords, headings, summary and body."""
    found = counts(
        title="road",
        keywords=("road",),
        headings=(Heading(2, "", "road road"),),
        summary="road",
        content="road road",
    )
    assert found["road"].rstrip(MARKS) == "11212"


def test_once_in_the_body_is_nothing():
    """The most frequent case costs nothing."""
    assert counts(content="<p>road</p>")["road"].rstrip(MARKS) == ""


def test_beside():
    """What a page says beside its text is found too: the figures on the page of facts."""
    assert {"753", "road"} <= counts(content="<p>road</p>", search_words="Identified 753").keys()


def test_often():
    """A word counts at most 35 times."""
    assert counts(content="road " * 99)["road"].rstrip(MARKS) == "z"


def test_forms_have_marks():
    """Behind the digits stands a mark for each form, whichever field it is in."""
    one, other = counts(content="road")["road"], counts(content="roads")["road"]
    assert one != other and counts(title="roads", content="road")["road"] == "10001" + "".join(
        sorted(one + other)
    )


def test_entry():
    """A result says address, title, summary, section, day and topics."""
    page = a_page(
        lang="en",
        url="en/news/a/",
        title="A",
        summary="S",
        section="news",
        published=date(2026, 1, 2),
        topic_keys=("x", "y"),
    )
    assert statistics(page, STEMMER).entry == (
        "en/news/a/",
        "A",
        "S",
        "news",
        "January 2, 2026",
        "x y",
    )


def test_tags_are_no_words():
    """Tags and their attributes are no words of a page."""
    assert plain("<a href=\"x>y\" title='z'>one</a>&amp; two").split() == ["one", "&", "two"]


def test_shortened_at_a_word():
    """A long summary ends with a whole word."""
    assert shortened("word " * 60).endswith("word …")


def test_other_words_for_a_page():
    """A page about wages is found by salary too."""
    words = Words(groups=(("wages", "salary"),))
    assert "salari" in statistics(a_page(title="Your wages"), STEMMER, words).counts
