"""A picture to be given away: in its own form, in any size, without what the camera noted in it."""

from io import BytesIO
from typing import Any

from PIL import Image, ImageOps

from plugins.images.develop import in_srgb

# What every browser shows and a PDF can hold, and how each is saved.
SAVING: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 90, "optimize": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 90},
}


def cleaned(data: bytes, size: tuple[int, int] | None = None) -> bytes:
    """A picture as it is seen, without what the camera noted;
    `size` in pixels, None for its own."""
    with Image.open(BytesIO(data)) as opened:
        form = opened.format or "PNG"
        seen = ImageOps.exif_transpose(opened)
    if seen.mode == "P" or seen.info.get("icc_profile"):
        seen = in_srgb(
            seen
        )  # the profile itself may say whose camera it was, and without it colours are others
    bare = Image.new(seen.mode, seen.size)
    bare.paste(seen)
    if size and bare.size != size:
        bare = bare.resize(size, Image.Resampling.LANCZOS)
    target = BytesIO()
    bare.save(target, form, **SAVING.get(form, {}))
    return target.getvalue()
