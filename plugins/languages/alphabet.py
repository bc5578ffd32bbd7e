"""Titles in alphabetical order, and the letter under which a reader looks for one."""

# Letters that Unicode puts outside the alphabet: each follows the letter before it in the alphabet.
AFTER = {"ё": "е\uffff", "і": "и\uffff", "ў": "у\uffff", "ґ": "г\uffff"}
MARKS = "«»“”„\"'’ʼ()[]…—–-\u200f\u200e"


def alphabetical(title: str) -> str:
    """What to sort `title` by."""
    return "".join(AFTER.get(letter, letter) for letter in title.casefold().lstrip(MARKS))


def first_letter(title: str) -> str:
    """The letter of the index `title` stands under; digits stand together under 0–9."""
    letter = title.lstrip(MARKS + " ")[:1].upper()
    return "0–9" if letter.isdigit() else letter
