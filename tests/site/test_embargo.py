"""An embargoed release before and after its moment:
no byte of the public output knows of it, the preview says so."""

import re
import shutil
import subprocess
import sys
import zipfile
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from xml.etree import ElementTree as ET

import pytest
from PIL import Image
from pypdf import PdfReader

from tests.conftest import EXAMPLE, MAIN
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


def publish(content, folder, clock, cold=False):
    done = pelican(content, folder, "publishconf.py", cold=cold, SITEURL=PUBLIC, CLOCK=clock)
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


WRONG = {
    "a link": ("Zyqvxjbody.", "See [this](../questions/nowhere.md).", "The link"),
    "a contact": ("Contacts: hotline", "Contacts: nobody", ":10: There is no contact"),
    "a moment": ("10:00 Europe/Minsk", "10:00 MSK", ":6: "),
    "a picture": ("zyqvxjpicture.svg", "zyqvxjbroken.png", "zyqvxjbroken.png"),
}


@pytest.mark.parametrize("name", WRONG)
def test_checked_before_its_hour(content, tmp_path, name):
    """What is wrong in a withheld release stops the build of today, not the one of its hour."""
    copy = shutil.copytree(content, tmp_path / "content")
    (copy / "media" / "zyqvxjbroken.png").write_bytes(b"no picture")
    right, wrong, said = WRONG[name]
    file = copy / "en" / "press" / f"{NAME}.md"
    text = file.read_text(encoding="utf-8")
    assert right in text
    file.write_text(text.replace(right, wrong), encoding="utf-8")
    done = pelican(copy, tmp_path, "publishconf.py", SITEURL=PUBLIC, CLOCK=BEFORE)
    assert (done.returncode, f"{NAME}.md" in done.stderr, said in done.stderr) == (1, True, True)


def test_kit_checked_before_its_hour(content, tmp_path):
    """A picture of a withheld release that lacks its credit stops the build of today."""
    copy = shutil.copytree(content, tmp_path / "content")
    kit = copy / "kits" / NAME / "kit.toml"
    kit.write_text(kit.read_text().replace('credit = "zyqvxjcredit"', 'credit = ""'))
    done = pelican(copy, tmp_path, "publishconf.py", SITEURL=PUBLIC, CLOCK=BEFORE)
    assert f"kits/{NAME}/kit.toml:1:" in done.stderr


def test_picture_entry(content, tmp_path):
    """Who made a picture that only a withheld release shows may be written down before its hour."""
    copy = shutil.copytree(content, tmp_path / "content")
    entry = '["media/zyqvxjpicture.svg"]\ncredit = "zyqvxj"\n'
    (copy / "data" / "pictures.toml").write_text(entry)
    _, made = publish(copy, tmp_path, BEFORE)
    assert traces("zyqvxj", made.folder) == []


def test_never_a_preview_where_the_public_looks(content, before):
    """A preview is never written into the folder that was published."""
    folder = before[1].folder.parent
    done = pelican(content, folder, CLOCK=BEFORE)
    assert (done.returncode, "OUTPUT=preview" in done.stderr + done.stdout) == (1, True)
    assert traces("zyqvxj", folder / "output") == []


def test_sent_ahead(content, tmp_path):
    """Every form that is sent ahead begins with its embargo and leads to the public address."""
    place = Workplace.of(content, tmp_path)
    place.settings = {"CLOCK": BEFORE, "SITEURL": PUBLIC}
    assert place.build() == 0, (tmp_path / "said").read_text()
    folder = place.folder / "output" / "ru" / "press" / NAME
    files = [file for file in sorted(folder.iterdir()) if file.suffix != ".html"]
    assert_said_first(files, "ЭМБАРГО ДО 1 декабря 2026")
    assert not any("127.0.0.1" in text for file in files for text in texts(file))


FORMS = {"txt", "pdf", "odt", "docx", "eml", "json", "zip", "csl.json", "bib", "ris"}


def assert_said_first(files, said):
    """Each form is there, and in each `said` stands before any other word."""
    assert {file.name.partition(".")[2] for file in files} == FORMS
    late = [file.name for file in files if not all(one.startswith(said) for one in texts(file))]
    assert late == []


# What a form has before its first words: names of fields, and what no reader is shown.
BEFORE_WORDS = re.compile(
    r'[\s{\[]*"(embargo|note)": "|@misc\{\S+,\s+note = \{|TY  - PRESS\s+N1  - '
)
PARTS = {".odt": "content.xml", ".docx": "word/document.xml", ".zip": "manifest.json"}
HEAD = re.compile(r"<head>.*?</head>", re.DOTALL)


def texts(file):
    """The words of a form, whatever it is, from the first on: of a letter those of both its texts,
    and its subject."""
    if file.suffix == ".pdf":
        found = [" ".join(page.extract_text() for page in PdfReader(file).pages)]
    elif file.suffix in PARTS:
        with zipfile.ZipFile(file) as archive:
            text = archive.read(PARTS[file.suffix]).decode()
        found = [text if file.suffix == ".zip" else "".join(ET.fromstring(text).itertext())]
    elif file.suffix == ".eml":
        letter = message_from_bytes(file.read_bytes(), policy=policy.default)
        parts = [HEAD.sub("", part.get_content()) for part in letter.iter_parts()]
        found = [letter["Subject"], *(re.sub(r"<[^>]*>", "", part) for part in parts)]
    else:
        found = [file.read_text(encoding="utf-8")]
    return [" ".join(BEFORE_WORDS.sub("", text, count=1).split()) for text in found]


def test_command(content, tmp_path):
    """`make embargoed` writes every form in each language that is ready, with the public address;
    one of this machine is refused."""
    copy = shutil.copytree(content, tmp_path / "content")
    hour = (datetime.now(UTC) + timedelta(days=40)).strftime("%Y-%m-%d 10:00 Europe/Minsk")
    for lang in ("be", "ru", "en"):
        file = copy / lang / "press" / f"{NAME}.md"
        text = re.sub("Embargo: .*\n", "", file.read_text(encoding="utf-8"))
        draft = "Draft: yes\n" if lang == "ru" else f"Embargo: {hour}\n"
        file.write_text(draft + text, "utf-8")
    arguments = [f"{copy}/en/press/{NAME}.md", "--content", str(copy), "--folder", str(tmp_path)]
    command = [sys.executable, "-X", "utf8", "-m", "plugins", "embargoed", *arguments, "--site-url"]
    done = subprocess.run([*command, PUBLIC], cwd=MAIN, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    files = {lang: sorted((tmp_path / NAME / lang).glob("*")) for lang in ("be", "ru", "en")}
    assert files["ru"] == []
    assert_said_first(files["en"], "EMBARGOED UNTIL")
    assert_said_first(files["be"], "ЭМБАРГА ДА")
    assert not any("127.0.0.1" in text for file in files["en"] for text in texts(file))
    local = [*command, "http://127.0.0.1:8000"]
    done = subprocess.run(local, cwd=MAIN, capture_output=True, text=True, check=False)
    assert (done.returncode, "no public address" in done.stderr) == (1, True)


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
    with zipfile.ZipFile(after.folder / f"en/press/{NAME}/{NAME}-en.zip") as archive:
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
    reader = PdfReader(after.folder / f"en/press/{NAME}/{NAME}-en.pdf")
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
    _, fresh = publish(content, tmp_path / "fresh", AFTER, cold=True)
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
    file = copy / "en" / "questions" / "01-phone.md"
    file.write_text(file.read_text() + f"\nSee [the release](../press/{NAME}.md).\n")
    done = pelican(copy, tmp_path, CLOCK=BEFORE)
    assert "is not public before 2026-12-01 10:00" in done.stderr
