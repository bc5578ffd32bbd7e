"""Problems stop the build: the list is printed, nothing is written,
and the last output stays as it was."""

import logging
import os
import sys
from errno import ENOSPC
from pathlib import Path, PurePath
from typing import NoReturn

from plugins.model.document import Problem


class ContentProblems(Exception):  # noqa: N818 (its name is what an editor reads first)
    """There are problems, so nothing was written; `problems` has them all."""

    exitcode = 1

    def __init__(self, problems: list[Problem]) -> None:
        files = len({problem.file for problem in problems})
        super().__init__(
            f"{len(problems)} to fix in {files} file(s). Nothing was written; the last output "
            "stands."
        )
        self.problems = problems


def render(problems: list[Problem], folder: PurePath) -> str:
    """One line for each problem, with paths as a terminal can open them;
    `folder` is the content folder."""
    return "\n".join(
        f"{os.path.normpath(folder / problem.file)}:{problem.line}: {problem.what} {problem.fix}"
        for problem in problems
    )


def end_where(problems: list[Problem]) -> None:
    """End a command with all `problems`, whose paths are as a terminal can open them;
    go on where there are none."""
    if problems:
        sys.exit("\n".join(map(str, problems)))


def plainly(record: logging.LogRecord) -> bool:
    """A filter for Pelican's log: what an editor can fix is told without the traceback of a program
    that works."""
    error = record.exc_info[1] if record.exc_info else None
    full = isinstance(error, OSError) and error.errno == ENOSPC
    if full:
        record.msg, record.args = (
            "The disk is full. Nothing was published; the last output stands.",
            (),
        )
    if full or isinstance(error, ContentProblems):
        record.exc_info = None
    return True


def stop(problems: list[Problem], folder: Path) -> NoReturn:
    """Prints `problems` and raises ContentProblems."""
    print(render(problems, Path(os.path.relpath(folder))), file=sys.stderr)
    raise ContentProblems(problems)
