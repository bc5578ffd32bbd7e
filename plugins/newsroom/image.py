"""A picture as an image: its size as it is seen, and the same picture smaller, without what the camera noted in it."""

from io import BytesIO
from pathlib import Path
from typing import Any

TURNED = frozenset({5, 6, 7, 8})  # orientations in which a camera lay on its side (Exif 2.32, tag 0x0112)
ORIENTATION = 0x0112
# What every browser shows and a PDF can hold, and how each is saved.
SAVED: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 90, "optimize": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 90},
}


def measured(file: Path) -> tuple[str, int, int] | None:
    """The type of a picture, its width and height in pixels as it is seen; None when it is no picture."""
    from PIL import Image  # noqa: PLC0415 (most sites have no kit)

    try:
        with Image.open(file) as opened:
            width, height = opened.size
            turned = opened.getexif().get(ORIENTATION) in TURNED
            seen = (height, width) if turned else (width, height)
            return (opened.format, *seen) if opened.format in SAVED else None
    except OSError:
        return None


def fitting(width: int, height: int, longest: int) -> tuple[int, int]:
    """The size of a picture that is at most `longest` pixels long, 0 for as long as it is."""
    if not longest or max(width, height) <= longest:
        return width, height
    scale = longest / max(width, height)
    return max(round(width * scale), 1), max(round(height * scale), 1)


def cleaned(data: bytes, size: tuple[int, int]) -> bytes:
    """A picture as it is seen, in that size, without what the camera noted."""
    from PIL import Image, ImageOps  # noqa: PLC0415

    with Image.open(BytesIO(data)) as opened:
        form = opened.format or "PNG"
        seen = ImageOps.exif_transpose(opened)
    bare = Image.new(seen.mode, seen.size)
    bare.paste(seen)
    if seen.mode == "P" and seen.getpalette():
        bare = seen.convert("RGBA")
    if bare.size != size:
        bare = bare.resize(size, Image.Resampling.LANCZOS)
    target = BytesIO()
    bare.save(target, form, **SAVED[form])
    return target.getvalue()
