"""Telephone numbers: the number that is shown is the one that is dialled.

A full number is dialled as E.164 writes it, a plus and at most fifteen digits. Belarus writes the
same number inside the country with an 8 and a 0: `8 017 211 02 51` is +375 17 211 02 51. A short
code (`113`, `116 000`) and a toll-free number (`8 801 …`) are dialled as they stand, since neither
exists outside its country. Other countries have numbers of their own that are dialled as they stand
inside them: `016`, `800 290 290`.
"""

import re

from plugins.model.message import Message

OWN = "BY"
DIALLED = re.compile(r"\+[1-9][0-9]{6,14}|[1-9][0-9]{1,5}|880[01][0-9]{7}")
ELSEWHERE = re.compile(r"\+[1-9][0-9]{6,14}|[0-9]{2,12}")
# Digits, with single spaces (also those that do not break), hyphens and brackets between them.
GAP = r"[ \u00a0\u202f\u2011-]"
SHOWN = re.compile(rf"\+?\(?[0-9](?:(?:{GAP}|\){GAP}?|{GAP}?\(|\){GAP}?\()?[0-9])*\)?")
BRACKETS = re.compile(r"[^()]*(?:\([^()]*\)[^()]*)*")
INSIDE_BELARUS = re.compile(r"80(?P<rest>[1-9][0-9]{8})")
BELARUS = "+375"


def dialled(number: str, country: str = OWN) -> str:
    """Return what a telephone in `country` dials for `number` as people read it;
    empty when it is no number."""
    if not (SHOWN.fullmatch(number) and BRACKETS.fullmatch(number)):
        return ""
    digits = re.sub(r"[^0-9]", "", number)
    inside = INSIDE_BELARUS.fullmatch(digits) if country == OWN else None
    if number.startswith("+"):
        return f"+{digits}"
    if inside:
        return f"{BELARUS}{inside['rest']}"
    return digits


def misfits(number: str, dial: str, country: str = OWN) -> list[tuple[str, Message, Message]]:
    """Return what is wrong with a pair: the name of the value, what is wrong, how to fix it."""
    expected = dialled(number, country)
    wrong = []
    if not expected:
        fix = Message("Write digits with single spaces, such as +375 17 211 02 51 or 116 000.")
        wrong.append(("number", Message("%(number)r is no telephone number.", number=number), fix))
    if not (DIALLED if country == OWN else ELSEWHERE).fullmatch(dial):
        fix = Message("Write + and the digits without spaces, or the digits of a short code.")
        wrong.append(("dial", Message("%(dial)r cannot be dialled.", dial=dial), fix))
    elif expected and expected != dial:
        fix = Message(
            'Correct one of them: `dial = "%(expected)s"` belongs to that number.',
            expected=expected,
        )
        wrong.append(
            (
                "dial",
                Message("%(number)r is shown, but %(dial)r is dialled.", number=number, dial=dial),
                fix,
            )
        )
    return wrong
