"""Problems stop the build: the list is printed, nothing is written,
and the last output stays as it was."""

import logging
import os
import sys
from errno import EACCES, EBUSY, EDQUOT, ENOSPC, EPERM, EROFS, EXDEV
from pathlib import Path, PurePath
from typing import NoReturn

from plugins.model.document import Problem

REPLACED = (
    "{place} is a disk of its own, and no folder can take its place. Give another one "
    "(OUTPUT=folder), below what is mounted."
)
FORBIDDEN = (
    "{place}: this user may not read or write there. Give the right, or take another folder."
)
# What a machine may refuse, by its number (errno.h): nobody's mistake in the code.
REFUSED = {
    ENOSPC: "The disk is full.",
    EDQUOT: "This user has no more room on the disk.",
    EROFS: "{place}: this disk can only be read. Take another folder.",
    EACCES: FORBIDDEN,
    EPERM: FORBIDDEN,
    EBUSY: REPLACED,
    EXDEV: REPLACED,
}
LAST_STANDS = "Nothing was published; the last output stands."


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
    refused = refusal(error)
    if refused:
        record.msg, record.args = "%s %s", (refused, LAST_STANDS)
    if refused or isinstance(error, ContentProblems):
        record.exc_info = None
    return True


def refusal(error: BaseException | None) -> str:
    """Return in words what the machine refused; empty for any other `error`."""
    if not isinstance(error, OSError):
        return ""
    return REFUSED.get(error.errno or 0, "").format(place=error.filename or error.filename2)


def stop(problems: list[Problem], folder: Path) -> NoReturn:
    """Prints `problems` and raises ContentProblems."""
    print(render(problems, Path(os.path.relpath(folder))), file=sys.stderr)
    raise ContentProblems(problems)
