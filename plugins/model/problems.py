"""Problems stop the build: the list is printed, nothing is written,
and the last output stays as it was."""

import logging
import os
import sys
from dataclasses import dataclass
from errno import ENOSPC
from pathlib import Path, PurePath
from typing import NoReturn

from plugins.model.document import Problem
from plugins.model.message import Message
from plugins.model.speech import Say, speech


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
        elif isinstance(error, OSError) and error.errno == ENOSPC:
            told = Message("The disk is full. Nothing was published; the last output stands.")
            record.msg, record.args, record.exc_info = speech(self.code)(told), (), None
        return True


def stop(problems: list[Problem], folder: Path, say: Say = str) -> NoReturn:
    """Prints `problems` and raises ContentProblems."""
    print(render(problems, Path(os.path.relpath(folder)), say), file=sys.stderr)
    raise ContentProblems(problems, say)
