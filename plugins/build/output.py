"""The output folder: always a whole site, changed in one step, and only where something changed.

Two folders take turns. One is served; the other, in the workshop beside it, holds the same files. A
build puts what is new into a folder of its own. At the end the new files take their places in the
spare folder, and it changes places with the one that is served; then that one is brought up to date
too, link by link, so that nothing stays anywhere which was public before and is not any more. Where
nothing is served yet, the new files are written where they belong at once, in both folders. Should
the folder that is served be deleted, the other takes its place. A build that ends earlier, for
whatever reason, has touched nothing that anybody sees.
"""

import os
import shutil
from collections.abc import Iterable
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path

from plugins.build.claims import Claims
from plugins.build.dependencies import NOTHING, Dependencies, Uses
from plugins.build.file_stat import FileStat, walk
from plugins.build.manifest import NEVER, Entry, Manifest, read_manifest, write_manifest
from plugins.build.tree import alone, end_exchange, exchange, inode, link, make_room, move, remove

COMPRESSED = (".gz", ".br", ".zst")  # what servers are given beside a file, by somebody else


class NotMadeError(RuntimeError):
    """A file was asked for that is not made yet."""


class Output:
    """`folder` is what is served; `made`, in the workshop beside it, is where this build puts what
    is new, side by side under names of their own; `loose` is where Pelican puts what it writes by
    itself.

    `entries` is everything that belongs to this build, by name (relative, with `/`); `before` is
    the manifest of the build before; `others` is what somebody else put into the folder, which
    stays; `first` says that nothing is there, `ended` that the build is over. `claims` are the
    addresses of this build, each with whom it belongs to.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.workshop = self.folder.parent / f".{self.folder.name}.build"
        self.made, self.loose = self.workshop / "made", self.workshop / "loose"
        self.spare, self.next = self.workshop / "spare", self.workshop / "next"
        self.entries: dict[str, Entry] = {}
        self.promised: dict[str, str] = {}
        self.claims = Claims()
        self.traces: dict[Uses, int] = {NOTHING: 0}
        self.before = Manifest()
        self.others: frozenset[str] = frozenset()
        self.damaged: frozenset[str] = frozenset()
        self.first = self.ended = False
        self.rooms: set[str] = set()
        self._stack = ExitStack()

    def begin(self) -> None:
        """Waits until no other build is at work on this folder, then looks at what is there."""
        self.ended = False
        self.workshop.mkdir(parents=True, exist_ok=True)
        self._stack.enter_context(alone(self.workshop / "lock"))
        for folder in (self.made, self.loose):
            self._stack.callback(shutil.rmtree, folder, ignore_errors=True)
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
        self.entries.clear()
        self.promised.clear()
        self.claims, self.traces = Claims(), {NOTHING: 0}
        self.before = self._recovered()
        self._replace_lost()
        self._look()
        self.first = not self.before.entries and not self.others
        if self.first:
            self._begin_with_nothing()

    @property
    def is_public(self) -> bool:
        """Whether the folder holds what was built for the public."""
        return self.folder.is_dir() and (self.workshop / "public").exists()

    def mark_public(self) -> None:
        """From now on no preview may be written into the folder."""
        (self.workshop / "public").touch()

    def intact(self) -> bool:
        """Whether the folder holds what the last build left there,
        and nothing else has come or gone."""
        return bool(self.before.entries) and not self.damaged and self.others == self.before.others

    def keep(self, name: str, key: str) -> bool:
        """Keeps the file of the build before if it was made from the same:
        `key` is the digest of all that is."""
        known = self.before.entries.get(name)
        if not key or known is None or known.key != key or name in self.damaged:
            return False
        self.entries[name] = known._replace(trace=0)
        return True

    def keep_former(self, name: str, key: str) -> None:
        """Keep a file of the build before that this one does not make, under another `key`; one
        that somebody damaged or deleted is not kept."""
        if name not in self.damaged:
            self.entries[name] = self.before.entries[name]._replace(key=key, trace=0)

    def reuse(self, name: str, declared: str, dependencies: Dependencies) -> bool:
        """Keep the file if what is `declared` of it, and all that it was made from,
        is as it was."""
        known = self.before.entries.get(name)
        uses = self.before.traces[known.trace] if known else NOTHING
        if known is None or not self.keep(name, dependencies.key(declared, uses)):
            return False
        self.trace(name, self.entries[name], uses)
        return True

    def trace(self, name: str, entry: Entry, uses: Uses) -> None:
        """The file `name` was made from `uses`."""
        self.entries[name] = entry._replace(trace=self.traces.setdefault(uses, len(self.traces)))

    def entry(self, name: str) -> Entry:
        """The entry of a file of this build. Raises NotMadeError while nobody has made it."""
        if name not in self.entries:
            raise NotMadeError(
                f"/{name} is asked for before it is made. Give who asks a later stage than who "
                "makes it."
            )
        return self.entries[name]

    def promise(self, name: str, key: str) -> None:
        """Says from what the file `name` is made, which Pelican will put into `loose`."""
        self.promised[name] = key

    def write(self, name: str, content: str | bytes, key: str = "") -> Entry:
        """Writes the file `name`; one that holds just that already is kept as it is,
        with its time."""
        data = content.encode("utf-8") if isinstance(content, str) else content
        digest = sha256(data).hexdigest()
        if self._stands(name, digest):
            self.entries[name] = self.before.entries[name]._replace(key=key, trace=0)
        else:
            path = self._made(name)
            with open(path, "wb") as file:
                file.write(data)
            if self.first:
                link([name], self.next, self.spare, self.rooms)
            self.entries[name] = Entry(key, len(data), os.stat(path).st_mtime_ns, digest)
        return self.entries[name]

    def read(self, name: str) -> bytes:
        """What this build has for the file `name`: made just now, or kept. Raises NotMadeError."""
        self.entry(name)
        made = Path(self._made(name))
        return (made if made.exists() else self.folder / name).read_bytes()

    def sums(self) -> str:
        """The SHA-256 of every file of this build, as `sha256sum --check` reads it."""
        self._adopt()
        return "".join(f"{self.entries[name].digest}  {name}\n" for name in sorted(self.entries))

    def publish(
        self, fingerprint: str = "", sources: dict[str, FileStat] | None = None, due: float = NEVER
    ) -> list[str]:
        """This build takes the place of the one before;
        returns what that one wrote and this one did not."""
        self._adopt()
        made = {
            name for name, entry in self.entries.items() if not self._stands(name, entry.digest)
        }
        gone = self.before.entries.keys() - self.entries.keys()
        self.others -= _compressed(made | gone)
        manifest = Manifest(
            inode(self.folder),
            inode(self.spare),
            dict(self.entries),
            self.others,
            self.before.behind,
        )
        manifest.fingerprint, manifest.sources, manifest.due = fingerprint, sources or {}, due
        manifest.traces = list(self.traces)
        if made or gone or self.others != self.before.others or not manifest.tree:
            self._change_places(made, gone, manifest)
        elif manifest.behind and self.spare.is_dir():
            self._catch_up(manifest)  # the build before was killed before it did
        else:
            write_manifest(self.workshop / "manifest", manifest)
        self.discard()
        return sorted(gone)

    def rest(self) -> None:
        """Ends a build that has nothing to change; where one of the two folders was lost,
        there are two again."""
        if not self.before.spare:
            shutil.rmtree(self.spare, ignore_errors=True)
            self.next.mkdir()
            link(self.before.entries.keys() | self.others, self.folder, self.next)
            self.next.rename(self.spare)
            self.before.spare, self.before.behind = inode(self.spare), frozenset()
            write_manifest(self.workshop / "manifest", self.before)
        self.discard()

    def discard(self) -> None:
        """Ends the build: what was made and not published is gone, and the next one may begin."""
        self._stack.close()
        self.ended = True

    def _recovered(self) -> Manifest:
        """The manifest of what is served, also when a build was killed while it changed places."""
        end_exchange(self.next, self.folder)
        last, coming = (
            read_manifest(self.workshop / name) for name in ("manifest", "manifest.coming")
        )
        if coming and coming.tree == inode(self.folder):
            os.replace(self.workshop / "manifest.coming", self.workshop / "manifest")
            last = coming
            if inode(self.next) == coming.spare:
                self.next.rename(self.spare)
        (self.workshop / "manifest.coming").unlink(missing_ok=True)
        shutil.rmtree(self.next, ignore_errors=True)
        return last or Manifest()

    def _replace_lost(self) -> None:
        """What somebody deleted is served again as it was one build ago,
        and then counts as damaged where it is old.

        The spare folder may have been copied back from elsewhere.
        """
        if inode(self.folder) or not self.before.entries or not self.spare.is_dir():
            return
        belonging = self.before.entries.keys() | self.before.others
        remove(
            [name for name, _, _ in list(walk(str(self.spare))) if name not in belonging],
            self.spare,
        )
        self.spare.rename(self.folder)
        self.before.tree, self.before.spare = inode(self.folder), 0
        write_manifest(self.workshop / "manifest", self.before)

    def _begin_with_nothing(self) -> None:
        shutil.rmtree(self.spare, ignore_errors=True)
        self._stack.callback(self._forget_first)
        self.rooms.clear()
        for folder in (self.next, self.spare):
            folder.mkdir()

    def _forget_first(self) -> None:
        shutil.rmtree(self.next, ignore_errors=True)
        if not (self.workshop / "manifest").exists():
            shutil.rmtree(self.spare, ignore_errors=True)

    def _look(self) -> None:
        """What is there; a file with another time counts as damaged unless it holds what it
        held."""
        found = {name: (seen.st_size, seen.st_mtime_ns) for name, _, seen in walk(str(self.folder))}
        ours = self.before.entries
        self.others = frozenset(found.keys() - ours.keys())
        changed = [name for name, entry in ours.items() if found.get(name) != entry[1:3]]
        self.damaged = frozenset(name for name in changed if not self._holds(name, found.get(name)))
        for name in changed:
            if name not in self.damaged:
                ours[name] = ours[name]._replace(modified=found[name][1])

    def _holds(self, name: str, found: tuple[int, int] | None) -> bool:
        """Whether the file, of that size and time, holds what was written there."""
        known = self.before.entries[name]
        if found is None or found[0] != known.size:
            return False
        return sha256((self.folder / name).read_bytes()).hexdigest() == known.digest

    def _stands(self, name: str, digest: str) -> bool:
        """Whether the folder holds just that already."""
        known = self.before.entries.get(name)
        return known is not None and known.digest == digest and name not in self.damaged

    def _made(self, name: str) -> str:
        if self.first:
            folder = os.fspath(self.next)
            make_room(folder, name, self.rooms)
            return f"{folder}/{name}"
        return os.path.join(self.made, sha256(name.encode()).hexdigest())

    def _adopt(self) -> None:
        """What Pelican wrote by itself belongs to the build too."""
        for name, path, _ in list(walk(str(self.loose))):
            self.write(name, Path(path).read_bytes(), self.promised.get(name, ""))
            os.unlink(path)

    def _change_places(self, made: set[str], gone: set[str], manifest: Manifest) -> None:
        others = self.others ^ self.before.others
        if self.first:
            manifest.behind = frozenset()
        else:
            self._prepare(made, gone)
            remove(gone, self.next)
            move({self._made(name): name for name in sorted(made)}, self.next)
            manifest.spare, manifest.behind = manifest.tree, frozenset(made | gone | others)
        manifest.tree = inode(self.next)
        write_manifest(self.workshop / "manifest.coming", manifest)
        exchange(self.next, self.folder)
        os.replace(self.workshop / "manifest.coming", self.workshop / "manifest")
        if not self.first and self.next.exists():
            self.next.rename(self.spare)
            self._catch_up(manifest)

    def _catch_up(self, manifest: Manifest) -> None:
        """The folder that was served until now holds nothing either that this build took away."""
        there = manifest.entries.keys() | self.others
        stale = manifest.behind | _compressed(manifest.behind) | self.before.others
        remove(stale - there, self.spare)
        link(stale & there, self.folder, self.spare)
        manifest.behind = frozenset()
        write_manifest(self.workshop / "manifest", manifest)

    def _prepare(self, made: set[str], gone: set[str]) -> None:
        """`next` becomes what is served, but for what this build changes anyway."""
        ours, behind = (
            self.before.entries.keys() - made - gone,
            self.before.behind | self.before.others,
        )
        if self.before.spare == inode(self.spare) != 0:
            self.spare.rename(self.next)
            remove(behind - self.others - ours, self.next)
            link((behind & ours) | self.others, self.folder, self.next)
        else:
            shutil.rmtree(self.spare, ignore_errors=True)
            self.next.mkdir()
            link(ours | self.others, self.folder, self.next)


def _compressed(names: Iterable[str]) -> frozenset[str]:
    """The names under which `names` may lie compressed beside themselves."""
    return frozenset(f"{name}{ending}" for name in names for ending in COMPRESSED)
