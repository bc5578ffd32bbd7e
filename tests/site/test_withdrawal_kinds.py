"""Every kind of page can be withdrawn, whatever else the site says of it:
menus, the file for telephones, the manual."""

import pytest

from tests.site.pages import Output, pelican
from tests.site.planted import with_ledger
from tests.site.traces import traces

PUBLIC = "https://example.org"
CLOCK = "2026-11-28T12:00+03:00"
# A page of each kind that can be withdrawn, and the word that is planted in its English text.
PAGES = {
    "manual/01-words": "zyqvxjchapter",
    "advice/01-topic/01-first": "zyqvxjadvice",
    "prevention/materials/01-card": "zyqvxjmaterial",
    "news/2026-11-07-seven": "zyqvxjnews",
    "press/2026-06-summer": "zyqvxjrelease",
    "questions/01-phone": "zyqvxjhelp",
    "contacts-of-others": "zyqvxjplain",
}
PLAIN = "Title: Others\nSummary: Others.\nWritten: 2026-11-24\nSources: organisation\n\nOthers.\n"


def field(file, *lines):
    file.write_text(
        "".join(f"{line}\n" for line in lines) + file.read_text(encoding="utf-8"), encoding="utf-8"
    )


def publish(folder, clock=CLOCK):
    done = pelican(folder / "content", folder, "publishconf.py", SITEURL=PUBLIC, CLOCK=clock)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A site in which each of these pages was public, and then withdrawn in English."""
    folder = tmp_path_factory.mktemp("kinds")
    content = with_ledger(folder / "content")
    for lang in ("be", "ru", "en"):  # a page that a complete language lacks stops a publication
        (content / lang / "contacts-of-others.md").write_text(PLAIN)
    with (content / "data" / "menu.toml").open("a") as file:
        file.write('\n# "contacts-of-others"\n')
    menu = content / "data" / "menu.toml"
    menu.write_text(
        menu.read_text().replace('"manual", "contact"', '"manual", "contacts-of-others", "contact"')
    )
    for page, word in PAGES.items():
        file = content / "en" / f"{page}.md"
        text = (
            file.read_text(encoding="utf-8")
            .replace("Title: ", f"Title: {word} ")
            .replace("Summary: ", f"Summary: {word} ")
        )
        file.write_text(f"{text}\n\n{word}\n", encoding="utf-8")
    publish(folder)
    assert all(places(folder, word) for word in PAGES.values())
    for page in PAGES:
        field(content / "en" / f"{page}.md", "Withdrawn: 2026-11-28 | It was wrong.")
    publish(folder)
    return folder


def places(folder, word):
    return traces(word, *(folder / name for name in ("output", ".output.build", "cache")))


@pytest.mark.parametrize("word", PAGES.values())
def test_gone(folder, word):
    """No byte of the page is left."""
    assert places(folder, word) == []


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("lang", ["be", "ru", "en", "ar"])
def test_notice(folder, page, lang):
    """At its address readers of every language learn that it was withdrawn, and why."""
    key = "/".join(part.removeprefix("01-") for part in page.split("/"))
    assert "It was wrong." in Output(folder / "output").read(f"{lang}/{key}/index.html")


def test_embargo_of_a_withdrawn_page(folder):
    """A withdrawn page that is put under embargo says nothing until then,
    and its address is not missed."""
    file = folder / "content" / "en" / "press" / "2026-06-summer.md"
    text = file.read_text(encoding="utf-8")
    field(file, "Embargo: 2026-12-01 10:00 Europe/Minsk")
    publish(folder)
    page = folder / "output/en/press/2026-06-summer/index.html"
    assert not page.exists()
    publish(folder, "2026-12-01T10:00+03:00")
    assert "It was wrong." in page.read_text(encoding="utf-8")
    file.write_text(text, encoding="utf-8")


def test_draft_in_every_language(folder):
    """What is a draft again in every language is gone, and its address is not missed."""
    for lang in ("be", "ru", "en"):
        field(folder / "content" / lang / "news" / "2025-03-01-one.md", "Draft: yes")
    publish(folder)
    assert not (folder / "output/en/news/2025-03-01-one/index.html").exists()
