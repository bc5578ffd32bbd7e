"""An embargoed release before and after its moment:
no byte of the public output knows of it, the preview says so."""

import shutil
import zipfile

import pytest
from PIL import Image
from pypdf import PdfReader

from tests.conftest import EXAMPLE
from tests.site.pages import Output, pelican
from tests.site.traces import traces
from tests.site.workplace import Workplace

PUBLIC = "https://example.org"
BEFORE, AFTER = "2026-12-01T09:59+03:00", "2026-12-01T10:00+03:00"
NAME = "2026-12-zyqvxjslug"
RELEASE = """Title: Zyqvxjtitle {lang}
Menu-Title: Zyqvxjmenu
Summary: Zyqvxjsummary of it.
Keywords: zyqvxjkeyword
Date: 2026-12-01
{embargo}Topics: zyqvxjtopic
Written: 2026-11-24
Sources: zyqvxjsource
Contacts: hotline

Zyqvxjplace, 1 December 2026. Zyqvxjbody.

## Zyqvxjheading {{#zyqvxjanchor}}

> “Zyqvxjquote.”
>
> Zyqvxjspeaker

![Zyqvxjalt](../../media/zyqvxjpicture.svg)
"""


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    """The example with a release under embargo in each language;
    the Russian one forgets to say so."""
    copy = shutil.copytree(EXAMPLE, tmp_path_factory.mktemp("embargo") / "content")
    for lang in ("be", "ru", "en"):
        embargo = "" if lang == "ru" else "Embargo: 2026-12-01 10:00 Europe/Minsk\n"
        (copy / lang / "press" / f"{NAME}.md").write_text(
            RELEASE.format(lang=lang, embargo=embargo), encoding="utf-8"
        )
    (copy / "media" / "zyqvxjpicture.svg").write_text(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><title>zyqvxj</title></svg>"
    )
    kit = copy / "kits" / NAME
    kit.mkdir(parents=True)
    words = "".join(
        f'{name}.{lang} = "zyqvxj{name}"\n'
        for name in ("caption", "alt")
        for lang in ("be", "ru", "en")
    )
    facts = "".join(f'{name} = "zyqvxj{name}"\n' for name in ("credit", "licence", "consent"))
    (kit / "kit.toml").write_text(f'[picture.zyqvxjkey]\nfile = "zyqvxj.png"\n{facts}{words}')
    Image.new("RGB", (8, 8), "teal").save(kit / "zyqvxj.png")
    names = "".join(f'{lang} = "Topic"\n' for lang in ("be", "ru", "en", "ar"))
    with (copy / "data" / "topics.toml").open("a") as file:
        file.write(f"\n[zyqvxjtopic]\n{names}")
    names = "".join(f'name.{lang} = "Source"\n' for lang in ("be", "ru", "en", "ar"))
    with (copy / "data" / "sources.toml").open("a") as file:
        file.write(f"\n[zyqvxjsource]\n{names}")
    return copy


def publish(content, folder, clock):
    done = pelican(content, folder, "publishconf.py", SITEURL=PUBLIC, CLOCK=clock)
    assert done.returncode == 0, done.stdout + done.stderr
    return done, Output(folder / "output", PUBLIC)


@pytest.fixture(scope="module")
def before(content, tmp_path_factory):
    return publish(content, tmp_path_factory.mktemp("before"), BEFORE)


@pytest.fixture(scope="module")
def after(content, tmp_path_factory):
    return publish(content, tmp_path_factory.mktemp("after"), AFTER)[1]


def test_no_trace(before):
    """Before its moment no byte of the published site has a word of the release."""
    assert traces("zyqvxj", before[1].folder) == []


def test_next_due(before):
    """Those who publish learn when it falls due, and how to be asleep then."""
    assert "Next due: 2026-12-01 10:00 Europe/Minsk, press/2026-12-zyqvxjslug." in before[0].stderr


def test_after(after):
    """From its minute on the release is public in every language."""
    assert [
        lang for lang in ("be", "ru", "en") if f"{lang}/press/{NAME}/index.html" in after.names
    ] == ["be", "ru", "en"]


def test_kit_after(after):
    """Once it is public its kit has the picture with its credit."""
    with zipfile.ZipFile(after.folder / f"en/press/{NAME}/{NAME}.zip") as archive:
        assert "pictures/web/zyqvxj.png" in archive.namelist()
        assert "zyqvxjcredit" in archive.read("manifest.json").decode()
        assert "zyqvxjcredit" in archive.read("CREDITS.txt").decode()


def test_pages_after(after):
    """From then on its picture is a file of its own, and its month has a page."""
    assert {"kits/2026-12-zyqvxjslug/web/zyqvxj.png", "en/press/2026/12/index.html"} <= after.names


def test_library_after(after):
    """The picture stands in the library, with its words."""
    (picture,) = after.page("en/press/pictures/").of_class("picture__small")
    assert picture.get("alt") == "zyqvxjalt"


def test_pdf_after(after):
    """The PDF of the release shows the picture."""
    reader = PdfReader(after.folder / f"en/press/{NAME}/{NAME}.pdf")
    assert sum(len(page.images) for page in reader.pages) == 1


def test_missing_month(before):
    """Those who publish learn which month of the series has no release."""
    assert "Note: no release is dated 2026-05." in before[0].stderr


def test_published_over_the_earlier_site(content, tmp_path):
    """The site published after the moment is the same whether or not one was published before
    it."""
    publish(content, tmp_path, BEFORE)
    shutil.rmtree(tmp_path / "cache")
    _, late = publish(content, tmp_path, AFTER)
    _, fresh = publish(content, tmp_path / "fresh", AFTER)
    assert late.read("SHA256SUMS") == fresh.read("SHA256SUMS")


def test_preview_says_so(content, tmp_path):
    """The preview shows the release, with a banner until the moment,
    and without one from then on."""
    place = Workplace.of(content, tmp_path)
    banners = []
    for clock in (BEFORE, AFTER):
        place.settings = {"CLOCK": clock}
        assert place.build() == 0, (tmp_path / "said").read_text()
        banners.append(b'id="embargo"' in place.site()[f"en/press/{NAME}/index.html"])
    assert banners == [True, False]


def test_link_to_it(content, tmp_path):
    """A page that is public earlier may not link to it, and the editor learns so while writing."""
    copy = shutil.copytree(content, tmp_path / "content")
    file = copy / "en" / "help" / "01-hotline.md"
    file.write_text(file.read_text() + f"\nSee [the release](../press/{NAME}.md).\n")
    done = pelican(copy, tmp_path, CLOCK=BEFORE)
    assert "is not public before 2026-12-01 10:00" in done.stderr
