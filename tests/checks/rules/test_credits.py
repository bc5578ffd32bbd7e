"""Who made a picture is said, or it is told that nobody says it."""

import pytest

from plugins.checks.rules.credits import check
from plugins.data.entries import Credit
from plugins.model.document import Reference
from tests.pages import a_page

NAME = "media/a.jpg"


def told(known, *references, pictures=()):
    page = a_page("en/advice/a.md", references=references)
    found = known(page, files=[NAME])
    found.library.pictures.update({key: Credit(key, "Ann") for key in pictures})
    try:
        return [(one.line, one.what) for one in check(page, found)]
    finally:
        found.library.pictures.clear()


def test_told(known):
    """A picture of which nobody says who made it is told, with its line."""
    (one,) = told(known, Reference("picture", NAME, 7, "A"))
    assert one == (7, "Nobody is named for the picture 'media/a.jpg'.")


@pytest.mark.parametrize(
    ("reference", "pictures"),
    [
        (Reference("picture", NAME, 7, "A"), [NAME]),
        (Reference("media", NAME, 7), []),
        (Reference("picture", "media/none.jpg", 7, "A"), []),
    ],
)
def test_not_told(known, reference, pictures):
    """Nothing is told of one that has a maker, is only linked, or is not there, which another rule
    tells."""
    assert told(known, reference, pictures=pictures) == []
