"""From a file of a camera to pictures for the web."""

from io import BytesIO

import pytest
from PIL import Image

from plugins.images.cleaned import cleaned
from plugins.images.develop import HEAVIEST, developed, dominant, encoded
from plugins.images.picture import FORMS, PictureError
from tests.images.photos import bomb, clear, in_other_colours, noted, photo

BAD = [
    ("cut short", photo(400, 300)[:900], "a.jpg", "'a.jpg' is damaged"),
    ("empty", b"", "a.jpg", "is no picture that browsers show"),
    ("a text", b"Title: no picture", "a.png", "is no picture that browsers show"),
    ("a page", b"<!doctype html><p>Not found", "a.jpg", "is no picture that browsers show"),
    (
        "of a kind that browsers do not show",
        photo(form="TIFF"),
        "a.tif",
        "is no picture that browsers show",
    ),
    ("under a wrong name", photo(form="PNG"), "a.jpg", "'a.jpg' is a PNG by its content"),
    ("a bomb", bomb(), "a.png", "has too many pixels"),
    ("too large", bomb(8000), "a.png", "8000 × 8000 pixels"),
    ("heavy", bytes(HEAVIEST + 1), "a.jpg", "'a.jpg' has 25 MB"),
]


@pytest.mark.parametrize(
    ("data", "name", "said"), [row[1:] for row in BAD], ids=[row[0] for row in BAD]
)
def test_bad_pictures(data, name, said):
    """A file that cannot be shown is refused with the reason, whatever is wrong with it."""
    with pytest.raises(PictureError) as caught:
        developed(data, name)
    assert said in caught.value.what


@pytest.mark.parametrize("tenths", range(9))
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_cut_anywhere(form, tenths):
    """A file cut short anywhere is refused, never half shown."""
    data = photo(64, 64, form)
    with pytest.raises(PictureError):
        developed(data[: len(data) * tenths // 10])


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_forms_read(form):
    """The four forms that browsers show are read."""
    assert developed(photo(form=form)).size == (80, 60)


def test_upright():
    """A picture that was taken sideways stands upright."""
    assert developed(noted()).size == (60, 80)


@pytest.mark.parametrize("form", FORMS)
def test_nothing_noted(form):
    """Neither the camera nor the place nor a comment is in what visitors get."""
    made = encoded(developed(noted()), (60, 80), form)
    assert b"Zyqvx" not in made
    assert not Image.open(BytesIO(made)).getexif()


def test_nothing_noted_in_a_whole_picture():
    """Nor in the file that a link leads to."""
    made = cleaned(noted())
    assert b"Zyqvx" not in made
    assert not Image.open(BytesIO(made)).getexif()


def test_white_behind():
    """Where one could see through a picture it is white, in both schemes."""
    assert developed(clear()).getpixel((5, 5)) == (255, 255, 255)


def test_colours():
    """The colours of a picture are those that its profile means."""
    red, _, blue = developed(in_other_colours()).getpixel((70, 50))
    assert red < blue


def test_many_greys():
    """A grey picture of 16 bits keeps its greys, where it is shown and where it is given away."""
    target = BytesIO()
    Image.new("I;16", (80, 60), 257 * 155).save(target, "PNG")
    shown, given = developed(target.getvalue()), cleaned(target.getvalue(), (40, 30))
    assert shown.getpixel((5, 5)) == (155, 155, 155)
    assert Image.open(BytesIO(given)).getpixel((5, 5)) == (155, 155, 155)


def test_colours_of_what_is_given_away():
    """A picture with a profile is given away in the colours that the profile means."""
    red, _, blue = Image.open(BytesIO(cleaned(in_other_colours()))).getpixel((70, 50))
    assert red < blue


@pytest.mark.parametrize("form", FORMS)
def test_reproducible(form):
    """The same picture gives the same bytes."""
    first, second = (encoded(developed(photo(300, 200)), (160, 107), form) for _ in range(2))
    assert first == second


def test_dominant():
    """The colour of a picture is the one that most of it has."""
    red, green, blue = dominant(developed(photo(form="PNG")))
    assert red > 180
    assert max(green, blue) < 60
