"""The resident process of `make serve`: it has imported everything, and each build is forked from
it, so that nothing of one build lives on in the next.

    python -m plugins.preview.resident PELICAN'S ARGUMENTS

Each line it is given asks for a build, which it answers with a line of JSON: whether the build
failed, and what it said. When code, settings or packages are not what was loaded, it ends without
an answer: whoever asked begins a new one. It keeps nothing but code: to load the manifest and the
documents ahead as well saved 3 to 6 % of the processor time of a build at 3000 files, for 75 MiB.
"""

import atexit
import json
import os
import signal
import sys
import time
import traceback
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from plugins.build.file_stat import FileStat, scan
from plugins.build.fingerprint import COMPILED, packages
from plugins.model.message import Message
from plugins.model.speech import Speech, speech_of

CODE = ("plugins", "contact")
SETTINGS = "pelicanconf.py"
TOLERANT = "TOLERANT=true"
ENDED = Message("The build ended before its work was done. Save a file again.")


def main() -> None:
    """Build whenever it is asked for, until nobody asks any more or the code has changed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who asks; then no line comes
    code = looks()
    for name in import_module(SETTINGS.removesuffix(".py")).PLUGINS:
        import_module(name)
    for _ in sys.stdin:
        if looks() != code:
            return
        print(json.dumps(built(sys.argv[1:])), flush=True)


def looks() -> tuple[list[str], dict[str, FileStat]]:
    """How the code and the packages look: while it is the same, what is loaded is what is there."""
    now = time.time_ns()
    found = {
        f"{folder}/{name}": seen
        for folder in CODE
        for name, seen in scan(Path(folder), now).items()
        if COMPILED not in name
    }
    return [*packages(), Path(SETTINGS).read_text(encoding="utf-8")], found


def built(arguments: list[str]) -> tuple[bool, str]:
    """Build; return whether that failed, and what the build said. Where it cannot even show what is
    wrong in the place of a page, it says what is wrong and makes none."""
    failed, said = forked(arguments)
    strict = ["TOLERANT=false" if one == TOLERANT else one for one in arguments]
    return forked(strict) if failed and strict != arguments else (failed, said)


def forked(arguments: list[str]) -> tuple[bool, str]:
    """Build in a process of its own; return whether it failed, and what it said."""
    with TemporaryFile("w+") as said, TemporaryFile("w+") as complained:
        child = os.fork()
        if child == 0:
            _become(said, complained)
            os._exit(_build(arguments))
        failed = bool(os.waitpid(child, 0)[1])
        for file in (complained, said):
            file.seek(0)
        words = complained.read().strip()
        return failed, (words or said.read().strip() or _speech()(ENDED)) if failed else words


def _speech() -> Speech:
    """What says messages in the language of the staff."""
    return speech_of(os.environ, import_module(SETTINGS.removesuffix(".py")).STAFF_LANG)


def _become(said: IO[str], complained: IO[str]) -> None:
    """The forked process reads nothing, and writes where somebody looks."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(said.fileno(), 1)
    os.dup2(complained.fileno(), 2)


def _build(arguments: list[str]) -> int:
    """Run Pelican as a program would; return its exit code."""
    try:
        import_module("pelican").main(arguments)
    except SystemExit as end:
        return _exit_code(end.code)
    except BaseException:
        traceback.print_exc()
        return 1
    finally:
        atexit._run_exitfuncs()  # os._exit leaves out what a program does at its end
        sys.stdout.flush()
        sys.stderr.flush()
    return 0


def _exit_code(code: str | int | None) -> int:
    """As Python's own: a text is told, and means that it failed (sys.exit)."""
    if isinstance(code, str):
        print(code, file=sys.stderr)
    return int(bool(code))


if __name__ == "__main__":
    main()
