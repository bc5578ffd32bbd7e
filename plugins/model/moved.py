"""Where the readers of an old address are led, and with them those of all that the build makes from
a page: pages below it, and files beside it that are named after it."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

KITS = "kits/"  # the pictures of releases, in folders named as these


@dataclass(frozen=True)
class Moved:
    """The new address of everything that has one, by the old address; those are files or end in
    `/`, and have none before them."""

    addresses: Mapping[str, str]


def with_made(
    redirects: Mapping[str, str], made: Iterable[str], pages: Container[str] = ()
) -> dict[str, str]:
    """Return `redirects` (new addresses by old ones, from the root of the site and without `/`
    before them), and those of the addresses `made` below the new ones; what was made from other
    `pages`, by their addresses, is left to these.

    A file that has the name of its page, `poster/poster-be.pdf`, had the page's old name; so had
    the folder of the pictures of a release, `kits/2026-10-name/`.
    """
    olds: dict[str, list[str]] = {}
    for old, new in redirects.items():
        if not old.startswith(new):  # who is led to a page above has lost one, and not moved
            olds.setdefault(new, []).append(old)
    found = dict(redirects)
    for address in made:
        new = next((above for above in _above(address) if above in olds or above in pages), "")
        for old in olds.get(new, []):
            found.setdefault(old + _renamed(address.removeprefix(new), new, old), address)
        for was in _pictures(address, redirects):
            found.setdefault(was, address)
    return found


def _pictures(address: str, redirects: Mapping[str, str]) -> Iterable[str]:
    """The old addresses of a picture in the kit of a release that has moved."""
    kit = address.split("/")[1] if address.startswith(KITS) else ""
    for old, new in redirects.items() if kit else ():
        if _name(new) == kit != _name(old):
            yield f"{KITS}{_name(old)}{address.removeprefix(KITS + kit)}"


def _above(address: str) -> Iterable[str]:
    """The addresses of the folders that `address` lies in, the nearest first."""
    parts = address.rstrip("/").split("/")[:-1]
    return ("/".join(parts[:end]) + "/" for end in range(len(parts), 0, -1))


def _name(address: str) -> str:
    return address.rstrip("/").rpartition("/")[2]


def _renamed(rest: str, new: str, old: str) -> str:
    now, once = _name(new), _name(old)
    return once + rest.removeprefix(now) if rest.startswith(f"{now}-") else rest
