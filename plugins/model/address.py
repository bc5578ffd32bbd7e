"""From the path of a Markdown file: its language, key, kind, order and address."""

import re
from dataclasses import dataclass
from functools import cache

from plugins.model.kinds import kind_at, kind_named
from plugins.model.look_alike import strangers
from plugins.model.message import Message
from plugins.model.user_error import UserError

NUMBERED = re.compile(r"(?P<number>\d{2})-(?P<name>.+)")
LONGEST = 100  # letters of a name: files that are named after it have more, and no disk 256 bytes
CLEAN = re.compile(rf"(?!.{{{LONGEST + 1}}})[a-z0-9]+(?:-[a-z0-9]+)*")
UNNUMBERED = 100


class AddressError(UserError):
    """A path that cannot become an address."""


@dataclass(frozen=True)
class Address:
    """Where a document stands: `url` and `save_as` are relative to the root of the site."""

    lang: str
    section: str
    key: str
    kind: str
    order: tuple[tuple[int, str], ...]
    url: str
    save_as: str

    @property
    def template(self) -> str:
        """The template that shows this kind of page."""
        return kind_named(self.kind).shown_by


@cache
def address(file: str) -> Address:
    """The address of `file`, a path relative to the content folder such as `be/news/index.md`.

    Raises AddressError when a part of the path is not lower-case letters, digits and hyphens.
    """
    lang, *parts = file.removesuffix(".md").split("/")
    if not parts:
        raise AddressError(
            Message("The file %(file)r is in no language folder.", file=file),
            Message("Move it into content/<language>/."),
        )
    numbered = [_number(part) for part in parts]
    names = [name for _, name in numbered]
    for name in (lang, *names):
        _require_clean(name)
    kind = kind_at("/".join(names)).name
    folder = names[:-1] if names[-1] == "index" else names
    key = "/".join(folder) or "home"
    section = names[0] if len(names) > 1 else ""
    url = _url(lang, key, kind)
    return Address(lang, section, key, kind, _order(numbered), url, _save_as(url))


def key_of(file: str) -> str | None:
    """The key of the page in `file`; None when it cannot become a page."""
    try:
        return address(file).key
    except (AddressError, ValueError):
        return None


def parent(key: str) -> str:
    """The key of the page one step up; the home page is its own end and has none."""
    return "" if key == "home" else key.rpartition("/")[0] or "home"


def _number(part: str) -> tuple[int, str]:
    found = NUMBERED.fullmatch(part)
    return (int(found["number"]), found["name"]) if found else (UNNUMBERED, part)


def _order(numbered: list[tuple[int, str]]) -> tuple[tuple[int, str], ...]:
    return tuple((0, "") if name == "index" else (number, name) for number, name in numbered)


def _url(lang: str, key: str, kind: str) -> str:
    if kind == "not-found":
        return f"{lang}/404.html"
    return f"{lang}/" if key == "home" else f"{lang}/{key}/"


def _save_as(url: str) -> str:
    return url if url.endswith(".html") else f"{url}index.html"


def _require_clean(name: str) -> None:
    if not CLEAN.fullmatch(name):
        fix = Message("Use lower-case Latin letters, digits and hyphens only.")
        if len(name) > LONGEST:
            fix = Message("Give it a shorter name, of %(most)s letters at most.", most=LONGEST)
        if found := strangers(name):
            fix = Message("These letters only look Latin: %(letters)s.", letters=found)
        what = Message("The name %(name)r cannot be part of an address.", name=name)
        raise AddressError(what, fix)
