"""Plain words: what is shown as it was typed, such as titles, captions and the texts of the data,
and has no markup in it."""

import re
from html.entities import html5

from plugins.model.message import Message

PLAIN = Message("Write plain words here, without marks of Markdown or HTML.")
BOLD = r"\*\*(?=\S)[^*\n]+(?<=\S)\*\*|(?<!\w)__(?=\S)[^_\n]+(?<=\S)__(?!\w)"
# A star behind a word or before a space is a note's or a product's, and a name may have _ within.
SLANTED = (
    r"(?<![\w*])\*(?=[^\W_])[^*\n]+(?<=\S)\*(?![\w*])"
    r"|(?<![\w/_])_(?=[^\W_])[^_\n]+(?<=[^\s_])_(?![\w/_])"
)
LINK = (
    r"!?\[[^\[\]\n]*\]\([^()\s]*\)|\[\[[^\[\]\n]+\]\]|\[\^[^\[\]\s]+\]"
    r"|\[[^\[\]\n]*[^\W\d][^\[\]\n]*\]\[[^\[\]\n]*\]"
)
OTHERS = (
    r"(?<!\w)`[^`\n]+`(?!\w)|~~(?=\S)[^~\n]+~~|(?<!=)==(?=[^\s=])[^=\n]+==(?!=)|^#{1,6}\s+\S.{0,20}"
    r"|\{\s*(?i:contacts?|number)\b[^{}\n]*\}|\{[#:.][^{}\n]*\}|\\[*_\[\]`#{}<>|~!()+\"']"
)
MARKDOWN = re.compile("|".join((BOLD, SLANTED, LINK, OTHERS)))
# The elements that people type or paste; another word in such brackets is a word.
ELEMENTS = (
    "a|abbr|b|big|blockquote|br|center|cite|code|div|em|font|h[1-6]|hr|i|iframe|img|input|li|link"
    "|mark|object|ol|p|pre|q|s|script|small|span|strike|strong|style|sub|sup|svg|table|t[bhrdt]"
    "|tbody|u|ul|video"
)
HTML = re.compile(
    rf"</?(?i:{ELEMENTS})(?=[\s/>])[^<>\n]*>|<!--|<https?:[^<>\s]*>"
    r"|&#\d+;|&#[xX][0-9a-fA-F]+;|&(?P<name>\w+;)"
)
SHORT_CODE = re.compile(r"(?<![^\s(]):(?:[+-]1|[a-z][a-z0-9_+-]+):(?![^\s.,;!?)])")


def markup_in(text: str) -> str:
    """Return the first markup of Markdown or HTML in `text`; nothing where it has none."""
    found = MARKDOWN.search(text) or SHORT_CODE.search(text) or _html(text)
    return found[0] if found else ""


def _html(text: str) -> re.Match[str] | None:
    """A tag, a comment or an entity that HTML knows; `C&A;` is none."""
    signs = HTML.finditer(text)
    return next((one for one in signs if not one["name"] or one["name"] in html5), None)
