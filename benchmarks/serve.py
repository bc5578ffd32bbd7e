"""How long an editor waits under `make serve`, what an edit costs, and whether memory grows.

    python benchmarks/serve.py --pages 1000 --edits 9 [--against OTHER-CHECKOUT]

One page is edited over and over, `--pause` seconds apart; with `--against` in turn with the program
of another checkout, in the same minutes. `--pages 0` takes the real content. The clock runs from
saving until the server has the new page; CPU is what all processes of the program used until the
next edit, what they load ahead included; memory that of the largest process that stays.
"""

import argparse
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import ours
from corpus import corpus
from served_edit import ENVIRONMENT, NEEDED, PATIENCE

ROOT = Path(__file__).parent.parent
REAL = ("en/about/index.md", "en/about/")
PORT = 8471
TICKS = os.sysconf("SC_CLK_TCK")
ASK = 0.02  # seconds between two questions


@dataclass
class Program:
    """`make serve` of the checkout `root`, at work in `folder`, and what was measured of it."""

    root: Path
    folder: Path
    port: int
    walls: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)
    peaks: list[float] = field(default_factory=list)

    def start(self, content: Path) -> None:
        """Begin with a copy of `content`; ready when the first build is."""
        shutil.copytree(content, self.folder / "content")
        for name in NEEDED:
            (self.folder / name).symlink_to(self.root / name)
        command = [sys.executable, "-m", "plugins", "serve", "--port", str(self.port)]
        with (self.folder / "said").open("w") as said:
            self.process = subprocess.Popen(
                command,
                cwd=self.folder,
                env=ENVIRONMENT,
                stdout=said,
                stderr=said,
                start_new_session=True,
            )
        self._await(lambda: "The site is at" in (self.folder / "said").read_text())

    def stop(self) -> None:
        """End it with all its processes."""
        os.killpg(self.process.pid, signal.SIGINT)
        self.process.wait()

    def edit(self, file: str, address: str, pause: float) -> None:
        """Save a new sentence, wait for it, and measure."""
        words, before = f"Edited at {time.time_ns()}.", self._cpu()
        path = self.folder / "content" / file
        text, began = path.read_text(encoding="utf-8"), time.perf_counter()
        path.write_text(f"{text}\n{words}\n", encoding="utf-8")
        self._await(lambda: words in self._page(address))
        self.walls.append(time.perf_counter() - began)
        time.sleep(pause)
        self.costs.append(self._cpu() - before)
        self.peaks.append(max(_memory(pid) for pid in self._processes()))

    def _page(self, address: str) -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{address}") as answer:
            return str(answer.read().decode())

    def _await(self, met: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not met():
            if time.monotonic() > end:
                raise SystemExit(f"make serve of {self.root} did not answer in time")
            time.sleep(ASK)

    def _processes(self) -> list[int]:
        return [pid for pid, group, _ in _table() if group == self.process.pid]

    def _cpu(self) -> float:
        """Seconds that its processes have used so far, those that have ended among them."""
        return sum(cpu for _, group, cpu in _table() if group == self.process.pid)


def _table() -> list[tuple[int, int, float]]:
    """Number, group and processor time, with that of ended children, of every process."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            stat = (place / "stat").read_text().rpartition(")")[2].split()
        except OSError:  # it has ended meanwhile
            continue
        found.append((int(place.name), int(stat[2]), sum(map(int, stat[11:15])) / TICKS))
    return found


def _memory(pid: int) -> float:
    """MiB; 0 when the process has ended."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def measure(wanted: argparse.Namespace) -> list[Program]:
    """Every program's figures, edit by edit in turn."""
    with tempfile.TemporaryDirectory() as base, ExitStack() as running:
        content, file, address = _content(wanted.pages, Path(base))
        programs = []
        for number, root in enumerate(filter(None, (ROOT, wanted.against))):
            folder = Path(base) / str(number)
            folder.mkdir()
            programs.append(Program(root.resolve(), folder, PORT + number))
            programs[-1].start(content)
            running.callback(programs[-1].stop)
        time.sleep(wanted.pause)
        for _ in range(wanted.edits):
            for program in programs:
                program.edit(file, address, wanted.pause)
        return programs


def _content(pages: int, base: Path) -> tuple[Path, str, str]:
    """A content folder, and a file in it with the address of its page."""
    if not pages:
        return ROOT / "content", *REAL
    entries, folder = corpus(pages, 1), base / "corpus"
    folder.mkdir()
    ours.write(entries, folder)
    file = ours.path(entries[0], folder).relative_to(folder).as_posix()
    return folder, file, ours.address(entries[0])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=int, default=1000, help="in each of three languages")
    parser.add_argument("--edits", type=int, default=9)
    parser.add_argument("--pause", type=float, default=3.0)
    parser.add_argument("--against", type=Path, help="another checkout, measured in turn")
    programs = measure(parser.parse_args())
    for program in programs:
        wall, cost = (statistics.median(program.walls), statistics.median(program.costs))
        last = programs[-1]
        ratios = [
            statistics.median(mine / theirs for mine, theirs in zip(*pair, strict=True))
            for pair in ((program.walls, last.walls), (program.costs, last.costs))
        ]
        print(
            f"{program.root}: {wall:.2f} s, CPU {cost:.2f} s, ratios {ratios[0]:.2f} and"
            f" {ratios[1]:.2f}, memory {program.peaks[0]:.0f} to {program.peaks[-1]:.0f} MiB"
        )


if __name__ == "__main__":
    main()
