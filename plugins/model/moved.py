"""Where the readers of an old address are led, and with them those of all that the build makes from
a page: pages below it, and files beside it that are named after it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Moved:
    """The new address of everything that has one, by the old address; those are files or end in
    `/`, and have none before them."""

    addresses: Mapping[str, str]


def with_made(redirects: Mapping[str, str], made: Iterable[str]) -> dict[str, str]:
    """Return `redirects` (new addresses by old ones, from the root of the site and without `/`
    before them), and those of the addresses `made` below the new ones.

    A file that has the name of its page, `poster/poster-be.pdf`, had the page's old name.
    """
    olds: dict[str, list[str]] = {}
    for old, new in redirects.items():
        olds.setdefault(new, []).append(old)
    found = dict(redirects)
    for address in made:
        new = next((above for above in _above(address) if above in olds), "")
        for old in olds.get(new, []):
            found.setdefault(old + _renamed(address.removeprefix(new), new, old), address)
    return found


def _above(address: str) -> Iterable[str]:
    """The addresses of the folders that `address` lies in, the nearest first."""
    parts = address.rstrip("/").split("/")[:-1]
    return ("/".join(parts[:end]) + "/" for end in range(len(parts), 0, -1))


def _renamed(rest: str, new: str, old: str) -> str:
    now, once = (address.rstrip("/").rpartition("/")[2] for address in (new, old))
    return once + rest.removeprefix(now) if rest.startswith(f"{now}-") else rest
