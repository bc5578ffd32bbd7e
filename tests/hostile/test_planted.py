"""A pull request full of plants: each is told with its file and line,
and none of them reaches the output."""

import re
import shutil

import pytest

from tests.conftest import EXAMPLE
from tests.hostile.planted import MARK, PLANTS
from tests.site.pages import pelican

LITTER = [
    ".DS_Store",
    "Thumbs.db",
    "road.svg~",
    ".#road.svg",
    "#road.svg#",
    ".road.svg.swp",
    "._road.svg",
]


def plant(content):
    """Puts every plant where it belongs; what stands in a data file stays."""
    for file, text, _ in PLANTS:
        place = content / file
        place.parent.mkdir(parents=True, exist_ok=True)
        before = place.read_bytes() if place.exists() else b""
        place.write_bytes(before + (text if isinstance(text, bytes) else text.encode("utf-8")))


def build(folder):
    content = shutil.copytree(EXAMPLE, folder / "content")
    plant(content)
    done = pelican(content, folder, cold=True)
    (folder / "said").write_text(done.stderr)
    (folder / "code").write_text(str(done.returncode))


@pytest.fixture(scope="session")
def hostile(once):
    """The folder of a build of the example with every plant in it."""
    return once.folder("hostile", build)


@pytest.mark.parametrize(
    "number", range(len(PLANTS)), ids=[f"{n}-{one.file}" for n, one in enumerate(PLANTS)]
)
def test_told(hostile, number):
    """Each plant is told with its file, a line, and what is wrong."""
    file, _, said = PLANTS[number]
    lines = (hostile / "said").read_text()
    assert re.search(rf"/{re.escape(file)}:\d+: .*{re.escape(said)}", lines)


def test_nothing_reaches_the_output(hostile):
    """Nothing is written while one of them is there, and no program error is what stopped it."""
    output = hostile / "output"
    written = [file for file in output.rglob("*") if file.is_file()]
    said = (hostile / "said").read_text()
    assert (written, (hostile / "code").read_text(), "Traceback" in said) == ([], "1", False)


def test_enough():
    """There are more than sixty, of every kind of file that a pull request touches."""
    assert len(PLANTS) >= 60


@pytest.mark.slow
def test_litter(tmp_path):
    """What systems and editors leave beside files is not published, and stops nobody."""
    content = shutil.copytree(EXAMPLE, tmp_path / "content")
    for name in LITTER:
        (content / "media" / name).write_text(MARK)
    done = pelican(content, tmp_path)
    written = [file for file in (tmp_path / "output").rglob("*") if file.is_file()]
    assert (done.returncode, [file for file in written if MARK.encode() in file.read_bytes()]) == (
        0,
        [],
    )
