"""One thing broken at a time in a copy of the example:
what the editor is told, and that nothing is written."""

import re
import shutil
import time
from pathlib import PurePosixPath

import pytest

from plugins.build.file_stat import scan
from plugins.checks.known import Known, visible
from plugins.checks.report import find
from plugins.data.library import read_library
from plugins.model.language import read_languages
from plugins.model.problems import render
from plugins.model.site import Site
from plugins.reading.collection import read_bytes
from plugins.reading.extension import Converter
from tests.conftest import EXAMPLE
from tests.site.pages import pelican

ADVICE = "en/advice/01-topic/01-first.md"
HELP = "en/questions/01-phone.md"
NEWS = "en/news/2026-11-07-seven.md"
RELEASE = "en/press/2026-06-summer.md"
CARD = "en/prevention/materials/01-card.md"
CONTACTS = "data/contacts.toml"
UKRAINIAN = 'complete = false\nfallback = []\nexit = "https://uk.wikipedia.org/"\n'
PAGE = "Title: A\nSummary: B\nWritten: 2026-11-24\nSources: law\n\nText\n"

# file, what stands there (None: the file is new), what stands there instead (None: the file is
# gone), what is said
BROKEN = [
    # fields
    (HELP, "Summary:", "Sumary:", f"{HELP}:2: There is no field 'Sumary'. Did you mean 'Summary'?"),
    (HELP, "Summary: When to call.\n", "", f"{HELP}:1: The field 'Summary' is missing. Add a line `Summary: …`"),
    (HELP, "Written: 2026-11-24\n", "", f"{HELP}:1: The field 'Written' is missing."),
    (RELEASE, "Date: 2026-06-01\n", "", f"{RELEASE}:1: The field 'Date' is missing."),
    (HELP, "2026-11-24", "24.11.2026", f"{HELP}:4: '24.11.2026' is not a date. Write year-month-day: 2026-11-24."),
    (RELEASE, "2026-06-01", "1/6/2026", f"{RELEASE}:3: '1/6/2026' is not a date. Write year-month-day: 2026-06-01."),
    (HELP, "Title:", "Title: Twice\nTitle:", f"{HELP}:2: 'Title' is written twice (line 1). Keep one of the two."),
    (HELP, "Contacts: hotline, office", "Contacts:", f"{HELP}:3: 'Contacts' is empty."),
    (HELP, "Contacts:", "Format: card\nContacts:", f"{HELP}:3: 'Format' has no meaning in this kind of page (help)."),
    (HELP, "Title: The", "The", f"{HELP}:1: 'The help number' is not a field. Write `Name: value`"),
    ("en/index.md", "questions/phone", "questions/phon", "en/index.md:6: There is no page 'questions/phon'. Did you mean 'questions/phone'?"),
    (CARD, "Format: card", "Format: crad", f"{CARD}:6: 'crad' is not one of card, leaflet, poster, lesson, booklet, sheet."),
    ("en/index.md", "press |", "pres |", "en/index.md:4: There is no page 'pres'. Did you mean 'press'?"),
    ("en/index.md", "press |", "press", "en/index.md:4: 'press I am a journalist' is not a door."),
    (HELP, "Title:", "Minor: no\nTitle:", f"{HELP}:1: 'no' is not `yes`. Write `yes`, or remove the line."),
    (HELP, "Title:", "Draft: no\nTitle:", f"{HELP}:1: 'no' is not one of yes, to be approved."),
    ("be/questions/01-phone.md", "Translated-From: en@", "Translated-From: en ", "be/questions/01-phone.md:6: 'en "),
    ("be/questions/01-phone.md", "Translated-From: en@", "Translated-From: fr@", "be/questions/01-phone.md:6: There is no language 'fr'."),
    ("be/questions/01-phone.md", "Translated-From: en@", "Translated-From: be@", "be/questions/01-phone.md:6: 'questions/phone' is translated from itself."),
    ("be/questions/01-phone.md", "Title:", "Terms: a = b\nTitle:", "be/questions/01-phone.md:1: `Terms` is a note for the translator of a draft."),
    ("be/questions/01-phone.md", "{#more}", "{#mor}", "be/questions/01-phone.md:12: en/questions/01-phone.md has no heading #mor. Did you mean 'more'?"),
    # keys
    (ADVICE, "Contacts: hotline", "Contacts: hotlin", f"{ADVICE}:4: There is no contact 'hotlin'. Did you mean 'hotline'?"),
    (ADVICE, "Next: questions/phone", "Next: questions/phon", f"{ADVICE}:5: There is no page 'questions/phon'."),
    (ADVICE, "organisation, law", "organisation, lwa", f"{ADVICE}:7: There is no source 'lwa'. Did you mean 'law'?"),
    (NEWS, "labour", "labor", f"{NEWS}:3: There is no topic 'labor'. Did you mean 'labour'?"),
    # links and pictures
    (ADVICE, "questions/01-phone.md", "questions/01-phon.md", f"{ADVICE}:25: The link '../../questions/01-phon.md#when' leads to no page."),
    (ADVICE, "01-phone.md#when", "01-phone.md#wehn", f"{ADVICE}:25: The page {HELP} has no heading #wehn. Did you mean 'when'?"),
    (ADVICE, "(#check)", "(#chekc)", f"{ADVICE}:25: The page {ADVICE} has no heading #chekc. Did you mean 'check'?"),
    (ADVICE, "road.svg", "raod.svg", f"{ADVICE}:23: The file 'media/raod.svg' does not exist. Did you mean 'media/road.svg'?"),
    (ADVICE, "![A road in a field]", "![]", f"{ADVICE}:23: The picture 'media/road.svg' has no alternative text."),
    (ADVICE, "../../questions/01-phone.md#when", "/en/questions/phone/", f"{ADVICE}:25: The link '/en/questions/phone/' leads nowhere."),
    (ADVICE, "https://example.net/law", "//[x", f"{ADVICE}:25: The link '//[x' leads nowhere."),
    (HELP, "## More", "[](index.md)\n\n## More", f"{HELP}:11: The link to 'index.md' has no words."),
    # numbers
    (HELP, "{contact:hotline}", "{contact:hotlin}", f"{HELP}:9: There is no contact 'hotlin'. Did you mean 'hotline'?"),
    (HELP, "{contact:hotline}", "{contact:example}", f"{HELP}:9: The contact 'example' is a demonstration entry."),
    (HELP, "{contact:hotline}", "150", f"{HELP}:9: '150' is written by hand. Write {{contact:hotline}} instead."),
    (HELP, "{contact:office}", "+375 17 200-00-00", f"{HELP}:9: '+375 17 200-00-00' is written by hand. Write {{contact:office}}"),
    (HELP, "{contact:office}", "a@example.org", f"{HELP}:9: 'a@example.org' is written by hand. Declare it"),
    (HELP, "{contact:office}", "8 801 200 88 01", f"{HELP}:9: The number 8 801 200 88 01 no longer works. Remove it."),
    (HELP, "{contact:office}", "8 (801) 200-88-01", f"{HELP}:9: The number 8 (801) 200-88-01 no longer works. Remove it."),
    (HELP, "{contact:office}", "[us](tel:150)", f"{HELP}:9: 'tel:150' is written by hand."),
    (CONTACTS, "Free of charge.", "Free, not 8-801-200-8-801.", f"{CONTACTS}:26: The number 8-801-200-8-801 no longer works."),
    # headings and callouts
    (ADVICE, ' "Careful"', "", f"{ADVICE}:14: The callout '!!! danger' has no title."),
    (HELP, "## More", "- a\n\n    !!! tip\n        b\n\n## More", f"{HELP}:13: The callout '!!! tip' has no title."),
    (ADVICE, " {#table}", "", f"{ADVICE}:17: The heading 'When' has no anchor. Add one at its end"),
    (ADVICE, "## When", "#### When", f"{ADVICE}:17: 'When' skips a level. Use ### instead of ####."),
    (ADVICE, "## When", "# When", f"{ADVICE}:17: 'When' is a heading of level 1."),
    (ADVICE, "{#table}", "{#check}", f"{ADVICE}:17: The anchor #check occurs twice."),
    # an anchor that the page around the text has already
    (HELP, "{#more}", "{#content}", f"{HELP}:11: "),
    (HELP, "{#more}", "{#who-to-call}", f"{HELP}:11: "),
    # what would be shown as it is typed, or not be valid HTML
    (HELP, "Title: The help number", "Title: Call {contact:hotline}", f"{HELP}:1: "),
    (HELP, "Summary: When to call.", "Summary: Call {contact:hotline}.", f"{HELP}:2: "),
    (HELP, "## More", "[call {contact:hotline}](index.md)\n\n## More", f"{HELP}:11: "),
    (HELP, "## More", '<script src="https://example.net/a.js"></script>\n\n## More', f"{HELP}:11: "),
    (HELP, "## More", 'See <a href="/en/nothing/">this</a>.\n\n## More', f"{HELP}:11: "),
    # files
    ("en/questions/phone.md", None, PAGE, "en/questions/phone.md:1: en/questions/01-phone.md has the same key 'questions/phone'."),
    ("en/picture.jpg", None, "x", "en/picture.jpg:1: Only .md files become pages. Move pictures"),
    ("fr/index.md", None, PAGE, "fr/index.md:1: 'fr' is neither a declared language nor a folder for other things."),
    ("note.md", None, PAGE, "note.md:1: 'note.md' is neither a declared language"),
    ("en/Help.md", None, PAGE, "en/Help.md:1: The name 'Help' cannot be part of an address. Use lower-case"),
    ("en/news/2026-13-45-x.md", None, PAGE, "en/news/2026-13-45-x.md:1: The file name begins with 2026-13-45, which is not a date."),
    ("en/404.md", "Title", None, "en/404.md:1: The language 'en' has no such page."),
    (HELP, None, b"Title: \xff\n", f"{HELP}:1: This is not UTF-8 text. Save the file again as UTF-8."),
    # data
    (CONTACTS, "[contact.hotline]", "[contact.hotline", f"{CONTACTS}:7: This is not TOML:"),
    (CONTACTS, "dial =", "diel =", f"{CONTACTS}:9: 'hotline' has no 'diel'. Did you mean 'dial'?"),
    (CONTACTS, "dial =", "diel =", f"{CONTACTS}:7: 'hotline' lacks 'dial'."),
    (CONTACTS, 'name.ru = "Горячая линия"\n', "", f"{CONTACTS}:7: 'hotline' has no words in 'ru'."),
    (CONTACTS, '"organisation"', '"organization"', f"{CONTACTS}:7: 'hotline': there is no source 'organization'."),
    (CONTACTS, "2999-01-01", '"2999-01-01"', f"{CONTACTS}:"),
    (CONTACTS, 'dial = "150"', "dial = 150", f"{CONTACTS}:"),
    (CONTACTS, '["8-801-200-8-801"]', "[88012008801]", f"{CONTACTS}:"),
    (CONTACTS, 'hours = "always"', 'hours = "allways"', f"{CONTACTS}:"),
    ("data/sources.toml", 'name.ru = "Закон"\n', "", "data/sources.toml:"),
    ("data/topics.toml", 'ru = "Труд"\n', "", "data/topics.toml:"),
    ("data/glossary.toml", 'definition.ru = "Что сделали с человеком."\n', "", "data/glossary.toml:"),
    ("data/glossary.toml", 'source = "law"', 'source = "lwa"', "data/glossary.toml:"),
    ("data/menu.toml", "questions/phone", "questions/phon", "data/menu.toml:1: footer: there is no page 'questions/phon'."),
    ("data/menu.toml", "footer", "foter", "data/menu.toml:"),
    ("data/languages.toml", '"questions/phone"', '"questions/phon"', "data/languages.toml:1: core: there is no page 'questions/phon'. Did you"),
    ("data/topics.toml", None, None, "data/topics.toml:1: The file is missing. Restore it from git."),
]  # fmt: skip

# One of each file, all at the same time.
TOGETHER = {row[0]: row for row in reversed(BROKEN) if not row[0].startswith("data/")}.values()

# What only shows when Pelican itself runs.
BROKEN_IN_A_BUILD = [
    *[
        row
        for row in BROKEN
        if row[:2]
        in {(HELP, "2026-11-24"), (RELEASE, "2026-06-01"), (RELEASE, "Date: 2026-06-01\n")}
    ],
    *[row for row in BROKEN if row[0] in {"data/topics.toml", "en/news/2026-13-45-x.md"}],
    ("data/languages.toml", "[be]", "[be", "data/languages.toml:5: "),
    (
        "data/languages.toml",
        'core = ["home", "404", "questions", "questions/phone", "contact"]',
        'core = "home"',
        "data/languages.toml:3: `core` is not",
    ),
    ("data/languages.toml", "[ar]", "[qq]", "data/languages.toml:"),
    ("data/languages.toml", "en-GB", "xx-YY", "data/languages.toml:"),
    ("data/languages.toml", 'exit = "https://en.wikipedia.org/"\n', "", "data/languages.toml:"),
    ("data/topics.toml", "[labour]", 'labour = "Work"\n[labour-2]', "data/topics.toml:1: "),
    ("en/style-guide.md", None, PAGE, "en/style-guide.md:1: "),
    ("en/topics/labour.md", None, PAGE, "en/topics/labour.md:1: "),
    ("en/news/2026.md", None, PAGE, "en/news/2026.md:1: "),
]


@pytest.fixture
def copy(tmp_path):
    """A copy of the example that may be broken."""
    return shutil.copytree(EXAMPLE, tmp_path / "example")


def named(rows):
    """What a test is called: what is said, and the beginning of what was written."""
    return [f"{message} {str(new)[:30]}" for _, _, new, message in rows]


def change(folder, file, old, new):
    """Writes `new` in place of the first `old` in `file`; see BROKEN."""
    path = folder / file
    if new is None:
        path.unlink()
    elif old is None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(new if isinstance(new, bytes) else new.encode())
    else:
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


def problems(folder):
    """The list an editor gets for `folder`, line by line, without a build."""
    library = read_library(folder / "data")
    languages = read_languages(folder / "data" / "languages.toml")
    converter = Converter(library.contacts, "")
    files = visible(scan(folder, time.time_ns()))
    pages = [
        file
        for file in sorted(files)
        if file.endswith(".md") and file.partition("/")[0] in languages
    ]
    site = Site(
        languages, [read_bytes(file, (folder / file).read_bytes(), converter) for file in pages]
    )
    return render(
        find(Known(site.documents, library, languages, files)), PurePosixPath("content")
    ).splitlines()


def told(done, folder):
    """The problems that a build printed, with paths below the content folder."""
    lines = [
        re.sub(rf"^\S*{re.escape(folder.name)}/", "", line)
        for line in (done.stderr + done.stdout).splitlines()
    ]
    return [line for line in lines if re.match(r"\S+:\d+: ", line)]


def snapshot(folder):
    """Every file of a folder with its bytes."""
    return {
        path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_example_is_whole():
    """The example itself has no problem."""
    assert problems(EXAMPLE) == []


@pytest.mark.parametrize(("file", "old", "new", "message"), BROKEN, ids=named(BROKEN))
def test_message(copy, file, old, new, message):
    """One broken thing is reported with its file and line, what is wrong and how to fix it."""
    change(copy, file, old, new)
    assert [line for line in problems(copy) if line.startswith(f"content/{message}")]


def test_every_place(copy):
    """The same mistake in two places is reported in both, each with its line."""
    change(
        copy,
        HELP,
        "## More",
        "[a](nothing.md) {contact:x}\n\n[b](nothing.md) {contact:x}\n\n## More",
    )
    lines = [line.split(":")[1] for line in problems(copy)]
    assert lines == ["11", "11", "13", "13"]


def test_line_of_a_link(copy):
    """A link is reported where it stands, not where its words occur before it."""
    change(copy, HELP, "## More", "There is no nothing.md\n\n[b](nothing.md)\n\n## More")
    assert [line.split(":")[1] for line in problems(copy)] == ["13"]


def test_no_avalanche(copy):
    """A contact with a mistake is one problem, not one for each page that names it."""
    change(copy, CONTACTS, 'hours = "always"', 'hours = "allways"')
    assert [
        line for line in problems(copy) if not line.startswith("content/data/contacts.toml:")
    ] == []


@pytest.mark.parametrize(
    ("file", "old", "new", "message"), BROKEN_IN_A_BUILD, ids=named(BROKEN_IN_A_BUILD)
)
def test_message_of_a_build(copy, tmp_path, file, old, new, message):
    """A build ends with that list and nothing else,
    whatever other plugins make of the broken page."""
    change(copy, file, old, new)
    done = pelican(copy, tmp_path)
    assert done.returncode == 1
    assert [line for line in told(done, copy) if line.startswith(message)]
    assert "Traceback" not in done.stderr + done.stdout


def test_all_at_once(copy, tmp_path):
    """Many broken things are all in one list, the exit code is 1,
    and the last output is as it was to the byte."""
    assert pelican(copy, tmp_path).returncode == 0
    before = snapshot(tmp_path / "output")
    for file, old, new, _ in TOGETHER:
        change(copy, file, old, new)
    done = pelican(copy, tmp_path)
    lines = told(done, copy)
    assert [
        message for *_, message in TOGETHER if not any(line.startswith(message) for line in lines)
    ] == []
    assert done.returncode == 1
    assert snapshot(tmp_path / "output") == before


def test_no_output(copy, tmp_path):
    """The first build with a problem writes no output at all."""
    change(copy, HELP, "Title:", "Titel:")
    pelican(copy, tmp_path, cold=True)
    assert not (tmp_path / "output").exists()


def test_new_language(copy, tmp_path):
    """A language begins with a home page, a 404 page and its names in the data,
    and the site can be built."""
    change(copy, "data/languages.toml", "[ar]", f"[uk]\n{UKRAINIAN}\n[ar]")
    for name in ("index.md", "404.md"):
        fields, _, _ = (copy / "en" / name).read_text(encoding="utf-8").partition("\n\n")
        change(copy, f"uk/{name}", None, f"{fields}\n\nText\n")
    for path in (copy / "data").glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(
            re.sub(r"(?m)^(.*\b)en = (.*)$", r"\g<0>\n\1uk = \2", text), encoding="utf-8"
        )
    done = pelican(copy, tmp_path)
    assert done.returncode == 0, done.stderr + done.stdout
