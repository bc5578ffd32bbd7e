"""A form as it arrives: a closed list of fields, strictly decoded, with every hidden mark made visible."""

import binascii
import re
import unicodedata
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

# Which fields a form has, and how many characters each may hold.
HIDDEN_FIELDS = {"website": 200, "id": 200, "token": 200}
FIELDS: dict[str, dict[str, int]] = {
    "counselling": {"message": 5000, "reply": 3, "contact": 200, "when": 300} | HIDDEN_FIELDS,
    "press": {"message": 5000, "newsroom": 200, "contact": 200, "when": 100} | HIDDEN_FIELDS,
}
# Where a form stands on the site, below the language, and the page that thanks below that; and what the form is called
# in the address that it is sent to. All stay in the history of a browser, and say little.
PLACES = {"counselling": "about/write", "press": "press/write"}
THANKS = "more/"
ROUTES = {"counselling": "message", "press": "press"}
CHOICES = {"reply": ("", "no", "yes")}
UNSEEN = set(HIDDEN_FIELDS)  # the honeypot, and what makes a second try the same message

# Room for an honest form, and for five times as much in Cyrillic: who pastes too much gets it back to shorten it.
BODY_LIMIT = 192 * 1024
LINKS_LIMIT = 3

BAD_ESCAPE = re.compile(rb"%(?![0-9A-Fa-f]{2})")
LINE_BREAKS = dict.fromkeys(map(ord, "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), "\n")
# Controls, changes of direction, tags: what can make a text look like another one. They are named.
RANGES = (
    *((0x00, 0x08), (0x0B, 0x1F), (0x7F, 0x9F), (0x2028, 0x202E), (0x2061, 0x206F), (0xFFF9, 0xFFFB)),
    (0xE0000, 0xE007F),
)
HIDDEN = {mark: f"[U+{mark:04X}]" for first, last in RANGES for mark in range(first, last + 1)}
NAMED = re.compile(r"\[U\+[0-9A-F]{4,5}\]")
# What programs leave between letters, and what writing systems need: harmless, left as it is.
HARMLESS = "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
WITHOUT_HARMLESS = dict.fromkeys(map(ord, HARMLESS))
# Letters by their category that an eye does not see.
BLANKS = "\u115f\u1160\u2800\u3164\uffa0"


class Form(NamedTuple):
    """What a visitor sent: `values` of every field, empty where nothing was written.

    `problems` keep it from being sent as it is: missing, long (and long-<field>), unreadable.
    `suspicions` ask for one more click: links, breaks, addresses, honeypot, no-contact, scripts.
    """

    name: str
    values: dict[str, str]
    problems: frozenset[str] = frozenset()
    suspicions: frozenset[str] = frozenset()
    token: str = ""
    id: str = ""

    @property
    def excess(self) -> dict[str, str]:
        """By `over-<field>`, how many characters of a field are too many."""
        over = {name: length(text) - FIELDS[self.name][name] for name, text in self.values.items()}
        return {f"over-{name}": str(count) for name, count in over.items() if count > 0}


def decode(body: bytes, name: str) -> Form:
    """The form `name` in `body`, application/x-www-form-urlencoded (WHATWG URL, 5.1). Never raises."""
    limits = FIELDS[name]
    values: dict[str, str] = {}
    problems, suspicions = set[str](), set[str]()
    pairs = body.split(b"&", len(limits)) if body else []
    for pair in pairs[: len(limits)]:
        key, _, raw = pair.partition(b"=")
        field_name = key.decode("ascii", "replace")
        if field_name not in limits or field_name in values:
            problems.add("unreadable")
            continue
        text = _text(raw, problems)
        values[field_name] = visible(text, field_name == "message", suspicions)
        if field_name == "contact":
            values[field_name] = values[field_name].translate(WITHOUT_HARMLESS)
    if len(pairs) > len(limits):
        problems.add("unreadable")
    return _judged(name, values, problems, suspicions)


def visible(text: str, lines: bool, suspicions: set[str]) -> str:
    """Return `text` as an eye can check it: one kind of line end, only where `lines` are meant; odd marks are named.

    Add "breaks" to `suspicions` where a line ends in a way no browser's field of this kind sends.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = text.translate(LINE_BREAKS)
    if plain != text or (not lines and "\n" in text):
        suspicions.add("breaks")
    return (plain if lines else plain.replace("\n", " ")).translate(HIDDEN).strip()


def length(text: str) -> int:
    """Return how many characters a person wrote: a mark that was named counts as one."""
    return len(NAMED.sub("x", text))


def is_blank(text: str) -> bool:
    """Return whether nothing in `text` can be seen."""
    seen = (sign for sign in text if sign not in BLANKS)
    return not any(unicodedata.category(sign)[0] in "LNPS" for sign in seen)


def mixed_words(text: str) -> list[str]:
    """Return the words of an address that mix Latin letters with others, which can look the same."""
    return [word for word in re.split(r"[\s,;<>()]+", text) if "@" in word or "." in word if len(_scripts(word)) > 1]


def foreign_letters(text: str) -> str:
    """Return the letters that are not Latin in the mixed words of `text`, each with its number."""
    signs = dict.fromkeys(sign for word in mixed_words(text) for sign in word if _script(sign) not in ("", "LATIN"))
    return ", ".join(f"{sign} U+{ord(sign):04X}" for sign in signs)


def _scripts(word: str) -> set[str]:
    return {_script(sign) for sign in word} - {""}


def _script(sign: str) -> str:
    return unicodedata.name(sign, "").partition(" ")[0] if sign.isalpha() else ""


def unquoted(raw: bytes) -> bytes:
    """Return `raw` without percent-encoding; a text of thousands of signs in C, where all escapes are good."""
    if BAD_ESCAPE.search(raw):
        return unquote_to_bytes(raw)
    return binascii.a2b_qp(raw.replace(b"=", b"%3D").replace(b"%", b"="))


def _text(raw: bytes, problems: set[str]) -> str:
    data = unquoted(raw.replace(b"+", b" "))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    if BAD_ESCAPE.search(raw) or (data and not text) or "\0" in text:
        problems.add("unreadable")
    return text or data.decode("utf-8", "replace")


def _judged(name: str, values: dict[str, str], problems: set[str], suspicions: set[str]) -> Form:
    limits = FIELDS[name]
    if is_blank(values.get("message", "")):
        problems.add("missing")
    long = {f"long-{key}" for key, text in values.items() if length(text) > limits[key]}
    problems |= long | ({"long"} if long else set())
    if any(values.get(key, "") not in options for key, options in CHOICES.items()):
        problems.add("unreadable")
    suspicions |= {suspicion for suspicion, found in _odd(values) if found}
    seen = {key: values.get(key, "") for key in limits if key not in UNSEEN}
    return Form(name, seen, frozenset(problems), frozenset(suspicions), values.get("token", ""), values.get("id", ""))


def _odd(values: dict[str, str]) -> list[tuple[str, bool]]:
    everything = " ".join(text.lower() for key, text in values.items() if key not in UNSEEN)
    return [
        ("honeypot", bool(values.get("website"))),
        ("links", everything.count("://") + everything.count("www.") > LINKS_LIMIT),
        ("addresses", values.get("contact", "").count("@") > 1),
        ("scripts", bool(mixed_words(values.get("contact", "")))),
        ("no-contact", values.get("reply") == "yes" and is_blank(values.get("contact", ""))),
    ]
