"""Shards: the index of a language cut into small files, each named after its content,
and the manifest that lists them.

A visitor downloads the manifest, the shards that the words of the query fall into, and the entries
of the pages that are shown. The format is in README.md.
"""

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from plugins.features.search.cuts import Cuts
from plugins.features.search.dictionary import OPEN, RIGHT, divided, turn
from plugins.features.search.index import IndexBuilder
from plugins.features.search.lines import Lines

# terms, entries, facets, rules, words by their first letters, by their last, and where those are
ENDINGS = {
    "t": "txt", "e": "txt", "f": "json", "r": "json", "d": "txt", "w": "txt", "v": "json"
}  # fmt: skip
LISTED = ("t", "e", "f", "r", "v")  # in the manifest; words are in v
WORDS = {"starts": "d", "ends": "w"}
HASH = 4  # characters of 6 bits: what tells two versions of one file apart
# So many files after one another are named by one digest, since every visitor downloads all
# digests: where one of them changes, somebody who has kept the others asks for a few small files
# once more. A file of a kind that is not here has a digest of its own.
TOGETHER = {"t": 4, "e": 32, "d": 64, "w": 64}


@dataclass(frozen=True)
class Asked:
    """What few queries need: `rules`, the file of it, and the terms that call for it; `words`, the
    dictionary of the language."""

    rules: dict[str, Any] = field(default_factory=dict)
    calls: Mapping[str, str] = field(default_factory=dict)
    words: Sequence[str] = ()


NOTHING = Asked()


def shards(
    index: IndexBuilder, lang: str, tables: dict[str, str] | None = None, asked: Asked = NOTHING
) -> dict[str, bytes]:
    """The files of `index` by name: the manifest, which also holds the names of `tables`,
    the terms, the entries, and what is `asked` for besides."""
    terms = sorted(index.postings)
    write = Lines(len(index.entries)).line
    calls = asked.calls
    lines = [f"{term}{write(index.postings[term], calls.get(term, ''))}\n" for term in terms]
    parts = _parts(terms, lines)
    words = _words(asked.words)
    files = {
        "t": ["".join(lines[first:last]).encode() for first, last in parts],
        "e": [as_entry(entry, lang).encode() for entry in index.entries],
        "f": [as_json(_facets(index))],
        "r": [as_json(asked.rules)],
        **{kind: ["\n".join(one).encode() for one in found] for kind, found in words.items()},
    }
    digests = {kind: _digests(kind, found) for kind, found in files.items()}
    files["v"] = [as_json(_places(words, digests))]
    digests["v"] = _digests("v", files["v"])
    manifest = {
        "pages": len(index.entries),
        "starts": " ".join(_starts([terms[first:last] for first, last in parts])),
        **{kind: "".join(digests[kind]) for kind in LISTED},
        **(tables or {}),
    }
    return {f"search/{lang}.json": as_json(manifest)} | _named(lang, files, digests)


def _digests(kind: str, files: Sequence[bytes]) -> list[str]:
    """The digests of `files`, one for so many as are named together."""
    size = TOGETHER.get(kind, 1)
    starts = range(0, len(files), size)
    return [digest(b"\0".join(files[start : start + size])) for start in starts]


def _named(
    lang: str, files: Mapping[str, Sequence[bytes]], digests: Mapping[str, Sequence[str]]
) -> dict[str, bytes]:
    return {
        f"search/{lang}/{kind}{number}-{digests[kind][number // size]}.{ENDINGS[kind]}": data
        for kind, found in files.items()
        for size in [TOGETHER.get(kind, 1)]
        for number, data in enumerate(found)
    }


def _parts(terms: Sequence[str], lines: Sequence[str]) -> list[tuple[int, int]]:
    return Cuts(terms, list(map(len, lines))).parts()


def _words(words: Sequence[str]) -> dict[str, list[list[str]]]:
    """All words in files, by their first letters and by their last ones, turned round: a slip
    leaves one or the other as they are."""
    turned = (turn(word) for word in words if word[-1] not in (OPEN, RIGHT))
    return {"d": divided(words), "w": divided(sorted(turned))}


def _places(
    words: Mapping[str, list[list[str]]], digests: Mapping[str, Sequence[str]]
) -> dict[str, str]:
    """Where the files of `words` begin, and their digests."""
    starts = {name: " ".join(_starts(words[kind])) for name, kind in WORDS.items()}
    return starts | {kind: "".join(digests[kind]) for kind in words}


def _facets(index: IndexBuilder) -> dict[str, dict[str, list[int]]]:
    """The pages of each section, and of each year and topic among news and releases."""
    found: dict[str, dict[str, list[int]]] = {"section": {}, "year": {}, "topic": {}}
    for number, ((_, _, _, section, _, topics), day) in enumerate(
        zip(index.entries, index.days, strict=True)
    ):
        values = [
            ("section", section),
            ("year", day[:4]),
            *(("topic", topic) for topic in topics.split() if day),
        ]
        for facet, value in values:
            if value:
                found[facet].setdefault(value, []).append(number)
    return found


def _starts(parts: list[list[str]]) -> Iterator[str]:
    """The beginning of the first term of each shard,
    as short as it can be and still come after the shard before."""
    last = ""
    for part in parts:
        first = part[0] if part else ""
        yield next((first[:size] for size in range(len(first) + 1) if first[:size] > last), first)
        last = part[-1] if part else last


def as_entry(entry: Sequence[str], lang: str) -> str:
    """What a result shows of a page, a line each: address, title, summary, section, day. Of the
    address what language and section say is left out; one that does not begin so begins with `/`.
    """
    url, title, summary, section, day, _ = entry
    folder = f"{lang}/{section}/" if section else f"{lang}/"
    address = url.removeprefix(folder) if url.startswith(folder) else f"/{url}"
    shown = (address, title, summary, section, day)
    return "\n".join(text.replace("\n", " ") for text in shown).rstrip("\n")


def as_json(value: Any) -> bytes:
    """`value` as JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def digest(data: bytes, size: int = HASH) -> str:
    """What tells `data` from what else a file of its name may have held."""
    return urlsafe_b64encode(sha256(data).digest()).decode()[:size]
