"""What a text refers to, and where a link leads:
another document, a picture, an anchor, or the outside world."""

import re
from posixpath import join as join_path
from posixpath import normpath
from typing import NamedTuple
from urllib.parse import urlsplit

from plugins.model.address import AddressError, address

PORTS = 65536
LONGEST = 2000  # characters; some programs cut what is longer
OUTSIDE = ("http://", "https://")
# RFC 3986, 3, with the letters of every language (RFC 3987); without a user's name, which disguises
# the host.
HOST = r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_](?:[\w-]*[^\W_])?"
SAFE = r"(?:[\w.~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*"
SAFE_AFTER = r"(?:[\w.~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*"
WEB = re.compile(
    rf"https?://{HOST}(?::(?P<port>[0-9]{{1,5}}))?(?:/{SAFE})?(?:\?{SAFE_AFTER})?(?:#{SAFE_AFTER})?"
)
UNDECLARED = ("tel:", "mailto:", "sms:")


class Finding(NamedTuple):
    """Something the text refers to: its kind, what it names, the anchor or the picture's words,
    and as written."""

    kind: str
    target: str
    extra: str = ""
    written: str = ""


def is_web_address(text: str) -> bool:
    """Whether `text` is a whole address of the web,
    with nothing in it that a browser would have to guess."""
    found = WEB.fullmatch(text) if len(text) <= LONGEST else None
    return found is not None and int(found["port"] or 443) < PORTS


def classify(target: str, file: str) -> tuple[str, str, str]:
    """Kind of link, what it points to, and its anchor.

    Kinds: `outside`, `undeclared` (a number or mailbox written by hand), `document` and `media`
    (paths relative to the content folder), `unknown` (anything else: an absolute path, a scheme
    that has no place in a page).
    """
    if target.startswith(OUTSIDE):
        return "outside", target, ""
    if target.startswith(UNDECLARED):
        return "undeclared", target, ""
    try:
        parts = urlsplit(target)
    except ValueError:
        return "unknown", target, ""
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return "unknown", target, ""
    path = normpath(join_path(file.rpartition("/")[0], parts.path)) if parts.path else file
    if path.endswith(".md"):
        return "document", path, parts.fragment
    return ("media" if path.startswith("media/") else "unknown"), path, parts.fragment


def web_address(kind: str, path: str, anchor: str, base: str) -> str | None:
    """The address a reader's browser follows, under `base` (the path of the site,
    usually empty)."""
    fragment = f"#{anchor}" if anchor else ""
    if kind == "document":
        try:
            return f"{base}/{address(path).url}{fragment}"
        except (AddressError, ValueError):
            return None
    if kind == "media":
        return f"{base}/{path}{fragment}"
    return None
