"""Photos as cameras and careless hands make them."""

from io import BytesIO
from zlib import crc32

from PIL import Image, ImageCms


def photo(width=80, height=60, form="JPEG", colour=(200, 40, 40), **how) -> bytes:
    """A photo of one colour, its upper left quarter blue."""
    image = Image.new("RGB", (width, height), colour)
    image.paste((20, 40, 200), (0, 0, width // 2, height // 2))
    target = BytesIO()
    image.save(target, form, **how)
    return target.getvalue()


def noted(orientation=6) -> bytes:
    """A photo that was taken sideways, with the camera and the place noted in it."""
    notes = Image.Exif()
    notes[0x0112], notes[0x010F] = orientation, "Zyqvx Camera"
    notes.get_ifd(0x8825).update({1: "N", 2: (53.0, 54.0, 0.0)})
    return photo(exif=notes.tobytes(), comment=b"Zyqvx comment")


def clear() -> bytes:
    """A picture through which one can see."""
    target = BytesIO()
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(target, "PNG")
    return target.getvalue()


def in_other_colours() -> bytes:
    """A picture with a profile in which the first number means blue, and the last red."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    turned = profile.replace(b"rXYZ", b"?").replace(b"bXYZ", b"rXYZ").replace(b"?", b"bXYZ", 1)
    return photo(form="PNG", icc_profile=turned)


def bomb(side=30000) -> bytes:
    """A few bytes that say they are a picture of `side` by `side` pixels."""
    small = photo(8, 8, "PNG")
    header = b"IHDR" + side.to_bytes(4, "big") * 2 + small[24:29]
    return small[:12] + header + crc32(header).to_bytes(4, "big") + small[33:]
