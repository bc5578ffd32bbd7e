"""What each shortcut of a build saves: whole builds with all of them, and with one left out.

    python benchmarks/shortcuts.py --runs 3                    # the made-up corpus, 3000 files
    python benchmarks/shortcuts.py --runs 3 --pages 0          # the real content

Each build is a process of its own, which leaves its shortcut out before Pelican begins, with an
output and a cache of its own. Prints the medians of the ratios of processor (wall) seconds of a
build from nothing, one page edited and no change, to builds with all shortcuts right before.
"""

import argparse
import gc
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import ours
from build import options, without_cards
from corpus import corpus

ROOT = Path(__file__).parent.parent
ALL = "all shortcuts"
SCENARIOS = ("from nothing", "one page edited", "no change")
LOADED_LATER = [
    "PIL.Image",
    "typst",
    "pypandoc",
    "pypdf.generic",
    "segno",
    "babel.messages.mofile",
    "babel.messages.pofile",
    "email.message",
    "uuid",
    "plugins.images.develop",
    "plugins.features.cards.drawing",
]


def straight() -> None:
    """Every text goes through Python-Markdown."""
    from plugins.reading import straight

    def refused(*_: object) -> str:
        raise straight.NotStraightError

    straight.Straight.html = refused


def needed() -> None:
    """Python-Markdown tries everything on everything."""
    from markdown.blockparser import BlockParser
    from markdown.treeprocessors import InlineProcessor

    from plugins.reading import needed

    needed.without = lambda registry, _: registry
    needed.PlainFirst.parseBlocks = BlockParser.parseBlocks
    needed.BlockByBlock.run = InlineProcessor.run


def counted_ahead() -> None:
    """Words are counted after Pelican has made its pages."""
    from plugins.features import search

    search.count_ahead = lambda build: build.add(search.Ahead([], [], list))


def compiled_ahead() -> None:
    """Templates are compiled when a page asks for them."""
    from plugins import rendering

    rendering._compile_ahead = lambda _: list


def quick_context() -> None:
    """Jinja asks every callable whether it wants the context."""
    from jinja2.runtime import Context

    from plugins.rendering import environment

    environment.Quick.call = Context.call


def globals_compared() -> None:
    """Jinja compares the globals of each template that imports another."""
    from plugins.rendering import environment

    environment.NOTHING.__class__.__sub__ = lambda self, other: set()
    environment.Voice.make_globals = lambda self, more: {**self.globals, **(more or {})}


def templates_found_once() -> None:
    """Jinja looks for a template each time it is imported."""
    from jinja2 import Environment

    from plugins.rendering import environment

    def get_template(self, name, parent=None, globals=None):
        if isinstance(name, str):
            self.dependencies.use("theme", f"templates/{name}")
        return Environment.get_template(self, name, parent, globals)

    environment.Voice.get_template = get_template


def cached_macros() -> None:
    """What many pages share is asked on each of them."""
    from plugins.rendering import voice

    voice._cached = lambda _: lambda macro, *about: macro(*about)


def quiet_collector() -> None:
    """Python looks for garbage as it always does."""
    gc.disable = gc.freeze = lambda: None


def compiled_templates_kept() -> None:
    """Templates are compiled in every build."""
    from plugins import rendering

    rendering.FileSystemBytecodeCache = lambda *_: None


def _never(room: str) -> None:
    from plugins.build import cache

    kept = cache.Cache.get_or_compute

    def get_or_compute(self, name, made_by, compute):
        return compute() if room in (name, self.folder.name) else kept(self, name, made_by, compute)

    cache.Cache.get_or_compute = get_or_compute


def catalogues_kept() -> None:
    """Catalogues are compiled in every build."""
    _never("catalogues")


def data_kept() -> None:
    """Data files are read in every build."""
    _never("library")


def languages_kept() -> None:
    """Languages are read in every build."""
    _never("languages")


def up_to_date() -> None:
    """A build in which nothing has changed asks every page."""
    from plugins import build

    build._same = lambda *_: False


def loaded_when_needed() -> None:
    """Libraries that few builds need are loaded by all."""
    for name in LOADED_LATER:
        __import__(name)


def all_cores() -> None:
    """One core does everything."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


SHORTCUTS: dict[str, Callable[[], None]] = {
    one.__name__: one
    for one in (
        straight, needed, counted_ahead, compiled_ahead, quick_context, globals_compared,
        templates_found_once, cached_macros, quiet_collector, compiled_templates_kept,
        catalogues_kept, data_kept, languages_kept, up_to_date, loaded_when_needed, all_cores,
    )
}  # fmt: skip


def build(left_out: str, content: Path, folder: Path) -> tuple[float, float]:
    """Processor and wall seconds of a build that leaves the shortcut `left_out` out."""
    command = [sys.executable, __file__, "--build", left_out, str(content), str(folder)]
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    began, quiet = time.perf_counter(), subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=quiet, stderr=quiet)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"This build failed: {' '.join(command)}")
    return usage.ru_utime + usage.ru_stime, time.perf_counter() - began


def _build(left_out: str, content: str, folder: str) -> None:
    sys.path.insert(0, str(ROOT))
    if left_out != ALL:
        SHORTCUTS[left_out]()
    from pelican import main

    output, cache = f"{folder}/output", f'CACHE_PATH="{folder}/cache"'
    main([content, "-o", output, "-s", "pelicanconf.py", "-e", cache, without_cards()])


def prepared(pages: int, base: Path) -> tuple[Path, Path]:
    """A content folder in `base`, and the page of it that is edited."""
    content = base / "content"
    if not pages:
        shutil.copytree(ROOT / "content", content)
        return content, content / "ru" / "advice" / "index.md"
    entries = corpus(pages, 1)
    content.mkdir()
    ours.write(entries, content)
    return content, ours.path(entries[0], content)


def scenarios(left_out: str, content: Path, page: Path, folder: Path) -> list[tuple[float, float]]:
    """Processor and wall seconds from nothing, of one page edited, and of no change."""
    text = page.read_text(encoding="utf-8")
    folder.mkdir()
    found = [build(left_out, content, folder)]
    page.write_text(f"{text}\nEdited.\n", encoding="utf-8")
    found += [build(left_out, content, folder) for _ in range(2)]
    page.write_text(text, encoding="utf-8")
    shutil.rmtree(folder)
    return found


def measure(pages: int, runs: int, names: list[str]) -> dict[str, list[list[tuple[float, float]]]]:
    """For each shortcut and run the ratios of the scenarios to builds with all shortcuts, made
    right before: a machine is at times half as fast as a minute ago."""
    ratios: dict[str, list[list[tuple[float, float]]]] = {name: [] for name in names}
    with tempfile.TemporaryDirectory() as base:
        content, page = prepared(pages, Path(base))
        for _ in range(runs):
            for name in names:
                whole, less = (
                    scenarios(one, content, page, Path(base) / "built") for one in (ALL, name)
                )
                pairs = zip(less, whole, strict=True)
                ratios[name].append([(a[0] / b[0], a[1] / b[1]) for a, b in pairs])
    return ratios


def table(ratios: dict[str, list[list[tuple[float, float]]]]) -> str:
    """Medians as Markdown: processor (wall)."""
    rows = [f"| left out | {' | '.join(SCENARIOS)} |", "|---|" + "---|" * len(SCENARIOS)]
    for name, runs in ratios.items():
        cells = []
        for pairs in zip(*runs, strict=True):
            cpu, wall = (statistics.median(pair[place] for pair in pairs) for place in (0, 1))
            cells.append(f"{cpu:.2f} ({wall:.2f})")
        rows.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(rows)


def main() -> None:
    """Measure and print."""
    parser = options(__doc__)
    parser.add_argument("--only", nargs="*", default=list(SHORTCUTS), choices=list(SHORTCUTS))
    parser.add_argument("--build", nargs=3, help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.build:
        _build(*wanted.build)
        return
    print(table(measure(wanted.pages, wanted.runs, wanted.only)))


if __name__ == "__main__":
    main()
