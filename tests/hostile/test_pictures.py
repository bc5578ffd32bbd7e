"""Pictures that are given away: whole, small enough to be opened, in their own colours,
and nothing beside them."""

from io import BytesIO

import pytest
from PIL import Image

from plugins.features.newsroom.offered import offered
from plugins.features.newsroom.pictures import read_kit
from plugins.images.cleaned import cleaned
from plugins.images.develop import in_srgb
from plugins.images.measured import measured
from tests.images.photos import bomb, clear, in_other_colours, noted, photo

KIT = """[picture.road]
file = "{}"
credit = "A"
licence = "CC BY"
consent = "Nobody is in it."
caption.en = "A road"
alt.en = "A road"
"""


@pytest.fixture
def told(tmp_path):
    """What is said of a kit with this picture."""

    def tell(name, data):
        folder = tmp_path / "2026-11-name"
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
        (folder / "kit.toml").write_text(KIT.format(name))
        offered(folder)  # asks for the size before anybody has judged the kit
        return [problem.what for problem in read_kit(folder, ["en"])[1]]

    return tell


def cut(data):
    """The first two thirds of a file."""
    return data[: len(data) * 2 // 3]


GOOD = {
    "a.jpg": photo(400, 300),
    "a.png": photo(400, 300, "PNG"),
    "a.webp": photo(400, 300, "WEBP"),
    "b.jpg": noted(),
}
BAD = {
    "pixel bomb": ("a.png", bomb()),
    "pixel bomb below the limit of Pillow": ("a.png", bomb(8000)),
    "cut JPEG": ("a.jpg", cut(photo(400, 300))),
    "cut PNG": ("a.png", cut(photo(400, 300, "PNG"))),
    "cut WebP": ("a.webp", cut(photo(400, 300, "WEBP"))),
    "header alone": ("a.png", photo(400, 300, "PNG")[:33]),
    "page": ("a.jpg", b"<html>"),
    "empty": ("a.jpg", b""),
    "wrong ending": ("a.png", photo()),
    "drawing": ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'),
    "animation": ("a.gif", photo(form="GIF")),
}


@pytest.mark.parametrize("name", GOOD)
def test_good(told, name):
    """A picture that can be opened as a whole is fine."""
    assert told(name, GOOD[name]) == []


@pytest.mark.parametrize("kind", BAD)
def test_bad(told, kind):
    """A picture that nobody can open, or that fills the memory, is one problem of its kit,
    and no program error."""
    assert len(told(*BAD[kind])) == 1


@pytest.mark.parametrize(
    "data", [b"", b"\x89PNG\r\n\x1a\n", bomb(), cut(photo()), b"\xff\xd8\xff" + b"\0" * 99]
)
def test_measured(tmp_path, data):
    """Nor does asking for its size fail."""
    (tmp_path / "a.png").write_bytes(data)
    assert measured(tmp_path / "a.png") is None or data == cut(photo())


def test_colours():
    """A picture with a profile of its own looks the same where no program knows the profile."""
    before, after = in_other_colours(), cleaned(in_other_colours())
    with Image.open(BytesIO(before)) as own, Image.open(BytesIO(after)) as given:
        assert (given.info.get("icc_profile"), given.convert("RGB").getpixel((70, 50))) == (
            None,
            in_srgb(own).getpixel((70, 50)),
        )
        assert in_srgb(own).getpixel((70, 50)) != own.getpixel((70, 50))


def test_clear_in_other_colours():
    """What is clear in such a picture stays clear."""
    target = BytesIO()
    with Image.open(BytesIO(in_other_colours())) as profiled, Image.open(BytesIO(clear())) as image:
        image.save(target, "PNG", icc_profile=profiled.info["icc_profile"])
    with Image.open(BytesIO(cleaned(target.getvalue()))) as given:
        assert (given.mode, given.getpixel((3, 3))[3]) == ("RGBA", 0)
