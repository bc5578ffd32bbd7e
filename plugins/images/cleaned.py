"""A picture to be given away: in its own form, in any size, in the colours that every screen means,
without what the camera noted in it."""

from io import BytesIO
from typing import Any

from PIL import Image, ImageOps
from PIL.PngImagePlugin import PngInfo

from plugins.images.develop import in_srgb
from plugins.images.notes import Notes, with_iptc

# What every browser shows and a PDF can hold, and how each is saved.
SAVING: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 90, "optimize": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 90},
}
OWN_COLOURS = frozenset({"RGB", "RGBA", "L", "LA"})  # what every program takes for sRGB
PRINT, SCREEN = 300, 72  # pixels an inch: how large a picture is when it is placed on a page


def cleaned(data: bytes, size: tuple[int, int] | None = None, notes: Notes | None = None) -> bytes:
    """A picture as it is seen, without what the camera noted;
    `size` in pixels, None for its own; `notes` are what it says of itself instead."""
    with Image.open(BytesIO(data)) as opened:
        form = opened.format or "PNG"
        seen = ImageOps.exif_transpose(opened)
    if seen.mode not in OWN_COLOURS or seen.info.get("icc_profile"):
        seen = in_srgb(
            seen
        )  # the profile itself may say whose camera it was, and without it colours are others
    bare = Image.new(seen.mode, seen.size)
    bare.paste(seen)
    resized = bool(size) and bare.size != size
    if size and resized:
        bare = bare.resize(size, Image.Resampling.LANCZOS)
    said = _noted(form, notes, SCREEN if resized else PRINT) if notes else {}
    target = BytesIO()
    bare.save(target, form, **SAVING.get(form, {}), **said)
    made = target.getvalue()
    return with_iptc(made, notes) if notes and form == "JPEG" else made


def _noted(form: str, notes: Notes, density: int) -> dict[str, Any]:
    """How `notes` are saved in a form."""
    if form == "PNG":
        told = PngInfo()
        told.add_itxt("XML:com.adobe.xmp", notes.xmp.decode())
        return {"pnginfo": told, "dpi": (density, density)}
    return {"xmp": notes.xmp} | ({"dpi": (density, density)} if form == "JPEG" else {})
