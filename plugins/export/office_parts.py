"""What Pandoc leaves out of a document, put into its parts: the size of the paper, language and
direction, and in ODT the words of pictures.

DOCX as ECMA-376 part 1 has it (17.6, 17.3.1), ODT as OpenDocument 1.3 part 3 does (16, 20).
"""

import re
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

from plugins.export.manuscript import Manuscript

# Twentieths of a point: A4 and margins of 25 mm.
SIDES = " ".join(f'w:{side}="1417"' for side in ("top", "right", "bottom", "left"))
A4 = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    f'<w:pgMar {SIDES} w:header="708" w:footer="708" w:gutter="0"/>'
)
RIGHTWARDS = "<w:bidi/>"
LAYOUT = {
    "page-width": "210mm",
    "page-height": "297mm",
    **dict.fromkeys(("margin-top", "margin-bottom", "margin-left", "margin-right"), "25mm"),
}
FRAME = re.compile(r"</draw:frame>")

Told = tuple[Manuscript, Sequence[str]]
Correction = Callable[[str, Manuscript, Sequence[str]], str]


def corrected(form: str, name: str, data: bytes, told: Told) -> bytes:
    """Return the part `name` of a document as it should be."""
    correction = CORRECTIONS.get((form, name))
    return correction(data.decode(), *told).encode() if correction else data


def _docx_text(text: str, about: Manuscript, words: Sequence[str]) -> str:
    direction = RIGHTWARDS if about.direction == "rtl" else ""
    return text.replace("</w:sectPr>", f"{A4}{direction}</w:sectPr>")


def _docx_styles(text: str, about: Manuscript, words: Sequence[str]) -> str:
    lang = f'<w:lang w:val="{about.lang}" w:eastAsia="zh-CN" w:bidi="{about.lang}"/>'
    told = re.sub(r"<w:lang [^>]*/>", lang, text)
    if about.direction != "rtl":
        return told
    return re.sub(r"(<w:pPrDefault>\s*<w:pPr>)", rf"\g<1>{RIGHTWARDS}", told)


def _odt_styles(text: str, about: Manuscript, words: Sequence[str]) -> str:
    for name, size in LAYOUT.items():
        text = re.sub(
            rf'(<style:page-layout-properties [^>]*fo:{name}=")[^"]*', rf"\g<1>{size}", text
        )
    text = re.sub(r'fo:language="(?!zxx)[^"]*"', f'fo:language="{about.lang}"', text)
    text = re.sub(r'fo:country="[^"]*"', 'fo:country="none"', text)
    text = re.sub(r'language-complex="[^"]*"', f'language-complex="{about.lang}"', text)
    if about.direction == "rtl":
        text = re.sub(r'style:writing-mode="[^"]*"', 'style:writing-mode="rl-tb"', text)
    return text


def _odt_text(text: str, about: Manuscript, words: Sequence[str]) -> str:
    """Pictures come in the order of the text; `svg:desc` is what is read aloud."""
    told = iter(words)
    return FRAME.sub(lambda found: f"<svg:desc>{escape(next(told, ''))}</svg:desc>{found[0]}", text)


CORRECTIONS: dict[tuple[str, str], Correction] = {
    ("docx", "word/document.xml"): _docx_text,
    ("docx", "word/styles.xml"): _docx_styles,
    ("odt", "content.xml"): _odt_text,
    ("odt", "styles.xml"): _odt_styles,
}
