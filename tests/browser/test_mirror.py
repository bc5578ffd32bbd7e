"""The mirror, opened from a folder as from a USB stick."""

import subprocess
import sys
import threading
import zipfile

import pytest

from plugins.preview.server import Preview
from tests.browser.conftest import PUBLIC
from tests.site.pages import MAIN, as_typed


@pytest.fixture(scope="module")
def mirror(published, tmp_path_factory):
    """The folder, at a path with a space in it."""
    folder = tmp_path_factory.mktemp("USB stick") / "la-strada-belarus"
    command = [
        sys.executable,
        "-m",
        "plugins",
        "mirror",
        "--output",
        published.folder,
        "--folder",
        folder,
        "--site-url",
        PUBLIC,
    ]
    subprocess.run(command, cwd=MAIN, check=True, capture_output=True)
    return folder


@pytest.fixture
def tab(chromium, mirror):
    """A tab that opened the home page from the folder, and what it asked for and said."""
    context = chromium.new_context()
    page = context.new_page()
    page.said = []
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.goto((mirror / "be" / "index.html").as_uri())
    yield page
    context.close()


def test_looks_the_same(tab):
    """The stylesheet is there, and the browser has nothing to complain about."""
    strip = tab.locator(".help-strip").evaluate("e => getComputedStyle(e).position")
    assert (strip, tab.said) == ("sticky", [])


def test_walk(tab, mirror):
    """Doors, languages and the index of pages lead from page to page within the folder."""
    tab.locator(".door").first.click()
    tab.locator(".language-menu a[hreflang='ru']").click()
    tab.locator(".site-footer__map a[href$='search/index.html']").click()
    tab.locator(".letters__part a").first.click()
    tab.wait_for_url(lambda url: url.startswith((mirror / "ru").as_uri()) and "search" not in url)
    assert tab.locator("h1").count() == 1


def test_exit(tab):
    """The exit link works as on the site: the page is covered at once."""
    tab.context.route("https://**", lambda route: route.fulfill(status=204))
    tab.locator(".help-strip .exit-link").click()
    tab.locator("main").wait_for(state="hidden")


@pytest.fixture(params=["folder", "server"])
def searching(request, tab, mirror):
    """The Belarusian home page of the mirror in a folder,
    and behind a server with the headers of the site."""
    if request.param == "folder":
        yield tab, (mirror / "be" / "index.html").as_uri()
        return
    server = Preview(mirror.parent, 0)
    threading.Thread(target=server.run, daemon=True).start()
    yield tab, f"{server.address}/{mirror.name}/be/index.html"
    server.stop()


def test_search(searching, address, chromium):
    """The search of a mirror finds the same pages in the same order as that of the site,
    and opens them."""
    tab, page = searching
    context = chromium.new_context(base_url=address)
    found = [results(context.new_page(), f"{address}be/"), results(tab, page)]
    context.close()
    assert [name for _, name in found[0]] == [name for _, name in found[1]] != []
    tab.locator(".search-page__list a").first.click()
    tab.locator(".search-page__list").wait_for(state="detached")
    assert (as_typed(tab.locator("h1").inner_text()), tab.said) == (as_typed(found[1][0][1]), [])


def results(tab, page):
    """What is found on the search page: a misspelled word, which needs every part of the search."""
    tab.goto(page)
    tab.locator(".search-box__input").fill("дакуманты")
    tab.locator(".search-box__option").first.wait_for()
    tab.locator(".search-box__input").press("Enter")
    links = tab.locator(".search-page__list a")
    links.first.wait_for()
    return [(link.get_attribute("href"), link.inner_text()) for link in links.all()]


def test_every_link(mirror):
    """Every relative link leads to a file of the mirror; the style guide, which is never public,
    shows samples."""
    from tests.site.pages import Output  # noqa: PLC0415

    output = Output(mirror, "file:")
    broken = set()
    for page in output.for_readers:
        here = mirror / page.name
        for link in page.all("*[@href]"):
            href = link.get("href").partition("#")[0]
            if href and ":" not in href and not (here.parent / href).exists():
                broken.add((page.name, href))
    assert broken == set()


def test_sums(mirror):
    """SHA256SUMS is right, as `sha256sum` sees it."""
    done = subprocess.run(
        ["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=mirror, check=False
    )
    assert done.returncode == 0


def test_zip(mirror):
    """The zip holds the whole folder."""
    with zipfile.ZipFile(mirror.with_suffix(".zip")) as archive:
        packed = {name.partition("/")[2] for name in archive.namelist()}
    assert packed == {
        file.relative_to(mirror).as_posix() for file in mirror.rglob("*") if file.is_file()
    }
