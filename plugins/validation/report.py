"""All problems of all files in one list, as a person mends them: file by file, from the top down."""

from collections.abc import Iterator
from datetime import date
from pathlib import PurePath

from plugins.document import Problem
from plugins.validation.known import Known
from plugins.validation.rules import entries, headings, keys, places, references

OF_A_PAGE = (references.check, keys.check, headings.check)
OF_THE_SITE = (places.check, entries.check)


class ContentProblems(Exception):  # noqa: N818 (its name is what an editor reads first)
    """There are problems, so nothing was written; `problems` has them all."""

    exitcode = 1

    def __init__(self, problems: list[Problem]) -> None:
        files = len({problem.file for problem in problems})
        super().__init__(
            f"{len(problems)} to mend in {files} file(s). Nothing was written; the last output is as it was."
        )
        self.problems = problems


def find(known: Known, publishing: date | None = None) -> list[Problem]:
    """Every problem; with `publishing`, also what must not go public on that day."""
    return sorted(set(_all(known, publishing)), key=lambda problem: (problem.file, problem.line, problem.what))


def render(problems: list[Problem], folder: PurePath) -> str:
    """One line for each problem, with paths as a terminal can open them; `folder` is the content folder."""
    return "\n".join(f"{folder / problem.file}:{problem.line}: {problem.what} {problem.mend}" for problem in problems)


def _all(known: Known, publishing: date | None) -> Iterator[Problem]:
    for page in known.documents:
        yield from page.problems
        for rule in OF_A_PAGE:
            yield from rule(page, known)
    for whole in OF_THE_SITE:
        yield from whole(known)
    if publishing:
        yield from entries.check_before_publishing(known, publishing)
