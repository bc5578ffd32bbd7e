"""Titles in alphabetical order, and the letter under which a reader looks for one."""

# Letters that Unicode puts outside the alphabet: each follows the letter before it in the alphabet.
AFTER = {"ё": "е\uffff", "і": "и\uffff", "ў": "у\uffff", "ґ": "г\uffff"}
MARKS = "«»“”„\"'’ʼ()[]…—–-\u200f\u200e"


def alphabetical(title: str) -> str:
    """What to sort `title` by."""
    return "".join(AFTER.get(letter, letter) for letter in title.casefold().lstrip(MARKS))


def first_letter(title: str, latin: bool = True) -> str:
    """The letter of the index `title` stands under.

    Digits stand together; so do Latin letters where the language has another script (`latin` is
    False), for A and А look the same to a reader.
    """
    letter = title.lstrip(MARKS + " ")[:1].upper()
    if letter.isdigit():
        return "0–9"
    return "A–Z" if letter.isascii() and not latin else letter
