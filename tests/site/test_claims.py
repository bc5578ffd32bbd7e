"""An address belongs to one: a page or a file that would be replaced without a word stops the build
instead."""

import pytest

from tests.conftest import EXAMPLE
from tests.site.test_sources import PAGE, enrich
from tests.site.workplace import Workplace

# A file that is planted, and what belongs to the same address: a part of what the build makes, or
# another file.
PLANTED = {
    "en/press/pictures.md": "the page “Picture library”",
    "en/press/corrections.md": "the page “Corrections”",
    "en/about/write/more.md": "the page “form-thanks” that the build makes",
    "en/press/write/more.md": "the page “form-thanks” that the build makes",
    "en/manual/whole.md": "the page “The whole manual on one page”",
    "en/manual/terms.md": "the page “Terms in all languages, side by side”",
    "en/manual/nav.md": "a part of the EPUB",
    "en/manual/cover.md": "a part of the EPUB",
    "en/manual/colophon.md": "a part of the EPUB",
    "en/manual/manual.md": "en/manual/index.md",
    "en/style-guide.md": "the page “Style guide”",
    "media/plan.txt": "media/Plan.txt too, as /media/Plan.txt",
}

# A dated page without its day, or a page of a section without a page, is refused before that.
REFUSED = [
    *("en/press/2026.md", "en/press/2026/06.md", "en/news/2025.md", "en/news/2025/03.md"),
    *("en/news/page/2.md", "en/topics/labour.md"),
]


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A site in which every one of these names is planted, as the build left it."""
    found = Workplace.of(EXAMPLE, tmp_path_factory.mktemp("claims"))
    found.cold = True
    enrich(found)
    planted = [name for name in PLANTED if ":" not in name]
    for name in (*planted, "media/Plan.txt"):
        file = found.content / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(PAGE.format(title=name), encoding="utf-8")
    found.code = found.build()
    return found


@pytest.fixture(scope="module")
def said(place):
    """The lines of what the build said."""
    return (place.folder / "said").read_text(encoding="utf-8").splitlines()


def test_nothing_is_written(place):
    """The build fails, and nobody sees anything of it."""
    assert place.code == 1
    assert not (place.folder / "output").exists()


@pytest.mark.parametrize(("planted", "other"), PLANTED.items())
def test_planted(said, planted, other):
    """The problem names the file and its line, the address, and whom it belongs to."""
    at = f"content/{planted}{'' if ':' in planted else ':1'}: The address /"
    pairs = {planted, other} if planted.startswith("media/") else {planted}
    starts = {at} | {f"content/{name.split(' ')[0]}:1: The address /" for name in pairs}
    lines = [line for line in said if any(start in line for start in starts)]
    assert len(lines) == 1
    assert other in lines[0] or planted in lines[0].partition(": The")[2]


def test_all_at_once(said):
    """There is one problem for each name, and none besides."""
    assert len([line for line in said if "The address /" in line]) == len(PLANTED)


def test_refused(tmp_path):
    """A name of which only a list has use is refused at its line."""
    found = Workplace.of(EXAMPLE, tmp_path)
    for name in REFUSED:
        file = found.content / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(PAGE.format(title=name), encoding="utf-8")
    assert found.build() == 1
    said = (found.folder / "said").read_text(encoding="utf-8")
    assert [name for name in REFUSED if f"content/{name}:1: " not in said] == []
