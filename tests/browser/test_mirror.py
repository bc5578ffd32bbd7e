"""The mirror, opened from a folder as from a USB stick."""

import subprocess
import sys
import zipfile

import pytest

from tests.browser.conftest import PUBLIC
from tests.site.pages import MAIN


@pytest.fixture(scope="module")
def mirror(published, tmp_path_factory):
    """The folder, at a path with a space in it."""
    folder = tmp_path_factory.mktemp("USB stick") / "la-strada-belarus"
    command = [
        sys.executable,
        "-m",
        "plugins.mirror",
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
    assert tab.url.startswith((mirror / "ru").as_uri())
    assert tab.locator("h1").count() == 1


def test_exit(tab):
    """The exit link works as on the site: the page is covered at once."""
    tab.context.route("https://**", lambda route: route.fulfill(status=204))
    tab.locator(".help-strip .exit-link").click()
    assert tab.locator("main").is_visible() is False


def test_every_link(mirror):
    """Every relative link leads to a file of the mirror."""
    from tests.site.pages import Output  # noqa: PLC0415

    output = Output(mirror, "file:")
    broken = set()
    for page in output.pages.values():
        here = mirror / page.name
        for link in page.all("*[@href]"):
            href = link.get("href").partition("#")[0]
            if href and ":" not in href and not (here.parent / href).exists():
                broken.add((page.name, href))
    assert broken == set()


def test_sums(mirror):
    """SHA256SUMS is right, as `sha256sum` sees it."""
    done = subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=mirror, check=False)
    assert done.returncode == 0


def test_zip(mirror):
    """The zip holds the whole folder."""
    with zipfile.ZipFile(mirror.with_suffix(".zip")) as archive:
        packed = {name.partition("/")[2] for name in archive.namelist()}
    assert packed == {file.relative_to(mirror).as_posix() for file in mirror.rglob("*") if file.is_file()}
