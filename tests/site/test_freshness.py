"""A site with a stale page, a minor edit and a draft:
what readers, editors and translators see of it."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from tests.conftest import EXAMPLE, MAIN
from tests.site.pages import Output, build, pelican

ADVICE = "advice/01-topic/01-first.md"
HELP = "questions/01-phone.md"
NUMBERS = "1234567890"


def command(folder, *arguments):
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    run = [
        sys.executable,
        "-X",
        "utf8",
        "-m",
        "plugins",
        *map(str, arguments),
        "--content",
        str(folder),
    ]
    return subprocess.run(
        run, cwd=MAIN, env=inherited, capture_output=True, text=True, encoding="utf-8", check=False
    )


def change(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The example after an editor has written a new part, fixed a word,
    and a translator has begun a page."""
    found = shutil.copytree(EXAMPLE, tmp_path_factory.mktemp("freshness") / "example")
    change(
        found / "en" / ADVICE,
        "## When",
        "## New words {#new}\n\nWords of the new part.\n\n## When they hurry you",
    )
    change(found / "en" / HELP, "Title: The help number", "Title: Our help number\nMinor: yes")
    done = command(found, "translation", found / "en" / ADVICE, "--lang", "ar")
    assert done.returncode == 0, done.stderr
    return found


@pytest.fixture(scope="module")
def site(folder, tmp_path_factory):
    return build(folder, tmp_path_factory.mktemp("stale"))


@pytest.fixture
def copy(folder, tmp_path):
    """A copy that may be changed."""
    return shutil.copytree(folder, tmp_path / "example")


def notice(page):
    return page.of_class("stale-notice")


@pytest.mark.parametrize("lang", ["be", "ru"])
def test_notice(site, lang):
    """A stale page says so, in the reader's language, before its text."""
    page = site.page(f"{lang}/advice/topic/first/")
    (shown,) = notice(page)
    assert page.words(shown.find("p")) not in ("", "There is a newer text")


def test_what_changed(site):
    """It names the parts that changed by the headings of the page that is read, and links them."""
    (shown,) = notice(site.page("be/advice/topic/first/"))
    assert "#table" in [link.get("href") for link in shown.iter("a")]


def test_what_is_new(site):
    """It names new parts by their headings in the newer text, marked with its language."""
    page = site.page("be/advice/topic/first/")
    (link,) = [link for link in page.all("aside//a") if link.get("href").endswith("#new")]
    assert (page.words(link), link.get("lang"), link.get("dir")) == ("New words", "en", "ltr")


def test_newer_text(site):
    """It leads to the newer text."""
    page = site.page("be/advice/topic/first/")
    assert "/en/advice/topic/first/" in [link.get("href") for link in notice(page)[0].iter("a")]


def test_no_other_notice(site):
    """No other page has a notice: not the source, not what a minor edit left current."""
    assert [page.name for page in site.for_readers if notice(page)] == [
        f"{lang}/advice/topic/first/index.html" for lang in ("be", "ru")
    ]


def test_coverage_in_numbers(site):
    """The page about languages counts what is up to date, behind and missing."""
    page = site.page("be/languages/")
    whole = page.all("table[@class='coverage']")[0]
    rows = [
        ["".join(c for c in page.words(cell) if c in NUMBERS) for cell in row.findall("td")]
        for row in whole.iter("tr")
    ]
    assert rows[1:] == [["26", "1", "0"], ["26", "1", "0"], ["27", "0", "0"], ["5", "0", "22"]]


def test_stale_pages_are_listed(site):
    """It lists the translations that are behind, each with its newer text."""
    page = site.page("be/languages/")
    (listed,) = page.of_class("behind__list")
    assert [link.get("href") for link in listed.iter("a")] == [
        "/be/advice/topic/first/", "/en/advice/topic/first/", "/ru/advice/topic/first/", "/en/advice/topic/first/",
    ]  # fmt: skip


def test_chart(site):
    """Each share is a bar whose parts are as long as they are many;
    screen readers get the table."""
    page = site.page("en/languages/")
    bars = page.of_class("coverage-bar")
    assert {bar.get("aria-hidden") for bar in bars} == {"true"}
    assert [part.get("width") for part in bars[0]] == ["96.3", "3.7"]


def test_sections_are_named(site):
    """Each section is named by its page in the reader's language."""
    page = site.page("be/languages/")
    table = page.all("table[@class='coverage']")[1]
    assert "/be/advice/" in [link.get("href") for link in table.iter("a")]


def test_status(folder):
    """`make status` tells of each page how it stands."""
    found = json.loads(command(folder, "status", "--json").stdout)
    assert {(one["lang"], one["state"]) for one in found if one["key"] == "advice/topic/first"} == {
        ("en", "source"), ("be", "stale"), ("ru", "stale"), ("ar", "missing"),
    }  # fmt: skip


def test_status_of_one_language(folder):
    """It can be asked of one language."""
    assert {
        one["lang"]
        for one in json.loads(command(folder, "status", "--json", "--lang", "be").stdout)
    } == {"be"}


def test_status_in_words(folder):
    """In words it has the changed headings and the paragraphs."""
    told = command(folder, "status", "--lang", "be").stdout
    assert [
        line in told
        for line in ("added: #new New words", "changed: #table", "+ Words of the new part.")
    ] == [True] * 3


def test_stamp(copy):
    """`make stamp` makes a translation current and forgets the snapshot once nobody needs it."""
    for lang in ("be", "ru"):
        command(copy, "stamp", copy / lang / ADVICE)
    found = json.loads(command(copy, "status", "--json").stdout)
    assert {
        one["state"] for one in found if one["key"] == "advice/topic/first" and one["lang"] != "ar"
    } == {"source", "current"}
    assert len(list((copy / "revisions/en/advice/topic").glob("first@*"))) == 1


def test_stamp_of_a_source(copy):
    """Of a source it settles `Minor: yes`: the line goes,
    the translations record the new revision."""
    told = command(copy, "stamp", copy / "en" / HELP).stdout
    assert [f"{lang}/{HELP}: still current" in told for lang in ("be", "ru", "ar")] == [True] * 3
    assert "Minor" not in (copy / "en" / HELP).read_text(encoding="utf-8")


def test_stamp_of_several(copy):
    """Of several files each that can be is stamped; the others are told."""
    done = command(copy, "stamp", copy / "ar" / ADVICE, copy / "be" / ADVICE)
    assert (
        done.returncode,
        f"be/{ADVICE}: current" in done.stdout,
        f"ar/{ADVICE}: line" in done.stderr,
    ) == (1, True, True)


def test_another_source(copy):
    """A page that was translated can become the source: the two change places."""
    change(copy / "be" / HELP, "Калі тэлефанаваць.", "Калі і як тэлефанаваць.")
    command(copy, "stamp", copy / "en" / HELP, "--from", "be")
    found = {
        one["lang"]: one["state"]
        for one in json.loads(command(copy, "status", "--json").stdout)
        if one["key"] == "questions/phone"
    }
    assert found == {"be": "source", "ru": "current", "en": "current", "ar": "current"}


def test_stamp_refuses_a_draft(copy):
    """A translation that still has the words of its source cannot be stamped;
    the lines are named."""
    done = command(copy, "stamp", copy / "ar" / ADVICE)
    assert (done.returncode, "line 2, " in done.stderr) == (1, True)


def test_stamp_of_a_page_with_a_paragraph_in_another_language(copy):
    """A paragraph that names its language, `{: lang=en}`, is as it is in every translation."""
    letter = "\n\n> Dear all, please pay me what you owe me.\n{: lang=en}\n"
    for lang in ("en", "be"):
        path = copy / lang / HELP
        path.write_text(path.read_text(encoding="utf-8") + letter, encoding="utf-8")
    assert f"be/{HELP}: current" in command(copy, "stamp", copy / "be" / HELP).stdout


def test_stamp_of_a_title(copy):
    """A title that nobody has translated is told; somebody may have seen that it is a name."""
    change(copy / "be" / HELP, "Title: ", "Title: Call us\nHeading: ")
    done = command(copy, "stamp", copy / "be" / HELP)
    assert (done.returncode, "line 1 is not translated" in done.stderr) == (1, True)
    assert command(copy, "stamp", copy / "be" / HELP, "--seen").returncode == 0


def test_translation_of_broken_fields(copy):
    """Of a page whose fields cannot be read no draft is begun."""
    page = copy / "en" / HELP
    text = page.read_text(encoding="utf-8")
    head, _, rest = text.partition("\n\n")
    page.write_text(f"---\n{head}\nkeywords: [a\n---\n\n{rest}", encoding="utf-8")
    (copy / "ar" / HELP).unlink()
    done = command(copy, "translation", page, "--lang", "ar")
    assert (done.returncode, "is not YAML" in done.stderr) == (1, True)
    assert not (copy / "ar" / HELP).exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["stamp"], "There is no page"),
        (["stamp", "README.md"], "A file is not in"),
        (["status", "--lang", "xx"], "There is no language 'xx'."),
        (["translation", "{}/en/index.md", "--lang", "ar"], "ar/index.md is there already."),
        (["translation", "{}/en/index.md"], "There is no language '…'."),
        (["stamp", "{}/en/index.md", "--from", "en"], "has no source"),
    ],
)
def test_what_cannot_be_done(copy, arguments, said):
    """What cannot be done is said in one line, with what to do instead."""
    done = command(copy, *(argument.format(copy) for argument in arguments))
    assert said in done.stderr.splitlines()[-1]


def test_draft_in_preview(site):
    """Previews show a draft, with a notice."""
    page = site.page("ar/advice/topic/first/")
    assert "draft" in page.ids


def test_draft_is_not_published(folder, tmp_path):
    """The public site has another language in its place."""
    done = pelican(folder, tmp_path, "publishconf.py", SITEURL="https://example.org")
    assert done.returncode == 0, done.stderr
    page = Output(tmp_path / "output").read("ar/advice/topic/first/index.html")
    assert ("fallback-notice" in page, 'id="draft"' in page) == (True, False)


def test_unfinished_translation(copy, tmp_path):
    """Without the word `Draft` the build names each line that is not translated."""
    change(copy / "ar" / ADVICE, "Draft: yes\n", "")
    done = pelican(copy, tmp_path)
    assert done.returncode == 1
    assert "ar/advice/01-topic/01-first.md:2: This is not translated" in done.stderr


def test_minor_that_is_not(copy, tmp_path):
    """`Minor: yes` on a change that is not small is refused."""
    change(copy / "en" / ADVICE, "Title: ", "Minor: yes\nTitle: ")
    done = pelican(copy, tmp_path)
    assert f"en/{ADVICE}:1: `Minor: yes` leaves no translation current." in done.stderr


def test_nothing_of_it_is_published(site):
    """Snapshots stay with the editors."""
    assert [name for name in site.names if "revisions" in name or "@" in name] == []
