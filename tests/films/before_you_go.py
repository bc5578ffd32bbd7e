"""Makes the film “Before you go” of the theme's drawings: python -m tests.films.before_you_go FFMPEG

It has no words and no sound, so it is the same in every language; what it says stands in its
captions (content/media/films/before-you-go-be.vtt …). FFMPEG is the program, such as the one that
the package imageio-ffmpeg brings.
"""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

from PIL import Image

from plugins.export.printing import picture
from plugins.export.typesetting import typ

MAIN = Path(__file__).parents[2]
DRAWINGS = MAIN / "theme" / "templates" / "drawings"
FILM = MAIN / "content" / "media" / "films" / "before-you-go.mp4"
SCENES = ("work-abroad", "card", "leaflet", "between-us", "coming-home")
WIDTH, HEIGHT, RATE, SECONDS = 640, 360, 12, 5
FADE = 6  # frames in which one drawing gives way to the next
GROUND, INK, SECOND = "#0b4a56", "#ffffff", "#f0b48a"
SLIDE = """#set page(width: 320pt, height: 180pt, margin: 0pt, fill: rgb("{ground}"))
#place(bottom + center, polygon(fill: rgb("#ffffff18"), (0pt, 60pt), (130pt, 0pt), (190pt, 0pt), (320pt, 60pt)))
#place(center + horizon, dy: -8pt, image(bytes({drawing}), format: "svg", height: 110pt))
#place(bottom + center, dy: -10pt, stack(dir: ltr, spacing: 6pt, ..range({count}).map(one => circle(radius: 2.5pt, fill: if one == {at} {{ rgb("#f0b48a") }} else {{ rgb("#ffffff66") }}))))
"""


def scene(at: int) -> Image.Image:
    """Return the picture of a scene."""
    drawing = (DRAWINGS / f"{SCENES[at]}.svg").read_text(encoding="utf-8")
    inked = drawing.replace("currentColor", INK).replace(
        'class="drawing__second"', f'stroke="{SECOND}"'
    )
    source = SLIDE.format(ground=GROUND, drawing=typ(inked), count=len(SCENES), at=at)
    with Image.open(BytesIO(picture(source, date(2026, 11, 29)))) as opened:
        return opened.convert("RGB").resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)


def frames(scenes: list[Image.Image]) -> Iterator[Image.Image]:
    """Yield every frame: a scene stands still, then gives way to the next."""
    for one, following in zip(scenes, [*scenes[1:], scenes[-1]], strict=True):
        for number in range(RATE * SECONDS):
            left = RATE * SECONDS - number
            yield one if left > FADE else Image.blend(one, following, (FADE - left + 1) / FADE)


def make(ffmpeg: str) -> None:
    """Write the film, in the form that old telephones play too (H.264, baseline)."""
    size = f"{WIDTH}x{HEIGHT}"
    command = [ffmpeg, "-y", "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", size, "-r", str(RATE)]
    command += ["-i", "-", "-an", "-c:v", "libx264", "-profile:v", "baseline", "-level", "3.0"]
    command += ["-pix_fmt", "yuv420p", "-crf", "26", "-preset", "veryslow", "-g", str(RATE * 5)]
    command += ["-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact"]
    command += ["-movflags", "+faststart", str(FILM)]
    data = b"".join(frame.tobytes() for frame in frames([scene(at) for at in range(len(SCENES))]))
    subprocess.run(command, input=data, check=True)


if __name__ == "__main__":
    make(sys.argv[1])
