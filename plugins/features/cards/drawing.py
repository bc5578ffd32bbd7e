"""A card drawn by Pillow, in a third of the time that Typst takes: for letters that stand side by
side as they are written. Those that run from right to left and change their shapes are Typst's."""

from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from zlib import Z_RLE

from PIL import Image, ImageDraw, ImageFont

from plugins.model.glyphs import FONTS

WIDTH, HEIGHT = 1200, 630  # pixels, as the Open Graph is shown everywhere
SHADES = 16  # from the ground to the letters: a card has no other colours
GROUND, LETTERS = (11, 74, 86), (255, 255, 255)
MARGIN, TOP, COLUMN = 80, 64, 1040
ROAD = ((740, 630), (880, 130), (940, 130), (1200, 630))
# The road of the wordmark, and its line, as in theme/static/icon.svg.
SIGN = ((80, 100), (92, 65), (101, 65), (113, 100))
LINE = (
    ((95, 70), (97, 70), (98, 76), (95, 76)),
    ((95, 80), (98, 80), (98, 87), (94, 87)),
    ((94, 91), (98, 91), (99, 100), (93, 100)),
)
FAINT, FULL = 36, 255
# How large the words are that have at most so many letters, in pixels.
SIZES = ((40, 80), (90, 62), (160, 50), (10_000, 40))
LEADING = 1.16


def drawn(words: str, name: str, warning: str = "") -> bytes:
    """Return the card as PNG: `words` in the middle, the `name` of the site above, and below what
    a demonstration says of itself."""
    card = _ground(name).copy()
    pen = ImageDraw.Draw(card)
    size = next(size for letters, size in SIZES if len(words) <= letters)
    lines = wrapped(words, _font(size, 700))
    _write(pen, lines, _font(size, 700), (HEIGHT + 60 - round(len(lines) * size * LEADING)) // 2)
    _write(pen, wrapped(warning, _font(20, 400)), _font(20, 400), HEIGHT - 80)
    return in_shades(card)


def wrapped(words: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """Return the lines of `words`, each as long as the column allows."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= COLUMN:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def in_shades(card: Image.Image) -> bytes:
    """Return a grey picture, from 0 for the ground to 255 for letters, as a PNG of few colours."""
    shades = card.point([round(one * (SHADES - 1) / 255) for one in range(256)])
    shades.putpalette(_palette())
    target = BytesIO()
    shades.save(target, "PNG", bits=4, compress_type=Z_RLE)  # half the time, and smaller
    return target.getvalue()


def _write(
    pen: ImageDraw.ImageDraw, lines: list[str], font: ImageFont.FreeTypeFont, top: int
) -> None:
    for number, line in enumerate(lines):
        place = (MARGIN, top + round(number * font.size * LEADING))
        pen.text(place, line, font=font, fill=FULL)


@cache
def _ground(name: str) -> Image.Image:
    """What all cards have: the road, and the name of the site."""
    card = Image.new("L", (WIDTH, HEIGHT), 0)
    pen = ImageDraw.Draw(card)
    pen.polygon(ROAD, fill=FAINT)
    pen.polygon(SIGN, fill=FULL)
    for part in LINE:
        pen.polygon(part, fill=0)
    pen.text((MARGIN + 48, TOP), name, font=_font(34, 600), fill=FULL)
    return card


@cache
def _font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    folder = Path(str(files(FONTS[0]) / "files"))
    upright = next(one for one in sorted(folder.iterdir()) if "Italic" not in one.name)
    font = ImageFont.truetype(upright, size, layout_engine=ImageFont.Layout.BASIC)
    axes = [axis["name"] for axis in font.get_variation_axes()]
    font.set_variation_by_axes([weight if name == b"Weight" else 100 for name in axes])
    return font


def _palette() -> list[int]:
    return [
        round(ground + (letters - ground) * step / (SHADES - 1))
        for step in range(SHADES)
        for ground, letters in zip(GROUND, LETTERS, strict=True)
    ]
