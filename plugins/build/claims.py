"""Claims: every address that any part of a build writes to is claimed once;
two that want the same are a problem.

Addresses are compared as the least capable file system would: without case, and with accents
composed. An address cannot be a file and a folder.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from unicodedata import normalize

from plugins.model.document import Problem
from plugins.model.message import Message

RENAME = Message("Rename the file.")
MEMBER = "!"  # between an archive and what lies in it


@dataclass(frozen=True)
class Claim:
    """The address `name` is that of `file`, or of `what` the build makes from it (no file: from
    many); `fix` says what to do where somebody else has it.
    """

    name: str
    file: str
    what: Message | None = None
    line: int = 1
    fix: Message = RENAME

    @property
    def said(self) -> str:
        """Who claims it, as a problem says it."""
        if self.what and self.file:
            return Message("%(what)s of %(file)s", what=self.what, file=self.file)
        return self.what or self.file


@dataclass
class Claims:
    """Who claimed what in this build, by the address as all file systems see it;
    `rivals` came second."""

    first: dict[str, Claim] = field(default_factory=dict)
    rivals: list[tuple[Claim, Claim]] = field(default_factory=list)

    def claim(self, mine: Claim) -> None:
        """Claim an address; the first who does so has it."""
        name = mine.name
        theirs = self.first.setdefault(folded(name), mine)
        if theirs is not mine:
            self.rivals.append((theirs, mine))

    def owner(self, name: str) -> Claim | None:
        """The first who claimed the address `name`."""
        return self.first.get(folded(name))

    def unclaimed(self, names: Iterable[str]) -> list[str]:
        """Those of `names` that nobody claimed."""
        return sorted(name for name in names if folded(name) not in self.first)

    def problems(self) -> list[Problem]:
        """One problem for each line that wants what another has, at the file that an editor can
        rename; where a page stands in for missing ones too, its own address is named.
        """
        found = [_problem(*pair) for pair in (*self.rivals, *self._inside())]
        found += [_leads_out(one) for one in self.first.values() if _is_outside(one.name)]
        found.sort(key=lambda one: (one.file, one.line, not _is_own(one)))
        return [next(same) for _, same in groupby(found, key=lambda one: (one.file, one.line))]

    def _inside(self) -> Iterator[tuple[Claim, Claim]]:
        """Claims of files in a folder of which somebody else claims that it is a file."""
        known: set[str] = set()
        for name, mine in self.first.items():
            for folder in _above(name, known):
                if folder in self.first:
                    yield self.first[folder], mine


def _is_outside(name: str) -> bool:
    """Whether a file of that name would stand elsewhere than it says, perhaps out of the site."""
    return not {"", ".", ".."}.isdisjoint(name.split("/"))


def _leads_out(claim: Claim) -> Problem:
    what = Message("The address /%(address)s leads out of the site.", address=_address(claim))
    return Problem(claim.file or "data", claim.line, what, claim.fix)


def _is_own(problem: Problem) -> bool:
    """Whether the address in question is in the language of the file."""
    own = problem.file.partition("/")[0]
    return str(problem.what.values["address"]).startswith(f"{own}/")


def folded(name: str) -> str:
    """`name` as file systems see it that know neither case nor ways to write an accent."""
    return name.lower() if name.isascii() else normalize("NFC", normalize("NFC", name).casefold())


def _above(name: str, known: set[str]) -> Iterator[str]:
    """The folders above `name`; those that are `known` already are not told again,
    and the others are from now on."""
    folder = name.rpartition("/")[0]
    while folder and folder not in known:
        known.add(folder)
        yield folder
        folder = folder.rpartition("/")[0]


def _problem(theirs: Claim, mine: Claim) -> Problem:
    """The problem stands where an editor can change a name; the other one is named."""
    at, other = (theirs, mine) if _rank(theirs) < _rank(mine) else (mine, theirs)
    address, theirs_is = _address(at), _address(other)
    what = (
        Message(
            "The address /%(address)s belongs to %(said)s too.", address=address, said=other.said
        )
        if at.name == other.name
        else Message(
            "The address /%(address)s belongs to %(said)s too, as /%(other)s.",
            address=address,
            said=other.said,
            other=theirs_is,
        )
    )
    return Problem(at.file or "data", at.line, what, at.fix)


def _rank(claim: Claim) -> tuple[bool, bool]:
    """What an editor would rename first: what was written by hand,
    then what the build makes from one file."""
    return bool(claim.what), not claim.file


def _address(claim: Claim) -> str:
    return claim.name.removesuffix("index.html")
