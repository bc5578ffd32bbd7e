"""Marks as GitHub, GitLab and everybody who reads SARIF want them."""

import json
from collections.abc import Callable, Iterable
from hashlib import sha256
from urllib.parse import quote

from plugins.annotations.marks import Mark

NAME = "site"
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
# GitHub, Workflow commands: what must not stand in a message, and besides in a property.
IN_MESSAGE = {"%": "%25", "\r": "%0D", "\n": "%0A"}
IN_PROPERTY = IN_MESSAGE | {":": "%3A", ",": "%2C"}


def github(marks: Iterable[Mark]) -> str:
    """Return the commands that a step of GitHub Actions prints (Workflow commands)."""
    return "\n".join(
        f"::{'error' if one.error else 'warning'} file={_escaped(one.file, IN_PROPERTY)},"
        f"line={one.line}::{_escaped(one.words, IN_MESSAGE)}"
        for one in marks
    )


def _escaped(text: str, signs: dict[str, str]) -> str:
    return "".join(signs.get(sign, sign) for sign in text)


def gitlab(marks: Iterable[Mark]) -> str:
    """Return a report of GitLab's Code Quality (CI/CD artifacts reports, codequality)."""
    return json.dumps([_issue(one) for one in marks], ensure_ascii=False, indent=1)


def _issue(one: Mark) -> dict[str, object]:
    return {
        "description": one.words,
        "check_name": NAME,
        "fingerprint": sha256(f"{one.file} {one.words}".encode()).hexdigest(),
        "severity": "major" if one.error else "minor",
        "location": {"path": one.file, "lines": {"begin": one.line}},
    }


def sarif(marks: Iterable[Mark]) -> str:
    """Return a log in SARIF (OASIS, version 2.1.0)."""
    results = [_result(one) for one in marks]
    tool = {"driver": {"name": NAME, "rules": [{"id": NAME}]}}
    run = {"tool": tool, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1)


def _result(one: Mark) -> dict[str, object]:
    place = {
        "artifactLocation": {"uri": quote(one.file)},
        "region": {"startLine": max(one.line, 1)},
    }
    return {
        "ruleId": NAME,
        "level": "error" if one.error else "warning",
        "message": {"text": one.words},
        "locations": [{"physicalLocation": place}],
    }


FORMS: dict[str, Callable[[Iterable[Mark]], str]] = {
    "github": github,
    "gitlab": gitlab,
    "sarif": sarif,
}
