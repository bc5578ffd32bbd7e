"""A demonstration: the whole site, and every page and file of it says what it is.
Nothing else is different."""

import json
import re
import shutil
import zipfile
from email import message_from_bytes
from email.policy import SMTP
from functools import partial
from io import BytesIO

import pypdf
import pytest

from plugins.features.hosting.headers import EVERYWHERE, OF_A_DEMONSTRATION
from plugins.features.hosting.servers import netlify
from plugins.mirror.copying import copy as make_mirror
from tests.conftest import EXAMPLE
from tests.site.pages import Output, pelican
from tests.site.test_publishing import VERIFIED, change_contacts

PUBLIC = "https://example.org"
# How a demonstration begins what it says, in each language.
BEGINS = {
    "be": "Гэта дэманстрацыйная версія.",
    "ru": "Это демонстрационная версия.",
    "en": "This is a demonstration.",
    "ar": "هذه نسخة تجريبية للعرض فقط.",
}
WORDS = re.compile(f"(?:{'|'.join(map(re.escape, BEGINS.values()))})[^.]*\\.[^.]*?155\\.")
BANNERS = [
    re.compile(r'<(?P<tag>aside|p) class="demo-banner".*?</(?P=tag)>\n?', re.DOTALL),
    re.compile(r'<meta name="robots" content="noindex, nofollow">\n'),
    re.compile(r'<div lang="[a-z]+" dir="[a-z]+">\s*</div>\n'),
    # The file for a telephone has only the style it needs; the banner needs a rule and a colour more.
    re.compile(r"<style>.*?</style>", re.DOTALL),
]
# What people do not take away: programs, pictures, cards (which have the words drawn), what the search looks up, what only a server
# reads.
LEFT_OUT = re.compile(
    r"theme/|search/|pictures/|cards/|logo/|media/|icon\.svg|icons/|apple-touch-icon|favicon|manifest\.json|sitemap\.xml|_headers|_redirects|SHA256SUMS|contact/[\w-]+\.txt"
)


def publish(settings, folder):
    content = shutil.copytree(EXAMPLE, folder / "example")
    done = pelican(content, folder, "publishconf.py", SITEURL=PUBLIC, **settings)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def demo(once):
    return Output(once.folder("as-demo", partial(publish, {"DEMO": "1"})) / "output", PUBLIC)


@pytest.fixture(scope="module")
def public(once):
    return Output(once.folder("as-public", partial(publish, {"DEMO": "0"})) / "output", PUBLIC)


def to_take_away(output):
    return [name for name in sorted(output.names) if not LEFT_OUT.match(name)]


def said(name, data):
    """The words of a file, whatever its form: those of an archive are those of the files in it."""
    if name.endswith((".zip", ".epub", ".docx", ".odt", ".odp")):
        archive = zipfile.ZipFile(BytesIO(data))
        return " ".join(said(inside, archive.read(inside)) for inside in archive.namelist())
    if name.endswith(".pdf"):
        return " ".join(
            " ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages).split()
        )
    if name.endswith(".eml"):
        parts = [
            part for part in message_from_bytes(data, policy=SMTP).walk() if not part.is_multipart()
        ]
        return " ".join(" ".join(part.get_content() for part in parts).split())
    text = data.decode("utf-8", "ignore")
    if name.endswith(".ics"):  # its lines are folded
        text = text.replace("\r\n ", "").replace("\\,", ",").replace("\\;", ";")
    return " ".join(re.sub(r"<[^>]*>", "", text).split())


def test_same_files(demo, public):
    """A demonstration has the same files."""
    assert demo.names == public.names


@pytest.mark.parametrize("lang", BEGINS)
def test_every_page(demo, lang):
    """Every page of a language says in it what it is and what to call,
    and keeps search engines away."""
    pages = [
        page
        for page in demo.pages.values()
        if page.lang == lang and page.name not in ("index.html", "404.html")
    ]
    silent = [page.name for page in pages if not _says(page.words(page.one("body")), lang)]
    found = [page.name for page in pages if not page.all("meta[@content='noindex, nofollow']")]
    assert (len(pages) > 3, silent, found) == (True, [], [])


@pytest.mark.parametrize("name", ["index.html", "404.html"])
def test_front_doors(demo, name):
    """Where readers of no language in particular begin, it says so in each,
    and the numbers can be dialled."""
    page = demo.page(name)
    banners = [page.words(banner) for banner in page.of_class("demo-banner")]
    assert [_says(banner, lang) for banner, lang in zip(banners, BEGINS, strict=True)] == [True] * 4
    assert {link.get("href") for link in page.all("aside//a")} >= {"tel:155"}


def test_every_file(demo):
    """Every file that people take away says it too."""
    names = to_take_away(demo)
    silent = [
        name for name in names if not WORDS.search(said(name, (demo.folder / name).read_bytes()))
    ]
    assert (
        {name.rpartition(".")[2] for name in names} >= {"pdf", "epub", "docx", "odt", "eml", "zip"},
        silent,
    ) == (True, [])


def _says(text, lang):
    return BEGINS[lang] in text and WORDS.search(text) is not None


def test_every_page_of_paper(demo):
    """A PDF says it on each of its pages, since pages are copied one by one."""
    name = next(name for name in sorted(demo.names) if name.endswith("manual-be.pdf"))
    pages = pypdf.PdfReader(demo.folder / name).pages
    assert [
        number for number, page in enumerate(pages) if "дэманстрацыйная" not in page.extract_text()
    ] == []


@pytest.mark.parametrize("ending", [".html", ".txt"])
def test_nothing_else_in_texts(demo, public, ending):
    """Without its banner a page or a text is what the public site has, letter for letter."""
    names = [name for name in to_take_away(demo) if name.endswith(ending) and name != "robots.txt"]
    other = [name for name in names if _plain(demo.read(name)) != _plain(public.read(name))]
    assert (len(names) > 3, other) == (True, [])


def _plain(text):
    """A text without the banner, and without what differs because files are larger by it."""
    for banner in BANNERS:
        text = banner.sub("", text)
    text = re.sub(rf"(?:# )?{WORDS.pattern}\n*", "", text)
    text = re.sub(r'(?<=<span class="downloads__size">)[^<]*|theme/[\w-]+\.\w+\.css', "", text)
    return re.sub(r"\n\s*\n+", "\n", text)


@pytest.mark.parametrize("ending", [".json", ".xml"])
def test_nothing_else_in_data(demo, public, ending):
    """Without what it says of itself data is what the public site has."""
    names = [
        name
        for name in sorted(demo.names)
        if name.endswith(ending) and not name.startswith("theme/")
    ]
    other = [name for name in names if _bare(demo.read(name)) != _bare(public.read(name))]
    assert (len(names) > 3, other) == (True, [])


def _bare(text):
    text = text.replace("&lt;", "<").replace("&gt;", ">").replace('\\"', '"').replace("&quot;", '"')
    for banner in BANNERS:
        text = banner.sub("", text)
    text = re.sub(rf'\s*"demonstration": "{WORDS.pattern}",?', "", text)
    text = re.sub(rf'\s*"note": "{WORDS.pattern}",|,?\s*"note": "{WORDS.pattern}"', "", text)
    text = re.sub(r'"size_in_bytes": ?\d+|length="\d+"', "", text)  # files are larger by it
    return re.sub(r"\s+", " ", re.sub(rf"{WORDS.pattern} ?", "", text))


def test_headers(demo, public):
    """Every answer keeps search engines away, and has the other headers of the public site."""
    theirs, ours = (
        netlify(everywhere, [name for name in output.names if name.startswith("theme/")])
        for output, everywhere in ((demo, EVERYWHERE | OF_A_DEMONSTRATION), (public, EVERYWHERE))
    )
    assert (demo.read("_headers"), public.read("_headers")) == (theirs, ours)
    assert "noindex, nofollow" in theirs


def test_robots(demo):
    """Programs may read the pages, or they would not learn that they must not list them;
    no list leads to them."""
    text = demo.read("robots.txt")
    assert (text.startswith("# Гэта"), "Allow: /\n" in text, "Sitemap" in text) == (
        True,
        True,
        False,
    )


def test_mirror(demo, tmp_path):
    """A mirror of a demonstration is one: every page in the folder says so."""
    make_mirror(demo.folder, tmp_path / "mirror", PUBLIC)
    pages = [
        file for file in (tmp_path / "mirror").rglob("*.html") if file.parent.name != "contact"
    ]
    assert [
        file.name for file in pages if "demo-banner" not in file.read_text(encoding="utf-8")
    ] == []


def test_public_is_none(public):
    """The public site says nowhere that it is a demonstration."""
    texts = [
        name for name in public.names if name.endswith((".html", ".txt", ".json", ".xml", ".csv"))
    ]
    assert [name for name in texts if WORDS.search(public.read(name))] == []


@pytest.fixture
def copy(tmp_path):
    """A copy of the example that may be changed."""
    return shutil.copytree(EXAMPLE, tmp_path / "example")


def test_unverified(copy, tmp_path):
    """What nobody has verified is published as a demonstration, and says who states it."""
    change_contacts(copy, VERIFIED, "")
    done = pelican(copy, tmp_path, "publishconf.py", SITEURL=PUBLIC, DEMO="1")
    assert done.returncode == 0, done.stderr
    (record,) = (
        Output(tmp_path / "output", PUBLIC).page("en/questions/").of_class("who-to-call__record")
    )
    assert "stated by the organisation; not yet checked by us" in "".join(record.itertext())


@pytest.mark.parametrize("value", ["", "0", "no", "NO ", "1", "yes"])
def test_values(copy, tmp_path, value):
    """Only 1 and yes make a demonstration."""
    change_contacts(copy, VERIFIED, "")
    done = pelican(copy, tmp_path, "publishconf.py", SITEURL=PUBLIC, DEMO=value)
    assert done.returncode == (0 if value in ("1", "yes") else 1)


@pytest.mark.parametrize("value", ["maybe", "2", "true;false"])
def test_unknown_value(tmp_path, value):
    """Any other value is refused, so that nobody publishes what was not meant."""
    done = pelican(EXAMPLE, tmp_path, "publishconf.py", cold=True, SITEURL=PUBLIC, DEMO=value)
    assert (done.returncode, "write DEMO=1" in done.stderr + done.stdout) == (1, True)
    assert not (tmp_path / "output").exists()


def test_needs_an_address(tmp_path):
    """A demonstration needs a public address like any other site."""
    done = pelican(EXAMPLE, tmp_path, "publishconf.py", SITEURL="", DEMO="1")
    assert (done.returncode, (tmp_path / "output").exists()) == (1, False)


def test_needs_numbers(copy, tmp_path):
    """A demonstration that could not say what to call in danger is not published."""
    change_contacts(copy, 'danger = ["police"]\n', "")
    done = pelican(copy, tmp_path, "publishconf.py", SITEURL=PUBLIC, DEMO="1")
    assert (done.returncode, "what to call in danger" in done.stderr) == (1, True)


RELEASES = [f"{lang}/press/2026-06-summer.md" for lang in ("be", "ru", "en")]


@pytest.fixture
def unapproved(copy):
    """A copy in which a release awaits approval in each of its languages."""
    for name in RELEASES:
        path = copy / name
        if path.exists():
            path.write_text(
                "Draft: to be approved\n" + path.read_text(encoding="utf-8"), encoding="utf-8"
            )
    return copy


def test_draft(unapproved, tmp_path):
    """A demonstration shows what is to be approved, and says so on the page and in its files."""
    done = pelican(unapproved, tmp_path, "publishconf.py", SITEURL=PUBLIC, DEMO="1")
    assert done.returncode == 0, done.stderr
    output = Output(tmp_path / "output", PUBLIC)
    values = json.loads(output.read("be/press/2026-06-summer/2026-06-summer-be.json"))
    assert "draft" in output.page("be/press/2026-06-summer/").ids
    assert "Чакае ўхвалення" in output.read("be/press/2026-06-summer/2026-06-summer-be.txt")
    assert values["status"] == "to be approved"


def test_draft_is_not_public(unapproved, tmp_path):
    """The public site has nothing of it in any language."""
    done = pelican(unapproved, tmp_path, "publishconf.py", SITEURL=PUBLIC)
    assert done.returncode == 0, done.stderr
    assert [
        name for name in Output(tmp_path / "output", PUBLIC).names if "2026-06-summer" in name
    ] == []


def test_nothing_is_recorded(copy, tmp_path):
    """What a demonstration shows counts as published nowhere."""
    (copy / "ledger").mkdir()
    ledger = copy / "ledger" / "addresses.txt"
    ledger.write_text("be/\n", encoding="utf-8")
    done = pelican(copy, tmp_path, "publishconf.py", SITEURL=PUBLIC, DEMO="1")
    assert (done.returncode, ledger.read_text(encoding="utf-8")) == (0, "be/\n")
