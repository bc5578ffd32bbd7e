"""Build: what has changed since the last build, and what this one knows.

Hears    `initialized`, `get_generators`: a build begins, and Pelican is told to write beside the
         output folder; `page_generator_init`: the templates of pages are those of all plugins;
         `page_generator_finalized`, `all_generators_finalized`: stages, told to a person who
         watches.
Adds     the setting BUILD (plugins.build.build.Build), which all plugins share; it dies with the
         build.
Changes  Pelican's log: no traceback where an editor can fix what is wrong.
         Settings PATH, OUTPUT_PATH, THEME, TRANSLATIONS_PATH, CACHE_PATH, PUBLISHING, CLOCK (a
         moment, ISO 8601, to build as if it were then).
"""

import atexit
import gc
import logging
import os
import sys
import time
from collections.abc import MutableMapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import PagesGenerator

from plugins.build.build import KEY, Build
from plugins.build.dependencies import Dependencies
from plugins.build.digest import as_text, digest
from plugins.build.file_stat import is_unchanged, scan
from plugins.build.fingerprint import fingerprint, given, of_files
from plugins.build.manifest import Manifest, unnamed
from plugins.build.output import Output
from plugins.build.plain_files import strangers
from plugins.build.receivers import build_of, connect
from plugins.build.tracked import digests
from plugins.model.message import Message
from plugins.model.problems import Plainly, stop
from plugins.model.speech import Say, speech_of, staff_language

CODE = Path(__file__).parent.parent
CLOCK = Message(
    "CLOCK is %(clock)r: write a moment and how far it is ahead of UTC, such as "
    "2026-12-01T10:00+03:00."
)
PUBLIC = Message(
    "%(folder)s/ holds the published site. A preview has drafts and what is withheld, so it needs "
    "a folder of its own: OUTPUT=preview, or `make clean` first."
)
FORMS = CODE.parent / "contact"  # which fields a form has


def begin(pelican: Pelican) -> None:
    """The build is made in a folder beside the output; Pelican is told to write there."""
    gc.disable()  # a build is short, and keeps nearly everything it makes until its end
    language = staff_language(os.environ, pelican.settings.get("STAFF_LANG", ""))
    logging.getLogger("pelican").addFilter(Plainly(language))
    output = Output(Path(pelican.settings["OUTPUT_PATH"]))
    atexit.register(output.discard)
    pelican.settings["OUTPUT_PATH"] = pelican.output_path = str(output.loose)
    pelican.settings[KEY] = _opened(pelican.settings, output)


def begin_again(pelican: Pelican) -> None:
    """Pelican may build many times in one process; each time is a build of its own,
    as if Pelican had just begun."""
    output = build_of(pelican).output
    if output.ended:
        pelican.settings[KEY] = _opened(pelican.settings, output)
        for receiver in signals.initialized.receivers_for(pelican):
            if receiver is not begin:
                receiver(pelican)


def _opened(settings: MutableMapping[str, Any], output: Output) -> Build:
    content, theme, catalogues = (
        Path(settings[name]) for name in ("PATH", "THEME", "TRANSLATIONS_PATH")
    )
    say = speech_of(os.environ, settings.get("STAFF_LANG", ""))
    _refuse_strangers(say, content, theme, catalogues)
    output.begin()
    if output.is_public and not settings["PUBLISHING"]:
        sys.exit(say(Message(PUBLIC.id, folder=os.path.relpath(output.folder))))
    program = fingerprint({}, (CODE, FORMS))
    code = digest(program, as_text(given(settings)))
    build = Build(
        settings=settings,
        output=output,
        program=program,
        code=code,
        fingerprint=digest(code, of_files((theme, catalogues, content / "data"))),
        dependencies=Dependencies(digests(theme, catalogues, output)),
        sources=scan(content, time.time_ns()),
        now=_moment(settings["CLOCK"], say),
    )
    # What may go public depends on the day too, so a public build always looks at everything.
    build.up_to_date = not build.publishing and output.intact() and _same(output.before, build)
    if build.up_to_date:
        settings["PAGE_PATHS"] = []
    return build


def _moment(clock: str, say: Say) -> datetime:
    """Now, or the moment that CLOCK says. Raises SystemExit when it is none."""
    try:
        now = datetime.fromisoformat(clock) if clock else datetime.now(UTC)
    except ValueError:
        sys.exit(say(Message(CLOCK.id, clock=clock)))
    if now.utcoffset() is None:
        sys.exit(say(Message(CLOCK.id, clock=clock)))
    return now


def _refuse_strangers(say: Say, *folders: Path) -> None:
    """Before anything is read, everything that is there is a plain file or a folder."""
    problems = strangers(*folders)
    if problems:
        stop(problems, Path.cwd(), say)


def _same(before: Manifest, build: Build) -> bool:
    """Whether everything is as the build before found it."""
    sources = unnamed(build.sources)
    paths = dict(zip(sources, build.sources, strict=True))
    return (
        before.fingerprint == build.fingerprint
        and build.now.timestamp() < before.due
        and before.sources.keys() == sources.keys()
        and all(
            is_unchanged(before.sources[name], seen, build.path / paths[name])
            for name, seen in sources.items()
        )
    )


def share_templates(generator: PagesGenerator) -> None:
    """Pelican gives each of its generators an environment;
    pages have the one that all plugins teach."""
    build_of(generator).add(generator)
    build_of(generator).add(generator.env)


def tell_read(build: Build) -> None:
    """Say how far it is."""
    pages = len(build.get(PagesGenerator).pages)
    _tell(build.say(Message("Pages read: %(count)s. Checking …", count=pages)))


def tell_writing(build: Build) -> None:
    """Say how far it is."""
    _tell(build.say(Message("Writing …")))


def _tell(line: str) -> None:
    if sys.stderr.isatty():
        print(line, file=sys.stderr)


def register() -> None:
    signals.initialized.connect(begin)
    signals.get_generators.connect(begin_again)
    signals.page_generator_init.connect(share_templates)
    connect(signals.page_generator_finalized, tell_read)
    connect(signals.all_generators_finalized, tell_writing)
