"""What the theme says to readers, and the generator to staff, is collected and merged into the
catalogues of each language; no translation is thrown away."""

import ast
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_from_file
from babel.messages.pofile import read_po, write_po

from plugins.cli.targets import targets

SPEAKING = ("**.html", "**.txt", "**.typ", "**.xhtml")
METHODS = [(files, "jinja2") for files in SPEAKING]
OPTIONS = {files: {"trim_blocks": "true", "lstrip_blocks": "true"} for files in SPEAKING}
NOTE = ("Translators:",)
CODE = [("**.py", "python")]
MESSAGES = {"Message": None}
EDITOR = "editor.po"  # what the editor in the browser says, beside messages.po


def spoken(templates: Path) -> Catalog:
    """Every text in the folder `templates`, with the notes for translators that stand above it."""
    catalogue = Catalog(charset="utf-8")
    found = extract_from_dir(
        templates, METHODS, OPTIONS, comment_tags=NOTE, strip_comment_tags=True
    )
    for _, _, message, comments, context in found:
        catalogue.add(message, auto_comments=comments, context=context)
    return catalogue


def said_in_code(folder: Path) -> Catalog:
    """Every text that is marked with `word` in the modules of `folder`."""
    catalogue = Catalog(charset="utf-8")
    for _, _, message, _, context in extract_from_dir(folder, CODE, keywords={"word": None}):
        catalogue.add(message, context=context)
    return catalogue


def told(root: Path) -> Catalog:
    """Return every text that the generator below `root` says to staff: messages of the code, what
    each command is for, what each target of make does."""
    catalogue = Catalog(charset="utf-8")
    found = extract_from_dir(
        root / "plugins", CODE, {}, keywords=MESSAGES, comment_tags=NOTE, strip_comment_tags=True
    )
    settings = extract_from_file("python", root / "publishconf.py", keywords=MESSAGES)
    for message, comments in (
        *((row[2], row[3]) for row in found),
        *((row[1], row[2]) for row in settings),
    ):
        catalogue.add(message, auto_comments=comments)
    for text in (*_commands(root / "plugins" / "cli"), *targets(root / "Makefile").values()):
        catalogue.add(text)
    return catalogue


def _commands(folder: Path) -> Iterator[str]:
    """Yield what each command is for: the first line of its module."""
    for file in sorted(folder.glob("*.py")):
        source = file.read_text(encoding="utf-8")
        if "\ndef run(" in source:
            yield (ast.get_docstring(ast.parse(source)) or "").splitlines()[0]


def read(file: Path, code: str) -> Catalog:
    """The catalogue in `file`; an empty one for the language `code` when there is none,
    with its plural rule."""
    if not file.exists():
        return Catalog(locale=code.replace("-", "_"), fuzzy=False)
    with file.open("rb") as source:
        return read_po(source, locale=code.replace("-", "_"))


def merge(catalogue: Catalog, template: Catalog) -> None:
    """`catalogue` gets the texts and notes of `template`;
    what the theme no longer says is kept as obsolete (`#~`)."""
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)


def write(file: Path, catalogue: Catalog) -> None:
    """Writes `catalogue`, in the order of its texts and without places in templates:
    they would change for nothing."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as target:
        write_po(target, catalogue, no_location=True, sort_output=True)
