"""A form as it arrives: a closed list of fields, strictly decoded, with every hidden mark made visible."""

import re
from dataclasses import dataclass, field
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
LINE_END = re.compile(r"\r\n?")
LINE_BREAK = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Controls, direction and width marks, tags: what an eye does not see. Joiners, which writing systems need, stay.
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
LINK = re.compile(r"://|\bwww\.", re.IGNORECASE)


@dataclass(frozen=True)
class Form:
    """What a visitor sent: `values` of every field, empty where nothing was written.

    `problems` keep it from being sent as it is: missing, long, unreadable. `doubts` ask for one more click: links,
    breaks, addresses, honeypot.
    """

    name: str
    values: dict[str, str]
    problems: frozenset[str] = frozenset()
    doubts: frozenset[str] = frozenset()
    token: str = field(default="", repr=False)


def decode(body: bytes, name: str) -> Form:
    """The form `name` in `body`, application/x-www-form-urlencoded (WHATWG URL, 5.1). Never raises."""
    limits = FIELDS[name]
    values: dict[str, str] = {}
    problems: set[str] = set()
    doubts: set[str] = set()
    pairs = body.split(b"&", len(limits)) if body else []
    for pair in pairs[: len(limits)]:
        key, _, raw = pair.partition(b"=")
        field_name = key.decode("ascii", "replace")
        if field_name not in limits or field_name in values:
            problems.add("unreadable")
            continue
        text = _text(raw, problems)
        values[field_name] = visible(text, field_name == "message", doubts)
    if len(pairs) > len(limits):
        problems.add("unreadable")
    return _judged(name, values, problems, doubts)


def visible(text: str, lines: bool, doubts: set[str]) -> str:
    """`text` as an eye can check it: one kind of line end, and only where `lines` are meant; hidden marks named.

    Adds "breaks" to `doubts` where a line ends in a way no browser's field of this kind sends.
    """
    text = LINE_END.sub("\n", text)
    if LINE_BREAK.search(text) or (not lines and "\n" in text):
        doubts.add("breaks")
    text = LINE_BREAK.sub("\n", text)
    text = text if lines else text.replace("\n", " ")
    return HIDDEN.sub(lambda mark: f"[U+{ord(mark[0]):04X}]", text).strip()


def _text(raw: bytes, problems: set[str]) -> str:
    data = unquote_to_bytes(raw.replace(b"+", b" "))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    if BAD_ESCAPE.search(raw) or (data and not text) or "\0" in text:
        problems.add("unreadable")
    return text or data.decode("utf-8", "replace")


def _judged(name: str, values: dict[str, str], problems: set[str], doubts: set[str]) -> Form:
    limits = FIELDS[name]
    if not values.get("message"):
        problems.add("missing")
    if any(len(text) > limits[key] for key, text in values.items()):
        problems.add("long")
    if any(values.get(key, "") not in options for key, options in CHOICES.items()):
        problems.add("unreadable")
    doubts |= {doubt for doubt, found in _odd(values) if found}
    seen = {key: values.get(key, "") for key in limits if key not in UNSEEN}
    return Form(name, seen, frozenset(problems), frozenset(doubts), values.get("token", ""))


def _odd(values: dict[str, str]) -> list[tuple[str, bool]]:
    everything = " ".join(text for key, text in values.items() if key not in UNSEEN)
    return [
        ("honeypot", bool(values.get("website"))),
        ("links", len(LINK.findall(everything)) > LINKS_LIMIT),
        ("addresses", values.get("contact", "").count("@") > 1),
    ]
