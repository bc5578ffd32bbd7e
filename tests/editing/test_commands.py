"""What commands write into the content folder builds, and a command that fails changes nothing."""

import shutil
from hashlib import sha256

import pytest

from plugins.cli.parser import main
from plugins.editing.names import file_name
from tests.conftest import EXAMPLE
from tests.site.pages import build, pelican

PUBLIC = [
    f"{lang}/{key}/"
    for lang in ("be", "ru", "en")
    for key in ("advice/topic", "advice/topic/first")
]
WORDS = ["--title", "Новая праца", "--summary", "Пра працу"]
WRONG = [
    ["page", "--section", "advice/topik", *WORDS],
    ["page", "--section", "advice/topic", "--title", "First", "--summary", "x", "--lang", "en"],
    ["page", "--section", "advice/topic", "--title", "", "--summary", "x"],
    ["page", "--section", "advice/topic", "--title", "x"],
    ["page", "--section", "about", *WORDS, "--name", "Bad Name"],
    ["page", "--section", "about", *WORDS, "--name", "../../../up"],
    ["page", "--section", "about", *WORDS, "--lang", "fr"],
    ["news", *WORDS],
    ["news", *WORDS, "--topics", "labor"],
    ["news", *WORDS, "--topics", "labour", "--date", "20.11.2026"],
    ["release", *WORDS, "--topics", "labour", "--date", "2026-13-01"],
    ["rename", "advice/topik", "advice/road"],
    ["rename", "home", "start"],
    ["rename", "advice/topic/first", "questions/first"],
    ["rename", "advice/topic/first", "advice/topic"],
    ["rename", "advice/topic", "advice/topic/below"],
    ["rename", "advice/topic", "advice/topic/"],
    ["rename", "advice/topic/first", "advice/nowhere/first"],
    ["rename", "advice/topic/first", "advice/topic/Перша"],
    ["rename", "news/2026-01-04-four", "news/four"],
    ["withdraw", "press/2025-12-winter"],
    ["withdraw", "press/2025-12-winter", "--reason", "one | two"],
    ["withdraw", "press/2025-12-wintr", "--reason", "A person."],
    ["withdraw", "press/2025-12-winter", "--reason", "A person.", "--lang", "fr"],
    ["withdraw", "news", "--reason", "A person."],
    ["withdraw", "manual", "--reason", "A person."],
    ["remove", "questions/phone"],
    ["remove", "questions/phon"],
    ["remove", "news/2026-01-04-four", "--to", "nowhere"],
    ["remove", "news/2025-05-02-two"],
]  # fmt: skip
NAMES = [
    ("Да ад’езду", "be", "da-adezdu"),
    ("Грошы і «дамова»", "be", "hroshy-i-damova"),
    ("Город", "ru", "gorod"),
    ("Before you go!", "en", "before-you-go"),
    ("Élan", "en", "elan"),
    ("!!!", "en", ""),
]


@pytest.fixture
def folder(tmp_path):
    """A copy of the example, of which some pages were published."""
    content = shutil.copytree(EXAMPLE, tmp_path / "content")
    (content / "ledger").mkdir()
    public = [*PUBLIC, "be/news/2025-05-02-two/"]
    (content / "ledger" / "addresses.txt").write_text("".join(f"{one}\n" for one in public))
    return content


def state(folder):
    """Every file and what it holds."""
    return {
        path: sha256(path.read_bytes()).digest() for path in folder.rglob("*") if path.is_file()
    }


def run(folder, *words):
    main([*words, "--content", str(folder)])


@pytest.mark.parametrize(("title", "lang", "name"), NAMES)
def test_name(title, lang, name):
    """A title is spelled in Latin letters as passports do."""
    assert file_name(title, lang) == name


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_nothing_is_lost(folder, words):
    """A command that cannot be carried out says why, and changes no file."""
    before = state(folder)
    with pytest.raises(SystemExit) as end:
        run(folder, *words)
    assert len(str(end.value.code).split()) > 5
    assert state(folder) == before


def test_what_is_begun_builds(folder, tmp_path):
    """A page, news and a release that were just begun are whole: the site builds with them."""
    run(folder, "page", "--section", "advice/topic", *WORDS)
    run(folder, "news", *WORDS, "--topics", "labour", "--date", "2026-11-20")
    run(folder, "release", *WORDS, "--topics", "labour, migration", "--date", "2026-11-20")
    site = build(folder, tmp_path)
    for key in ("advice/topic", "news/2026-11-20", "press/2026-11"):
        mark = "/" if key == "advice/topic" else "-"
        assert (site.folder / f"be/{key}{mark}novaia-pratsa/index.html").is_file()


def test_what_is_begun_stands_last(folder):
    """A new page comes behind the others of its section."""
    run(folder, "page", "--section", "advice/topic", *WORDS)
    assert (folder / "be/advice/01-topic/02-novaia-pratsa.md").is_file()


def test_what_is_renamed_builds(folder, tmp_path):
    """A section that was renamed has its pages, links and pictures in every language, and readers
    of the old address are led to the new one."""
    run(folder, "rename", "advice/topic", "advice/road")
    run(folder, "rename", "questions/phone", "questions/number")
    site = build(folder, tmp_path)
    assert "en/advice/road/first/" in (site.folder / "en/advice/topic/first/index.html").read_text()
    assert not list(folder.glob("*/advice/01-topic"))
    assert "advice/topic" not in "".join(path.read_text() for path in (folder / "data").iterdir())


def test_the_same_name(folder):
    """Whoever names the name that a page has is told so."""
    with pytest.raises(SystemExit, match="has this name already"):
        run(folder, "rename", "advice/topic", "advice/topic")


def test_what_is_renamed_keeps_its_translations_current(folder):
    """A page that moved is as new as before: no text of it has changed."""
    before = (folder / "ru/advice/01-topic/01-first.md").read_text()
    run(folder, "rename", "advice/topic/first", "advice/topic/second")
    after = (folder / "ru/advice/01-topic/01-second.md").read_text()
    assert after == before
    assert list(folder.glob("revisions/en/advice/topic/second@*.txt"))


def test_a_redirect_is_led_on(folder):
    """Who comes by the oldest address is led to the newest."""
    run(folder, "rename", "advice/topic/first", "advice/topic/second")
    run(folder, "rename", "advice/topic/second", "advice/topic/third")
    assert (
        '"be/advice/topic/first/" = "be/advice/topic/third/"'
        in (folder / "ledger/redirects.toml").read_text()
    )


def test_what_people_search_for_is_no_key(folder):
    """Words of the search that look like a key stay."""
    search = folder / "data" / "search.toml"
    search.write_text(
        '[rules."questions/phone"]\nen = ["questions/phone"]\n\n[en]\ngroups = [["questions/phone"]]\n'
    )
    run(folder, "rename", "questions/phone", "questions/number")
    assert search.read_text().startswith('[rules."questions/number"]')
    assert 'groups = [["questions/phone"]]' in search.read_text()


def test_what_is_withdrawn_builds(folder, tmp_path):
    """A release that was withdrawn is gone in every language; its reason stands there."""
    run(folder, "withdraw", "press/2025-12-winter", "--reason", "A person could be recognised.")
    site = build(folder, tmp_path)
    for lang in ("be", "ru", "en"):
        assert (
            "A person could be recognised."
            in (site.folder / lang / "press/2025-12-winter/index.html").read_text()
        )


def test_one_language_is_withdrawn(folder):
    """With a language only that one is withdrawn."""
    run(folder, "withdraw", "press/2025-12-winter", "--reason", "Wrong.", "--lang", "ru")
    assert "Wrong. | this language only" in (folder / "ru/press/2025-12-winter.md").read_text()
    assert "Withdrawn" not in (folder / "en/press/2025-12-winter.md").read_text()


def test_what_is_removed_builds(folder, tmp_path):
    """A page that nothing names can be removed; where it was public its readers are led on."""
    run(folder, "remove", "news/2025-05-02-two", "--to", "news")
    done = pelican(folder, tmp_path)
    assert done.returncode == 0, done.stderr
    assert "be/news/" in (tmp_path / "output/be/news/2025-05-02-two/index.html").read_text()
    assert not list(folder.glob("*/news/2025-05-02-two.md"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["news", *WORDS], "needs more: TOPICS=. Say it behind the command: TOPICS=labour."),
        (["release", "--title", "x"], 'needs more: SUMMARY=, TOPICS=. Say it behind the command: SUMMARY="…" TOPICS=labour.'),
        (["page", "--section", "about", "--summary", "x"], 'needs more: TITLE=. Say it behind the command: TITLE="…".'),
        (["page", "--section", "prevention/materials", *WORDS], "needs more: FORMAT=, AUDIENCE=. Say it behind the command: FORMAT=card AUDIENCE=everyone."),
        (["page", "--section", "prevention", *WORDS, "--name", "film-a"], "needs more: FILM=. Say it behind the command: FILM=media/films/name.mp4."),
        (["page", "--section", "about", "--title=---", "--summary", "x"], "'---' has no words."),
        (["page", "--section", "about", "--title", "🙂", "--summary", "x"], "'🙂' has no words."),
        (["page", "--section", "about", "--title", "x", "--summary", "…"], "'…' has no words."),
        (["page", "--section", "about", "--title", "سلام", "--summary", "x"], "gives the file no name. Name the file in lower-case Latin letters: NAME=before-you-go"),
        (["page", "--section", "about", "--title", "A **b**", "--summary", "x"], "'**b**' would be shown as it is typed."),
    ],
)  # fmt: skip
def test_what_is_missing(folder, words, said):
    """A command that begins a page says all that it lacks, and how it is said."""
    section = folder / "be" / "prevention" / "index.md"
    section.write_text("Title: A\n", encoding="utf-8")
    with pytest.raises(SystemExit) as end:
        run(folder, *words)
    assert said in end.value.code


def test_materials(folder):
    """A material is begun with the fields that only it has."""
    more = ["--format", "card", "--audience", "everyone"]
    run(folder, "page", "--section", "prevention/materials", *WORDS, *more)
    (file,) = (folder / "be" / "prevention" / "materials").glob("*-novaia-pratsa.md")
    assert "Format: card\nAudience: everyone\n" in file.read_text(encoding="utf-8")
