"""Output: the finished build takes the place of the one before, in one step; the last of a build.

Hears    `static_generator_finalized`: files that have not changed are not copied again;
         `finalized`, after the pages are rendered: publishes, or says that nothing has changed.
Settings PATH, PUBLISHING (True adds SHA256SUMS, and keeps stylesheets and scripts of the
publication before).
"""

import os
import sys
from collections.abc import Iterator
from datetime import datetime, time
from hashlib import sha256
from pathlib import Path

from pelican import Pelican, signals
from pelican.contents import Static
from pelican.generators import StaticGenerator

from plugins.build.build import Build
from plugins.build.claims import Claim
from plugins.build.manifest import NEVER, unnamed
from plugins.build.receivers import build_of
from plugins.build.tree import open_to_all
from plugins.data.library import Data
from plugins.model.found import Withheld
from plugins.model.media_files import may_be_served
from plugins.model.message import Message
from plugins.output.former import FORMER, former


class UnclaimedError(RuntimeError):
    """A file was written of which nobody had said who writes it,
    so that another could have been lost."""


def keep_static(generator: StaticGenerator) -> None:
    """Pelican copies only the files that have changed, and none that is withheld."""
    build = build_of(generator)
    held = frozenset() if build.up_to_date else build.get(Withheld).files
    served = [file for file in generator.staticfiles if _may_be_served(_name(file, build), held, build)]
    changed = [file for file in served if not _kept(file, build)]
    generator.staticfiles = generator.context["staticfiles"] = changed


def _may_be_served(name: str, held: frozenset[str], build: Build) -> bool:
    return name in build.sources and name not in held and may_be_served(name)


def _name(static: Static, build: Build) -> str:
    return Path(static.source_path).relative_to(build.path).as_posix()


def _kept(static: Static, build: Build) -> bool:
    """Whether the output keeps the file; one that it does not is promised."""
    name = _name(static, build)
    build.output.claims.claim(Claim(static.save_as, name))
    seen = build.sources.get(name)
    key = sha256(repr(seen).encode()).hexdigest() if seen and not seen.digest else ""
    if build.output.keep(static.save_as, key):
        return True
    build.output.promise(static.save_as, key)
    return False


def publish(pelican: Pelican) -> None:
    """The finished build is what is served from now on."""
    build = build_of(pelican)
    if build.up_to_date:
        _tell(build.say(Message("Nothing has changed.")))
        build.output.rest()
        return
    if build.publishing:
        _keep_former(build)
        build.output.claims.claim(Claim("SHA256SUMS", "", Message("the sums of all files")))
        build.output.write("SHA256SUMS", build.output.sums())
    if unclaimed := build.output.claims.unclaimed(build.output.entries):
        raise UnclaimedError(f"Nobody claimed {', '.join(unclaimed)}; claim what is written (plugins.build.claims).")
    due = min((moment.timestamp() for moment in _moments(build)), default=NEVER)
    due = 0 if build.tolerated else due  # the next build looks at everything again
    if build.publishing:
        build.output.mark_public()
    gone = build.output.publish(build.fingerprint, unnamed(build.sources), due)
    if build.publishing and _hides():
        open_to_all(build.output.folder)
    if gone:
        removed = Message("Files removed that no longer belong: %(count)s.", count=len(gone))
        _tell(build.say(removed))
    for tell in build.on_published:
        tell()


def _moments(build: Build) -> Iterator[datetime]:
    """When the output says something else without anybody changing a file: a text becomes public,
    or a confirmation expires."""
    yield from build.get(Withheld).awaited.values()
    if day := build.get(Data).next_lapse:
        yield datetime.combine(day, time(), build.zone)


def _hides() -> bool:
    """Whether this user's new files are not for everybody to read (umask)."""
    before = os.umask(0)
    os.umask(before)
    return bool(before & 0o055)


def _keep_former(build: Build) -> None:
    """Stylesheets and scripts that pages of the build before ask for are there once more."""
    for name in former(build.output.before.entries, build.output.entries):
        build.output.claims.claim(Claim(name, "", Message("a page of the publication before")))
        build.output.keep_former(name, FORMER)


def _tell(line: str) -> None:
    if sys.stderr.isatty():
        print(line, file=sys.stderr)


def register() -> None:
    signals.static_generator_finalized.connect(keep_static)
    signals.finalized.connect(publish)
