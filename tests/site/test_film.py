"""The page of a film."""

import pytest

LANGS = ["be", "ru", "en"]


@pytest.fixture(scope="module", params=LANGS)
def page(request, content):
    return content.page(f"{request.param}/prevention/film-before-you-go/")


def test_waits(page):
    """The film plays only when somebody wants it, and nothing of it is fetched before."""
    video = page.one("video")
    assert "autoplay" not in video.attrib and video.get("preload") == "none"
    assert "controls" in video.attrib


def test_captions(page):
    """It has captions in every language, and shows those of the page."""
    tracks = page.all("video/track[@kind='captions']")
    assert [one.get("srclang") for one in tracks] == ["be", "ru", "en", "ar"]
    assert [one.get("srclang") for one in tracks if "default" in one.attrib] == [page.lang]


def test_this_host(page, content):
    """Film, captions and picture are asked of the host that gave the page, which may be a mirror or
    an onion service; so are those to take away."""
    video = page.one("video")
    addresses = [video.get("poster"), *(one.get("src") for one in page.all("video/*"))]
    taken = [one.get("href") for one in page.all("figure[@class='film']//a")]
    assert [one for one in (*addresses, *taken) if not one.startswith("/")] == []
    names = {address.lstrip("/") for address in addresses}
    assert len(names) == 6 and names <= content.names


def test_transcript(page, content):
    """Every word of the captions stands in the text of the page."""
    captions = content.read(f"media/films/before-you-go-{page.lang}.vtt")
    said = [line for line in captions.splitlines()[1:] if line and "-->" not in line]
    text = page.words(page.one("div[@class='prose']"))
    assert said and all(line in text for line in said)


def test_size(page):
    """The film says how large it is, so that the page does not jump."""
    video = page.one("video")
    assert (video.get("width"), video.get("height")) == ("640", "360")
