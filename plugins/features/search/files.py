"""All files of a language that the search in the browser reads:
the shards, the stemmer and the other readings."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from plugins.features.search.index import merge
from plugins.features.search.shards import as_json, digest, shards
from plugins.features.search.statistics import Statistics
from plugins.features.search.stemmer import TABLES

KINDS = {"table": TABLES, "variants": TABLES.parent / "variants"}


def files(
    pages: Sequence[Statistics], lang: str, more: Mapping[str, object] | None = None
) -> dict[str, bytes]:
    """The files by name for the `pages` of `lang`; `more` joins the manifest."""
    names = addresses(lang)
    tables = {f"search/{names[kind]}": _compact(folder, lang) for kind, folder in KINDS.items()}
    return shards(merge(pages), lang, {**names, **(more or {})}) | tables


def addresses(lang: str) -> dict[str, str]:
    """Where the tables of `lang` are, below search/."""
    return {
        kind: f"{lang}/{kind}-{digest(_compact(folder, lang))}.json"
        for kind, folder in KINDS.items()
    }


def _compact(folder: Path, lang: str) -> bytes:
    """The table of `lang` in `folder` without spaces,
    or that for languages that have none of their own."""
    file = folder / f"{lang}.json"
    return as_json(
        json.loads((file if file.is_file() else folder / "other.json").read_text(encoding="utf-8"))
    )
