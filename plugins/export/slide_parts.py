"""The parts of a file of slides (ODP) that are the same in all: paper, letters, colours, and what
the file says of itself."""

from datetime import date
from xml.sax.saxutils import escape, quoteattr

from plugins.export.manuscript import Manuscript

MIMETYPE = "application/vnd.oasis.opendocument.presentation"
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = (
    " ".join(
        f'xmlns:{short}="{OASIS}:{name}:1.0"'
        for short, name in (
            *(("office", "office"), ("style", "style"), ("text", "text"), ("draw", "drawing")),
            *(("presentation", "presentation"), ("meta", "meta")),
            *(("svg", "svg-compatible"), ("fo", "xsl-fo-compatible")),
        )
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
INK, ACCENT = "#16262c", "#0b4a56"  # as in editions/style.typ
PARTS = ("content.xml", "styles.xml", "meta.xml")
MANIFEST = "".join(
    (
        f'{XML}<manifest:manifest xmlns:manifest="{OASIS}:manifest:1.0" manifest:version="1.3">\n',
        '<manifest:file-entry manifest:full-path="/" manifest:version="1.3" ',
        f'manifest:media-type="{MIMETYPE}"/>\n',
        *(
            f'<manifest:file-entry manifest:full-path="{part}" manifest:media-type="text/xml"/>\n'
            for part in PARTS
        ),
        "</manifest:manifest>\n",
    )
)


def content(pages: str, about: Manuscript) -> str:
    """Return the part that has the slides."""
    return (
        f'{XML}<office:document-content {NAMES} office:version="1.3"><office:automatic-styles>'
        '<style:style style:name="page" style:family="drawing-page"/>'
        f"{_letters('title', 32, ACCENT, about, bold=True)}{_letters('text', 22, INK, about)}"
        f"{_list('bullet', True)}{_list('number', False)}"
        "</office:automatic-styles><office:body><office:presentation>"
        f"{pages}</office:presentation></office:body></office:document-content>\n"
    )


def styles(about: Manuscript) -> str:
    """Return the part that has the paper (16 by 9) and what all slides share."""
    return (
        f'{XML}<office:document-styles {NAMES} office:version="1.3"><office:automatic-styles>'
        '<style:page-layout style:name="screen"><style:page-layout-properties '
        'fo:page-width="28cm" fo:page-height="15.75cm" fo:margin="0cm" '
        f'style:print-orientation="landscape" style:writing-mode="{_way(about)}"/>'
        '</style:page-layout><style:style style:name="ground" style:family="drawing-page"/>'
        '</office:automatic-styles><office:master-styles><style:master-page style:name="Slide" '
        'style:page-layout-name="screen" draw:style-name="ground"/></office:master-styles>'
        "</office:document-styles>\n"
    )


def meta(about: Manuscript, day: date) -> str:
    """Return what the file says of itself."""
    words = "".join(f"<meta:keyword>{escape(word)}</meta:keyword>" for word in about.keywords)
    return (
        f'{XML}<office:document-meta {NAMES} office:version="1.3"><office:meta>'
        f"<dc:title>{escape(about.title)}</dc:title><dc:creator>{escape(about.author)}</dc:creator>"
        f"<dc:description>{escape(about.summary)}</dc:description>{words}"
        f"<dc:language>{about.lang}</dc:language><dc:date>{day.isoformat()}T12:00:00</dc:date>"
        "</office:meta></office:document-meta>\n"
    )


def _way(about: Manuscript) -> str:
    return "rl-tb" if about.direction == "rtl" else "lr-tb"


def _letters(name: str, size: int, colour: str, about: Manuscript, bold: bool = False) -> str:
    """A style of a text: its letters in every script, and the direction in which it is read."""
    kinds = ("fo:{}", "style:{}-asian", "style:{}-complex")
    given = {"font-size": f"{size}pt"} | ({"font-weight": "bold"} if bold else {})
    told = "".join(
        f' {kind.format(one)}="{value}"' for one, value in given.items() for kind in kinds
    )
    lang = quoteattr(about.lang)
    return (
        f'<style:style style:name="{name}" style:family="presentation"><style:graphic-properties '
        'draw:stroke="none" draw:fill="none" draw:auto-grow-height="false" '
        'draw:fit-to-size="shrink-to-fit" draw:textarea-vertical-align="top"/>'
        f'<style:paragraph-properties style:writing-mode="{_way(about)}" fo:text-align="start" '
        'fo:margin-bottom="0.2cm"/>'
        f'<style:text-properties fo:color="{colour}" fo:font-family="sans-serif"{told} '
        f'fo:language={lang} fo:country="none" style:language-complex={lang} '
        'style:country-complex="none"/></style:style>'
    )


def _list(name: str, bullets: bool) -> str:
    """A style of lists, three levels deep."""
    levels = []
    for level in range(1, 4):
        place = f'text:space-before="{0.9 * (level - 1):.1f}cm" text:min-label-width="0.9cm"'
        properties = f"<style:list-level-properties {place}/>"
        kind = (
            ("bullet", 'text:bullet-char="•"')
            if bullets
            else ("number", 'style:num-format="1" style:num-suffix="."')
        )
        levels.append(
            f'<text:list-level-style-{kind[0]} text:level="{level}" {kind[1]}>{properties}'
            f"</text:list-level-style-{kind[0]}>"
        )
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'
