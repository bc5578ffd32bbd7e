"""The compiler of Typst, also in a process that was forked from one that has used it.

Its threads are not in a fork, and what waits for them there waits for ever. So a fork asks a
process of its own; the one that asks first uses it as any library.
"""

import os
import pickle
import subprocess
import sys
from functools import cache
from importlib.resources import files
from typing import Any

from plugins.model.glyphs import FONTS

PROGRAM = """import pickle, sys, typst
folders, options = pickle.load(sys.stdin.buffer)
try:
    made = True, typst.Compiler(font_paths=folders, ignore_system_fonts=True).compile(**options)
except typst.TypstError as error:
    made = False, str(error)
pickle.dump(made, sys.stdout.buffer)
"""


class CompileError(Exception):
    """What Typst says of a source that it cannot read."""


def compiled(**options: Any) -> bytes:
    """Return what Typst makes with these `options` of its own; raise CompileError with its words,
    also where it ended without one."""
    return _here(options) if _home() == os.getpid() else _elsewhere(options)


@cache
def _home() -> int:
    """The process that has asked first; a fork has that of its parent."""
    return os.getpid()


def _here(options: dict[str, Any]) -> bytes:
    import typst  # noqa: PLC0415 (it takes a moment to load, and most builds print nothing)

    try:
        return bytes(_compiler().compile(**options))
    except typst.TypstError as error:
        raise CompileError(str(error)) from None


@cache
def _compiler() -> Any:
    import typst  # noqa: PLC0415

    return typst.Compiler(font_paths=_folders(), ignore_system_fonts=True)


def _folders() -> list[Any]:
    return [str(files(package) / "files") for package in FONTS]


def _elsewhere(options: dict[str, Any]) -> bytes:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        input=pickle.dumps((_folders(), options)),
        capture_output=True,
        check=False,
    )
    if done.returncode != 0:
        raise CompileError(done.stderr.decode(errors="replace").strip().rpartition("\n")[2])
    fine, found = pickle.loads(done.stdout)
    if not fine:
        raise CompileError(found)
    return bytes(found)
