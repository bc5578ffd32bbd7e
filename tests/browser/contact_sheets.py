"""Contact sheets: pages of a built site to look at, one sheet for each kind, width and scheme.

    .venv/bin/python -m tests.browser.contact_sheets output /tmp/sheets --kinds home advice --langs be ar

A sheet shows the first screen in each language, side by side, no wider than an eye takes in; with
`--full` whole pages, a sheet for each language, folded as a newspaper is. `--media print` shows what
is printed. The sheets are for eyes only; nothing is compared (test_screenshots.py does that).
"""

import argparse
import threading
from collections.abc import Iterator
from io import BytesIO
from itertools import product
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from plugins.preview.server import Preview
from tests.browser.find_browsers import OPTIONS, find_shell

WIDTHS = {"360": (360, 640), "768": (768, 1024), "1280": (1280, 800), "1920": (1920, 1080)}
LANGS = ("be", "ru", "en", "ar")
KINDS = {
    "chooser": "/",
    "gone": "/404.html",
    "home": "",
    "advice-list": "advice/",
    "topic": "advice/before-you-go/",
    "advice": "advice/abroad/documents/",
    "help": "questions/",
    "hotline": "questions/phone/",
    "country": "questions/countries/",
    "write": "about/write/",
    "news": "news/",
    "year": "news/2020/",
    "item": "news/2020-10-18-eu-anti-trafficking-day/",
    "press": "press/",
    "release": "press/2026-11-safe-job-offers/",
    "facts": "press/facts-and-figures/",
    "manual": "manual/",
    "chapter": "manual/words-and-headlines/",
    "materials": "prevention/materials/",
    "contact": "contact/",
    "coverage": "languages/",
    "search": "search/",
    "guide": "style-guide/",
}
GAP, BACKGROUND = 16, "#888"
WIDEST = 1600  # pixels of a sheet: what one looks at in one piece
SMALLEST = 0.48  # how small a page may become in it and still be read
FOLD = 1500  # pixels of a whole page in one column of a sheet


def shot(page: Page, path: str, full: bool) -> Image.Image:
    """Return a picture of the page at `path`."""
    page.goto(path)
    return Image.open(BytesIO(page.screenshot(full_page=full))).convert("RGB")


def shots(
    browser: Browser, base: str, args: argparse.Namespace
) -> Iterator[tuple[str, list[Image.Image]]]:
    """Yield a name and the pictures of each sheet asked for."""
    for width, scheme in product(args.widths, args.schemes):
        wide, high = WIDTHS[width]
        context = browser.new_context(
            base_url=base, viewport={"width": wide, "height": high}, color_scheme=scheme
        )
        page = context.new_page()
        page.emulate_media(media=args.media)
        for kind in args.kinds:
            address, name = KINDS[kind], f"{kind}-{width}-{scheme}"
            paths = [
                address if address.startswith("/") else f"/{lang}/{address}" for lang in args.langs
            ]
            pictures = [shot(page, path, args.full) for path in dict.fromkeys(paths)]
            if not args.full:
                yield name, pictures
                continue
            for lang, picture in zip(args.langs, pictures, strict=False):
                yield f"{name}-{lang}", list(folded(picture))
        context.close()


def folded(picture: Image.Image) -> Iterator[Image.Image]:
    """Yield the parts of a long page, from the top down."""
    for top in range(0, picture.height, FOLD):
        yield picture.crop((0, top, picture.width, min(top + FOLD, picture.height)))


def sheet(pictures: list[Image.Image]) -> Image.Image:
    """Return the pictures in rows: as many beside each other as stay readable."""
    width = pictures[0].width
    columns = min(len(pictures), max(1, int(WIDEST / (width * SMALLEST))))
    scale = min(1, (WIDEST - GAP * (columns + 1)) / (width * columns))
    tiles = [
        one.resize((round(width * scale), max(1, round(one.height * scale)))) for one in pictures
    ]
    rows = [tiles[first : first + columns] for first in range(0, len(tiles), columns)]
    heights = [max(tile.height for tile in row) + GAP for row in rows]
    whole = Image.new(
        "RGB", ((tiles[0].width + GAP) * columns + GAP, sum(heights) + GAP), BACKGROUND
    )
    for number, row in enumerate(rows):
        for place, tile in enumerate(row):
            corner = (GAP + place * (tile.width + GAP), GAP + sum(heights[:number]))
            whole.paste(tile, corner)
    return whole


def options() -> argparse.Namespace:
    """Return what was asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path)
    parser.add_argument("sheets", type=Path)
    parser.add_argument("--kinds", nargs="*", choices=KINDS, default=list(KINDS))
    parser.add_argument("--langs", nargs="*", choices=LANGS, default=list(LANGS))
    parser.add_argument("--widths", nargs="*", choices=WIDTHS, default=list(WIDTHS))
    parser.add_argument("--schemes", nargs="*", choices=["light", "dark"], default=["light"])
    parser.add_argument("--media", choices=["screen", "print"], default="screen")
    parser.add_argument("--full", action="store_true", help="whole pages, not first screens")
    return parser.parse_args()


def main() -> None:
    """Write the sheets, and say where they are."""
    args = options()
    args.sheets.mkdir(parents=True, exist_ok=True)
    server = Preview(args.output, 0)
    threading.Thread(target=server.run, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_shell(), args=OPTIONS)
        for name, pictures in shots(browser, server.address, args):
            sheet(pictures).save(args.sheets / f"{name}.png")
            print(args.sheets / f"{name}.png", flush=True)
    server.stop()


if __name__ == "__main__":
    main()
