"""A real browser in front of the real content, as it is published,
behind the headers it is published with."""

import os
import re
import shutil
import threading
from functools import cache, partial
from typing import NamedTuple

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import sync_playwright

from contact.rate_limit import RateLimit
from plugins.preview import endpoint as development
from plugins.preview.server import Preview
from tests.browser.browsers import chromium as chromium_of_readers
from tests.browser.browsers import firefox
from tests.browser.find_browsers import FIREFOX, OPTIONS, find_shell
from tests.site.confirmed import confirm
from tests.site.pages import MAIN, Output, pelican

# All that a page can leave in a browser, besides cookies.
STORED = """async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...await indexedDB.databases(),
  ...await caches.keys(), ...await navigator.serviceWorker.getRegistrations(), ...(window.name ? [window.name] : [])]"""
PUBLIC = "https://www.example.org"
NO_FIREFOX = pytest.mark.skipif(
    not FIREFOX.find(), reason="no Firefox: install it, or name it in FIREFOX"
)

LANGS = ("be", "ru", "en", "ar")
# One page of each kind, below the folder of its language.
KINDS = {
    "home": "",
    "not-found": "404.html",
    "help": "questions/phone/",
    "section": "questions/",
    "countries": "questions/countries/",
    "country": "questions/countries/ge/",
    "topic-of-advice": "advice/before-you-go/",
    "advice": "advice/abroad/documents/",
    "news-list": "news/",
    "news": "news/2020-10-18-eu-anti-trafficking-day/",
    "press-list": "press/",
    "release": "press/2026-11-safe-job-offers/",
    "year": "news/2020/",
    "topic": "topics/labour/",
    "facts": "press/facts-and-figures/",
    "pictures": "press/pictures/",
    "book": "manual/",
    "chapter": "manual/words-and-headlines/",
    "glossary": "manual/glossary/",
    "materials": "prevention/materials/",
    "material": "prevention/materials/wallet-card/",
    "video": "prevention/film-before-you-go/",
    "contact": "contact/",
    "safety": "browsers/",
    "coverage": "languages/",
    "search": "search/",
    "style-guide": "style-guide/",
}
# The others have not been translated into Arabic, or are not to be.
IN_ARABIC = {
    *(
        "home",
        "coverage",
        "not-found",
        "help",
        "section",
        "countries",
        "country",
        "advice",
        "book",
        "material",
        "contact",
        "safety",
        "search",
    ),
    "style-guide",
}
PAGES = ["", "404.html"] + [
    f"{lang}/{path}"
    for kind, path in KINDS.items()
    for lang in LANGS
    if lang != "ar" or kind in IN_ARABIC
]
PAGES += [f"{lang}/about/write/{page}" for lang in LANGS for page in ("", "more/")] + [
    "ar/news/2020/"
]
FOR_READERS = [page for page in PAGES if "style-guide" not in page]
# Each kind in one language, so that each language has its turn.
IN_TURN = [
    f"{lang if lang != 'ar' or kind in IN_ARABIC else 'be'}/{path}"
    for (kind, path), lang in zip(KINDS.items(), LANGS * len(KINDS), strict=False)
]
SAMPLE = ["", "404.html", *IN_TURN, "ar/about/write/", "ru/about/write/more/"]
OF_EACH_KIND = ["", "404.html"] + [f"be/{path}" for path in KINDS.values()]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """What is asked in two browsers is asked in Firefox only in the full run, but for a sample."""
    for item in items:
        found = getattr(item, "callspec", None)
        in_firefox = found and found.params.get("tab") == "firefox"
        if in_firefox and not item.get_closest_marker("both_browsers"):
            item.add_marker(pytest.mark.full)


class Seen(NamedTuple):
    """What the browser said of a page, which addresses it asked for, what it stored."""

    said: tuple[str, ...]
    asked: tuple[str, ...]
    stored: list


@pytest.fixture(scope="session")
def driver():
    """What drives browsers; a process can have only one."""
    if not find_shell():
        pytest.skip("no Chromium: install it, or name it in CHROMIUM")
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(driver):
    """Chromium, started once; what depends on the browser around the page is asked in
    tests.browser.browsers."""
    browser = driver.chromium.launch(executable_path=find_shell(), args=OPTIONS)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def published(once, content):
    """A copy of the real content, built for the public once somebody has called every number, and
    beside it the style guide, which is never published but shows every component.

    It is a copy because publishing notes the addresses in the content folder.
    """
    make = partial(publish, style_guide=content.folder)
    return Output(once.folder("published", make) / "output", PUBLIC)


def publish(folder, style_guide):
    content = confirm(shutil.copytree(MAIN / "content", folder / "content"))
    done = pelican(content, folder, "publishconf.py", SITEURL=PUBLIC)
    assert done.returncode == 0, done.stderr
    for page in style_guide.glob("*/style-guide"):
        shutil.copytree(page, folder / "output" / page.relative_to(style_guide))
    for file in style_guide.glob("theme/*.css"):  # those of the site name its address
        shutil.copy(file, folder / "output" / "theme")


@pytest.fixture(scope="session")
def demonstration(once):
    """The real content as it is, published as a demonstration."""
    return Output(once.folder("demonstration", demonstrate) / "output", PUBLIC)


def demonstrate(folder):
    content = shutil.copytree(MAIN / "content", folder / "content")
    done = pelican(content, folder, "publishconf.py", SITEURL=PUBLIC, DEMO="1")
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def address(published):
    """Where it is served, with the headers of the public site and no others."""
    server = Preview(published.folder, 0)
    server.other_headers = {}
    threading.Thread(target=server.run, daemon=True).start()
    yield f"{server.address}/"
    server.stop()


@pytest.fixture(scope="session")
def visitor(chromium, address):
    """Makes a tab that opens pages by their path: `visitor(width=320, dark=True).goto("be/")`;
    one for each sort."""
    tabs = {}

    def open_tab(width=360, dark=False, scripts=True, axe=False):
        sort = (width, dark, scripts, axe)
        if sort not in tabs:
            context = chromium.new_context(
                base_url=address,
                viewport={"width": width, "height": 740},
                color_scheme="dark" if dark else "light",
                java_script_enabled=scripts,
            )
            if axe:
                context.add_init_script(path=AXE_FILE_PATH)
            tabs[sort] = context.new_page()
        return tabs[sort]

    return open_tab


@pytest.fixture(scope="session")
def seen(chromium, address):
    """What a visit to a page leaves behind, by the page's path;
    each is visited once, in a window used for nothing else."""
    tab = chromium.new_context(base_url=address).new_page()
    said, asked = [], []
    tab.on("console", lambda message: said.append(message.text))
    tab.on("pageerror", lambda error: said.append(str(error)))
    tab.on("request", lambda request: asked.append(request.url))

    @cache
    def visit(page):
        said.clear()
        asked.clear()
        tab.goto(page)
        stored = tab.evaluate(STORED)
        return Seen(tuple(said), tuple(asked), [*tab.context.cookies(), *stored])

    return visit


@pytest.fixture(scope="session")
def near_exit(published, tmp_path_factory):
    """A copy of the published build, whose pages may be changed."""
    folder = tmp_path_factory.mktemp("site") / "output"
    return shutil.copytree(published.folder, folder, copy_function=link)


def link(source, place):
    """The same file once more; pages, which are written anew, are copies."""
    copy = shutil.copyfile if source.endswith(".html") else os.link
    copy(source, place)


@pytest.fixture(scope="session")
def messages(tmp_path_factory):
    """Where the endpoint beside that site keeps what it gets."""
    return tmp_path_factory.mktemp("contact")


@pytest.fixture(scope="session")
def with_forms(near_exit, messages):
    """That site behind its own headers, with the endpoint of its forms; its exit leads to the same
    server by another name."""
    server = Preview(near_exit, 0)
    server.other_headers = {}
    server.endpoint = development.endpoint(messages, near_exit / "contact")
    server.endpoint.rate_limit = RateLimit(1000)
    for page in near_exit.rglob("*.html"):
        near = f"http://localhost:{server.port}/icon.svg"
        page.write_text(re.sub(r"https://\w\w\.wikipedia\.org/[^\"]*", near, page.read_text()))
    threading.Thread(target=server.run, daemon=True).start()
    yield f"{server.address}/"
    server.stop()


@pytest.fixture(params=[True, False], ids=["with scripts", "without"], scope="module")
def scripts(request):
    """Whether the browser runs scripts."""
    return request.param


@pytest.fixture(params=["chromium", pytest.param("firefox", marks=NO_FIREFOX)], scope="module")
def tab(request, scripts):
    """A tab of a browser that keeps left pages as those of readers do."""
    other = firefox(scripts) if request.param == "firefox" else None
    with other or chromium_of_readers(request.getfixturevalue("driver"), scripts) as found:
        yield found
