"""What tests share: documents made from a path, a converter, and the sites that are built once."""

import os
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import settings

from plugins.checks.known import Known
from plugins.data.entries import Contact, Source
from plugins.data.library import Library, read_library
from plugins.editor.package import PackageError, install
from plugins.model.address import address
from plugins.model.language import language
from plugins.model.page import Page
from plugins.reading.extension import Converter
from tests.full import WAITS
from tests.once import Once, alone
from tests.pages import a_page
from tests.site.pages import COMPILED, SHARED, Output, build, build_example

MAIN = Path(__file__).parents[1]
# Messages are compared in the language they are written in, whatever the machine speaks.
os.environ["STAFF_LANG"] = "en"
# Whoever asks for one of these waits until the real site is built, or a browser has started.
LONG_WAITED_FOR = {
    "content",
    "published",
    "demonstration",
    "driver",
    "firefox",
    "hostile",
    "written",
}
EXAMPLE = MAIN / "tests" / "example"

# Converting Markdown takes milliseconds, not microseconds; and the same code gives the same verdict
# each time.
settings.register_profile("site", deadline=None, derandomize=True, database=None, max_examples=150)
settings.load_profile("site")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """What is marked `full` waits for the full run;
    what builds the real site or drives a browser is `slow`, as are all tests of built sites."""
    for item in items:
        if item.get_closest_marker("full"):
            item.add_marker(WAITS)
        room = item.path.relative_to(MAIN / "tests").parts[0]
        if room in ("site", "browser") or LONG_WAITED_FOR & set(item.fixturenames):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def once(tmp_path_factory) -> Once:
    """Makes folders once a run, for all workers."""
    return Once.below(tmp_path_factory.getbasetemp())


@pytest.fixture(scope="session", autouse=True)
def compiled_templates(once):
    """Templates are compiled once a run, see `share_templates`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(COMPILED, str(once.folder("templates", lambda folder: None)))
        patch.setenv(SHARED, str(once.shared))
        yield


@pytest.fixture(scope="session")
def example(once) -> Output:
    """The example, built as everybody builds it while writing."""
    return Output(
        once.folder("example", partial(build_example, "pelicanconf.py", "", "")) / "output"
    )


@pytest.fixture(scope="session")
def under_a_path(once) -> Output:
    """The example for an address that is not the root of its host."""
    address = "https://example.org/site"
    return Output(
        once.folder("under-a-path", partial(build, EXAMPLE, site_url=address)) / "output", address
    )


@pytest.fixture(scope="session")
def content(once) -> Output:
    """The real content, built as everybody builds it while writing."""
    return Output(once.folder("content", partial(build, MAIN / "content")) / "output")


@pytest.fixture(scope="session")
def package(once) -> Path:
    """The package of the editor, installed as `make edit` does; by one worker only."""
    try:
        with alone(once.shared / "once" / "editor.lock"):
            return install()
    except PackageError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def real_contacts() -> dict[str, Contact]:
    """The contacts of the real content."""
    return read_library(MAIN / "content" / "data").contacts


@pytest.fixture(scope="session")
def contacts() -> dict[str, Contact]:
    """Four contacts: a short number, a long one, a pair of groups, and a demonstration."""
    numbers = {
        "hotline": "113",
        "office": "+375 17 211 02 51",
        "missing-children": "116 000",
        "by-ambulance": "103",
    }
    return {key: _contact(key, number) for key, number in numbers.items()}


def _contact(key, number):
    words = {"be": "словы", "en": "words"}
    checked = {
        "stated": date(2026, 11, 23),
        "verified": date(2026, 11, 24),
        "verified_by": "a test",
    }
    checked["expires"] = date(2027, 5, 24)
    if key == "by-ambulance":
        checked = {"demonstration": True}
    return Contact(
        key, number, number.replace(" ", ""), "BY", "free", "always", "law", words, words, **checked
    )


@pytest.fixture(scope="session")
def library(contacts) -> Library:
    """A library with the contacts above, one source, one topic and one menu entry."""
    return Library(
        contacts=contacts,
        retired=("8-801-100-8-801",),
        sources={"law": Source("law", {"be": "Закон", "en": "A law"})},
        topics={"labour": {"be": "Праца", "en": "Work"}},
        menu={"main": ["home"]},
    )


@pytest.fixture(scope="session")
def converter(contacts) -> Converter:
    """Markdown as the site reads it."""
    return Converter(contacts)


@pytest.fixture(scope="session")
def languages():
    """Belarusian and English, enough for most questions."""
    return {code: language(code) for code in ("be", "en")}


@pytest.fixture(scope="session")
def document():
    """Makes a page that stands where its file stands:
    `document("be/news/index.md", title="Навіны")`."""

    def make(file, *parts, **fields) -> Page:
        found = address(file)
        return a_page(
            *parts, file=file, template=found.template, **vars(found) | {"title": file} | fields
        )

    return make


@pytest.fixture
def known(library, languages, document):
    """Makes what a rule may ask about: the pages given,
    and a home and a 404 page of each language."""

    def make(*pages, library=library, files=()) -> Known:
        necessary = [
            document(f"{lang}/{name}.md") for lang in languages for name in ("index", "404")
        ]
        there = {page.file for page in pages}
        everything = [*pages, *(page for page in necessary if page.file not in there)]
        return Known(
            everything,
            library,
            languages,
            frozenset(page.file for page in everything) | frozenset(files),
        )

    return make
