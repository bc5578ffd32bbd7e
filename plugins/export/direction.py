"""Numbers and addresses between letters that run from right to left, where no markup says which
way they run."""

from unicodedata import bidirectional

MARK = "\u200e"  # LEFT-TO-RIGHT MARK (UAX #9, 2.6); older programs know no isolates
LEFTWARDS = frozenset({"R", "AL"})  # the letters of Arabic and Hebrew (UAX #9, table 4)
FIRST = "\u0590"  # no such letter comes before it


def leftwards(text: str) -> bool:
    """Whether `text` has letters that run from right to left."""
    return any(bidirectional(sign) in LEFTWARDS for sign in text if sign > FIRST)


def in_order(text: str) -> str:
    """Return `text`, a number or an address, so that its parts keep their order anywhere."""
    return f"{MARK}{text}{MARK}"
