"""Signs that a backslash makes stand for themselves (CommonMark 0.31, 2.4). Until a text is
finished they are held as other signs, so that nobody takes them for markup that was left."""

import re
from html import escape
from string import punctuation
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

# As Python-Markdown writes a sign behind a backslash: by its number.
ESCAPED = re.compile(f"{STX}([0-9]{{1,3}}){ETX}")
HELD = 0xF0000  # a plane for private use: no text has a sign of it
SIGNS = {HELD + ord(sign): sign for sign in punctuation}
IN_HTML = {held: escape(sign) for held, sign in SIGNS.items()}
WORDS = ("alt", "title")  # attributes that are shown


class Held(Treeprocessor):
    """Runs before Python-Markdown's `unescape`, which has only addresses left to do."""

    def run(self, root: Element) -> None:
        """Hold the signs in all that is shown."""
        for element in root.iter():
            if element.text and element.tag != "code":
                element.text = held(element.text)
            if element.tail:
                element.tail = held(element.tail)
            for name in WORDS:
                if name in element.attrib:
                    element.set(name, held(element.attrib[name]))


def held(text: str) -> str:
    """Return `text` with its signs held."""
    return ESCAPED.sub(lambda sign: chr(HELD + int(sign[1])), text) if STX in text else text


def let_go(text: str) -> str:
    """Return `text` with the signs themselves."""
    return text.translate(SIGNS)


def let_go_in_html(html: str) -> str:
    """Return `html` with the signs themselves, as HTML writes them."""
    return html.translate(IN_HTML)
