"""The editor in a real browser, on the real content: nothing leaves the machine, and what is saved
is what was changed."""

import difflib

import pytest

from plugins.editor.words import speaker
from tests.browser.desk import desk
from tests.conftest import MAIN

LANGS = ("ru", "en", "ar")
NEW = "advice/01-before-you-go/10-visa.md"


@pytest.fixture(scope="module")
def english(chromium, package):
    """An English desk, with the content open."""
    with desk(chromium) as found:
        found.begin()
        yield found


def changed_lines(old, new):
    """The lines that are gone, and those that are new."""
    return [line for line in difflib.ndiff(old.splitlines(), new.splitlines()) if line[0] in "+-"]


# An entry of each sort: with callout and checklist, a table, fields of the home page, a release.
ENTRIES = [
    ("advice-before-you-go", "04-documents", "advice/01-before-you-go/04-documents.md"),
    ("manual", "08-words-and-headlines", "manual/08-words-and-headlines.md"),
    ("pages", "home", "index.md"),
    ("press-release", "2026-11-safe-job-offers", "press/2026-11-safe-job-offers.md"),
]


def test_everything_is_read(english):
    """Every page and every data file is read without an error."""
    parsed = [line for line in english.said if "Parsed" in line]
    assert parsed and "(0 errors)" in parsed[0]


@pytest.mark.parametrize(("collection", "name", "file"), ENTRIES, ids=lambda value: value)
def test_an_edit_changes_its_line_only(english, collection, name, file):
    """A word added to a text changes the line where it stands, in its language only; tables, lists,
    callouts and numbers stay as they were."""
    english.open(collection, name)
    english.write(" новае")
    path = f"content/be/{file}"
    changed = changed_lines(english.files[path], english.save(path))
    gone, new = ([line[2:] for line in changed if line[0] == sign and line[2:]] for sign in "-+")
    assert len(new) == 1 and new[0].endswith("новае")
    assert [f"{line} новае" for line in gone] in ([], new)
    others = [
        f"content/{lang}/{file}" for lang in LANGS if f"content/{lang}/{file}" in english.files
    ]
    assert [other for other in others if english.read(other) != english.files[other]] == []


def test_a_number_is_chosen_by_name(english):
    """The button for numbers writes the key of the contact that was chosen."""
    english.open("advice-before-you-go", "05-money")
    english.write(" ")
    english.press("Telephone number")
    dialog = english.tab.locator("[role=dialog]").last
    dialog.get_by_role("combobox").click()
    english.tab.get_by_role("option", name="Minsk office").first.click()
    dialog.get_by_role("button", name="Insert").click()
    saved = english.save("content/be/advice/01-before-you-go/05-money.md")
    assert saved.rstrip().endswith("{contact:office}")


def test_a_field_of_a_data_file_changes_its_line(english):
    """The name of a topic that is changed in its form is changed in its line, with all comments kept."""
    path = "content/data/press.toml"
    english.open("data", "press")
    english.tab.locator("[data-key-path='place.en'] input").fill("Minsk, Belarus")
    changed = changed_lines(english.files[path], english.save(path))
    assert changed == ['- en = "Minsk"', '+ en = "Minsk, Belarus"']


def test_the_preview_is_in_the_stylesheet_of_the_site(english):
    """Beside the form the text stands as the site shows it, with the numbers themselves."""
    english.open("questions", "01-phone")
    shown = english.tab.frame_locator("iframe").locator("article.reading")
    shown.locator(".number").first.wait_for()
    assert shown.locator(".number").first.inner_text() == "113"
    space = "element => getComputedStyle(element).whiteSpace"
    assert shown.locator(".number").first.evaluate(space) == "nowrap"


def test_a_new_page_is_a_file_in_each_language(english):
    """A page that is written in three languages is a file in each, named by its number and its
    title in Latin letters; what was chosen once stands in all of them."""
    tab = english.tab
    english.create("advice-before-you-go")
    for name in ("Belarusian", "Russian", "English"):
        tab.locator(f"button[data-mode=edit][data-label={name}]").first.evaluate("e => e.click()")
        tab.wait_for_timeout(500)  # until the form is that of the language
        tab.locator("[data-key-path=Title] input").first.fill("Visa")
        tab.locator("[data-key-path=Summary] textarea").first.fill(name)
        tab.locator("[data-key-path=Written] button", has_text="Today").first.click()
        if name == "Belarusian":
            tab.locator("[data-key-path=Sources] [role=combobox]").first.click()
            tab.get_by_role("option", name="Information from the organisation").first.click()
    english.files |= dict.fromkeys(new := [f"content/{lang}/{NEW}" for lang in ("be", "ru", "en")])
    english.save(new[0])
    tab.wait_for_timeout(1000)
    for file, name in zip(new, ("Belarusian", "Russian", "English"), strict=True):
        title, summary, written, sources = english.read(file).splitlines()
        assert (title, summary) == ("Title: Visa", f"Summary: {name}")
        assert (written[:9], sources) == ("Written: ", "Sources: organisation")


def test_no_request_leaves_the_machine(english):
    """In all of this nothing was asked of another host, nor refused by the policy; icons and fonts
    came from here."""
    own = (english.address.removesuffix("editor/"), "blob:", "data:")
    assert [address for address in english.asked if not address.startswith(own)] == []
    assert [line for line in english.said if "Content Security Policy" in line] == []
    fonts = {address.rpartition("/")[2] for address in english.asked if "/fonts/" in address}
    assert "material-symbols-outlined-latin-wght-normal.woff2" in fonts


def test_nothing_is_missing(english):
    """Every file that the editor asked for was there."""
    assert [line for line in english.said if "404" in line] == []


def test_it_speaks_belarusian(chromium, package):
    """For who edits in Belarusian, labels and hints are Belarusian, and the buttons Russian."""
    with desk(chromium, "be", speaker(MAIN / "translations", "be"), "/questions/") as belarusian:
        belarusian.begin()
        belarusian.open("questions", "01-phone")
        shown = belarusian.tab.locator("[data-key-path=Summary]").inner_text()
        assert "Кароткі змест" in shown and "што даведаецца чытач" in shown
        assert belarusian.tab.get_by_role("button", name="Сохранить").count() == 1
