"""Files of a page that has moved: they are found where they were, as the page itself is led on from
there. No server needs to know of it."""

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

from jinja2 import Environment

from plugins.build.artifact import Artifact
from plugins.data.ledger import REDIRECTS

LAST = 9  # the stage after all others
KITS = "kits/"  # the pictures of releases, in folders named as these


def moved(
    redirects: Mapping[str, str], names: Iterable[str], gone: Container[str] = ()
) -> dict[str, str]:
    """Return the files, by the names that they had, of all pages that `redirects` lead to;
    addresses that are `gone` on purpose have none."""
    names = sorted(names)
    found: dict[str, str] = {}
    for old, new in redirects.items():
        if old not in gone:
            found |= {was: name for was, name in _pairs(old, new, names) if was != name}
    return {was: name for was, name in found.items() if was not in names}


def _pairs(old: str, new: str, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    before, after = (address.rstrip("/").rpartition("/")[2] for address in (old, new))
    for name in names:
        folder, _, file = name.rpartition("/")
        if f"{folder}/" == new and not file.endswith(".html"):
            yield f"{old}{_named(file, after, before)}", name
        elif name.startswith(f"{KITS}{after}/"):
            yield f"{KITS}{before}{name.removeprefix(KITS + after)}", name


def _named(file: str, after: str, before: str) -> str:
    """The name of a file that is called as its page, when that had another name."""
    return f"{before}{file.removeprefix(after)}" if file.startswith(after) else file


def artifact(was: str, name: str, lang: str) -> Artifact:
    """What puts the file `name` where it was; `lang` is any."""
    return Artifact(was, lang, _copied, (name,), stage=LAST, source=REDIRECTS)


def _copied(speaking: Environment, name: str) -> bytes:
    bytes_of: Any = speaking.globals["bytes_of"]
    found: bytes = bytes_of(name)
    return found
