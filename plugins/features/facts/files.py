"""The facts as files: CSV for spreadsheets, JSON for programs, one of each in every language."""

import csv
import json
from collections.abc import Callable, Iterator
from io import StringIO
from typing import Any

from jinja2 import Environment

from plugins.build.artifact import Artifact
from plugins.demonstration.words import demo_words
from plugins.export.download import Download
from plugins.model.document import Document
from plugins.model.licence import spdx

FORMS = ("csv", "json")
FORMULA = (
    "=",
    "+",
    "-",
    "@",
    "＝",
    "＋",
    "－",
    "＠",
    "|",
    "%",
)  # where spreadsheets begin to calculate
BOM = "\ufeff"  # without it a spreadsheet takes Cyrillic and Arabic letters for something else


def downloads(page: Document) -> tuple[Download, ...]:
    """The files beside the page of facts."""
    return tuple(Download(f"{page.url}facts.{form}", form.upper(), page.lang) for form in FORMS)


def artifacts(page: Document) -> Iterator[Artifact]:
    """What makes them."""
    makers = {"csv": as_csv, "json": as_json}
    for file in downloads(page):
        yield Artifact(
            file.name, page.lang, _make, (makers[file.form.lower()], page), source="data/facts.toml"
        )


def rows(page: Document, speaking: Environment) -> list[dict[str, str]]:
    """Each fact as a row of texts: first what machines read, then what people do."""
    lang, known = page.lang, speaking.globals
    library: Any = known["library"]
    said: Any = speaking.get_template("components/fact.html").module
    absolute: Any = known["absolute"]
    words = demo_words(speaking)
    demo = (
        {"demonstration": words} if words else {}
    )  # a table has no place for a comment, so each row says it
    return [
        {
            "key": fact.key,
            "what": fact.what[lang],
            "value": fact.value,
            "bound": fact.bound,
            "unit": fact.unit,
            "period": fact.period,
            "shown": str(said.fact_value(fact)),
            "group": library.fact_groups[fact.group][lang],
            "source": library.sources[fact.source].name[lang],
            "source_url": library.sources[fact.source].url,
            "url": f"{absolute(page)}#{fact.key}",
        }
        | demo
        for fact in library.facts.values()
    ]


def as_csv(page: Document, found: list[dict[str, str]], speaking: Environment) -> str:
    """A table with a line of names (RFC 4180), as spreadsheets open it."""
    target = StringIO()
    table = csv.DictWriter(target, list(found[0]), lineterminator="\r\n")
    table.writeheader()
    table.writerows({name: no_formula(text) for name, text in row.items()} for row in found)
    return BOM + target.getvalue()


def no_formula(text: str) -> str:
    """Return `text` so that no spreadsheet takes it for a formula (OWASP, CSV Injection)."""
    return (
        f"'{text}" if text.lstrip().startswith(FORMULA) or text[:1] in ("\t", "\r", "\n") else text
    )


def as_json(page: Document, found: list[dict[str, str]], speaking: Environment) -> str:
    """The same for programs, with what the whole is and under which licence."""
    absolute: Any = speaking.globals["absolute"]
    about = {
        "title": page.title,
        "language": page.lang,
        "url": absolute(page),
        "licence": spdx(str(speaking.globals["LICENCE"])),
    }
    return json.dumps(about | {"facts": found}, ensure_ascii=False, indent=1) + "\n"


def _make(
    speaking: Environment,
    form: Callable[[Document, list[dict[str, str]], Environment], str],
    page: Document,
) -> bytes:
    return str(form(page, rows(page, speaking), speaking)).encode()
