"""The files of a release as its entry in a feed offers them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from plugins.export.download import Downloads
from plugins.model.page import Kit

TYPES = {
    "pdf": "application/pdf",
    "txt": "text/plain",
    "odt": "application/vnd.oasis.opendocument.text",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "eml": "message/rfc822",
    "json": "application/json",
    "zip": "application/zip",
    "epub": "application/epub+zip",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
}


@dataclass(frozen=True)
class Enclosure:
    """A file: its address, its media type (RFC 6838), its size in bytes and what it is called."""

    url: str
    mime_type: str
    length: str
    title: str


def enclosures(entry: Any, site_url: str, size_of: Callable[[str], int]) -> Iterator[Enclosure]:
    """Yield the forms of an entry, then its pictures, in full; nothing of what is withdrawn."""
    if entry.withdrawn:
        return
    files = [(file.name, file.form) for file in entry.part(Downloads).files]
    files += [
        (one.full.name, one.entry.caption.get(entry.lang, "")) for one in entry.part(Kit).pictures
    ]
    for name, title in files:
        mime_type = TYPES.get(name.rpartition(".")[2], "application/octet-stream")
        yield Enclosure(f"{site_url}/{name}", mime_type, str(size_of(name)), title)
