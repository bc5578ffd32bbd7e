"""The page for journalists: the latest release at once, with what goes with it."""

import icalendar
import pytest

LANGS = ["be", "ru", "en"]


@pytest.mark.parametrize("lang", LANGS)
def test_latest_release(content, lang):
    """The latest release stands above all others and not once more among them, with its picture
    where it has one, a person to call, and a figure."""
    page = content.page(f"{lang}/press/")
    (shown,) = page.of_class("latest-release")
    latest = page.one("article[@class='latest-release']//h2/a").get("href")
    others = [link.get("href") for link in page.all("h3[@class='entry__title']/a")]
    newest = max(
        (one for one in content.pages.values() if one.kind == "release" and one.lang == lang),
        key=lambda one: one.all("time")[0].get("datetime"),
    )
    assert latest == f"/{newest.url}"
    assert others and latest not in others
    pictured = bool(content.page(latest.strip("/") + "/").all("*[@id='pictures']"))
    assert [bool(image.get("alt")) for image in shown.iter("img")] == [True] * pictured
    assert "+375 17 211 02 51" in page.words(shown)
    assert "753" in page.words(shown)
    assert page.text.index('class="latest-release"') < page.text.index('class="entry"')


@pytest.mark.parametrize("lang", LANGS)
def test_share(content, lang):
    """A short text with its address is there to read, and to copy."""
    page = content.page(f"{lang}/press/")
    (button,) = page.all("details[@class='copy__share']//button")
    (words,) = page.all("details[@class='copy__share']/p")
    assert " ".join(button.get("data-copy-text").split()) == page.words(words)


@pytest.mark.parametrize("lang", LANGS)
def test_charts(content, lang):
    """Shares of a hundred stand beside bars, and lead to their place on the page of figures."""
    page = content.page(f"{lang}/press/")
    (section,) = page.of_class("facts")
    figures = section.findall(".//div[@class='fact']")
    bars = [any(part.get("class") == "coverage-bar" for part in one.iter()) for one in figures]
    assert bars and all(bars)


@pytest.mark.parametrize("lang", LANGS)
def test_files(content, lang):
    """The calendar of the language and the logo in both forms are offered, and are there."""
    links = content.page(f"{lang}/press/").of_class("downloads__link")
    names = [link.get("href").lstrip("/") for link in links]
    assert names == [f"{lang}/press/calendar-{lang}.ics", "logo/wordmark.svg", "logo/wordmark.png"]
    assert set(names) <= content.names


@pytest.mark.parametrize("lang", LANGS)
def test_calendar(content, lang):
    """The calendar has the days of each year and every release that is public, each once."""
    text = (content.folder / lang / "press" / f"calendar-{lang}.ics").read_bytes()
    events = icalendar.Calendar.from_ical(text).walk("VEVENT")
    yearly = {str(one["DTSTART"].dt)[5:] for one in events if "RRULE" in one}
    releases = {
        page.url for page in content.pages.values() if page.kind == "release" and page.lang == lang
    }
    leading = {
        str(one["URL"]).removeprefix(f"{content.site_url}/") for one in events if "RRULE" not in one
    }
    assert (yearly, leading) == ({"05-25", "07-30", "10-18"}, releases)
    assert len({str(one["UID"]) for one in events}) == len(events)


@pytest.mark.parametrize("lang", LANGS)
def test_pictures_in_lists(content, lang):
    """A release with a picture shows it in lists with who made it, put off until it is seen, its
    place free before; one without has no place for it."""
    page = content.page(f"{lang}/press/2026/")
    entries = [one for one in page.all("article") if "entry" in one.get("class").split()]
    shown = [one for one in entries if one.find(".//img") is not None]
    marked = [one for one in entries if "entry--pictured" in one.get("class")]
    assert shown and shown == marked and len(shown) < len(entries)
    for image in page.all("article//img"):
        asked = [image.get(name) for name in ("loading", "width", "height", "alt")]
        assert asked[0] == "lazy" and all(asked)
    assert len(page.all("article//figcaption/bdi")) == len(shown)


@pytest.mark.parametrize("lang", LANGS)
def test_no_pictures_at_home(content, lang):
    """The home page, which somebody in danger opens, loads no picture."""
    assert content.page(f"{lang}/").all("article//img") == []
