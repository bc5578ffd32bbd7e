"""The facts as files: XLSX and CSV for spreadsheets, JSON for programs, in every language."""

import csv
import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from io import StringIO
from typing import Any

from babel import Locale
from babel.numbers import get_decimal_symbol
from jinja2 import Environment

from plugins.build.artifact import Artifact
from plugins.data.entries import Fact
from plugins.demonstration.words import demo_words
from plugins.export.download import Download, spdx
from plugins.export.spreadsheet import Value, workbook
from plugins.model.document import Document, text_day

FORMS = ("xlsx", "csv", "json")
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
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
BOM = "\ufeff"  # without it a spreadsheet takes Cyrillic and Arabic letters for something else

Row = dict[str, Value]


def downloads(page: Document) -> tuple[Download, ...]:
    """The files beside the page of facts."""
    return tuple(
        Download(f"{page.url}facts-{page.lang}.{form}", form.upper(), page.lang) for form in FORMS
    )


def artifacts(page: Document) -> Iterator[Artifact]:
    """What makes them."""
    makers = {"xlsx": as_xlsx, "csv": as_csv, "json": as_json}
    for file in downloads(page):
        yield Artifact(
            file.name, page.lang, _make, (makers[file.form.lower()], page), source="data/facts.toml"
        )


def rows(page: Document, speaking: Environment) -> list[Row]:
    """Each fact as a row: first what machines read, then what people do."""
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
            "value": value(fact),
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


def value(fact: Fact) -> Value:
    """The value of a fact: a number, a day, or what is less than a day as a text."""
    if fact.unit != "date":
        return fact.amount
    return date.fromisoformat(fact.value) if DAY.fullmatch(fact.value) else fact.value


def as_csv(page: Document, found: list[Row], speaking: Environment) -> bytes:
    """A table with a line of names (RFC 4180), as spreadsheets in the language of the page open it:
    where a comma parts a number, a semicolon parts the cells. Every cell stands in quotation marks,
    because LibreOffice takes either sign for the end of one unless it is told otherwise."""
    decimal = get_decimal_symbol(_locale(speaking))
    target = StringIO()
    parted = ";" if decimal == "," else ","
    table = csv.DictWriter(
        target, list(found[0]), delimiter=parted, lineterminator="\r\n", quoting=csv.QUOTE_ALL
    )
    table.writeheader()
    table.writerows({name: _in_csv(one, decimal) for name, one in row.items()} for row in found)
    return (BOM + target.getvalue()).encode()


def _locale(speaking: Environment) -> Locale:
    language: Any = speaking.globals["language"]
    return Locale.parse(language.formats or language.code, sep="-")


def _in_csv(one: Value, decimal: str) -> str:
    if isinstance(one, Decimal):
        return f"{one:f}".replace(".", decimal)
    return one.isoformat() if isinstance(one, date) else no_formula(one)


def as_xlsx(page: Document, found: list[Row], speaking: Environment) -> bytes:
    """A workbook in which numbers are numbers, in whatever language the program is."""
    day = text_day(page) or date(2000, 1, 1)
    return workbook(page.title, list(found[0]), [list(row.values()) for row in found], day)


def no_formula(text: str) -> str:
    """Return `text` so that no spreadsheet takes it for a formula (OWASP, CSV Injection)."""
    return (
        f"'{text}" if text.lstrip().startswith(FORMULA) or text[:1] in ("\t", "\r", "\n") else text
    )


def as_json(page: Document, found: list[Row], speaking: Environment) -> bytes:
    """The same for programs, with what the whole is and under which licence. A value that is no
    date is a number in the unit beside it."""
    absolute: Any = speaking.globals["absolute"]
    about = {
        "title": page.title,
        "language": page.lang,
        "url": absolute(page),
        "licence": spdx(str(speaking.globals["LICENCE"])),
    }
    whole = json.dumps(about | {"facts": found}, ensure_ascii=False, indent=1, default=_in_json)
    return f"{whole}\n".encode()


def _in_json(one: Decimal | date) -> int | float | str:
    if isinstance(one, date):
        return one.isoformat()
    return int(one) if one == one.to_integral_value() else float(one)


def _make(
    speaking: Environment, form: Callable[[Document, list[Row], Environment], bytes], page: Document
) -> bytes:
    return form(page, rows(page, speaking), speaking)
