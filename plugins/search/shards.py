"""Shards: the index of a language cut into small files, each named after its content, and the manifest that lists them.

A visitor downloads the manifest, the shards that the words of the query fall into, and the entries of the pages that
are shown. The format is in README.md.
"""

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from math import sqrt
from typing import Any

from plugins.search.index import Index
from plugins.search.statistics import DIGITS

LARGEST = 6000  # characters in a shard of terms, about 2 KB compressed
HASH = 4  # characters of 6 bits: what tells two versions of one file apart
ENTRIES = 430  # with as many pages an entry is a file of its own; with four times as many two share a file


def shards(index: Index, lang: str, more: dict[str, Any] | None = None) -> dict[str, bytes]:
    """The files of `index` by name: the manifest, which also holds `more`, the terms and the entries."""
    parts = list(_cut([(term, _line(index.postings[term])) for term in sorted(index.postings)]))
    terms = [_text(part) for part in parts]
    words = "\n".join(sorted(index.postings)).encode()
    facets = as_json(_facets(index.entries))
    together = max(1, round(sqrt(len(index.entries) / ENTRIES)))
    entries = [as_json(part) for part in _groups(index.entries, together)]
    manifest = {
        "pages": len(index.entries),
        "together": together,
        "starts": " ".join(_starts(parts)),
        "t": "".join(map(digest, terms)),
        "e": "".join(map(digest, entries)),
        "w": digest(words),
        "f": digest(facets),
        **(more or {}),
    }
    files = {f"search/{lang}.json": as_json(manifest), f"search/{lang}/w0-{digest(words)}.txt": words}
    files[f"search/{lang}/f0-{digest(facets)}.json"] = facets
    files |= {f"search/{lang}/t{number}-{digest(data)}.txt": data for number, data in enumerate(terms)}
    return files | {f"search/{lang}/e{number}-{digest(data)}.json": data for number, data in enumerate(entries)}


def _facets(entries: Sequence[tuple[str, ...]]) -> dict[str, dict[str, list[int]]]:
    """The pages of each section, and of each year and topic among news and releases."""
    found: dict[str, dict[str, list[int]]] = {"section": {}, "year": {}, "topic": {}}
    for number, (_, _, _, section, day, topics) in enumerate(entries):
        values = [("section", section), ("year", day[:4]), *(("topic", topic) for topic in topics.split() if day)]
        for facet, value in values:
            if value:
                found[facet].setdefault(value, []).append(number)
    return found


def base36(number: int) -> str:
    """`number` in as few characters as it takes."""
    digits = DIGITS[number % 36]
    while number := number // 36:
        digits = DIGITS[number % 36] + digits
    return digits


def _line(postings: list[tuple[int, str]]) -> str:
    """Each page as the distance from the one before, and its code unless that is the most frequent one."""
    before, parts = -1, []
    for number, code in postings:
        parts.append(base36(number - before - 1) + (f":{code}" if code else ""))
        before = number
    return ",".join(parts)


def _cut(terms: list[tuple[str, str]], depth: int = 1) -> Iterator[list[tuple[str, str]]]:
    """`terms` in parts that are small enough, cut where the first letters differ, so that a new term moves few cuts."""
    if _size(terms) <= LARGEST or depth > 8:
        yield terms
        return
    kept: list[tuple[str, str]] = []
    for part in _alike(terms, depth):
        if kept and _size(kept) + _size(part) > LARGEST:
            yield from _cut(kept, depth + 1)
            kept = []
        kept = [*kept, *part]
    yield from _cut(kept, depth + 1)


def _alike(terms: list[tuple[str, str]], depth: int) -> Iterator[list[tuple[str, str]]]:
    start = 0
    for here in range(1, len(terms) + 1):
        if here == len(terms) or terms[here][0][:depth] != terms[start][0][:depth]:
            yield terms[start:here]
            start = here


def _size(terms: list[tuple[str, str]]) -> int:
    return sum(len(term) + len(line) + 2 for term, line in terms)


def _text(terms: list[tuple[str, str]]) -> bytes:
    return "".join(f"{term} {line}\n" for term, line in terms).encode()


def _starts(parts: list[list[tuple[str, str]]]) -> Iterator[str]:
    """The beginning of the first term of each shard, as short as it can be and still come after the shard before."""
    last = ""
    for part in parts:
        first = part[0][0] if part else ""
        yield next((first[:size] for size in range(len(first) + 1) if first[:size] > last), first)
        last = part[-1][0] if part else last


def _groups(entries: Sequence[Any], together: int) -> Iterator[Sequence[Any]]:
    return (entries[start : start + together] for start in range(0, len(entries), together))


def as_json(value: Any) -> bytes:
    """`value` as JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def digest(data: bytes) -> str:
    """What tells `data` from what else a file of its name may have held."""
    return urlsafe_b64encode(sha256(data).digest()).decode()[:HASH]
