"""How large the picture in a file is as it is seen, and what keeps it from being given away."""

from hashlib import sha256
from io import BytesIO
from pathlib import Path

from plugins.images.picture import Picture, PictureError
from plugins.model.message import Message

TURNED = frozenset(
    {5, 6, 7, 8}
)  # orientations in which a camera lay on its side (Exif 2.32, tag 0x0112)
ORIENTATION = 0x0112
SHOWN = frozenset({"JPEG", "PNG", "WEBP"})  # what every browser shows and a PDF can hold


def measured(file: Path) -> Picture | None:
    """The picture in `file`, width and height in pixels as it is seen; None when it is none."""
    from PIL import Image  # noqa: PLC0415 (most sites have no kit)

    data = file.read_bytes()
    try:
        with Image.open(BytesIO(data)) as opened:
            width, height = opened.size
            turned = opened.getexif().get(ORIENTATION) in TURNED
            shown = opened.format in SHOWN
    except Exception:  # a planted file can make a decoder fail in any way
        return None
    size = (height, width) if turned else (width, height)
    return Picture(file.name, sha256(data).hexdigest(), *size) if shown else None


def damage(file: Path) -> tuple[Message, Message] | None:
    """Why a picture cannot be given away whole, and how to fix it; None when it can."""
    from plugins.images.develop import check  # noqa: PLC0415 (most sites have no kit)

    try:
        check(file.read_bytes(), file.name)
    except PictureError as error:
        return error.what, error.fix
    return None
