"""Pictures in a built site."""

import re

import pytest

from tests.conftest import EXAMPLE
from tests.images.photos import noted, photo
from tests.site.workplace import Workplace

NEWS = "be/news/2026-11-07-seven.md"
PAGE = "be/news/2026-11-07-seven/index.html"


@pytest.fixture
def place(tmp_path):
    """The example with a photo in one of its news, not built yet."""
    place = Workplace.of(EXAMPLE, tmp_path)
    (place.content / "media" / "photo.jpg").write_bytes(noted())
    _show(place, "![Здымак поля](../../media/photo.jpg)")
    return place


def _show(place, markdown, news=NEWS):
    file = place.content / news
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{markdown}\n", encoding="utf-8")


def _said(place):
    return (place.folder / "said").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A photo that a text shows, and one that it leads to."""
    place = Workplace.of(EXAMPLE, tmp_path_factory.mktemp("pictures"))
    for name in ("photo", "whole"):
        (place.content / "media" / f"{name}.jpg").write_bytes(noted())
    _show(place, "![Здымак поля](../../media/photo.jpg)\n\n[Цалкам](../../media/whole.jpg)")
    for lang in ("ru", "en"):
        _show(place, "![A field](../../media/photo.jpg)", NEWS.replace("be", lang, 1))
    assert place.build() == 0, _said(place)
    return place.site()


def test_nothing_noted(site):
    """What the camera noted is in no file of the site."""
    assert [name for name, data in site.items() if b"Zyqvx" in data] == []


def test_original_stays_here(site):
    """A photo as it came is not published."""
    assert "media/photo.jpg" not in site


@pytest.mark.parametrize(("lang", "marked"), [("be", False), ("en", False), ("ar", True)])
def test_language_of_its_words(site, lang, marked):
    """In a list of another language the words of a picture say of which language they are."""
    (entry,) = (
        one
        for one in site[f"{lang}/news/index.html"].decode().split("<article")
        if "/pictures/photo-" in one
    )
    assert bool(re.search('<span lang="(?:ru|en)" dir="ltr"><picture>', entry)) == marked


def test_linked(site):
    """A photo that a text leads to is given away whole."""
    assert "media/whole.jpg" in site


def test_feed(site):
    """The feed has the JPEG, with its address in full, and nothing that only a page understands."""
    feed = site["be/news/feed.xml"].decode()
    assert "http://127.0.0.1:8000/pictures/photo-" in feed
    assert "srcset" not in feed


def test_changed(place):
    """Of all pages those that show the photo are made again when the photo changes: its own, and
    the lists it stands in."""
    assert place.build() == 0, _said(place)
    before = place.site()
    shown = {
        name
        for name, data in before.items()
        if name.endswith("index.html") and b"/pictures/photo-" in data
    }
    (place.content / "media" / "photo.jpg").write_bytes(photo(90, 70))
    assert place.build() == 0, _said(place)
    changed = {
        name
        for name, data in place.site().items()
        if name.endswith("index.html") and data != before.get(name)
    }
    assert PAGE in shown
    assert changed == shown


def test_bad_photo(place):
    """A damaged photo is a problem of the line that shows it, with the name of the photo,
    and no traceback."""
    (place.content / "media" / "photo.jpg").write_bytes(photo(300, 200)[:800])
    assert place.build() != 0
    lines = (place.content / NEWS).read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, 1) if "photo.jpg" in text)
    assert f"{NEWS}:{line}: 'photo.jpg' is damaged" in _said(place)
    assert "Traceback" not in _said(place)


def test_bad_drawing(place):
    """A drawing with a script in it is a problem of its own line."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n<script/></svg>'
    (place.content / "media" / "lines.svg").write_text(svg, encoding="utf-8")
    _show(place, "![Лініі](../../media/lines.svg)")
    assert place.build() != 0
    assert "media/lines.svg:2: 'lines.svg' has <script>." in _said(place)
