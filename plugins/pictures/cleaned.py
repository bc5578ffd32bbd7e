"""A picture to be given away: in its own form, in any size, without what the camera noted in it."""

from io import BytesIO
from typing import Any

from PIL import Image, ImageOps

# What every browser shows and a PDF can hold, and how each is saved.
SAVING: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 90, "optimize": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 90},
}


def cleaned(data: bytes, size: tuple[int, int] | None = None) -> bytes:
    """A picture as it is seen, without what the camera noted; `size` in pixels, None for its own."""
    with Image.open(BytesIO(data)) as opened:
        form = opened.format or "PNG"
        seen = ImageOps.exif_transpose(opened)
    bare = Image.new(seen.mode, seen.size)
    bare.paste(seen)
    if seen.mode == "P" and seen.getpalette():
        bare = seen.convert("RGBA")
    if size and bare.size != size:
        bare = bare.resize(size, Image.Resampling.LANCZOS)
    target = BytesIO()
    bare.save(target, form, **SAVING.get(form, {}))
    return target.getvalue()
