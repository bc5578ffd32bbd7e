"""What Pandoc leaves out of a document, put into its parts: the size of the paper, language and
direction, a line above the title, and in ODT the words of pictures.

DOCX as ECMA-376 part 1 has it (17.6, 17.3.1), ODT as OpenDocument 1.3 part 3 does (16, 20).
"""

import re
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

from plugins.export.manuscript import Manuscript, Paper

TWIPS = 1440 / 25.4  # twentieths of a point in a millimetre
RIGHTWARDS = "<w:bidi/>"
LETTERS = re.compile(
    r'(?P<before>\b(?:fo|style):font-size(?:-asian|-complex)?=")(?P<size>[\d.]+)(?=pt")'
)
STEP = 720  # twips by which an item stands in
# A further paragraph of an item, which Pandoc makes an item of its own with a blank for its sign.
FURTHER = re.compile(
    r'<w:numPr><w:ilvl w:val="(?P<depth>\d)" /><w:numId w:val="1000" /></w:numPr>'
    r"(?P<rest>(?:(?!</w:pPr>).)*)</w:pPr>"
)
FRAME = re.compile(r"</draw:frame>")
# A paragraph of strong words.
DOCX_LINE = "<w:p><w:pPr>{}</w:pPr><w:r><w:rPr><w:b/><w:bCs/>{}</w:rPr><w:t>{}</w:t></w:r></w:p>"
ODT_LINE = (
    '<text:p text:style-name="Text_20_body">'
    '<text:span text:style-name="Strong_20_Emphasis">{}</text:span></text:p>'
)

Told = tuple[Manuscript, Sequence[str]]
Correction = Callable[[str, Manuscript, Sequence[str]], str]


def corrected(form: str, name: str, data: bytes, told: Told) -> bytes:
    """Return the part `name` of a document as it should be."""
    correction = CORRECTIONS.get((form, name))
    return correction(data.decode(), *told).encode() if correction else data


def _docx_text(text: str, about: Manuscript, words: Sequence[str]) -> str:
    direction, letters = (RIGHTWARDS, "<w:rtl/>") if about.direction == "rtl" else ("", "")
    text = text.replace("</w:sectPr>", f"{_docx_paper(about.paper)}{direction}</w:sectPr>")
    text = FURTHER.sub(_further, text)
    line = DOCX_LINE.format(direction, letters, escape(about.first)) if about.first else ""
    return text.replace("<w:body>", f"<w:body>{line}", 1)


def _further(found: re.Match[str]) -> str:
    stands_in = STEP * (int(found["depth"]) + 1)
    return f'{found["rest"]}<w:ind w:left="{stands_in}"/></w:pPr>'


def _docx_paper(paper: Paper) -> str:
    width, height, margin = (round(side * TWIPS) for side in paper[:3])
    sides = " ".join(f'w:{side}="{margin}"' for side in ("top", "right", "bottom", "left"))
    return (
        f'<w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar {sides} w:header="708" w:footer="708" w:gutter="0"/>'
    )


def _docx_styles(text: str, about: Manuscript, words: Sequence[str]) -> str:
    lang = f'<w:lang w:val="{about.lang}" w:eastAsia="zh-CN" w:bidi="{about.lang}"/>'
    told = re.sub(r"<w:lang [^>]*/>", lang, text)
    if about.direction != "rtl":
        return told
    return re.sub(r"(<w:pPrDefault>\s*<w:pPr>)", rf"\g<1>{RIGHTWARDS}", told)


def _odt_styles(text: str, about: Manuscript, words: Sequence[str]) -> str:
    for name, size in _odt_paper(about.paper).items():
        text = re.sub(
            rf'(<style:page-layout-properties [^>]*fo:{name}=")[^"]*', rf"\g<1>{size}", text
        )
    text = LETTERS.sub(lambda found: _enlarged(found, about.paper.letters), text)
    text = re.sub(r'fo:language="(?!zxx)[^"]*"', f'fo:language="{about.lang}"', text)
    text = re.sub(r'fo:country="[^"]*"', 'fo:country="none"', text)
    text = re.sub(r'language-complex="[^"]*"', f'language-complex="{about.lang}"', text)
    if about.direction == "rtl":
        text = re.sub(r'style:writing-mode="[^"]*"', 'style:writing-mode="rl-tb"', text)
    return text


def _odt_paper(paper: Paper) -> dict[str, str]:
    sides = ("margin-top", "margin-bottom", "margin-left", "margin-right")
    size = {"page-width": f"{paper.width}mm", "page-height": f"{paper.height}mm"}
    return size | dict.fromkeys(sides, f"{paper.margin}mm")


def _enlarged(found: re.Match[str], letters: float) -> str:
    return f"{found['before']}{float(found['size']) * letters:.4g}"


def _odt_text(text: str, about: Manuscript, words: Sequence[str]) -> str:
    """Pictures come in the order of the text; `svg:desc` is what is read aloud."""
    told = iter(words)
    line = ODT_LINE.format(escape(about.first)) if about.first else ""
    text = text.replace("<office:text>", f"<office:text>{line}", 1)
    return FRAME.sub(lambda found: f"<svg:desc>{escape(next(told, ''))}</svg:desc>{found[0]}", text)


CORRECTIONS: dict[tuple[str, str], Correction] = {
    ("docx", "word/document.xml"): _docx_text,
    ("docx", "word/styles.xml"): _docx_styles,
    ("odt", "content.xml"): _odt_text,
    ("odt", "styles.xml"): _odt_styles,
}
