"""What the theme says is collected and merged into the catalogue of each language;
no translation is thrown away."""

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

SPEAKING = ("**.html", "**.txt", "**.typ", "**.xhtml")
METHODS = [(files, "jinja2") for files in SPEAKING]
OPTIONS = {files: {"trim_blocks": "true", "lstrip_blocks": "true"} for files in SPEAKING}
NOTE = ("Translators:",)
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
    methods = [("**.py", "python")]
    for _, _, message, _, context in extract_from_dir(folder, methods, keywords={"word": None}):
        catalogue.add(message, context=context)
    return catalogue


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
