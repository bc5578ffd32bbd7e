"""Runs Pelican in a fork of a process that has imported it and done nothing else: nothing has to be
imported again, and no thread, lock or library of a test is in it."""

import logging
import multiprocessing
import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pelican

import pelicanconf

SERVER = multiprocessing.get_context("forkserver")
# What a build loads only when it makes a file that wants it; nearly every build of a test does.
LATE = ["pypdf.generic", "segno", "pypandoc", "plugins.features.cards.drawing", "email.policy"]
SERVER.set_forkserver_preload([__name__, *pelicanconf.PLUGINS, *LATE])


def run_forked(
    arguments: list[str], cwd: Path, environment: dict[str, str]
) -> CompletedProcess[str]:
    """Return what `python -m pelican` with `arguments` says in `cwd`, and its exit code."""
    with tempfile.TemporaryDirectory() as folder:
        said = [str(Path(folder, name)) for name in ("out", "err")]
        process = SERVER.Process(target=_run, args=(arguments, str(cwd), environment, said))
        process.start()
        process.join()
        out, err = (Path(name).read_text(encoding="utf-8") for name in said)
        return CompletedProcess(arguments, process.exitcode, out, err)


def _run(arguments: list[str], cwd: str, environment: dict[str, str], said: list[str]) -> None:
    _become_a_process(cwd, environment, said)
    os._exit(_exit_code(lambda: pelican.main(arguments)))


def _exit_code(run: Callable[[], object]) -> int:
    """Return the exit code as Python gives it: a text is printed, and is 1."""
    try:
        run()
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
            return 1
        return end.code or 0
    except BaseException:
        traceback.print_exc()
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0


def _become_a_process(cwd: str, environment: dict[str, str], said: list[str]) -> None:
    """Leaves the folder, the environment, the output and the log of the tests."""
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environment)
    for number, name in enumerate(said, start=1):
        with Path(name).open("w", encoding="utf-8") as file:
            os.dup2(file.fileno(), number)
    sys.stdout, sys.stderr = (open(n, "w", encoding="utf-8", closefd=False) for n in (1, 2))  # noqa: SIM115
    logging.root.handlers.clear()
