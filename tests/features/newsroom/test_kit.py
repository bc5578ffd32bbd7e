"""A press kit: what it must say of its pictures, and what it must not give away."""

import zipfile
from datetime import date
from io import BytesIO

import pytest
from PIL import Image, IptcImagePlugin

from plugins.features.newsroom.kit import kit, places
from plugins.features.newsroom.offered import offered
from plugins.features.newsroom.pictures import read_kit
from plugins.images.cleaned import cleaned
from plugins.images.measured import measured
from plugins.images.notes import Notes
from plugins.images.picture import Picture

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


@pytest.mark.parametrize(
    ("today", "shown"), [(date(2026, 11, 27), 1), (date(2026, 11, 28), 0), (date(2027, 1, 1), 0)]
)
def test_consent_ended(folder, today, shown):
    """From the day on which consent ends a picture is not given away."""
    (folder / "kit.toml").write_text(f"{KIT}consent_ended = 2026-11-28\n", encoding="utf-8")
    assert (len(offered(folder, today)), len(read_kit(folder, ["en"], today)[0])) == (shown, shown)


def test_consent_ended_and_deleted(folder):
    """Then its file and its words may be deleted too, and nobody asks for them."""
    (folder / "kit.toml").write_text(
        '[picture.road]\nfile = "road.jpg"\ncredit = ""\nlicence = ""\nconsent = ""\ncaption = {}\nalt = {}\n'
        "consent_ended = 2026-11-28\n"
    )
    (folder / "road.jpg").unlink()
    assert read_kit(folder, ["en"], date(2026, 11, 28)) == ([], [])


def test_no_day_of_consent(folder):
    """A day that is none is a problem in its line, so that nobody believes that the picture is
    gone."""
    (folder / "kit.toml").write_text(f'{KIT}consent_ended = "yesterday"\n', encoding="utf-8")
    (problem,) = read_kit(folder, ["en"], date(2026, 11, 28))[1]
    assert (problem.line, "'consent_ended' is not a day" in problem.what) == (8, True)


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
        ('"Nobody is in the picture."', '" "', "'road' has an empty `consent`."),
        ("alt.en", "alt.be", "'road' has no `alt` in 'en'."),
        ("caption.en", "caption.be", "'road' has no `caption` in 'en'."),
        ("road.jpg", "raod.jpg", "The picture 'raod.jpg' does not exist."),
        ("road.jpg", "My road.jpg", "The name 'My road.jpg' cannot be part of an address."),
        ("road.jpg", "kit.toml", "'kit.toml' cannot be read as a picture."),
    ],
)
def test_problems(folder, old, new, said):
    """A picture without credit, licence, consent, caption,
    alternative text or file stops the build, with the line."""
    (folder / "kit.toml").write_text(KIT.replace(old, new), encoding="utf-8")
    found = [(problem.file, problem.what) for problem in read_kit(folder, ["en"])[1]]
    assert ("kits/2026-11-name/kit.toml", said) in found


@pytest.mark.parametrize("size", [(20, 40), (15, 30)])
def test_cleaned(size):
    """A picture stands upright, has the size that is asked for,
    and says nothing of camera and place."""
    with Image.open(BytesIO(cleaned(photograph(), size))) as seen:
        assert (seen.size, dict(seen.getexif())) == (size, {})


def test_measured(folder):
    """A picture that a camera took on its side is measured as it is seen."""
    road = measured(folder / "road.jpg")
    assert (road.type_name, road.width, road.height) == ("JPEG", 20, 40)


@pytest.mark.parametrize(
    ("longest", "size"),
    [(0, (2400, 1350)), (1600, (1600, 900)), (480, (480, 270)), (3000, (2400, 1350))],
)
def test_fitting(longest, size):
    """A picture keeps its shape, and is never made larger."""
    assert Picture("road.jpg", "0", 2400, 1350).fitting(longest) == size


def test_offered(folder):
    """A picture is offered in three sizes, at addresses of its release."""
    (one,) = offered(folder)
    names = [size.name for size in (one.full, one.web, one.small)]
    assert names == [f"kits/2026-11-name/{below}road.jpg" for below in ("", "web/", "small/")]


def test_not_offered(folder, tmp_path):
    """What is no picture is not offered, nor is anything where there is no kit."""
    (folder / "road.jpg").write_text("no picture")
    assert (offered(folder), offered(tmp_path / "none")) == ((), ())


@pytest.mark.parametrize("change", ["bytes", "words"])
def test_shows(folder, change):
    """Other bytes or other words are something else to see, so that pages are made again."""
    (before,) = offered(folder)
    if change == "bytes":
        (folder / "road.jpg").write_bytes(photograph((20, 10)))
    else:
        (folder / "kit.toml").write_text(KIT.replace("A road in", "A lane in"), encoding="utf-8")
    (after,) = offered(folder)
    assert before.shows != after.shows


def test_kit(folder):
    """The archive has the forms, the pictures, what is said of them,
    and a checksum of each file."""
    found = offered(folder)
    data = kit(
        {"a.txt": b"text"}, dict.fromkeys(places(found), b"picture"), found, {"language": "en"}, DAY
    )
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = [
            "SHA256SUMS",
            "a.txt",
            "manifest.json",
            "pictures/road.jpg",
            "pictures/web/road.jpg",
        ]
        assert archive.namelist() == names
        assert len(archive.read("SHA256SUMS").splitlines()) == 4


def test_same_bytes(folder):
    """The same kit is the same archive."""
    one, other = (
        kit({"a.txt": b"x"}, {}, offered(folder), {"language": "en"}, DAY) for _ in range(2)
    )
    assert one == other


NOTES = Notes("Марыя & Co", "CC BY-SA 4.0")


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_credit_in_the_file(form):
    """A picture says who made it and under which licence, in whatever form."""
    target = BytesIO()
    Image.new("RGB", (40, 20), "teal").save(target, form)
    made = cleaned(target.getvalue(), None, NOTES)
    assert b"<photoshop:Credit>" + "Марыя &amp; Co".encode() in made
    assert Image.open(BytesIO(made)).size == (40, 20)


def test_iptc():
    """A JPEG says so in IPTC too, which older newsrooms read."""
    made = Image.open(BytesIO(cleaned(photograph(), None, NOTES)))
    told = IptcImagePlugin.getiptcinfo(made)
    assert told[(2, 110)].decode() == "Марыя & Co"
    assert told[(2, 116)] == b"CC BY-SA 4.0"


def test_colours():
    """A picture for print in four colours becomes one that every screen shows."""
    target = BytesIO()
    Image.new("CMYK", (8, 8), (0, 255, 255, 0)).save(target, "JPEG")
    made = Image.open(BytesIO(cleaned(target.getvalue(), None, NOTES)))
    red, green, blue = made.getpixel((4, 4))
    assert (made.mode, red > 200, green < 60, blue < 60) == ("RGB", True, True, True)


@pytest.mark.parametrize("size", [(40, 20), (1600, 900), (4000, 3000)])
def test_sizes_differ(folder, size):
    """What is meant for print is larger than what is meant for the web."""
    (folder / "road.jpg").write_bytes(photograph(size))
    (one,) = offered(folder)
    assert one.full.width > one.web.width > one.small.width


def test_density(folder):
    """The picture for print is placed at 300 pixels an inch, that for the web at 72."""
    full, web = (
        Image.open(BytesIO(cleaned(photograph(), size, NOTES))) for size in (None, (10, 20))
    )
    assert (full.info["dpi"], web.info["dpi"]) == ((300, 300), (72, 72))
