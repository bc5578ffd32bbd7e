"""How long an editor waits under `make serve`: from saving a page until the browser can have the
new one."""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent
NEEDED = ("pelicanconf.py", "theme", "translations", "plugins", "contact")
PORT = 8917
# As on a machine of an editor: Python keeps its modules compiled, as the Makefile has it too.
ENVIRONMENT = {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
}
PATIENCE = 120  # seconds for the first build
# seconds after which the build that waits has loaded everything, as it has between two edits of a
# person
LOADED = 3
ASK = 0.005  # seconds between two questions


@contextmanager
def serving(folder: Path, content: Path) -> Iterator[None]:
    """`make serve` of `content` with a cache of its own, in `folder`;
    ready when this begins, gone when it ends."""
    folder.mkdir(exist_ok=True)
    for name in NEEDED:
        if not (folder / name).exists():
            (folder / name).symlink_to(ROOT / name)
    command = [sys.executable, "-m", "plugins", "serve", "--port", str(PORT)]
    command += ["--content", str(content), "--output", str(folder / "output")]
    with (folder / "said").open("w") as said:
        process = subprocess.Popen(
            command, cwd=folder, env=ENVIRONMENT, stdout=said, stderr=said, start_new_session=True
        )
        try:
            _await(lambda: "The site is at" in (folder / "said").read_text(), PATIENCE)
            time.sleep(LOADED)
            yield
        finally:
            os.killpg(process.pid, signal.SIGINT)
            process.wait()


def edit(file: Path, address: str) -> float:
    """Seconds from saving a new sentence in `file` until the page at `address` has it."""
    words = f"Edited at {time.time_ns()}."
    text = file.read_text(encoding="utf-8")
    began = time.perf_counter()
    file.write_text(f"{text}\n{words}\n", encoding="utf-8")
    _await(lambda: words in _page(address), PATIENCE)
    return time.perf_counter() - began


def _page(address: str) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/{address}") as answer:
        return str(answer.read().decode())


def _await(met: Callable[[], bool], seconds: float) -> None:
    end = time.monotonic() + seconds
    while not met():
        if time.monotonic() > end:
            raise SystemExit("make serve did not answer in time")
        time.sleep(ASK)
