"""A picture to be given away whole: in its own form, without what the camera noted in it."""

from io import BytesIO

from PIL import Image, ImageOps


def cleaned(data: bytes, longest: int = 0) -> bytes:
    """A picture as it is seen, without what the camera noted; at most `longest` pixels long, 0 for its full size."""
    with Image.open(BytesIO(data)) as opened:
        form = opened.format or "PNG"
        seen = ImageOps.exif_transpose(opened)
    bare = Image.new(seen.mode, seen.size)
    bare.paste(seen)
    if seen.mode == "P" and seen.getpalette():
        bare = seen.convert("RGBA")
    if longest:
        bare.thumbnail((longest, longest))
    target = BytesIO()
    bare.save(target, form, **({"quality": 90, "optimize": True} if form == "JPEG" else {}))
    return target.getvalue()
