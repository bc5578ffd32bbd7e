"""Write what a template may ask of a page into docs/templates.md."""

import argparse
import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

SOURCE = Path("plugins/model/document.py")
GUIDE = Path("docs/templates.md")
TABLE = re.compile(r"(?<=\| Attribute \| Type \| What it is \|\n\|---\|---\|---\|\n)(?:\|.*\n)*")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take nothing."""


def run(arguments: argparse.Namespace) -> None:
    """Write the table anew."""
    GUIDE.write_text(renewed(GUIDE.read_text(encoding="utf-8")), encoding="utf-8")
    print(GUIDE)


def renewed(guide: str) -> str:
    """Return `guide` with its table of attributes as the class Document says them."""
    rows = "".join(
        f"| `page.{name}` | `{kind}` | {meaning} |\n"
        for name, kind, meaning in attributes(SOURCE.read_text(encoding="utf-8"))
    )
    return TABLE.sub(lambda _: rows, guide, count=1)


def attributes(source: str) -> Iterator[tuple[str, str, str]]:
    """Name, type and meaning of each attribute of the class Document in `source`."""
    classes = (node for node in ast.parse(source).body if isinstance(node, ast.ClassDef))
    body = next(node.body for node in classes if node.name == "Document")
    for field, said in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(said, ast.Expr):
            kind = ast.unparse(field.annotation).replace("|", "\\|")
            yield ast.unparse(field.target), kind, ast.literal_eval(said.value)
