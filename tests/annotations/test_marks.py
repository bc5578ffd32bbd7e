"""What a build says of a line is a mark that the host of the repository shows there."""

import json

import pytest

from plugins.annotations.forms import FORMS, github, gitlab, sarif
from plugins.annotations.marks import Mark, marks

SAID = """Building …
content/be/about/index.md:8: Няма поля «Title». Дадайце радок: `Title: …`, 100%.
content/data/contacts.toml:41: The contact 'a' was never verified. Call it.
/usr/lib/python3/x.py:1: not ours
12:30: a time
2 to fix in 2 file(s). Nothing was written; the last output stands.
"""
FOUND = [
    Mark("content/be/about/index.md", 8,
         "Няма поля «Title». Дадайце радок: `Title: …`, 100%."),
    Mark("content/data/contacts.toml", 41, "The contact 'a' was never verified. Call it."),
]  # fmt: skip


def test_marks():
    """Lines with a file of ours and a line of it are marks, and nothing else is."""
    assert list(marks(SAID, failed=True)) == FOUND


@pytest.mark.parametrize(("failed", "kind"), [(True, "error"), (False, "warning")])
def test_github(failed, kind):
    """GitHub is given commands in which no sign of a message is one of its own."""
    assert github(marks(SAID, failed)).splitlines()[0] == (
        f"::{kind} file=content/be/about/index.md,line=8::"
        "Няма поля «Title». Дадайце радок: `Title: …`, 100%25."
    )


def test_a_name_of_a_file_is_escaped():
    """A comma or a colon in a name ends nothing."""
    assert "file=a%2Cb%3Ac.md,line=1" in github([Mark("a,b:c.md", 1, "x")])


def test_gitlab():
    """GitLab is given what its Code Quality reports must have, each with a name of its own."""
    issues = json.loads(gitlab(FOUND))
    assert [one["location"] for one in issues] == [
        {"path": one.file, "lines": {"begin": one.line}} for one in FOUND
    ]
    assert len({one["fingerprint"] for one in issues}) == len(FOUND)
    assert {one["severity"] for one in issues} <= {"info", "minor", "major", "critical", "blocker"}


def test_sarif():
    """SARIF has what the standard asks of a log: version, tool, results with places."""
    log = json.loads(sarif(FOUND))
    (run,) = log["runs"]
    assert (log["version"], run["tool"]["driver"]["name"]) == ("2.1.0", "site")
    assert [one["level"] for one in run["results"]] == ["error", "error"]
    places = [one["locations"][0]["physicalLocation"] for one in run["results"]]
    assert [one["region"]["startLine"] for one in places] == [8, 41]


@pytest.mark.parametrize("form", FORMS)
def test_nothing(form):
    """A build without problems makes a report without marks."""
    assert FORMS[form]([]) in ("", "[]") or json.loads(FORMS[form]([]))["runs"][0]["results"] == []
