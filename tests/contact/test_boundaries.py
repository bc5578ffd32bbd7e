"""What keeps the endpoint small: who may know what, and what its guides promise."""

import ast
import re

import pytest

from tests.conftest import MAIN
from tests.test_boundaries import imported, path, tree

MODULES = sorted((MAIN / "contact").glob("*.py"))
# Which module may know which package that is not the standard library's. The core knows none but
# OpenPGP's.
KNOWN = {
    "seal": {"pysequoia"},
    "key": {"pysequoia"},
    "keyring": {"pysequoia"},
    "serve": {"waitress"},
    "aws": {"boto3", "botocore", "apig_wsgi"},
}
# What a message passes on its way, from the request to the spool; what judges keys is done by then,
# and what empties the spool is another process.
WAY = ("app", "form", "headers", "letter", "rate_limit", "page", "seal", "spool", "stream", "token")

# Which modules read settings of a server.
READ_BY = ("settings", "outgoing", "health", "heartbeat", "trial")

each = pytest.mark.parametrize("file", MODULES, ids=path)


def code(file):
    """The lines of a module without its docstrings, comments and empty lines."""
    lines = file.read_text(encoding="utf-8").splitlines()
    nodes = [
        node
        for node in ast.walk(tree(file))
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef))
    ]
    docs = [node.body[0] for node in nodes if ast.get_docstring(node) is not None]
    said = {number for doc in docs for number in range(doc.lineno, doc.end_lineno + 1)}
    return [
        line
        for number, line in enumerate(lines, 1)
        if number not in said and line.strip() and line.strip()[0] != "#"
    ]


@each
def test_packages(file):
    """Only the edges know a package that is not the standard library's."""
    packages = {name.split(".")[0] for name in imported(file)} - {"contact"}
    foreign = {name for name in packages if name not in __import__("sys").stdlib_module_names}
    assert foreign <= KNOWN.get(file.stem, set())


@each
def test_docstring(file):
    """Every module opens with a sentence that says what it is about."""
    assert ast.get_docstring(tree(file))


@each
def test_short_functions(file):
    """No function is longer than 30 lines."""
    functions = [node for node in ast.walk(tree(file)) if isinstance(node, ast.FunctionDef)]
    assert not [node.name for node in functions if node.end_lineno - node.lineno + 1 > 30]


def test_small():
    """The way of a message, from the request to the spool, is at most 1,200 lines,
    and all of it 3,500."""
    lines = {file.stem: len(file.read_text(encoding="utf-8").splitlines()) for file in MODULES}
    assert sum(lines[name] for name in WAY) <= 1200
    assert sum(lines.values()) <= 3500


def test_no_words_for_visitors():
    """No module of the way has a letter that is not Latin, and none makes HTML:
    words are built by the site."""
    texts = [(MAIN / "contact" / f"{name}.py").read_text(encoding="utf-8") for name in WAY]
    assert not [text for text in texts if re.search(r"[^\x00-\x7f…“”’]", text) or "</p>" in text]


def test_settings_in_the_guide():
    """The guide names every setting there is, and none that is not."""
    text = "".join(
        (MAIN / "contact" / f"{name}.py").read_text(encoding="utf-8") for name in READ_BY
    )
    known = set(re.findall(r'"(CONTACT_[A-Z_]+[A-Z])"', text)) | {
        "CONTACT_TO_COUNSELLING",
        "CONTACT_TO_PRESS",
    }
    guide = (MAIN / "deploy" / "README.md").read_text(encoding="utf-8")
    assert {
        name for name in re.findall(r"`(CONTACT_[A-Z_]+)`", guide) if not name.endswith("_FILE")
    } == known


@pytest.mark.parametrize("lang", ["", ".be", ".ru"])
def test_alarms_in_the_guides(lang):
    """The guide of the counsellors explains in each language every kind of alarm that health can
    tell."""
    text = (MAIN / "deploy" / f"STAFF{lang}.md").read_text(encoding="utf-8")
    words = (
        "EXPIRED",
        "is revoked",
        "can only sign",
        "damaged",
        "too short",
        "no user id",
        "SECRET",
        "in the future",
    )
    words += (
        "the endpoint does not answer",
        "a trial message was not accepted",
        "nothing can be written",
    )
    words += ("no deliverer runs", "are no messages of ours", "heartbeat", "refused for good")
    assert [word for word in words if word not in text] == []
