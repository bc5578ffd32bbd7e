"""Files of content/media: which the site may serve, and what each must be inside.

A file that a browser takes for a page would be one on our address: so what is served is on a short
list, its name has one ending, which a server reads too, and it begins as files of that ending do.
"""

import re
from collections.abc import Iterator, Mapping

from plugins.model.message import Message

FOLDER = "media/"
RASTER = frozenset(
    {".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".tif", ".tiff", ".bmp", ".heic"}
)
# How a file that is served as it is begins; texts are judged by being text.
BEGINNINGS: Mapping[str, tuple[bytes, ...]] = {
    ".pdf": (b"%PDF-",),
    ".odt": (b"PK\x03\x04",),
    ".ods": (b"PK\x03\x04",),
    ".docx": (b"PK\x03\x04",),
    ".xlsx": (b"PK\x03\x04",),
    ".epub": (b"PK\x03\x04",),
    ".txt": (b"",),
    ".csv": (b"",),
}
FILM = ".mp4"
FILM_FOLDER = "media/films/"
# What pages with a film show (plugins.features.films); nothing else leads to them.
CAPTIONS = ".vtt"
FILMS: Mapping[str, tuple[bytes, ...]] = {
    FILM: (b"ftyp",),
    CAPTIONS: (b"WEBVTT", b"\xef\xbb\xbfWEBVTT"),  # Notepad writes the mark of UTF-8 before it
}
EXPORT = Message("Export the film as MP4 (H.264): name.mp4.")
SAVE = Message(
    "Save captions as WebVTT, in UTF-8, named after the film and the language: name-be.vtt."
)
# What people have instead, and what to make of it.
INSTEAD: Mapping[str, Message] = {
    **dict.fromkeys((".mov", ".m4v", ".webm", ".mkv", ".avi", ".wmv", ".mpg", ".mpeg"), EXPORT),
    **dict.fromkeys((".ogv", ".3gp", ".flv", ".mts"), EXPORT),
    **dict.fromkeys((".srt", ".sub", ".ass", ".ssa", ".sbv", ".ttml", ".dfxp"), SAVE),
}
SERVED: Mapping[str, tuple[bytes, ...]] = {**BEGINNINGS, **FILMS}
TEXTS = frozenset({".txt", ".csv", CAPTIONS})
NAME = re.compile(r"[^\W_][\w ()+-]*")
# What systems and editors leave beside files; it is not published, and nobody needs to be told.
LITTER = re.compile(
    r"\.DS_Store|Thumbs\.db|desktop\.ini|\.gitkeep|\.gitignore|\._.*|\.#.*|#.*#|.*~|\..*\.sw[a-p]"
)

Finding = tuple[Message, Message]


def ending(name: str) -> str:
    """Return the ending of the file `name` with its point, in small letters;
    empty where there is none."""
    stem, point, found = name.rpartition("/")[2].rpartition(".")
    return f"{point}{found}".lower() if stem else ""


def is_raster(name: str) -> bool:
    """Whether the file `name` is a picture made of points."""
    return name[name.rfind(".") :].lower() in RASTER


def is_drawing(name: str) -> bool:
    """Whether the file `name` is a picture made of lines."""
    return name.lower().endswith(".svg")


def is_picture(name: str) -> bool:
    """Whether the file `name` is a picture, of points or of lines."""
    return is_raster(name) or is_drawing(name)


def is_litter(name: str) -> bool:
    """Whether the file `name` is left out without a word."""
    return any(LITTER.fullmatch(part) for part in name.split("/"))


def may_be_served(name: str) -> bool:
    """Whether the site may serve the file `name` of content/media, as it is or made anew."""
    *folders, file = name.removeprefix(FOLDER).split("/")
    stem = file.rpartition(".")[0]
    known = is_picture(name) or ending(name) in SERVED
    return known and all(NAME.fullmatch(part) for part in (*folders, stem))


def misfits(name: str, data: bytes) -> Iterator[Finding]:
    """Yield why the file `name` with these bytes may not be served, and how to fix it."""
    if not may_be_served(name):
        yield (
            Message("%(name)r is no file that the site may serve.", name=name.rpartition("/")[2]),
            INSTEAD.get(ending(name)) or _may_be_used(),
        )
    elif ending(name) in SERVED and not _is_what_it_says(name, data):
        yield (
            Message("%(name)r is not what its ending says.", name=name.rpartition("/")[2]),
            Message("Export it again, or rename it."),
        )


def _may_be_used() -> Message:
    return Message(
        "Use a picture (JPEG, PNG, WebP, AVIF, SVG) or a document (%(names)s), with "
        "one point in its name; or remove it.",
        names=tuple(sorted(BEGINNINGS)),
    )


def _is_what_it_says(name: str, data: bytes) -> bool:
    if ending(name) == FILM:  # the size of the first box stands before what it is
        data = data[4:]
    if ending(name) in TEXTS and ending(name) not in FILMS:
        return b"\0" not in data and not re.search(
            rb"<(?:!doctype|html|script|svg|\?)", data[:4096], re.IGNORECASE
        )
    return data.startswith(SERVED[ending(name)]) and (ending(name) != CAPTIONS or _is_utf8(data))


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
