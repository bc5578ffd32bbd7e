"""All files of a language that the search in the browser reads:
the shards, the stemmer and the other readings."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from plugins.features.search.calls import Terms, Told, calling
from plugins.features.search.dictionary import dictionary
from plugins.features.search.index import merge
from plugins.features.search.need import Need
from plugins.features.search.shards import Asked, as_json, digest, shards
from plugins.features.search.single_examples import single_examples
from plugins.features.search.statistics import Statistics
from plugins.features.search.stemmer import TABLES, read_stemmer
from plugins.features.search.words import Words

NONE: Mapping[str, Words] = {}
KINDS = {"table": TABLES, "variants": TABLES.parent / "variants"}


def files(
    pages: Sequence[Statistics],
    lang: str,
    rules: dict[str, Any] | None = None,
    words: Mapping[str, Words] = NONE,
    need: Need | None = None,
) -> dict[str, bytes]:
    """The files by name for the `pages` of `lang`; `rules` are those of the editors, and `words`
    what they add in all languages; `need` is what was learned from that."""
    names, index, stemmer = addresses(lang), merge(pages), read_stemmer(lang)
    often = {term: len(postings) for term, postings in index.postings.items()}
    found = rules or {}
    terms = Terms(often, stemmer, len(pages))
    asked, told = words, Told()
    if need:
        said = single_examples(words.get(lang, Words()))
        asked, told = need.asked, Told(need.telling, need.patterns, said)
    single = need.single.get(lang, ()) if need else ()
    calls = calling(terms, found.get("rules", ()), asked.values(), told)
    known = dictionary(index.words, words.get(lang, Words()), stemmer, single)
    tables = {f"search/{names[kind]}": _compact(folder, lang) for kind, folder in KINDS.items()}
    return shards(index, lang, names, Asked(found, calls, known)) | tables


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
