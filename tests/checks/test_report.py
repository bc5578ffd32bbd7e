"""All problems of all files in one list."""

from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

import pytest

from plugins.checks.known import visible
from plugins.checks.report import find, warnings
from plugins.model.document import Problem, Reference
from plugins.model.problems import ContentProblems, render


@pytest.fixture
def broken(known, document):
    """A site with problems of several rules in several files."""
    first = document("be/b.md", references=(Reference("unknown", "/x", 9, "", "/x"),))
    own = Problem("be/a.md", 2, "The field 'Title' is missing.", "Add it.")
    second = document("be/a.md", problems=(own,), contact_keys=("x",), field_lines={"Contacts": 1})
    return known(first, second, files=["fr/index.md"])


def test_all(broken):
    """Problems of every rule and every file come in one list, in the order of files and lines."""
    assert [(problem.file, problem.line) for problem in find(broken)] == [
        ("be/a.md", 1),
        ("be/a.md", 2),
        ("be/b.md", 9),
        ("fr/index.md", 1),
    ]


def test_once(known, document):
    """The same problem of the same line is said once."""
    page = document("be/a.md", references=(Reference("unknown", "/x", 9, "", "/x"),) * 2)
    assert len(find(known(page))) == 1


def test_publishing(known, library):
    """What must not go public is asked only when the site goes public."""
    unchecked = replace(library.contacts["hotline"], verified=None, verified_by="", expires=None)
    site = known(library=replace(library, contacts={"hotline": unchecked}))
    assert (len(find(site)), len(find(site, date(2026, 11, 25)))) == (0, 1)


def test_render():
    """A problem is one line: file and line as a terminal opens them, what is wrong,
    how to fix it."""
    problems = [
        Problem("be/a.md", 2, "What.", "Fix."),
        Problem("be/b.md", 3, "What else.", "Fix that."),
    ]
    assert render(problems, PurePosixPath("content")) == (
        "content/be/a.md:2: What. Fix.\ncontent/be/b.md:3: What else. Fix that."
    )


def test_exception():
    """The build ends with the number of problems and of files, and with exit code 1."""
    error = ContentProblems(
        [Problem("a", 1, "", ""), Problem("a", 2, "", ""), Problem("b", 1, "", "")]
    )
    assert str(error).startswith("3 to fix in 2 file(s).")
    assert error.exitcode == 1


def test_visible():
    """Hidden files and editors' backups are no part of the content."""
    names = [
        "be/index.md",
        "be/.index.md.swp",
        "be/index.md~",
        ".git/HEAD",
        "be/#index.md#",
        "old~/index.md",
    ]
    assert visible(names) == {"be/index.md"}


def test_what_has_expired(known, library):
    """A number that has expired stops nothing, and whoever publishes is told."""
    expired = replace(library.contacts["hotline"], expires=date(2026, 11, 25))
    site = known(library=replace(library, contacts={"hotline": expired}))
    days = date(2026, 11, 24), date(2026, 11, 25)
    assert [len(find(site, day)) for day in days] == [0, 0]
    assert [len(warnings(site, day)) for day in (None, *days)] == [0, 0, 1]
