"""What a source said is kept under its revision."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.features.translations.snapshot import Snapshots, name, read, write
from plugins.model.document import Origin
from plugins.reading.front_matter import split
from plugins.reading.revision import blocks, revision

SAID = blocks(
    *split("Title: One\nSummary: #2\n\n# no anchor\n\ntext\n\n## Part {#part}\n\n- item\n")
)
ORIGIN = Origin("be", revision(SAID))


def without_lines(said):
    return [block._replace(line=0) for block in said]


@pytest.fixture
def snapshots(tmp_path):
    found = Snapshots(tmp_path)
    found.put("questions/phone", ORIGIN, SAID)
    return found


def test_name():
    """A snapshot is named after the language, the key and the revision of the source."""
    assert (
        name("questions/phone", Origin("be", "1a2b3c4d"))
        == "revisions/be/questions/phone@1a2b3c4d.txt"
    )


def test_read_again(snapshots):
    """What is kept can be read again."""
    assert without_lines(snapshots.get("questions/phone", ORIGIN)) == without_lines(SAID)


def test_unknown(snapshots):
    """A revision that nobody kept is None."""
    assert snapshots.get("questions/phone", Origin("be", "00000000")) is None


@pytest.mark.parametrize("content", ["", "  Another text\n", "\udcff"])
def test_damaged(snapshots, content):
    """A snapshot that is not what its name says is as good as none."""
    file = snapshots.folder / name("questions/phone", ORIGIN)
    file.write_bytes(content.encode(errors="surrogateescape"))
    assert snapshots.get("questions/phone", ORIGIN) is None


def test_keep_only(snapshots):
    """What no translation was made from is forgotten; other pages keep theirs."""
    snapshots.put("questions", ORIGIN, SAID)
    snapshots.keep_only("questions/phone", set())
    assert (snapshots.get("questions/phone", ORIGIN), snapshots.get("questions", ORIGIN)) == (
        None,
        read(write(SAID)),
    )


@given(st.text())
def test_any_text(text):
    """Whatever a file says, its snapshot says the same."""
    said = blocks([], text)
    assert without_lines(read(write(said))) == without_lines(said)
