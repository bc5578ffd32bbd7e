"""Housekeeping: one line for each stage on a terminal, an output folder that is always a whole site, and no work twice.

Hears    `initialized`, `get_generators`: a build begins; unless nothing has changed, the other plugins are loaded;
         `generator_init`: the context learns what is known by then;
         `static_generator_finalized`: pictures that have not changed are not copied again;
         `page_generator_finalized`, `all_generators_finalized`: stages, told to a person who watches;
         `finalized`: the pages are written, and the finished build takes the place of the one before in one step.
Sends    `build_begun`, when all of these settings are known.
Adds     the settings OUTPUT (plugins.build.output.Output), through which plugins write files of their own;
         FINGERPRINT, the digest of everything but pages and pictures; SOURCES, the files of the content folder as they
         look; NOW, the time of the whole build; AT_REST, True when nothing has changed since the last build and nothing
         has fallen due, so that nobody has anything to do; ONCE (plugins.housekeeping.once).
Changes  Pelican's log: no traceback where an editor can mend what is wrong.
Settings PATH, OUTPUT_PATH, THEME, TRANSLATIONS_PATH, PUBLISHING (True adds SHA256SUMS), CLOCK (a moment, ISO 8601, to
         build as if it were then), AWAITED, PARTS (the other plugins).
"""

import atexit
import gc
import logging
import sys
import time
from datetime import UTC, datetime
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any

from pelican import signals

from plugins.build.file_stat import look, unchanged
from plugins.build.fingerprint import fingerprint
from plugins.build.manifest import NEVER
from plugins.build.output import Output
from plugins.problems import plainly
from plugins.signals import build_begun

CODE = Path(__file__).parent.parent
FORMS = CODE.parent / "contact"  # which fields a form has


def tell(line: str) -> None:
    if sys.stderr.isatty():
        print(line, file=sys.stderr)


def begin(pelican: Any) -> None:
    """The build is made in a folder beside the output; Pelican is told to write there."""
    gc.disable()  # a build is short, and keeps nearly everything it makes until its end
    settings = pelican.settings
    settings["OUTPUT"] = output = Output(Path(settings["OUTPUT_PATH"]))
    atexit.register(output.discard)
    settings["OUTPUT_PATH"] = pelican.output_path = str(output.loose)
    _open(settings)


def begin_again(pelican: Any) -> list[Any]:
    """Pelican may build many times in one process; each time is a build of its own.

    Returns the generators of the plugins that were loaded only now, which Pelican has not asked.
    """
    if not pelican.settings["OUTPUT"].ended:
        return []
    asked = list(signals.get_generators.receivers_for(pelican))
    _open(pelican.settings)
    late = [receiver for receiver in signals.get_generators.receivers_for(pelican) if receiver not in asked]
    return [generator for receiver in late if (generator := receiver(pelican)) is not None]


def _open(settings: Any) -> None:
    output, content = settings["OUTPUT"], Path(settings["PATH"])
    output.begin()
    folders = (CODE, FORMS, Path(settings["THEME"]), Path(settings["TRANSLATIONS_PATH"]), content / "data")
    settings["FINGERPRINT"] = fingerprint(settings, folders)
    settings["SOURCES"] = look(content, time.time_ns())
    settings["NOW"] = datetime.fromisoformat(settings["CLOCK"]) if settings["CLOCK"] else datetime.now(UTC)
    settings["AWAITED"], settings["EDITION"], settings["ONCE"] = {}, "", {}
    # What may go public depends on the day too, so a public build always looks at everything.
    settings["AT_REST"] = not settings["PUBLISHING"] and output.intact() and _same(output.before, settings)
    if settings["AT_REST"]:
        settings["PAGE_PATHS"] = []
    else:
        _load(settings["PARTS"])
    build_begun.send(settings)


def _load(parts: list[str]) -> None:
    """The plugins register themselves, as Pelican would have it; a build that does nothing does without them."""
    for name in parts:
        import_module(name).register()


def _same(before: Any, settings: Any) -> bool:
    """Whether everything is as the build before found it."""
    content, sources = Path(settings["PATH"]), settings["SOURCES"]
    return (
        before.fingerprint == settings["FINGERPRINT"]
        and settings["NOW"].timestamp() < before.due
        and before.sources.keys() == sources.keys()
        and all(unchanged(before.sources[name], seen, f"{content}/{name}") for name, seen in sources.items())
    )


def renew(generator: Any) -> None:
    """Pelican copied its settings for the context before a build began again."""
    generator.context.update(generator.settings)


def keep_pictures(generator: Any) -> None:
    """Pelican copies only the files that have changed."""
    output, sources, root = generator.settings["OUTPUT"], generator.settings["SOURCES"], generator.settings["PATH"]
    changed = []
    for static in generator.staticfiles:
        name = Path(static.source_path).relative_to(root).as_posix()
        if name in generator.context.get("WITHHELD", ()) or name in generator.context.get("REMADE", ()):
            continue
        seen = sources.get(name)
        key = sha256(repr(seen).encode()).hexdigest() if seen and not seen.digest else ""
        if not output.keep(static.save_as, key):
            output.promise(static.save_as, key)
            changed.append(static)
    generator.staticfiles = generator.context["staticfiles"] = changed


def read(generator: Any) -> None:
    tell(f"Read {len(generator.pages)} pages. Checking …")


def write(generators: list[Any]) -> None:
    tell("Writing …")


def publish(pelican: Any) -> None:
    settings, output = pelican.settings, pelican.settings["OUTPUT"]
    if settings["AT_REST"]:
        tell("Nothing has changed.")
        output.rest()
        return
    gc.freeze()  # what there is now stays; only what pages leave behind is looked through
    gc.enable()
    settings["WRITER"].finish()
    if settings["PUBLISHING"]:
        output.write("SHA256SUMS", output.sums())
    due = min((moment.timestamp() for moment in settings["AWAITED"].values()), default=NEVER)
    gone = output.publish(settings["FINGERPRINT"], settings["SOURCES"], due)
    if gone:
        tell(f"Removed {len(gone)} files that no longer belong.")


def register() -> None:
    logging.getLogger("pelican").addFilter(plainly)
    signals.initialized.connect(begin)
    signals.get_generators.connect(begin_again)
    signals.generator_init.connect(renew)
    signals.static_generator_finalized.connect(keep_pictures)
    signals.page_generator_finalized.connect(read)
    signals.all_generators_finalized.connect(write)
    signals.finalized.connect(publish)
