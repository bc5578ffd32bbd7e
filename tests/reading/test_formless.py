"""What a site without forms leaves out of its texts."""

import pytest

from plugins.model.document import Heading, Reference
from plugins.reading.formless import concerns, leave_out_forms, without_sections

TEXT = (
    '<p>Call.</p>\n<h2 id="write">Write</h2>\n<p>Form.</p>\n<h3 id="safe">Safe</h3>\n<p>Sealed.</p>\n'
    '<h2 id="post">Post</h2>\n<p>Letter.</p>'
)
HEADINGS = (
    Heading(2, "write", "Write", True),
    Heading(3, "safe", "Safe", True),
    Heading(2, "post", "Post", True),
)
LINES = {"#write": 10, "#safe": 14, "#post": 18}


@pytest.fixture
def page(document):
    """A page with a section about the form, and one after it."""
    made = document("en/contact.md", content=TEXT, headings=HEADINGS, field_lines=LINES)
    made.with_forms = ("write",)
    made.references = tuple(
        Reference("document", f"en/{line}.md", line) for line in (8, 12, 15, 19)
    )
    return made


def test_section(page):
    """The section goes with the headings below it; what stands before and after it stays."""
    leave_out_forms(page, str)
    assert page.content == '<p>Call.</p>\n<h2 id="post">Post</h2>\n<p>Letter.</p>'


def test_headings(page):
    """Its headings are in no table of contents."""
    leave_out_forms(page, str)
    assert [heading.anchor for heading in page.headings] == ["post"]


def test_references(page):
    """Its links are asked of no longer."""
    leave_out_forms(page, str)
    assert [one.line for one in page.references] == [8, 19]


def test_digests(page):
    """Whatever was made from the text with the section is made again."""
    before = page.content_digest
    leave_out_forms(page, str)
    assert page.content_digest not in ("", before)


def test_last_section():
    """A section at the end of a text goes to the end."""
    assert without_sections(TEXT, HEADINGS[2:]).endswith("<p>Sealed.</p>\n")


def test_form(document):
    """A page that was a form says in a list how else to write, and has no text."""
    form = document("en/about/07-write.md", content="<p>Form.</p>", summary="Sealed.")
    leave_out_forms(form, lambda lang: f"Call us ({lang}).")
    assert (form.summary, form.content) == ("Call us (en).", "")


@pytest.mark.parametrize(
    ("file", "sections", "concerned"),
    [
        ("en/about/07-write.md", (), True),
        ("en/contact.md", ("write",), True),
        ("en/contact.md", (), False),
    ],
)
def test_concerns(document, file, sections, concerned):
    """Only forms, and texts with such sections, are changed."""
    assert concerns(document(file, with_forms=sections)) == concerned
