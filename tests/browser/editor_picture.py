"""The picture of the editor in the README: one page in its form, the preview beside it.

.venv/bin/python -m tests.browser.editor_picture tests/editor.png
"""

import argparse
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from plugins.editor.words import speaker
from tests.browser.desk import desk
from tests.browser.find_browsers import OPTIONS, find_shell
from tests.conftest import MAIN

SIZE = {"width": 1440, "height": 900}
COLOURS = 128


def main() -> None:
    """Write the picture to the file that is named."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--lang", default="en", help="the language of the editor")
    asked = parser.parse_args()
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=find_shell(), args=OPTIONS)
        say = speaker(MAIN / "translations", asked.lang)
        with desk(chromium, asked.lang, say) as found:
            found.begin()
            found.tab.set_viewport_size(SIZE)
            found.open("advice-before-you-go", "04-documents")
            found.tab.frame_locator("iframe").locator("article.reading").wait_for()
            found.tab.wait_for_timeout(1500)  # fonts and icons
            picture = Image.open(BytesIO(found.tab.screenshot()))
        chromium.close()
    picture.quantize(COLOURS).save(asked.file, optimize=True)


if __name__ == "__main__":
    main()
