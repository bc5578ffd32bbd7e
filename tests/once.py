"""What is made once a run: the worker of pytest-xdist that needs it first makes it,
the others wait for it."""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Once:
    """Folders below `shared`, which is the same for all workers of a run."""

    shared: Path

    @classmethod
    def below(cls, base: Path) -> "Once":
        """For the temporary folder of this process: that of a worker stands in that of the run."""
        return cls(base.parent if "PYTEST_XDIST_WORKER" in os.environ else base)

    def folder(self, name: str, make: Callable[[Path], object]) -> Path:
        """The folder `name` as `make` has filled it, which nobody may change."""
        folder, made = self.shared / "once" / name, self.shared / "once" / f"{name}.made"
        with alone(self.shared / "once" / f"{name}.lock"):
            if not made.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                make(folder)
                made.touch()
        return folder


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """No two processes are in here at once; the lock of one that dies is gone with it."""
    lock.parent.mkdir(exist_ok=True)
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
