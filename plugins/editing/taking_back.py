"""What was public is withdrawn, or a page is removed."""

from datetime import date
from pathlib import Path

from plugins.editing.edits import EditError, Edits
from plugins.editing.keys import naming
from plugins.editing.leading import lead_on
from plugins.features.newsroom.addresses import LEDGER
from plugins.features.translations.fields import with_field
from plugins.model.document import Document, Problem
from plugins.model.kinds import kind_named
from plugins.model.message import Message
from plugins.reading.front_matter import ONLY_HERE, split

Pages = dict[str, Document]  # the pages of one key by language


class InUseError(Exception):
    """A page that others name cannot be removed; `problems` says where."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(str(len(problems)))
        self.problems = problems


def withdraw(
    folder: Path, page: Document, reason: str, today: date, only_here: bool = False
) -> str:
    """Write into the file of `page` that it is withdrawn, and why; return the name of the file.
    Raises EditError."""
    edits = Edits(folder)
    text = edits.read(page.file)
    if "Withdrawn" not in kind_named(page.kind).fields:
        raise EditError(
            Message("%(file)s is a page that cannot be withdrawn.", file=page.file),
            Message("Change its text, or withdraw the pages below it."),
        )
    said = " ".join(reason.split())
    if not said or "|" in said:
        raise EditError(
            Message("It is not said why the text is withdrawn."),
            Message('Say it without the sign |: REASON="A person could be recognised."'),
        )
    if any(field.name == "Withdrawn" for field in split(text)[0]):
        raise EditError(
            Message("%(file)s is withdrawn already.", file=page.file),
            Message("Change the reason in the file itself."),
        )
    value = f"{today} | {said}" + (f" | {ONLY_HERE}" if only_here else "")
    edits.write(page.file, with_field(text, "Withdrawn", value))
    edits.make()
    return page.file


def remove(folder: Path, pages: Pages, languages: tuple[str, ...], to: str = "") -> list[str]:
    """Delete `pages` (all of one key); where they were public their addresses lead to the page
    `to`. Return the names of the files that were changed.

    Raises InUseError while another page or a data file names the page, and EditError where
    something was public and nobody says where its readers are to go; then nothing was changed.
    """
    key = next(iter(pages.values())).key
    files = {page.file for page in pages.values()}
    _require_unused(folder, key, files)
    edits = Edits(folder)
    public = {f"{lang}/{key}/" for lang in languages} & set(edits.read(LEDGER).split())
    if public and not to:
        raise EditError(
            Message("%(key)r was public: its readers would find nothing.", key=key),
            Message("Say where they are to go, TO=another/page, or withdraw it instead."),
        )
    for file in files:
        edits.remove(file)
    for path in folder.glob(f"revisions/*/{key}@*.txt"):
        edits.remove(path.relative_to(folder).as_posix())
    lead_on(edits, {address: address.partition("/")[0] + f"/{to}/" for address in sorted(public)})
    return edits.make()


def _require_unused(folder: Path, key: str, files: set[str]) -> None:
    found = list(naming(folder, key, files))
    if found:
        fix = Message("Name another page there, or remove the line.")
        raise InUseError(
            [Problem(file, line, Message("This names the page %(key)r.", key=key), fix)
             for file, line in found]
        )  # fmt: skip
