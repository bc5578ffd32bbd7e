"""Shapes of the data files: of what type every table and list in them is."""

from datetime import date
from typing import Any

from plugins.model.shape import REST, Table, Texts, Words

EDITION = {"number": int, "date": date, "changes": Words}
SEARCH_WORDS = {
    "groups": list[Texts],
    "also": dict[str, Texts],
    "crisis": Texts,
    "care": Texts,
    "never": Texts,
    "known": Texts,
    "one_of": dict[str, Texts],
}

TELLING = {"why": str, REST: Texts}

# By data file and name; entries of records are read field by field (plugins.data.records).
SHAPES: dict[str, dict[str, Any]] = {
    "contacts": {
        "danger": Texts,
        "retired": Texts,
        "contact": Table,
        "mailbox": Table,
        "office": dict[str, Words],
        "within": dict[str, Words],
    },
    "countries": {
        "home": str,
        "embassy_source": str,
        "summary": Words,
        "embassy": Words,
        "country": Table,
        "number": Table,
        "note": Table,
    },
    "phrases": {"phrase": Table, "checked": Words, "said": dict[str, Table]},
    "facts": {"fact": Table, "group": Table, "day": Table},
    "topics": {REST: Words},
    "menu": {"main": Texts, "footer": list[Texts], "discreet": Texts},
    "press": {"contact": str, REST: Words},
    "manual": {"edition": [EDITION], REST: Words},
    "pocket": {REST: Texts},
    "addresses": {"sections": Texts, "telling": [TELLING]},
    "security": {"contact": str, "expires": date},
    "search": {
        "rules": dict[str, dict[str, Texts]],
        "numbers": dict[str, Texts],
        "need": dict[str, Texts],
        REST: SEARCH_WORDS,
    },
    "examples": {REST: dict[str, str]},
}
