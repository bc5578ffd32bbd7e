"""What an editor who typed or pasted HTML may write instead, by the element it begins with."""

import re

from plugins.model.message import Message
from plugins.model.plain_words import ELEMENTS
from plugins.reading.links import is_web_address

TAG = re.compile(r"</?(?P<name>[A-Za-z][\w-]*)(?P<more>[^<>]*)")
KNOWN = re.compile(
    rf"(?i:{ELEMENTS}|details|summary|dl|dt|dd|col|colgroup|caption|tfoot"
    r"|aside|section|article|header|footer|main|nav|figure|figcaption|audio|button|form|label|select"
    r"|option|textarea|kbd|ins|time|picture|source|small|var|samp|wbr|iframe|noscript|base|meta)"
)
ATTRIBUTES = re.compile(r"(?:\s+[\w:-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+))*\s*/?")
PAGE = re.compile(r"<(\S+\.md(?:#\S*)?)>")
SITE = re.compile(r"<(\S+\.\S+)>")
HREF = re.compile(r"href\s*=\s*[\"']?(https?://[^\s\"'>]+)")

ANY = Message("Write it in Markdown, or remove it.")
SIGNS = Message("If the signs are meant, put a backslash before each: \\<.")
NOTE = Message("Remove it: readers would find it in the source of the page.")
ROWS = Message("Write its rows as | a | b |, and below the first one a line | --- | --- |.")
STRONG, EMPHASIS, STRUCK = (
    Message("Write **words**, without spaces inside the signs."),
    Message("Write *words*, without spaces inside the signs."),
    Message("Write ~~words~~, without spaces inside the signs."),
)
LINE = Message("End the line above with two spaces, or leave an empty line.")
LINK = Message("Write [words](path.md).")
PICTURE = Message("Write ![what it shows](path).")
ITEMS = Message("Write each item as a line `- words` or `1. words`.")
HEADING = Message("Write ## words {#anchor}, a line by itself.")
FOLD = Message('Write !!! content-note "What it is about", and its text indented by 4 spaces.')
MENTION = Message("Write a footnote: [^1] here, and `[^1]: the text` below.")
WORDS = Message("Remove the tags; the words between them stay.")
MEANT = {
    **dict.fromkeys(("b", "strong"), STRONG),
    **dict.fromkeys(("i", "em", "cite"), EMPHASIS),
    **dict.fromkeys(("s", "strike", "del"), STRUCK),
    "br": LINE,
    "a": LINK,
    "img": PICTURE,
    **dict.fromkeys(("table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"), ROWS),
    **dict.fromkeys(("ul", "ol", "li", "dl", "dt", "dd"), ITEMS),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), HEADING),
    **dict.fromkeys(("details", "summary"), FOLD),
    **dict.fromkeys(("p", "div", "span", "font", "u", "center", "big", "small", "mark"), WORDS),
    **dict.fromkeys(("aside", "section", "article", "header", "footer", "main", "nav"), WORDS),
    "sup": MENTION,
}


def meant(html: str) -> Message:
    """Return what to write instead of `html`, as it was typed."""
    if page := PAGE.fullmatch(html):
        return Message("Write [words](%(path)s).", path=page[1])
    if (site := SITE.fullmatch(html)) and is_web_address(f"https://{site[1]}"):
        return Message("Write [words](%(path)s).", path=f"https://{site[1]}")
    if html.startswith("<!--"):
        return NOTE
    if href := HREF.search(html) if html.startswith("<a ") else None:
        return Message("Write [words](%(path)s).", path=href[1])
    return _by_name(html)


def _by_name(html: str) -> Message:
    """An element that HTML knows; another word between such signs is a word."""
    tag = TAG.match(html)
    if not tag:
        return ANY
    if not KNOWN.fullmatch(tag["name"]) or not ATTRIBUTES.fullmatch(tag["more"]):
        return SIGNS
    return MEANT.get(tag["name"].lower(), ANY)
