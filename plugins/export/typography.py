"""Typography: what belongs together stays in one line, in every form that readers see.

Authors type ordinary spaces. In the finished text these become no-break spaces: before a dash,
after a word of one letter (Belarusian and Russian), between a number and its unit or month, within
a number, after initials and signs such as №; and the hyphen of з-за does not break. Nothing is
changed in code, in addresses, and in what is compared; the search never meets these signs, because
it reads texts before they are finished.
"""

import re
from bisect import bisect_right
from collections.abc import Callable

SPACE, HYPHEN = "\u00a0", "\u2011"
# Words of one letter that a line must not end with, and particles that none begins with.
SHORT = "авікоузўяАВІКОУЗЎЯсиСИ"
PARTICLES = "жб"
UNITS = (
    r"%|‰|°|€|\$|£|₽|[кмс]?м\b|к?г\b|л\b|[MKGМКГ][BБ]\b|[ckm]?m\b|kg\b|руб|BYN\b|EUR\b|USD\b|"
    r"год|гадз|гг?\.|мин\b|хв\b|ч\b|гадзін|час|дзён|дзень|дні|дня|дней|день|гадоў|лет\b|тыс|млн|млрд"
)
MONTHS = (
    r"студз|лют|сакав|красав|мая|чэрв|ліп|жні|верас|кастр|лістап|снеж|"
    r"янв|фев|март|апр|июн|июл|авг|сент|окт|нояб|дек|"
    r"January|February|March|April|May\b|June|July|August|September|October|November|December"
)
CAPITAL = "[A-ZА-ЯЁІЎ]"
# Each alternative looks back and ahead from one sign: most of a text is passed over quickly.
BOUND = re.compile(
    r"[ \n-](?:"
    rf"(?<=[^\w’'-][{SHORT}][ \n])(?=\S)"
    r"|(?<=[№§][ \n])(?=\S)"
    rf"|(?<=[^\w’'-]{CAPITAL}\.[ \n])(?={CAPITAL}(?:\.|[^\W\d_]))"
    rf"|(?<=\S[ \n])(?=[–—](?:[ \n]|$)|[{PARTICLES}](?![\w’'-]))"
    rf"|(?<=\d[ \n])(?=(?:{UNITS}|{MONTHS}))"
    r"|(?=\d{3}(?![\d-]))(?:(?<=[^\d+-][^\d+-]\d )|(?<=[^\d+-][^\d+-]\d\d )"
    r"|(?<=[^\d+-][^\d+-]\d{3} )|(?<=[^\d+-]\d \d{3} ))"
    r"|(?<=[^\w/-][Зз]-)(?=(?:за|пад)(?![\w-]))"
    r"|(?<=[^\w/-][Ии]з-)(?=(?:за|под)(?![\w-]))"
    r")"
)
SIGNS = {" ": SPACE, "\n": SPACE, "-": HYPHEN}
START = "\n\n"  # before a text, so that its first word is as any other
VERBATIM = re.compile(
    r"<(?P<tag>script|style|pre|code|kbd|samp|textarea|title|svg)\b.*?</(?P=tag)>", re.DOTALL
)
BODY = re.compile(r"<body[^>]*>")
# Strings of a Typst source that are words: no code, no address, no name of a file.
WORDS_OF_TYPST = re.compile(
    r'(?P<verbatim>\b(?:raw|link|image|label|read|bytes)\()?"(?:[^"\\]|\\.)*"'
)


def bound(text: str) -> str:
    """Return the plain `text` with what belongs together in one line."""
    return BOUND.sub(_together, START + text)[len(START) :]


def _together(found: re.Match[str]) -> str:
    return SIGNS[found[0]]


def bound_html(html: str) -> str:
    """Return `html` with what belongs together in one line, in the texts of its body (of all of it,
    where it has none): not in tags, and not in code."""
    body = BODY.search(html)
    start = body.end() if body else 0
    kept = [found.span() for found in VERBATIM.finditer(html, start)]
    begins, ends = [one[0] for one in kept], [one[1] for one in kept]

    def together(found: re.Match[str]) -> str:
        place = found.start()
        nearest = bisect_right(begins, place) - 1
        verbatim = nearest >= 0 and place < ends[nearest]
        in_tag = html.rfind("<", start, place) > html.rfind(">", start, place)
        return found[0] if verbatim or in_tag else _together(found)

    pieces, last = [], 0
    for found in BOUND.finditer(html, start):
        pieces += [html[last : found.start()], together(found)]
        last = found.end()
    return "".join([*pieces, html[last:]])


def bound_typst(source: str) -> str:
    """Return the Typst `source` with what belongs together in one line, in its strings of words."""
    return WORDS_OF_TYPST.sub(lambda one: one[0] if one["verbatim"] else bound(one[0]), source)


FORMS: dict[str, Callable[[str], str]] = {
    ".html": bound_html,
    ".xhtml": bound_html,
    ".typ": bound_typst,
}


def finished(name: str, text: str) -> str:
    """Return `text`, which the template `name` made, as readers are given it."""
    form = FORMS.get(name[name.rfind(".") :])
    return form(text) if form else text
