"""The name of a file, made from the words of its title: Latin letters as passports spell them."""

import re
import unicodedata

# Belarus: rules of the Ministry of the Interior for passports; Russian letters as ICAO Doc 9303,
# part 3, section 6 B has them.
LATIN = dict(
    zip(
        "абвгдеёжзіийклмнопрстуўфхцчшщъыьэюя’'",
        (
            *("a", "b", "v", "h", "d", "e", "io", "zh", "z", "i", "i", "i", "k", "l", "m", "n"),
            *("o", "p", "r", "s", "t", "u", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y"),
            *("", "e", "iu", "ia", "", ""),
        ),
        strict=True,
    )
)
OWN = {"ru": {"г": "g"}}
LONGEST = 60


def file_name(title: str, lang: str) -> str:
    """Return `title` in lower-case Latin letters, digits and hyphens; empty where nothing is left
    of it."""
    letters = LATIN | OWN.get(lang, {})
    spelled = "".join(letters.get(letter, letter) for letter in title.lower())
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain)
    name = "-".join(words)
    return name if len(name) <= LONGEST else name[: LONGEST + 1].rpartition("-")[0]
