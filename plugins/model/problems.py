"""Problems stop the build: the list is printed, nothing is written,
and the last output stays as it was."""

import logging
import os
import sys
from dataclasses import dataclass
from errno import EACCES, EBUSY, EDQUOT, ENOSPC, EPERM, EROFS, EXDEV
from pathlib import Path, PurePath
from typing import NoReturn

from plugins.model.document import Problem
from plugins.model.message import Message
from plugins.model.speech import Say, speech

REPLACED = Message(
    "%(place)s is a disk of its own, and no folder can take its place. Give another one "
    "(OUTPUT=folder), below what is mounted."
)
FORBIDDEN = Message(
    "%(place)s: this user may not read or write there. Give the right, or take another folder."
)
# What a machine may refuse, by its number (errno.h): nobody's mistake in the code.
REFUSED = {
    ENOSPC: Message("The disk is full."),
    EDQUOT: Message("This user has no more room on the disk."),
    EROFS: Message("%(place)s: this disk can only be read. Take another folder."),
    EACCES: FORBIDDEN,
    EPERM: FORBIDDEN,
    EBUSY: REPLACED,
    EXDEV: REPLACED,
}
LAST_STANDS = Message("Nothing was published; the last output stands.")


class ContentProblems(Exception):  # noqa: N818 (its name is what an editor reads first)
    """There are problems, so nothing was written; `problems` has them all."""

    exitcode = 1

    def __init__(self, problems: list[Problem], say: Say = str) -> None:
        files = len({problem.file for problem in problems})
        told = Message(
            "%(count)s to fix in %(files)s file(s). Nothing was written; the last output stands.",
            count=len(problems),
            files=files,
        )
        super().__init__(say(told))
        self.problems = problems


def render(problems: list[Problem], folder: PurePath, say: Say = str) -> str:
    """One line for each problem, with paths as a terminal can open them;
    `folder` is the content folder."""
    return "\n".join(
        f"{os.path.normpath(folder / problem.file)}:{problem.line}: "
        f"{say(problem.what)} {say(problem.fix)}"
        for problem in problems
    )


def end_where(problems: list[Problem], say: Say = str) -> None:
    """End a command with all `problems`, whose paths are as a terminal can open them;
    go on where there are none."""
    if problems:
        sys.exit(render(problems, PurePath(), say))


@dataclass(frozen=True)
class Plainly:
    """A filter for Pelican's log, in the language `code`: what an editor can fix is told without
    the traceback of a program that works."""

    code: str = "en"

    def filter(self, record: logging.LogRecord) -> bool:
        """Return True: every record is told, some in other words."""
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, ContentProblems):
            record.msg, record.args, record.exc_info = str(error), (), None
        elif refused := refusal(error):
            say = speech(self.code)
            record.msg, record.args, record.exc_info = (
                f"{say(refused)} {say(LAST_STANDS)}",
                (),
                None,
            )
        return True


def refusal(error: BaseException | None) -> Message | None:
    """Return in words what the machine refused; None for any other `error`."""
    if not isinstance(error, OSError) or error.errno not in REFUSED:
        return None
    return Message(REFUSED[error.errno].id, place=error.filename or error.filename2)


TO_LOOK_AT = Message("To look at: %(count)s. Nothing of this stops a build.")


def warn(found: list[Problem], folder: Path, say: Say = str, counted: Message = TO_LOOK_AT) -> None:
    """Print what somebody is to look at, and how much it is; the build goes on."""
    if found:
        print(render(found, Path(os.path.relpath(folder)), say), file=sys.stderr)
        print(say(Message(counted.id, count=len(found))), file=sys.stderr)


def stop(problems: list[Problem], folder: Path, say: Say = str) -> NoReturn:
    """Prints `problems` and raises ContentProblems."""
    print(render(problems, Path(os.path.relpath(folder)), say), file=sys.stderr)
    raise ContentProblems(problems, say)
