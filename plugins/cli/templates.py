"""Write what a template may ask of a page into docs/templates.md."""

import argparse
import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TypeGuard

SOURCES = {"Document": Path("plugins/model/document.py"), "Page": Path("plugins/model/page.py")}
PLUGINS = Path("plugins")
GUIDE = Path("docs/templates.md")
UNSEEN = {"parts"}  # templates see each part by its name
TABLE = re.compile(r"(?<=\| Attribute \| Type \| What it is \|\n\|---\|---\|---\|\n)(?:\|.*\n)*")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take nothing."""


def run(arguments: argparse.Namespace) -> None:
    """Write the table anew."""
    GUIDE.write_text(renewed(GUIDE.read_text(encoding="utf-8")), encoding="utf-8")
    print(GUIDE)


def renewed(guide: str) -> str:
    """Return `guide` with its table of attributes as the classes Document and Page and the parts
    of all features say them."""
    told = [row for name, file in SOURCES.items() for row in attributes(_tree(file), name)]
    told += sorted(row for file in PLUGINS.rglob("*.py") for row in parts(_tree(file)))
    rows = "".join(f"| `page.{name}` | `{kind}` | {meaning} |\n" for name, kind, meaning in told)
    return TABLE.sub(lambda _: rows, guide, count=1)


def _tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def attributes(tree: ast.Module, name: str) -> Iterator[tuple[str, str, str]]:
    """Name, type and meaning of each attribute of the class `name` in `tree`."""
    body = next(node.body for node in _classes(tree) if node.name == name)
    for field, said in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(said, ast.Expr):
            attribute, kind = ast.unparse(field.target), _kind(field)
            if attribute not in UNSEEN:
                yield attribute, kind, ast.literal_eval(said.value)
    yield from (_property(node) for node in body if _is_property(node))


def parts(tree: ast.Module) -> Iterator[tuple[str, str, str]]:
    """Name, attributes and meaning of each class in `tree` that is a Part of a page."""
    for node in _classes(tree):
        names = [one.value.value for one in node.keywords if isinstance(one.value, ast.Constant)]
        if names and any(isinstance(base, ast.Name) and base.id == "Part" for base in node.bases):
            fields = [one for one in node.body if isinstance(one, ast.AnnAssign)]
            kinds = ", ".join(f"{ast.unparse(one.target)}: {_kind(one)}" for one in fields)
            yield str(names[0]), kinds, " ".join((ast.get_docstring(node) or "").split())


def _is_property(node: ast.stmt) -> TypeGuard[ast.FunctionDef]:
    return isinstance(node, ast.FunctionDef) and any(
        isinstance(one, ast.Name) and one.id == "property" for one in node.decorator_list
    )


def _property(node: ast.FunctionDef) -> tuple[str, str, str]:
    meaning = " ".join((ast.get_docstring(node) or "").split()).removeprefix("Return ")
    return (
        node.name,
        ast.unparse(node.returns or ast.Name("str")),
        meaning[:1].upper() + meaning[1:],
    )


def _classes(tree: ast.Module) -> Iterator[ast.ClassDef]:
    return (node for node in tree.body if isinstance(node, ast.ClassDef))


def _kind(field: ast.AnnAssign) -> str:
    return ast.unparse(field.annotation).replace("|", "\\|").replace("'", "")
