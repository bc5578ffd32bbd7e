"""All files of a language that the search in the browser reads: the shards, the stemmer and the other readings."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from plugins.search.index import merge
from plugins.search.shards import as_json, digest, shards
from plugins.search.statistics import Statistics
from plugins.search.stemmer import TABLES

VARIANTS = TABLES.parent / "variants"


def files(pages: Sequence[Statistics], lang: str, more: dict[str, Any] | None = None) -> dict[str, bytes]:
    """The files by name for the `pages` of `lang`; `more` joins the manifest."""
    table, variants = (_compact(folder, lang) for folder in (TABLES, VARIANTS))
    names = {"table": f"{lang}/table-{digest(table)}.json", "variants": f"{lang}/variants-{digest(variants)}.json"}
    found = shards(merge(pages), lang, {**names, **(more or {})})
    return found | {f"search/{names['table']}": table, f"search/{names['variants']}": variants}


def _compact(folder: Path, lang: str) -> bytes:
    """The table of `lang` in `folder` without spaces, or that for languages that have none of their own."""
    file = folder / f"{lang}.json"
    return as_json(json.loads((file if file.is_file() else folder / "other.json").read_text(encoding="utf-8")))
