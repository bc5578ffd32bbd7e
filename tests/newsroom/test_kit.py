"""A press kit: what it must say of its pictures, and what it must not give away."""

import zipfile
from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from plugins.newsroom.kit import digests, kit, read_kit
from plugins.pictures.cleaned import cleaned

DAY = date(2026, 11, 5)
ORIENTATION, GPS = 0x0112, 0x8825
KIT = """[picture.road]
file = "road.jpg"
credit = "La Strada Belarus"
licence = "CC-BY-SA-4.0"
consent = "Nobody is in the picture."
caption.en = "A road"
alt.en = "A road in a field"
"""


def photograph(size=(40, 20)):
    """A picture as a camera makes it: turned, and with the place where it was taken."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif.get_ifd(GPS)[1] = "N"
    target = BytesIO()
    Image.new("RGB", size, "teal").save(target, "JPEG", exif=exif)
    return target.getvalue()


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "2026-11-name"
    place.mkdir()
    (place / "kit.toml").write_text(KIT, encoding="utf-8")
    (place / "road.jpg").write_bytes(photograph())
    return place


def test_nothing_wrong(folder):
    """A picture with everything it needs is given away."""
    pictures, problems = read_kit(folder, ["en"])
    assert ([picture.key for picture in pictures], problems) == (["road"], [])


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('credit = "La Strada Belarus"\n', "", "'road' lacks 'credit'."),
        ('licence = "CC-BY-SA-4.0"\n', "", "'road' lacks 'licence'."),
        ('consent = "Nobody is in the picture."\n', "", "'road' lacks 'consent'."),
        ('"Nobody is in the picture."', '" "', "'road' has an empty consent."),
        ("alt.en", "alt.be", "'road' has no alt in 'en'."),
        ("caption.en", "caption.be", "'road' has no caption in 'en'."),
        ("road.jpg", "raod.jpg", "The picture 'raod.jpg' does not exist."),
    ],
)
def test_problems(folder, old, new, said):
    """A picture without credit, licence, consent, caption, alternative text or file stops the build, with the line."""
    (folder / "kit.toml").write_text(KIT.replace(old, new), encoding="utf-8")
    found = [(problem.file, problem.what) for problem in read_kit(folder, ["en"])[1]]
    assert ("kits/2026-11-name/kit.toml", said) in found


@pytest.mark.parametrize("longest", [0, 30])
def test_cleaned(longest):
    """A picture stands upright and says nothing of camera and place."""
    with Image.open(BytesIO(cleaned(photograph(), longest))) as seen:
        assert (seen.size, dict(seen.getexif())) == (((20, 40) if not longest else (15, 30)), {})


def test_kit(folder):
    """The archive has the forms, both sizes of each picture, credits, and a checksum of each file."""
    data = kit({"a.txt": b"text"}, folder, read_kit(folder, ["en"])[0], "en", DAY)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = ["SHA256SUMS", "a.txt", "manifest.json", "pictures/road.jpg", "pictures/web/road.jpg"]
        assert archive.namelist() == names
        assert len(archive.read("SHA256SUMS").splitlines()) == 4


def test_same_bytes(folder):
    """The same kit is the same archive."""
    one, other = (kit({"a.txt": b"x"}, folder, read_kit(folder, ["en"])[0], "en", DAY) for _ in range(2))
    assert one == other


def test_digests(folder, tmp_path):
    """A changed picture makes another kit; a release without a folder has nothing to change."""
    before = digests(folder)
    (folder / "road.jpg").write_bytes(photograph((10, 10)))
    assert digests(folder) != before and digests(tmp_path / "none") == []
