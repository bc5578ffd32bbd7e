"""A page: a document that does not change, and the parts that features add to it."""

from dataclasses import FrozenInstanceError, dataclass, fields

import pytest

from plugins.export.download import Download, Downloads
from plugins.model.document import Document, Text
from plugins.model.fallback import fallback
from plugins.model.language import language
from plugins.model.page import Kit, Navigation, Page, PageSealedError, Part, SearchWords
from tests.pages import a_page


@dataclass(frozen=True)
class ReadingTime(Part, name="reading_time"):
    """What somebody's own feature might add."""

    minutes: int = 0


@pytest.mark.parametrize("name", [field.name for field in fields(Document)])
def test_nothing_changes(document, name):
    """Nothing that was read changes any more."""
    with pytest.raises(FrozenInstanceError):
        setattr(document("be/about.md"), name, "other")


def test_a_part_under_its_name():
    """A template finds a part under its name, code by its type."""
    page = a_page(ReadingTime(3))
    assert page.reading_time is page.part(ReadingTime) and page.reading_time.minutes == 3


@pytest.mark.parametrize("kind", Part.kinds.values())
def test_an_empty_part(kind):
    """A page that was given nothing has an empty part of each kind."""
    assert getattr(a_page(), kind.attribute) == kind()


def test_no_such_part():
    """Nobody gets a part that no feature has."""
    with pytest.raises(AttributeError, match="minutes"):
        _ = a_page().minutes


def test_of_a_document():
    """A page has all that was read, the text too, and a name for no part in it."""
    page = Page.of(Document(title="Title", text=Text("<p>Text</p>")))
    assert (page.title, page.content, page.parts) == ("Title", "<p>Text</p>", {})


def test_its_own():
    """What is said of one page is not said of another that was made from the same document."""
    document = Document()
    one, other = Page.of(document), Page.of(document)
    one.give(SearchWords("word"))
    assert other.part(SearchWords) == SearchWords()


def test_sealed():
    """Nothing is said of a page whose key was told."""
    page = a_page(lang="be", url="be/about/")
    page.seal()
    with pytest.raises(PageSealedError, match="be/about/.*reading_time"):
        page.give(ReadingTime(3))


@pytest.fixture
def original():
    """A page with a picture and two files."""
    files = tuple(Download(f"be/a.{form}", form, "be") for form in ("pdf", "csv"))
    return a_page(Kit(("picture",)), Downloads(files), SearchWords("word"), lang="be", url="be/a/")


@pytest.fixture
def standing_in(original):
    """The same for readers of English."""
    return fallback(original, "en", language("be"), lambda html, lang: html)


def test_files_over_the_original(original, standing_in):
    """What stands in for a page offers its own files before those of the same sort."""
    standing_in.give(Downloads((Download("en/a.csv", "csv", "en"),)))
    found = [file.name for file in standing_in.part(Downloads).files]
    assert found == ["be/a.pdf", "en/a.csv"]


def test_pictures_of_the_original(original, standing_in):
    """It shows the pictures of the original, also those it is given later."""
    original.give(Kit(("other",)))
    assert standing_in.part(Kit).pictures == ("other",)


def test_navigation_is_its_own(original, standing_in):
    """Its place is not the original's."""
    original.give(Navigation((), (original,)))
    assert standing_in.part(Navigation).breadcrumbs == ()
