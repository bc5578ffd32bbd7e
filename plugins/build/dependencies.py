"""Dependencies: what an artifact is made from is noted while it is made,
and asked again in the next build.

A dependency is a sort and a name: `theme templates/layouts/base.html`, `data contacts`, `made
be/x.pdf`. For each sort somebody says what the digest of a name is now. An artifact stays as long
as every digest is as it was.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeVar

from plugins.build.digest import digest

Result = TypeVar("Result")
Uses = frozenset[str]
Digest = Callable[[str], str | None]
NOTHING: Uses = frozenset()


@dataclass
class Record:
    """What is used meanwhile: single dependencies, and those that something ready-made was made
    from."""

    single: set[str] = field(default_factory=set)
    groups: set[Uses] = field(default_factory=set)
    uses: Uses = NOTHING  # all of them, when the recording is over


class Dependencies:
    """`digests` says, by sort, what the digest of a name is now;
    None when that is not known yet."""

    def __init__(self, digests: Mapping[str, Digest] | None = None) -> None:
        self.digests: dict[str, Digest] = dict(digests or {})
        self._records: list[Record] = []
        self._unions: dict[tuple[Uses, frozenset[Uses]], Uses] = {}
        self._now: dict[str, str] = {}
        self._keys: dict[Uses, str] = {}

    def use(self, sort: str, name: str) -> None:
        """Note that what is being made depends on `name`; nothing where nothing is being made."""
        if self._records:
            self._records[-1].single.add(f"{sort} {name}")

    def use_all(self, uses: Uses) -> None:
        """Note that what is being made has in it something that was made from `uses`."""
        if self._records and uses:
            self._records[-1].groups.add(uses)

    @contextmanager
    def recording(self) -> Iterator[Record]:
        """Note everything that is used meanwhile; a recording within a recording counts for
        both."""
        record = Record()
        self._records.append(record)
        try:
            yield record
        finally:
            self._records.pop()
            record.uses = self._union(frozenset(record.single), frozenset(record.groups))
            self.use_all(record.uses)

    def memo(self, function: Callable[..., Result]) -> Callable[..., Result]:
        """`function`, asked only once for the same arguments;
        whoever asks again depends on the same."""
        known: dict[tuple[object, ...], tuple[Result, Uses]] = {}

        def ask(*arguments: object) -> Result:
            if arguments not in known:
                with self.recording() as record:
                    result = function(*arguments)
                known[arguments] = result, record.uses
            self.use_all(known[arguments][1])
            return known[arguments][0]

        return ask

    def key(self, declared: str, uses: Uses) -> str:
        """The digest of `declared` and of `uses` as they are now;
        empty when one of them is not known yet."""
        if uses not in self._keys:
            now = [self._digest(use) for use in sorted(uses)]
            if None in now:
                return ""
            self._keys[uses] = digest(*sorted(uses), *(str(found) for found in now))
        return digest(declared, self._keys[uses])

    def _digest(self, use: str) -> str | None:
        if use not in self._now:
            sort, _, name = use.partition(" ")
            found = self.digests[sort](name) if sort in self.digests else None
            if found is None:
                return None
            self._now[use] = found
        return self._now[use]

    def _union(self, single: Uses, groups: frozenset[Uses]) -> Uses:
        if (single, groups) not in self._unions:
            self._unions[single, groups] = single.union(*groups)
        return self._unions[single, groups]
