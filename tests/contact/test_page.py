"""Filling the pages that Pelican built."""

from hypothesis import given
from hypothesis import strategies as st

from contact.page import fill, read_pages
from tests.contact import pages as made


def test_fill():
    """Values go into their places, once; a choice that is not said is gone."""
    text = "[[if a]]A [[name]][[end]][[if b]]B[[end]] [[unknown]]"
    assert fill(text, {"name": "[[if b]][[name]]"}, {"a"}) == "A [[if b]][[name]] "


@given(st.text())
def test_no_second_reading(text):
    """Whatever a visitor writes is text and nothing else."""
    assert fill("<[[a]]>", {"a": text, "b": "B"}, set()) == f"<{text}>"


def test_read(page_folder):
    """Pages are known by language and form; a place that nobody knows gets the first."""
    pages, missing = read_pages(page_folder)
    assert (missing, pages.knows("be", "press"), pages.knows("ar", "press")) == ([], True, False)
    assert pages.anywhere == ("be", "counselling")


def test_missing(tmp_path):
    """Every page that is missing is named, in one list."""
    folder = made.write(tmp_path / "pages")
    (folder / "be" / "press" / "again.html").unlink()
    (folder / "press.txt").unlink()
    assert read_pages(folder)[1] == [str(folder / "be/press/again.html"), str(folder / "press.txt")]


def test_a_form_in_one_language_only(tmp_path):
    """A language may have one form and not the other."""
    folder = made.write(tmp_path / "pages")
    for file in (folder / "be" / "press").iterdir():
        file.unlink()
    (folder / "be" / "press").rmdir()
    pages, missing = read_pages(folder)
    assert (missing, pages.knows("be", "press"), pages.knows("be", "counselling")) == ([], False, True)


def test_no_pages(tmp_path):
    """A folder without pages is not an endpoint."""
    assert read_pages(tmp_path)[1]
