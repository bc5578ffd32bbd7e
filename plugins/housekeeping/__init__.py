"""Housekeeping: one line for each stage on a terminal, and an output folder that is always a whole site.

Hears    `initialized`, `page_generator_finalized`, `all_generators_finalized`: stages, told to a person who watches;
         `content_written`, `static_generator_finalized`: what this build wrote;
         `finalized`: the pages are written, and the finished build takes the place of the one before in one step.
Adds     the setting OUTPUT (plugins.housekeeping.output.Output), through which plugins write files of their own.
Settings OUTPUT_PATH, CACHE_PATH, PUBLISHING (True adds SHA256SUMS).
"""

import atexit
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

from pelican import signals

from plugins.housekeeping.output import Output


def tell(line: str) -> None:
    if sys.stderr.isatty():
        print(line, file=sys.stderr)


def begin(pelican: Any) -> None:
    """The build is made in a folder beside the output; Pelican is told to write there."""
    output = Output(Path(pelican.settings["OUTPUT_PATH"]))
    output.clear_leftovers()
    atexit.register(output.discard)
    pelican.settings["OUTPUT"] = output
    pelican.settings["OUTPUT_PATH"] = pelican.output_path = str(output.staging)
    tell("Reading …")


def remember(path: str, context: Any) -> None:
    context["OUTPUT"].remember(path)


def remember_static(generator: Any) -> None:
    for static in generator.staticfiles:
        generator.settings["OUTPUT"].remember(static.save_as)


def read(generator: Any) -> None:
    tell(f"Read {len(generator.pages)} pages. Checking …")


def write(generators: list[Any]) -> None:
    tell("Writing …")


def publish(pelican: Any) -> None:
    settings = pelican.settings
    settings["WRITER"].finish()
    if settings["PUBLISHING"]:
        settings["OUTPUT"].write("SHA256SUMS", settings["OUTPUT"].sums())
    place = sha256(str(settings["OUTPUT"].folder).encode()).hexdigest()[:12]
    gone = settings["OUTPUT"].publish(Path(settings["CACHE_PATH"]) / f"written-{place}.txt")
    if gone:
        tell(f"Removed {len(gone)} files that no longer belong.")


def register() -> None:
    signals.initialized.connect(begin)
    signals.page_generator_finalized.connect(read)
    signals.content_written.connect(remember)
    signals.static_generator_finalized.connect(remember_static)
    signals.all_generators_finalized.connect(write)
    signals.finalized.connect(publish)
