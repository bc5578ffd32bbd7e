"""What nobody has checked is said to be unchecked:
numbers and pages of the real content, in each language."""

import shutil
from collections import Counter

import pytest

from plugins.data.library import read_library
from tests.conftest import EXAMPLE, MAIN
from tests.site.confirmed import confirm
from tests.site.pages import Page

CONTACTS = read_library(MAIN / "content" / "data").contacts
STATED = {
    "be": "паводле звестак арганізацыі; мы яшчэ не праверылі",
    "ru": "по сведениям организации; нами ещё не проверено",
    "en": "stated by the organisation; not yet checked by us",
    "ar": "حسب المنظمة؛ لم نتحقق منه بعد",
}
WRITTEN = {
    "be": "арганізацыя яшчэ не праверыла",
    "ru": "организация ещё не проверила",
    "en": "not yet reviewed by the organisation",
    "ar": "ولم تراجعه المنظمة بعد",
}
PLACED = {
    "be": "113 у Беларусі, яшчэ не пацверджана",
    "ru": "113 в Беларуси, ещё не подтверждено",
    "en": "113 in Belarus, not yet confirmed",
    "ar": "113 في بيلاروس، لم يتأكد بعد",
}

each = pytest.mark.parametrize("lang", STATED)
unverified = pytest.mark.skipif(
    bool(CONTACTS["hotline"].verified), reason="somebody has called the hotline"
)


def facts(page):
    """What each card of the page says below its number."""
    return [page.words(card) for card in page.of_class("contact-card__facts")]


def records(page):
    """What the box with the numbers says once below them."""
    return [page.words(one) for one in page.of_class("who-to-call__record")]


@unverified
@each
def test_card(content, lang):
    """The box with the numbers says once who states them, and that nobody of us has checked
    them."""
    assert records(content.page(f"{lang}/questions/phone/")) == [STATED[lang]]


@unverified
@each
def test_saved(content, lang):
    """So does the file that visitors save."""
    page = Page("notes", content.read(f"offline/travel-notes-{lang}.html"))
    assert STATED[lang] in facts(page)[0]
    assert PLACED[lang] in page.words(page.one("header"))


@unverified
@each
def test_on_top(content, lang):
    """The strip on top says first whom to call in danger,
    then where the hotline works and that it is not confirmed."""
    (strip,) = content.page(f"{lang}/questions/").of_class("help-strip")
    words = content.page(f"{lang}/questions/").words(strip)
    dialled = [link.get("href") for link in strip.iter("a") if link.get("href").startswith("tel:")]
    assert (PLACED[lang] in words, dialled) == (True, ["tel:102", "tel:112", "tel:112", "tel:113"])


@unverified
@pytest.mark.parametrize("ending", ["txt", "json"])
def test_press(content, ending):
    """The files of a release say it of the number for the press."""
    name = "2026-11-safe-job-offers"
    assert STATED["en"] in content.read(f"en/press/{name}/{name}-en.{ending}")


@unverified
def test_for_machines(content):
    """Machines read it beside the number of the hotline."""
    (organisation,) = [thing for thing in content.page("en/").things if thing["@type"] == "NGO"]
    assert organisation["contactPoint"]["description"] == STATED["en"]


def test_a_day_is_a_promise(content):
    """No card says on which day its number was checked, unless a person has."""
    verified = [contact for contact in CONTACTS.values() if contact.verified]
    said = [page.name for page in content.for_readers if "details checked on" in page.text]
    assert bool(said) == bool(verified)


@each
def test_written(content, lang):
    """A page that nobody has reviewed says so at its foot."""
    page = content.page(f"{lang}/questions/phone/")
    assert WRITTEN[lang] in page.words(page.one("footer[@class='page-record']"))


def test_a_source_is_listed_once(content):
    """What a text, its footnotes or its numbers link does not stand among the sources below it."""
    twice = set()
    for page in content.for_readers:
        linked = Counter(link.get("href") for link in page.one("main").iter("a"))
        for foot in page.all("footer[@class='page-record']"):
            twice |= {
                (page.name, one.get("href"))
                for one in foot.iter("a")
                if linked[one.get("href")] > 1
            }
    assert twice == set()


@pytest.mark.parametrize("key", ["hotline", "office"])
def test_confirmed_copy(tmp_path, key):
    """The copy for tests of layout has every number verified, so that it can be published."""
    library = read_library(
        confirm(shutil.copytree(MAIN / "content", tmp_path / "content")) / "data"
    )
    assert (library.problems, library.contacts[key].verified is None) == ((), False)


@each
def test_home(content, lang):
    """On the home page whom to call in danger stands before the hotline,
    and where others help before the office."""
    page = content.page(f"{lang}/")
    dialled = [
        link.get("href")
        for link in page.one("main").iter("a")
        if link.get("href", "").startswith("tel:")
    ]
    assert dialled[:4] == ["tel:102", "tel:112", "tel:112", "tel:113"]
    addresses = [link.get("href") for link in page.one("main").iter("a")]
    offices = [place for place, href in enumerate(addresses) if href == "tel:+375172110251"]
    assert addresses.index(f"/{lang}/questions/countries/") < min(offices, default=len(addresses))


def test_example_is_confirmed():
    """The example stands for a site whose numbers somebody has called."""
    contacts = read_library(EXAMPLE / "data").contacts.values()
    assert [one.key for one in contacts if not one.verified and not one.demonstration] == []
