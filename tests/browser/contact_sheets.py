"""Contact sheets: pages of a built site side by side, in each language, width and scheme, to look at.

    .venv/bin/python -m tests.browser.contact_sheets output /tmp/sheets --kinds home advice --langs be ar

The sheets are for eyes only; nothing is compared (tests/browser/test_screenshots.py does that).
"""

import argparse
import threading
from collections.abc import Iterator
from io import BytesIO
from itertools import product
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

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


def shots(browser: Browser, base: str, args: argparse.Namespace, kind: str) -> Iterator[bytes]:
    """Yield one picture of `kind` for each language, width and scheme asked for."""
    for width, scheme in product(args.widths, args.schemes):
        size = dict(zip(("width", "height"), WIDTHS[width], strict=True))
        context = browser.new_context(base_url=base, viewport=size, color_scheme=scheme)
        page = context.new_page()
        for lang in args.langs:
            path = KINDS[kind]
            page.goto(path if path.startswith("/") else f"/{lang}/{path}")
            yield page.screenshot(full_page=args.full)
        context.close()


def sheet(pictures: list[bytes], tallest: int) -> Image.Image:
    """Return the pictures side by side, none higher than `tallest` pixels."""
    found = [Image.open(BytesIO(one)).convert("RGB") for one in pictures]
    found = [one.crop((0, 0, one.width, min(one.height, tallest))) for one in found]
    width = sum(one.width + GAP for one in found) + GAP
    whole = Image.new("RGB", (width, max(one.height for one in found) + 2 * GAP), BACKGROUND)
    place = GAP
    for one in found:
        whole.paste(one, (place, GAP))
        place += one.width + GAP
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
    parser.add_argument("--full", action="store_true", help="whole pages, not first screens")
    parser.add_argument("--tallest", type=int, default=2600)
    return parser.parse_args()


def main() -> None:
    """Write one sheet for each kind of page."""
    args = options()
    args.sheets.mkdir(parents=True, exist_ok=True)
    server = Preview(args.output, 0)
    threading.Thread(target=server.run, daemon=True).start()
    base = server.address
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_shell(), args=OPTIONS)
        for kind in args.kinds:
            pictures = list(shots(browser, base, args, kind))
            sheet(pictures, args.tallest).save(args.sheets / f"{kind}.png")
            print(args.sheets / f"{kind}.png")
    server.stop()


if __name__ == "__main__":
    main()
