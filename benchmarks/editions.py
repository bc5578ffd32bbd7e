"""The real content with everything that can be taken away, and the cards of pages that are shared:
from nothing, unchanged, and after one release was edited.

    python benchmarks/editions.py --runs 3

Prints the median of the wall seconds of whole processes beside what is allowed, and how many files
of each type were made; fails where more is needed than is allowed, or no cards were made.
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
RELEASE = "en/press/2026-06-seasonal-work.md"
TYPES = (".pdf", ".epub", ".odt", ".odp", ".docx", ".xlsx", ".eml", ".zip", ".ics", ".bib")
CARD = "card"
ALLOWED = {"nothing kept": 12.0, "no change": 0.8}  # seconds


def build(content: Path, folder: Path) -> float:
    """Seconds of one build of `content` into `folder`."""
    command = [
        sys.executable,
        "-m",
        "pelican",
        str(content),
        "-o",
        str(folder / "output"),
        "-s",
        "pelicanconf.py",
    ]
    start = time.perf_counter()
    subprocess.run(
        [*command, "-e", f'CACHE_PATH="{folder}/cache"'], cwd=ROOT, check=True, capture_output=True
    )
    return time.perf_counter() - start


def run(folder: Path) -> dict[str, float]:
    """One run of each scenario in an empty `folder`."""
    content = shutil.copytree(ROOT / "content", folder / "content")
    figures = {"nothing kept": build(content, folder), "no change": build(content, folder)}
    with (content / RELEASE).open("a", encoding="utf-8") as file:
        file.write("\nEdited.\n")
    return figures | {"one release edited": build(content, folder)}


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=3)
    found: list[dict[str, float]] = []
    for _ in range(parser.parse_args().runs):
        with tempfile.TemporaryDirectory() as base:
            found.append(run(Path(base)))
            made = kinds(Path(base, "output"))
    medians = {name: statistics.median(figures[name] for figures in found) for name in found[0]}
    for name, seconds in medians.items():
        allowed = f" (at most {ALLOWED[name]:.1f} s)" if name in ALLOWED else ""
        print(f"{name}: {seconds:.2f} s{allowed}")
    print(", ".join(f"{count} {kind}" for kind, count in sorted(made.items())))
    if not made[CARD] or any(medians[name] > most for name, most in ALLOWED.items()):
        sys.exit(1)


def kinds(output: Path) -> Counter[str]:
    """How many files of each type there are below `output`, and how many cards."""
    files = [path for path in output.rglob("*") if path.is_file()]
    cards = Counter(CARD for path in files if path.parent.name == "cards")
    return cards + Counter(path.suffix for path in files if path.suffix in TYPES)


if __name__ == "__main__":
    main()
