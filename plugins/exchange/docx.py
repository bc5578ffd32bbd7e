"""A table in DOCX, for translators who write in a word processor: number, source, translation."""

import subprocess
from html import escape

from plugins.exchange.bundle import Bundle, ExchangeError
from plugins.exchange.units import Unit
from plugins.export.office import pandoc
from plugins.export.prose import Node
from plugins.export.prose import read as read_html
from plugins.model.message import Message

PLACE = "{file}#{revision} → {lang}"
ARROW = " → "
SAVE = Message("Ask the translator to save it as DOCX again, with the table as it was.")


def written(bundle: Bundle, found: list[Unit]) -> bytes:
    """Return the document."""
    head = escape(PLACE.format(**vars(bundle)))
    rows = "".join(
        f"<tr><td>{number}</td><td>{escape(unit.words)}</td><td></td></tr>"
        for number, unit in enumerate(found, 1)
    )
    columns = (
        '<colgroup><col style="width:8%"><col style="width:46%"><col style="width:46%"></colgroup>'
    )
    html = f"<p>{head}</p><table>{columns}<tbody>{rows}</tbody></table>"
    return _run(["--from", "html", "--to", "docx", "--output", "-"], html.encode())


def read(data: bytes) -> Bundle:
    """Return what a translator gives back. Raises ExchangeError."""
    options = ["--from", "docx", "--to", "html", "--wrap=none", "--track-changes=accept"]
    tree = read_html(_run(options, data).decode("utf-8"))
    first = next((one.text for one in tree.every("p")), "")
    place, _, lang = first.partition(ARROW)
    file, _, revision = place.rpartition("#")
    if not (file and lang):
        raise ExchangeError(Message("This is no table of ours."), SAVE)
    rows = [[_words(cell) for cell in row.elements] for row in tree.every("tr")]
    words = {int(row[0]): row[-1] for row in rows if len(row) > 2 and row[0].isdecimal()}
    return Bundle(file, revision, lang, words)


def _words(cell: Node) -> str:
    """The words of a cell; its paragraphs are lines."""
    paragraphs = [one.text for one in cell.every("p")]
    return "\n".join(filter(None, paragraphs)) if paragraphs else cell.text


def _run(options: list[str], given: bytes) -> bytes:
    done = subprocess.run([pandoc(), *options], input=given, capture_output=True, check=False)
    if done.returncode:
        raise ExchangeError(Message("The document cannot be read."), SAVE)
    return done.stdout
