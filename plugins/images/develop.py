"""From a file of a camera to pictures for the web:
turned upright, in sRGB, on white, without anything noted in them.

Same file, same bytes: encoders work in one thread, and nothing is taken over from the file but what
is seen.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from plugins.images.picture import ENDINGS, Colour, PictureError
from plugins.model.message import Message

LARGEST = 50_000_000  # pixels
HEAVIEST = 25_000_000  # bytes
SAVING: dict[str, tuple[str, dict[str, Any]]] = {
    "avif": ("AVIF", {"quality": 55, "speed": 6, "max_threads": 1, "autotiling": False}),
    "webp": ("WEBP", {"quality": 75, "method": 5}),
    "jpg": ("JPEG", {"quality": 78, "optimize": True, "progressive": True}),
}
WHITE = "white"


def developed(data: bytes, name: str = "") -> Image.Image:
    """The picture in `data`, as it is seen. Raises PictureError for a file that is none,
    or no safe one."""
    with _told(data, name) as opened:
        _check(opened, name)
        return _upright(opened)


@contextmanager
def _told(data: bytes, name: str) -> Iterator[Image.Image]:
    """The picture in `data`, opened; whatever a decoder says of it becomes a PictureError."""
    if len(data) > HEAVIEST:
        raise PictureError(
            Message("%(name)r has %(size)s MB.", name=name, size=len(data) // 1_000_000),
            Message("Export it with %(size)s MB at most.", size=HEAVIEST // 1_000_000),
        )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what matters in them an error says more
        try:
            with Image.open(BytesIO(data), formats=list(ENDINGS)) as opened:
                yield opened
        except PictureError:
            raise
        except Image.DecompressionBombError:
            raise PictureError(
                Message("%(name)r has too many pixels.", name=name), Message("Export it smaller.")
            ) from None
        except UnidentifiedImageError:
            fix = Message("Export it as JPEG, PNG, WebP or AVIF.")
            raise PictureError(
                Message("%(name)r is no picture that browsers show.", name=name), fix
            ) from None
        except Exception as error:  # a damaged file can make a decoder fail in any way
            fix = Message("Export it again, and look at it before you put it here.")
            raise PictureError(
                Message("%(name)r is damaged (%(why)s).", name=name, why=type(error).__name__), fix
            ) from None


def check(data: bytes, name: str) -> None:
    """Look at a whole picture as fast as it can be done.
    Raises PictureError as `developed` does."""
    with _told(data, name) as opened:
        _check(opened, name)
        opened.draft(
            "RGB", (1, 1)
        )  # of a photograph only one point in 64; what is missing is missed all the same
        opened.load()


def dominant(image: Image.Image) -> Colour:
    """The colour that most of `image` has, roughly."""
    small = image.resize((32, 32), Image.Resampling.BOX).quantize(8, Image.Quantize.MEDIANCUT)
    palette, counted = small.getpalette() or [], small.histogram()
    index = counted.index(max(counted))
    red, green, blue = palette[3 * index : 3 * index + 3]
    return red, green, blue


def encoded(image: Image.Image, size: tuple[int, int], form: str) -> bytes:
    """`image` in that size and form."""
    kind, how = SAVING[form]
    target = BytesIO()
    image.resize(size, Image.Resampling.LANCZOS).save(target, kind, **how)
    return target.getvalue()


def _check(opened: Image.Image, name: str) -> None:
    width, height = opened.size
    if width * height > LARGEST:
        raise PictureError(
            Message(
                "%(name)r has %(width)s × %(height)s pixels.", name=name, width=width, height=height
            ),
            Message("Export it smaller: 2000 pixels wide is plenty."),
        )
    endings = ENDINGS[opened.format or ""]
    if name and not name.lower().endswith(endings):
        raise PictureError(
            Message("%(name)r is a %(format)s by its content.", name=name, format=opened.format),
            Message("Rename it so that it ends in %(ending)s.", ending=endings[0]),
        )


def _upright(opened: Image.Image) -> Image.Image:
    seen = in_srgb(ImageOps.exif_transpose(opened))
    bare = Image.new("RGB", seen.size, WHITE)  # nothing of the file's own notes comes along
    bare.paste(seen, mask=seen.getchannel("A") if "A" in seen.getbands() else None)
    return bare


def _in_256_greys(image: Image.Image) -> Image.Image:
    """A grey picture of 16 bits, as scanners make them, which Pillow would make white."""
    return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")


def in_srgb(image: Image.Image) -> Image.Image:
    """`image` in the colours that every screen means, with what is clear in it."""
    if image.mode.startswith("I"):
        return _in_256_greys(image).convert("RGB")
    clear = "A" in image.getbands() or "transparency" in image.info
    plain = image.convert("RGBA" if clear else "RGB")
    profile = image.info.get("icc_profile")
    if not profile:
        return plain
    source = image if image.mode in ("RGB", "CMYK", "L") else plain.convert("RGB")
    try:
        found = ImageCms.ImageCmsProfile(BytesIO(profile))
        turned = ImageCms.profileToProfile(
            source, found, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return plain  # a profile that cannot be read says nothing about the colours
    if turned and clear:
        turned.putalpha(plain.getchannel("A"))
    return turned or plain
