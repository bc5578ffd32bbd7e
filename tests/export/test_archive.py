"""Archives that are the same whenever they are made."""

import zipfile
from datetime import date
from io import BytesIO

from plugins.export.archive import packed

DAY = date(2026, 11, 24)


def test_same_bytes():
    """The order in which files are named changes nothing."""
    assert packed({"b": "2", "a": "1"}, DAY) == packed({"a": "1", "b": b"2"}, DAY)


def test_first():
    """An EPUB begins with its type, unpacked."""
    data = packed({"a": "1"}, DAY, ("mimetype", "application/epub+zip"))
    assert data[30:58] == b"mimetypeapplication/epub+zip"


def test_time():
    """The time in an archive is that of the document."""
    with zipfile.ZipFile(BytesIO(packed({"a": "1"}, DAY))) as archive:
        assert archive.getinfo("a").date_time == (2026, 11, 24, 12, 0, 0)
