"""A form as it arrives: a closed list of fields, strictly decoded, with every hidden mark made visible."""

import re
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

# Which fields a form has, and how many characters each may hold.
FIELDS: dict[str, dict[str, int]] = {
    "counselling": {"message": 5000, "reply": 3, "contact": 200, "when": 300, "website": 200, "token": 200},
    "press": {"message": 5000, "newsroom": 200, "contact": 200, "when": 100, "website": 200, "token": 200},
}
# Where a form stands on the site, below the language; the page that thanks is below that.
PLACES = {"counselling": "help/write", "press": "press/write"}
CHOICES = {"reply": ("", "no", "yes")}
UNSEEN = {"website", "token"}  # the honeypot, and what the confirm page adds

# Room for the longest honest form: every character of every field as four percent-encoded bytes, twelve each.
BODY_LIMIT = 96 * 1024
LINKS_LIMIT = 3

BAD_ESCAPE = re.compile(rb"%(?![0-9A-Fa-f]{2})")
LINE_BREAKS = dict.fromkeys(map(ord, "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), "\n")
# Controls, direction and width marks, tags: what an eye does not see. Joiners, which writing systems need, stay.
RANGES = (
    *((0x00, 0x08), (0x0B, 0x1F), (0x7F, 0x9F), (0xAD, 0xAD), (0x61C, 0x61C), (0x180E, 0x180E), (0x200B, 0x200B)),
    *((0x200E, 0x200F), (0x2028, 0x202E), (0x2060, 0x206F), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB), (0xE0000, 0xE007F)),
)
HIDDEN = {mark: f"[U+{mark:04X}]" for first, last in RANGES for mark in range(first, last + 1)}


class Form(NamedTuple):
    """What a visitor sent: `values` of every field, empty where nothing was written.

    `problems` keep it from being sent as it is: missing, long (and long-<field>), unreadable. `suspicions` ask for one more
    click: links, breaks, addresses, honeypot.
    """

    name: str
    values: dict[str, str]
    problems: frozenset[str] = frozenset()
    suspicions: frozenset[str] = frozenset()
    token: str = ""


def decode(body: bytes, name: str) -> Form:
    """The form `name` in `body`, application/x-www-form-urlencoded (WHATWG URL, 5.1). Never raises."""
    limits = FIELDS[name]
    values: dict[str, str] = {}
    problems: set[str] = set()
    suspicions: set[str] = set()
    pairs = body.split(b"&", len(limits)) if body else []
    for pair in pairs[: len(limits)]:
        key, _, raw = pair.partition(b"=")
        field_name = key.decode("ascii", "replace")
        if field_name not in limits or field_name in values:
            problems.add("unreadable")
            continue
        text = _text(raw, problems)
        values[field_name] = visible(text, field_name == "message", suspicions)
    if len(pairs) > len(limits):
        problems.add("unreadable")
    return _judged(name, values, problems, suspicions)


def visible(text: str, lines: bool, suspicions: set[str]) -> str:
    """`text` as an eye can check it: one kind of line end, and only where `lines` are meant; hidden marks named.

    Adds "breaks" to `suspicions` where a line ends in a way no browser's field of this kind sends.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = text.translate(LINE_BREAKS)
    if plain != text or (not lines and "\n" in text):
        suspicions.add("breaks")
    return (plain if lines else plain.replace("\n", " ")).translate(HIDDEN).strip()


def _text(raw: bytes, problems: set[str]) -> str:
    data = unquote_to_bytes(raw.replace(b"+", b" "))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    if BAD_ESCAPE.search(raw) or (data and not text) or "\0" in text:
        problems.add("unreadable")
    return text or data.decode("utf-8", "replace")


def _judged(name: str, values: dict[str, str], problems: set[str], suspicions: set[str]) -> Form:
    limits = FIELDS[name]
    if not values.get("message"):
        problems.add("missing")
    long = {f"long-{key}" for key, text in values.items() if len(text) > limits[key]}
    problems |= long | ({"long"} if long else set())
    if any(values.get(key, "") not in options for key, options in CHOICES.items()):
        problems.add("unreadable")
    suspicions |= {suspicion for suspicion, found in _odd(values) if found}
    seen = {key: values.get(key, "") for key in limits if key not in UNSEEN}
    return Form(name, seen, frozenset(problems), frozenset(suspicions), values.get("token", ""))


def _odd(values: dict[str, str]) -> list[tuple[str, bool]]:
    everything = " ".join(text.lower() for key, text in values.items() if key not in UNSEEN)
    return [
        ("honeypot", bool(values.get("website"))),
        ("links", everything.count("://") + everything.count("www.") > LINKS_LIMIT),
        ("addresses", values.get("contact", "").count("@") > 1),
    ]
