"""A film as its file tells of itself, and what must lie beside it."""

import pytest

from plugins.checks.rules.films import check
from plugins.features.films.film import has_sound, seconds, size
from plugins.model.film import Film, captions, poster
from plugins.model.media_files import misfits
from plugins.reading.front_matter import FieldError, film
from tests.conftest import MAIN

FILM = MAIN / "content" / "media" / "films" / "before-you-go.mp4"
NAME = "media/films/before-you-go.mp4"
HEAVIEST = 1_000_000  # bytes


def test_size_and_length():
    """Width, height and seconds are those of the film."""
    data = FILM.read_bytes()
    assert (size(data), seconds(data)) == ((640, 360), 25)


@pytest.mark.parametrize("data", [b"", b"no film", b"\0\0\0\x10tkhd", b"mvhd"])
def test_no_film(data):
    """What is no film has neither, and stops nothing."""
    assert (size(data), seconds(data)) == ((0, 0), 0)


def test_sound():
    """A film with a track that is heard says so; ours has none."""
    data = FILM.read_bytes()
    track = b"\0\0\0\x20hdlr" + bytes(8) + b"soun" + bytes(12)
    assert (has_sound(data), has_sound(data + track), has_sound(b"hdlr")) == (False, True, False)


def test_light():
    """The film weighs less than a megabyte, and begins to play before all of it is there."""
    data = FILM.read_bytes()
    assert len(data) < HEAVIEST and data.index(b"moov") < data.index(b"mdat")


def test_beside():
    """Picture and captions are called as the film."""
    assert poster(NAME) == "media/films/before-you-go.svg"
    assert captions(NAME, "be") == "media/films/before-you-go-be.vtt"


@pytest.mark.parametrize(
    ("name", "data", "count"),
    [
        (NAME, FILM.read_bytes(), 0),
        (NAME, b"<!doctype html>", 1),
        ("media/films/a-be.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\nWords\n", 0),
        ("media/films/a-be.vtt", "\ufeffWEBVTT\n\nСловы\n".encode(), 0),
        ("media/films/a-be.vtt", "WEBVTT\n\nСловы\n".encode("cp1251"), 1),
        ("media/films/a-be.vtt", b"<script>", 1),
        ("media/films/a.be.vtt", b"WEBVTT\n", 1),
    ],
)
def test_served(name, data, count):
    """A film and captions are served when they are what their names say."""
    assert len(list(misfits(name, data))) == count


def test_missing(known, document):
    """Every file that a film needs and that is not there is named, at the line of the field."""
    named, lines = "media/films/a.mp4", {"Film": 7}
    page = document("be/prevention/film-a.md", film_name=named, field_lines=lines)
    found = list(check(page, known(page, files=["media/films/a.mp4"])))
    assert [one.line for one in found] == [7, 7]
    assert "media/films/a.svg" in found[0].what and "media/films/a-be.vtt" in found[1].what


@pytest.mark.parametrize(
    "value", ["a.mp4", "/media/a.mp4", "media/../a.mp4", "https://x.org/a.mp4"]
)
def test_place(value):
    """A film lies in our own folder; no other host ever learns who watches it."""
    with pytest.raises(FieldError):
        film(value)


@pytest.mark.parametrize("lang", ["be", "ru", "en", "ar"])
def test_captions(lang):
    """The captions of every language follow one another, within the length of the film."""
    text = (MAIN / "content" / captions(NAME, lang)).read_text(encoding="utf-8")
    times = [line.split(" --> ") for line in text.splitlines() if "-->" in line]
    moments = [float(one.replace("00:", "")) for pair in times for one in pair]
    assert text.startswith("WEBVTT\n") and len(times) == 5
    assert moments == sorted(moments) and moments[-1] <= 25


def test_not_a_film(known, document):
    """A file that only begins as a film does is told at the line of the field."""
    named, lines = "media/films/a.mp4", {"Film": 7}
    page = document("be/prevention/film-a.md", Film(named), film_name=named, field_lines=lines)
    there = [named, "media/films/a.svg", "media/films/a-be.vtt"]
    (found,) = check(page, known(page, files=there))
    assert (found.line, str(found.what)) == (7, f"{named} is no film that browsers play.")


@pytest.mark.parametrize(
    ("value", "fix"),
    [
        ("a.mp4", "Write the place below the content folder: media/films/name.mp4."),
        ("media/films/a.mov", "Export the film as MP4 (H.264): name.mp4."),
        ("media/films/a.WebM", "Export the film as MP4 (H.264): name.mp4."),
        ("media/films/my_film.mp4", "Name it in lower-case Latin letters, digits and hyphens"),
        ("media/films/Film.MP4", "Name it in lower-case Latin letters, digits and hyphens"),
        ("media/films/фільм.mp4", "Name it in lower-case Latin letters, digits and hyphens"),
        ("https://youtu.be/abc", "A film of another site is a link in the text"),
    ],
)
def test_what_to_do(value, fix):
    """What names no film of ours is told with what is wrong in it."""
    with pytest.raises(FieldError) as told:
        film(value)
    assert told.value.fix.startswith(fix)


@pytest.mark.parametrize(
    ("name", "fix"),
    [
        ("media/films/a.mov", "Export the film as MP4"),
        ("media/films/a-be.srt", "Save captions as WebVTT"),
        ("media/a.doc", "Use a picture"),
    ],
)
def test_other_forms(name, fix):
    """A film or captions in another form are told with the form that is taken."""
    assert [said.startswith(fix) for _, said in misfits(name, b"x")] == [True]


@pytest.mark.parametrize(
    ("there", "fix"),
    [
        ("a_be.vtt", "Rename media/films/a_be.vtt, if it is that; or put it there."),
        ("A-BE.vtt", "Rename media/films/A-BE.vtt, if it is that; or put it there."),
        ("a-be.srt", "Save captions as WebVTT"),
        ("a-by.vtt", "Rename media/films/a-by.vtt"),
        ("another.txt", "Put it there, or correct the line."),
    ],
)
def test_nearly_named(known, document, there, fix):
    """Captions that are there under another name, or in another form, are named."""
    named = "media/films/a.mp4"
    page = document("be/prevention/film-a.md", film_name=named)
    files = [named, "media/films/a.svg", f"media/films/{there}"]
    (found,) = check(page, known(page, files=files))
    assert found.fix.startswith(fix)
