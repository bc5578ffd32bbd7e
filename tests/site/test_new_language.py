"""A new language, from nothing to a site that readers see:
Ukrainian, and Persian from right to left."""

import json
import os
import re
import shutil
import subprocess
import sys

import pytest

from plugins.catalogues.collect import read, write
from plugins.model.language import read_languages
from tests.conftest import EXAMPLE, MAIN
from tests.site.pages import Output

EXITS = {"uk": "https://uk.wikipedia.org/", "fa": "https://fa.wikipedia.org/"}
DIRECTIONS = {"uk": "ltr", "fa": "rtl"}
WORDS = {"uk": "слово", "fa": "واژه"}
SITE = "https://example.org"
LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
WORD = re.compile(r"\{[^}]*\}|!!!\s\w+|[^\W\d_]+")

KEPT = {"content", "translations"}

each = pytest.mark.parametrize("lang", EXITS)


def run(*command, **environment):
    inherited = {
        name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "SITEURL")
    }
    command = [sys.executable, "-X", "utf8", "-m", *map(str, command)]
    return subprocess.run(
        command,
        cwd=MAIN,
        env=inherited | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def site(folder, name, settings="pelicanconf.py"):
    """The site of `folder`, built into its sub-folder `name`."""
    extra = {"CACHE_PATH": str(folder / "cache"), "TRANSLATIONS_PATH": str(folder / "translations")}
    options = [f"{setting}={json.dumps(value)}" for setting, value in extra.items()]
    done = run(
        "pelican",
        folder / "content",
        "-o",
        folder / name,
        "-s",
        settings,
        "-e",
        *options,
        SITEURL=SITE,
    )
    assert done.returncode == 0, done.stderr + done.stdout
    return Output(folder / name, SITE)


def make(folder, command, *arguments):
    done = run("plugins", command, *arguments, "--content", folder / "content")
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


def begin(folder, lang, *arguments):
    return make(folder, "language", lang, "--translations", folder / "translations", *arguments)


def files(folder):
    return {
        path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def translated(text, word):
    """`text` as somebody might translate it: the same structure, other words,
    no links to pages that are missing."""
    fields, _, body = text.partition("\n\n")
    fields = re.sub(
        r"(?m)^((?:(?:Menu-|Discreet-)?Title|Heading|Summary): |    [^|=]*\|)(.*)",
        lambda found: found[1] + word,
        fields,
    )
    fields = re.sub(r"(?m)^(Doors:[^|]*\|)(.*)", lambda found: f"{found[1]} {word}", fields)
    unlinked = LINK.sub(lambda found: found[1], body)
    return f"{fields}\n\n" + WORD.sub(
        lambda found: found[0] if found[0][0] in "{!" else word, unlinked
    )


def translate_pages(folder, lang):
    """Begins what is not begun, translates it, and stamps it."""
    for line in begin(folder, lang).splitlines():
        command = re.search(r"make translation FILE=(\S+) LANG", line)
        if command:
            make(folder, "translation", command[1], "--lang", lang)
    pages = sorted((folder / "content" / lang).rglob("*.md"))
    for page in pages:
        page.write_text(translated(page.read_text(encoding="utf-8"), WORDS[lang]), encoding="utf-8")
    make(folder, "stamp", *pages)


def translate_words(folder, lang):
    """Gives every name in the data files, and every interface text."""
    for path in (folder / "content" / "data").glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(
            re.sub(r"(?m)^(.*\b)en = (.*)$", rf"\g<0>\n\1{lang} = \2", text), encoding="utf-8"
        )
    file = folder / "translations" / lang / "LC_MESSAGES" / "messages.po"
    catalogue = read(file, lang)
    for message in (message for message in catalogue if message.id):
        message.string = (
            [message.id[1]] * catalogue.num_plurals if message.pluralizable else message.id
        )
    write(file, catalogue)


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """The example without the new languages."""
    folder = tmp_path_factory.mktemp("empty")
    shutil.copytree(EXAMPLE, folder / "content")
    shutil.copytree(MAIN / "translations", folder / "translations")
    return folder


@pytest.fixture(scope="module")
def begun(empty, tmp_path_factory):
    """The example with two languages begun, its preview,
    and what readers of the public site get."""
    folder = tmp_path_factory.mktemp("begun") / "site"
    shutil.copytree(empty, folder)
    for lang, leads_to in EXITS.items():
        begin(folder, lang, "--exit", leads_to)
    return folder, site(folder, "preview"), site(folder, "public", "publishconf.py")


@pytest.fixture(scope="module")
def finished(begun, tmp_path_factory):
    """The same with the core pages translated."""
    folder = tmp_path_factory.mktemp("finished") / "site"
    shutil.copytree(begun[0], folder, ignore=shutil.ignore_patterns("preview", "public", "cache"))
    for lang in EXITS:
        translate_pages(folder, lang)
        translate_words(folder, lang)
    return folder, site(folder, "public", "publishconf.py")


@each
def test_exit_is_asked_for(empty, lang):
    """Without a place for the exit link nothing is begun, and it is asked for."""
    done = run(
        "plugins",
        "language",
        lang,
        "--content",
        empty / "content",
        "--translations",
        empty / "translations",
    )
    assert (done.returncode, "EXIT=https://" in done.stderr) == (1, True)


def test_unknown_language(empty):
    """A code that is no language's is refused."""
    done = run(
        "plugins",
        "language",
        "qqq",
        "--content",
        empty / "content",
        "--exit",
        "https://example.org",
    )
    assert (done.returncode, "is not the code of a language" in done.stderr) == (1, True)


def test_only_content_and_translations(empty, begun):
    """What changes is a declaration, the pages and the catalogue of the language:
    no Python, no template."""
    before, after = (
        files(empty),
        {path: data for path, data in files(begun[0]).items() if path.parts[0] in KEPT},
    )
    changed = {path.as_posix() for path, data in after.items() if before.get(path) != data}
    changed = {path for path in changed if not path.startswith("content/revisions/")}
    assert changed == {"content/data/languages.toml"} | {
        name
        for lang in EXITS
        for name in (
            f"content/{lang}/index.md",
            f"content/{lang}/404.md",
            f"translations/{lang}/LC_MESSAGES/messages.po",
        )
    }


@each
def test_what_is_left(begun, lang):
    """Asked again, it says what is left: interface texts, words of the data,
    each core page with its command."""
    told = begin(begun[0], lang)
    assert "interface texts" in told
    assert "words in data/contacts.toml: hotline" in told
    assert f"make translation FILE={begun[0]}/content" in told
    assert f"make stamp FILE={begun[0]}/content/{lang}/index.md" in told


@each
def test_preview(begun, lang):
    """Previews have the language at once, in its direction."""
    page = begun[1].page(f"{lang}/")
    assert (page.lang, page.root.get("dir")) == (lang, DIRECTIONS[lang])


@each
def test_not_public(begun, lang):
    """Readers see nothing of it: no page, no mention."""
    public = begun[2]
    mentions = [
        name
        for name in public.names
        if name.endswith((".html", ".xml")) and f"/{lang}/" in public.read(name)
    ]
    assert [name for name in public.names if name.startswith(f"{lang}/")] + mentions == []


@each
def test_own_plural_rule(begun, lang):
    """Its catalogue has its own plural rule."""
    catalogue = read(begun[0] / "translations" / lang / "LC_MESSAGES" / "messages.po", lang)
    assert catalogue.num_plurals == {"uk": 3, "fa": 1}[lang]


@each
def test_public(finished, lang):
    """With its core pages translated, readers are offered the language at the root and on every
    page."""
    public = finished[1]
    names = [link.get("hreflang") for link in public.page("").of_class("chooser__link")]
    assert lang in names
    assert f"{SITE}/{lang}/questions/phone/" in public.sitemap


@each
def test_alternates(finished, lang):
    """Its pages and the others' name one another."""
    public = finished[1]
    address = f"{SITE}/{lang}/questions/phone/"
    assert {(lang, address)} <= set(public.page("be/questions/phone/").alternates)
    assert ("be", f"{SITE}/be/questions/phone/") in public.page(
        f"{lang}/questions/phone/"
    ).alternates


@each
def test_exit_link(finished, lang):
    """Its exit link leads where the declaration says."""
    assert [link.get("href") for link in finished[1].page(f"{lang}/").of_class("exit-link")] == [
        EXITS[lang]
    ]


def test_messages(finished):
    """Its catalogue passes the check."""
    folder = finished[0]
    make(folder, "messages", "--translations", folder / "translations")


@each
def test_status(finished, lang):
    """Its core pages are current, everything else is missing."""
    found = json.loads(make(finished[0], "status", "--lang", lang, "--json"))
    languages = read_languages(finished[0] / "content" / "data" / "languages.toml")
    current = {entry["key"] for entry in found if entry["state"] == "current"}
    assert (current, languages[lang].listed) == (
        {"home", "404", "questions", "questions/phone", "contact"},
        True,
    )
