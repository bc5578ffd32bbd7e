"""Filling the pages that Pelican built."""

from html import escape

from hypothesis import given
from hypothesis import strategies as st

from contact.page import Template, read_pages
from tests.contact import pages as made


def test_fill():
    """Values go into their places, once; a choice that is not said is gone."""
    text = "[[if a]]A [[name]][[end]][[if b]]B[[end]] [[unknown]]"
    assert Template(text).text({"name": "[[if b]][[name]]"}, {"a"}) == "A [[if b]][[name]] "


@given(st.text())
def test_no_second_reading(text):
    """Whatever a visitor writes is text and nothing else."""
    assert Template("<[[a]]>").text({"a": text, "b": "B"}, set()) == f"<{text}>"


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
    assert (missing, pages.knows("be", "press"), pages.knows("be", "counselling")) == (
        [],
        False,
        True,
    )


def test_no_pages(tmp_path):
    """A folder without pages is not an endpoint."""
    assert read_pages(tmp_path)[1]


@given(st.text(max_size=5000), st.integers(1, 3000))
def test_stream(text, step):
    """A page read in any steps, each of them twice, is the page with its values escaped."""
    stream, found = Template("<p>[[a]]</p>é[[if b]]x[[end]]").stream({"a": text}, {"b"}), b""
    while True:
        place = stream.tell()
        read = stream.read(step)
        stream.seek(place)
        assert stream.read(step) == read
        if not read:
            break
        found += read
    assert found == f"<p>{escape(text)}</p>éx".encode("utf-8", "replace")
    assert len(found) == len(stream)


def test_page_of_a_new_publish(tmp_path):
    """A page that was published anew is the new one;
    while it is gone, the last one that was read."""
    folder = made.write(tmp_path / "pages")
    pages, _ = read_pages(folder)
    file = folder / "be" / "press" / "again.html"
    assert "again" in pages.page("be", "press", "again").text({}, set())
    file.write_text("new [[token]]", encoding="utf-8")
    assert pages.page("be", "press", "again").text({}, set()) == "new "
    file.unlink()
    assert pages.page("be", "press", "again").text({}, set()) == "new "


def test_first_language(tmp_path):
    """Who asks for a language that is not there gets the first one of the site."""
    folder = made.write(tmp_path / "pages")
    (folder / "languages.txt").write_text("ru\nen\nbe\n", encoding="utf-8")
    pages, _ = read_pages(folder)
    assert (pages.anywhere, pages.nearest("zz", "press")) == (
        ("en", "counselling"),
        ("en", "press"),
    )
