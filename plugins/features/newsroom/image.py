"""How large a picture is as it is seen, and how large it is when it is made to fit."""

from pathlib import Path

from plugins.images.picture import PictureError
from plugins.model.message import Message

TURNED = frozenset(
    {5, 6, 7, 8}
)  # orientations in which a camera lay on its side (Exif 2.32, tag 0x0112)
ORIENTATION = 0x0112
SHOWN = frozenset({"JPEG", "PNG", "WEBP"})  # what every browser shows and a PDF can hold


def measured(file: Path) -> tuple[str, int, int] | None:
    """The type of a picture, its width and height in pixels as it is seen;
    None when it is no picture."""
    from PIL import Image  # noqa: PLC0415 (most sites have no kit)

    try:
        with Image.open(file) as opened:
            width, height = opened.size
            turned = opened.getexif().get(ORIENTATION) in TURNED
            seen = (height, width) if turned else (width, height)
            return (opened.format, *seen) if opened.format in SHOWN else None
    except Exception:  # a planted file can make a decoder fail in any way
        return None


def damage(file: Path) -> tuple[Message, Message] | None:
    """Why a picture cannot be given away whole, and how to fix it; None when it can."""
    from plugins.images.develop import check  # noqa: PLC0415 (most sites have no kit)

    try:
        check(file.read_bytes(), file.name)
    except PictureError as error:
        return error.what, error.fix
    return None


def fitting(width: int, height: int, longest: int) -> tuple[int, int]:
    """The size of a picture that is at most `longest` pixels long, 0 for as long as it is."""
    if not longest or max(width, height) <= longest:
        return width, height
    scale = longest / max(width, height)
    return max(round(width * scale), 1), max(round(height * scale), 1)
