"""What a text refers to, and where a link leads: another document, a picture, an anchor, or the outside world."""

from posixpath import join as join_path
from posixpath import normpath
from typing import NamedTuple
from urllib.parse import urlsplit

from plugins.languages.address import AddressError, address

OUTSIDE = ("http://", "https://")
UNDECLARED = ("tel:", "mailto:", "sms:")


class Finding(NamedTuple):
    """Something the text refers to: its kind, what it names, the anchor or the picture's words, and as written."""

    kind: str
    target: str
    extra: str = ""
    written: str = ""


def classify(target: str, file: str) -> tuple[str, str, str]:
    """Kind of link, what it points to, and its anchor.

    Kinds: `outside`, `undeclared` (a number or mailbox written by hand), `document` and `media` (paths relative
    to the content folder), `unknown` (anything else: an absolute path, a scheme that has no place in a page).
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
    """The address a reader's browser follows, under `base` (the path of the site, usually empty)."""
    fragment = f"#{anchor}" if anchor else ""
    if kind == "document":
        try:
            return f"{base}/{address(path).url}{fragment}"
        except (AddressError, ValueError):
            return None
    if kind == "media":
        return f"{base}/{path}{fragment}"
    return None
