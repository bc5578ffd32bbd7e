"""Archives whose bytes depend on nothing but what is in them:
names in order, one time, one way to pack."""

import zipfile
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from io import BytesIO
from typing import IO

EARLIEST = 1980  # what a ZIP can say of years (PKWARE APPNOTE, 4.4.6)


def packed(
    files: Mapping[str, str | bytes], day: date, first: tuple[str, str] | None = None
) -> bytes:
    """A ZIP of `files` by name; `first` stands before all others, unpacked,
    as an EPUB wants it (OCF 3.3, 4.3)."""
    target = BytesIO()
    pack(target, ((name, files[name]) for name in sorted(files)), day, first)
    return target.getvalue()


def pack(
    target: IO[bytes],
    files: Iterable[tuple[str, str | bytes]],
    day: date,
    first: tuple[str, str] | None = None,
) -> None:
    """Write a ZIP of `files`, names and contents one after the other; `first` as `packed` has
    it."""
    with zipfile.ZipFile(target, "w") as archive:
        if first:
            archive.writestr(_entry(first[0], day, zipfile.ZIP_STORED), first[1])
        for name, data in files:
            archive.writestr(_entry(name, day, zipfile.ZIP_DEFLATED), data, compresslevel=9)


def _entry(name: str, day: date, way: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, (max(day.year, EARLIEST), day.month, day.day, 12, 0, 0))
    entry.compress_type, entry.create_system, entry.external_attr = way, 3, 0o644 << 16
    return entry


def repacked(archive: bytes, changed: Callable[[str, bytes], bytes], day: date) -> bytes:
    """The same ZIP with every file as `changed` returns it by name; a `mimetype` stands first."""
    with zipfile.ZipFile(BytesIO(archive)) as opened:
        files = {one: changed(one, opened.read(one)) for one in opened.namelist()}
    mimetype = files.pop("mimetype", b"").decode()
    return packed(files, day, first=("mimetype", mimetype) if mimetype else None)
