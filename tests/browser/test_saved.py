"""The file that visitors save on their telephone, from the link to the folder where it lies."""

import pytest

from tests.browser.conftest import LANGS


@pytest.fixture(scope="module")
def saved(chromium, address, tmp_path_factory):
    """Saves the file of a language as a visitor does;
    returns what it is called, and where it is."""
    folder, tab = (
        tmp_path_factory.mktemp("saved"),
        chromium.new_context(base_url=address).new_page(),
    )

    def save(lang):
        tab.goto(f"{lang}/questions/")
        with tab.expect_download() as begun:
            tab.locator(".save-copy a").click()
        place = folder / begun.value.suggested_filename
        begun.value.save_as(place)
        return place

    yield save
    tab.context.close()


@pytest.fixture
def opened(chromium, saved):
    """Opens the file from its folder, without a network;
    what the browser said and asked for is noted."""
    context = chromium.new_context(viewport={"width": 320, "height": 640})
    context.set_offline(True)

    def open_file(lang):
        tab = context.new_page()
        tab.said, tab.asked = [], []
        tab.on("console", lambda message: tab.said.append(message.text))
        tab.on("request", lambda request: tab.asked.append(request.url))
        tab.goto(saved(lang).as_uri())
        return tab

    yield open_file
    context.close()


@pytest.mark.parametrize("lang", LANGS)
def test_name(saved, lang):
    """It is saved, not opened, under a name that says nothing."""
    assert saved(lang).name == f"travel-notes-{lang}.html"


@pytest.mark.parametrize("lang", LANGS)
def test_asks_nobody(opened, lang):
    """Opened from its folder it asks for nothing but itself, and nothing in it is refused."""
    tab = opened(lang)
    assert (len(tab.asked), tab.said) == (1, [])


@pytest.mark.parametrize("lang", LANGS)
def test_styled(opened, lang):
    """Its own style is applied, and it fits on a narrow screen."""
    tab = opened(lang)
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert (
        tab.locator(".contact-card").first.evaluate("card => getComputedStyle(card).paddingBottom")
        == "8px"
    )


@pytest.mark.parametrize("lang", LANGS)
def test_number_first(opened, lang):
    """The number of the hotline is on the first screen."""
    assert opened(lang).locator("header .first .number").bounding_box()["y"] < 640
