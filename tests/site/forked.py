"""Runs Pelican in a fork of the process that tests: nothing has to be imported again."""

import logging
import os
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path
from typing import IO

import pelican


def run_forked(
    arguments: list[str], cwd: Path, environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    """Return what `python -m pelican` with `arguments` says in `cwd`, and its exit code."""
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        process = os.fork()
        if process == 0:
            os._exit(_pelican(arguments, cwd, environment, (out, err)))
        code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        return subprocess.CompletedProcess(arguments, code, _said(out), _said(err))


def _pelican(
    arguments: list[str], cwd: Path, environment: dict[str, str], said: tuple[IO[str], IO[str]]
) -> int:
    try:
        _become_a_process(cwd, environment, said)
        pelican.main(arguments)
    except SystemExit as end:
        return _exit_code(end)
    except BaseException:
        traceback.print_exc()
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0


def _exit_code(end: SystemExit) -> int:
    """Return the exit code as Python gives it: a text is printed, and is 1."""
    if isinstance(end.code, str):
        print(end.code, file=sys.stderr)
        return 1
    return end.code or 0


def _become_a_process(
    cwd: Path, environment: dict[str, str], said: tuple[IO[str], IO[str]]
) -> None:
    """Leaves the folder, the environment, the output and the log of the tests."""
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environment)
    for number, file in enumerate(said, start=1):
        os.dup2(file.fileno(), number)
    sys.stdout, sys.stderr = (open(n, "w", encoding="utf-8", closefd=False) for n in (1, 2))  # noqa: SIM115
    logging.root.handlers.clear()


def _said(file: IO[str]) -> str:
    file.seek(0)
    return file.read()
