"""How people type telephone numbers: with a code of the country or of the town, with 00, 810 or a
plus, in signs that look like digits, as the address of a messenger, or behind "call"."""

import re
import unicodedata
from collections.abc import Iterator

# What may stand between the digits of a number: spaces, brackets, hyphens, points, a line's end.
GAP = r"(?:[^\S\n]|\n(?!\s*\n)|[().\u2010-\u2015-])*"
DASH = r"[-\u2010-\u2013]"
BETWEEN = rf"(?:[ \t\u00a0\u202f()./]|{DASH})"
INTERNATIONAL = (
    r"\+\d[\d \t\u00a0\u202f()\u2010-\u2015-]{6,}\d"
    rf"|\+(?<!\d\+)(?<!\d[ \u00a0]\+)[ ]?[1-9](?:{BETWEEN}{{0,2}}\d){{8,14}}(?!\d)"
)
# Where there is no plus: 00 48 22 …, from Belarus and Russia 8 10 48 22 ….
WITHOUT_PLUS = (
    rf"0(?<![\w.,+/-]0)(?<!\d[ \u00a0]0)0{BETWEEN}{{0,2}}[1-9](?:{BETWEEN}{{0,2}}\d){{7,13}}(?!\d)"
    rf"|8(?<![\w.,+/-]8)(?<!\d[ \u00a0]8)[ ~-]{{0,2}}10[ -]?[1-9]"
    rf"(?:{BETWEEN}{{0,2}}\d){{8,13}}(?!\d)"
)
TOLL_FREE = rf"8(?<![\w+]8){GAP}80[01](?:{GAP}\d){{7,8}}(?!\d)"
FREE_ABROAD = (  # 0 800 …, 0808 …
    r"0(?<![\w.,+/-]0)(?<!\d[ \u00a0]0)[ -]?[89]0\d(?:[ -]?\d){5,7}(?![\w-])"
)
# Numbers of Belarus, twelve digits after 375 or eleven after 80, with letters beside them or not.
ABROAD = (
    rf"(?:(?:\+|00|810){GAP})?3(?:(?<!\d3)|(?<=003)|(?<=8103))"
    rf"{GAP}7{GAP}5(?:{GAP}\(0\))?(?:{GAP}\d){{9}}(?!\d)"
)
INSIDE = rf"8(?<!\d8){GAP}0(?:{GAP}\d){{9}}(?!\d)"
# Numbers of a town or operator with the code, 029 123-45-67, and of a town without, 211-02-51.
OF_TOWN = (
    r"\(?0(?<![\w.,+/-]0)(?<!\d[ \u00a0]0)[1-9]\d{1,3}(?:\)[ \u00a0]?|[ \u00a0/-])"
    r"\d{1,3}[ \u00a0-]?\d\d[ \u00a0-]?\d\d(?![\w-])|0(?<![\w.,+/-]0)[1-9]\d{8}(?![\w/-]|[.,]\d)"
)
IN_TOWN = rf"[1-9](?<![\w.,+/-][1-9])\d\d{DASH}\d\d{DASH}\d\d(?![\w/]|{DASH}|[.,]\d)"
# Grouped as telephones are, 48 22 628 99 99, or as in North America, 1-800-555-0199.
GROUPED = (
    rf"[1-9](?<![\w.,+/-][1-9])(?<!\d[ \u00a0][1-9])\d{{0,2}}(?:[ \u00a0]|{DASH})\(?\d{{2,4}}\)?"
    rf"(?:[ \u00a0]|{DASH})\d{{3}}(?:[ \u00a0]|{DASH})\d\d(?:[ \u00a0]|{DASH})\d\d(?![\w/-]|[.,]\d)"
    r"|1(?<![\w.,+/-]1)-[2-9]\d\d-\d{3}-\d{4}(?![\w/-])"
)
# 116 and three digits: help that has one number in all of Europe.
OF_EUROPE = r"1(?<![\w./+-]1)16[ \u00a0-]?[01]\d\d(?![\w/-]|[.,]\d)"
MESSENGER = (
    r"(?:wa\.me/|t\.me/|viber\.(?:me|click)/|signal\.me/#p/|(?:phone|number)=)(?:%2B|\+)?\d{7,15}"
)
SPELLINGS = (
    ABROAD,
    INSIDE,
    INTERNATIONAL,
    WITHOUT_PLUS,
    TOLL_FREE,
    FREE_ABROAD,
    OF_TOWN,
    IN_TOWN,
    GROUPED,
    MESSENGER,
)
# An address holds no number, unless it is one of a messenger that calls it.
ADDRESS = re.compile(
    r"https?://(?!(?:wa|t|signal)\.me/|api\.whatsapp\.com/|viber\.(?:me|click)/)[^\s)>\]]+"
)
# What is dialled behind the word for it, in whatever groups: `tel. 2110251`, `call 911`.
DIALLED = re.compile(rf"[0-9](?<![\w.,+/-]\d)(?:{BETWEEN}{{0,2}}\d){{2,14}}(?![\w%/:]|[.,]\d)")
WORDS = 60  # characters before it that are looked at
CALL = re.compile(
    r"(?<![\w-])(?:call|dial|ring|phone|telephone|tel|text|sms|fax|whatsapp|viber|(?:hot|help)line"
    r"|тел|телефон(?:у|е|ом|ы)?|(?:по)?звоните|(?:по)?звонить|наберите|набирайте|набрать|факс|вайбер"
    r"|тэл|тэлефон(?:у|е|ам|ы)?|(?:па)?тэлефануйце|(?:па)?тэлефанаваць|(?:па)?званіце|(?:па)?званіць"
    r"|набярыце|набірайце|набраць|вотсап|ватсап|горячая линия|гарачая лінія"
    r"|اتصل|اتصلوا|اتصلي|هاتف|الهاتف)"
    r"(?:\s+(?:us|me|now|at|on|to|the|free|number|по|на|за|па|номер\w?|нумар\w?))*"
    r"[\s.:,«»\"()№ـ–—-]{1,5}$",
    re.IGNORECASE,
)
# Days, years, hours and their spans, behind such a word too.
TIME = re.compile(
    r"(?:19|20)\d\d(?:\D{1,3}(?:19|20)\d\d)?|\d{4}-\d\d?-\d\d?|\d\d?[./]\d\d?[./](?:\d\d){1,2}"
    r"|\d\d?[.]\d\d(?:\D{1,3}\d\d?[.]\d\d)?|\d\d?\D{1,3}\d\d?|24/7"
)


class _Signs(dict[int, str]):
    """What `str.translate` makes of each sign, found when it is first met."""

    def __init__(self, numbers: bool) -> None:
        super().__init__()
        self.numbers = numbers

    def __missing__(self, code: int) -> str:
        self[code] = self._folded(chr(code))
        return self[code]

    def _folded(self, sign: str) -> str:
        if unicodedata.category(sign) in ("Cf", "Me") or sign in "\ufe0e\ufe0f":
            return ""
        if not self.numbers:
            return sign
        return "+" if sign in "\uff0b\u207a\ufe62" else str(unicodedata.digit(sign, sign))


VISIBLE = _Signs(numbers=False)  # without what nobody sees
DIGITS = _Signs(numbers=True)  # with digits of all scripts, and raised ones, as 0 to 9


def called(text: str) -> Iterator[re.Match[str]]:
    """Yield what stands in `text` behind a word for dialling, but for days and hours."""
    for number in DIALLED.finditer(text):
        before = text[max(0, number.start() - WORDS) : number.start()]
        if CALL.search(before) and not TIME.fullmatch(number[0]):
            yield number
