"""Signs of markup that are left in the finished text, because nobody understood them."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import unescape

from plugins.reading.links import Finding

CODE = re.compile(r"<(pre|code)\b[^>]*>.*?</\1>", re.DOTALL)
BLOCK = re.compile(
    r"</?(?:p|h[1-6]|ul|ol|li|dl|dt|dd|div|section|details|summary|blockquote|table|thead|tbody|tr"
    r"|th|td|hr|br)\b[^>]*>"
)
TAG = re.compile(r"<[^>]*>")
WORDS = r"(?:[ ]?\w+){0,3}"
LEADS = r"(?:[^\s()]*(?:\.[a-z]{2,4}\b|://|#)|/)[^\s()]*"
# What is found in the words of a block; of several at one place the first counts.
SIGNS = {
    "placeholder": r"[\x02\x03]",
    "alert": r"\[!\w+\]",
    "toc": r"\[\[?_?(?i:toc)_?\]?\]",
    "note": r"\[\^[^\]\n]*\]?:?",
    "picture": r"!\[[^\]\n]*\]?",
    "wiki": r"\[\[[^\]\n]*\]?\]?",
    "link": rf"\[[^\[\]\n]*\]\s?\({LEADS}\)?|\([^()\n]*\)\[{LEADS}\]|\]\({LEADS}",
    "reference": r"\[[^\[\]\n]+\][ ]?\[[^\[\]\n]*\]",
    "callout": r"^\s*[!?]{3}\+?\s?(?:[\w-]+)?.{0,40}|^\s*:::.{0,40}"
    r"|!!!\s*(?:note|tip|warning|danger|content-note)\b",
    "braces": r"\{[^{}\n]{0,60}\}?|\}",
    "fence": r"^\s*(?:```|~~~).{0,20}",
    "code": r"`[^`\n]{0,40}",
    "strong": rf"\*\*{WORDS}|(?<![\w_])__(?=[^\W_])\w+|(?<=[^\W_])__(?!_)",
    "emphasis": r"(?<![\w*])\*(?=[^\W_])[^*\n]{1,60}\*|(?<![\w*])\*[ ][^*\n]{1,60}(?<=\w)\*(?!\*)",
    "strike": rf"~~{WORDS}",
    "highlight": r"==(?=\S)[^=\n]{0,40}==",
    "table": r"^[ ]*\|.{0,60}|\|[ ]*:?-{2,}|-{2,}:?[ ]*\||[^|\n]{0,30}\|[^|\n]*\|",
    "heading": r"^[ ]*#{2,}[ ]?.{0,40}|^[ ]*#[ ].{0,40}",
    "quote": r"^[ ]*>[ ].{0,40}",
    "backslash": r"\\[^\w\s]",
}
SIGN = re.compile("|".join(f"(?P<{name}>{sign})" for name, sign in SIGNS.items()), re.MULTILINE)
# A sign without which none of them is there.
ANY = re.compile(r"[\x02\x03\[\]{}`*~|#>\\!?:=_]")
UNKNOWN_CONTACT = re.compile(r"\{contact:[^}\s]+\}")  # which has a rule of its own
PREFORMATTED = re.compile(r"<pre>(?:<code>)?(?P<words>.*?)(?:</code>)?</pre>", re.DOTALL)
BOX = re.compile(r"<li>\s*(?:<p>)?\s*(?P<words>\[[ xXхХ✓]?\])")
HOLLOW = re.compile(
    r'(?:<p class="admonition-title">|<summary>)(?P<words>[^<]*)[^\n]*\s*(?:</div>|</details>)'
)
IN_HTML = {"preformatted": PREFORMATTED, "box": BOX, "hollow": HOLLOW}
FENCE = re.compile(r"^[ >]*(?P<words>(?:```|~~~).*)$", re.MULTILINE)


def leftovers(html: str, source: str, contacts: Iterable[str] = ()) -> Iterator[Finding]:
    """Signs that are left in `html`, which was made of `source`, each with the words to find it
    by; `contacts` are the keys that a text may name."""
    for found in FENCE.finditer(source):
        yield Finding("leftover", "fence", "", found["words"])
    for kind, pattern in IN_HTML.items():
        for found in pattern.finditer(html):
            words = unescape(TAG.sub("", found["words"])).strip()
            yield Finding("leftover", kind, "", words.split("\n")[0])
    yield from _in_words(html)
    yield from contacts_left(html, contacts)


def contacts_left(html: str, contacts: Iterable[str]) -> Iterator[Finding]:
    """`contact: hotline` in `html`, without its braces, for each key of `contacts`."""
    bare = _bare(tuple(contacts)) if "ontact" in html else None
    for found in bare.finditer(html) if bare else ():
        yield Finding("leftover", "contact", "", found[0])


def _in_words(html: str) -> Iterator[Finding]:
    for block in BLOCK.split(CODE.sub(" ", html)):
        words = unescape(TAG.sub("", block)).strip("\n")
        if ANY.search(words):
            for found in SIGN.finditer(UNKNOWN_CONTACT.sub("", words)):
                yield Finding("leftover", str(found.lastgroup), "", found[0].strip())


@cache
def _bare(contacts: tuple[str, ...]) -> re.Pattern[str] | None:
    keys = "|".join(sorted(map(re.escape, contacts), key=len, reverse=True))
    return re.compile(rf"(?<![\w{{])contacts?\s?[:：]\s?(?:{keys})(?![\w-])") if keys else None
