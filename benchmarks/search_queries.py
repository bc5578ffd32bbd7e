"""How well the search answers what people ask: tests/search/queries against a site that was built.

    .venv/bin/python benchmarks/search_queries.py OUTPUT [be ru en ar crisis harmless across] [--wrong]

First: the share of queries whose right page is the first result; three: among three; none: with no result at all.
`across` asks the queries of one language on the pages of another. With --wrong: the queries that miss, and what they got.
"""

import csv
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
QUERIES = ROOT / "tests" / "search" / "queries"
LANGUAGES = ("be", "ru", "en", "ar")
ACROSS = (("ru", "be"), ("be", "ru"), ("ru", "en"), ("ru", "ar"), ("be", "en"))


@dataclass(frozen=True)
class Asked:
    """A query, its kind, the pages that are right, and what was answered."""

    text: str
    kind: str
    right: frozenset[str]
    urls: tuple[str, ...]
    card: bool

    @property
    def place(self) -> int:
        """The place of the first right page, from 1; 99 where it is in none."""
        return next((at for at, url in enumerate(self.urls, 1) if url in self.right), 99)


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a file of queries."""
    with (QUERIES / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def answers(output: Path, lang: str, texts: Iterable[str]) -> list[dict[str, object]]:
    """What the search answers to `texts` on a page in `lang`."""
    lines = "".join(json.dumps({"lang": lang, "query": text}) + "\n" for text in texts)
    script = ["node", str(ROOT / "tests" / "search" / "query.mjs"), str(output), "--full"]
    done = subprocess.run(script, input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def ask(output: Path, name: str, lang: str) -> list[Asked]:
    """The queries of the file `name` asked on a page in `lang`."""
    asked = rows(name)
    found = answers(output, lang, [row["query"] for row in asked])
    return [
        Asked(
            row["query"],
            row["kind"],
            frozenset(row.get("pages", "").split()),
            tuple(url.partition("#")[0] for url in answer["urls"]),
            answer["card"],
        )
        for row, answer in zip(asked, found, strict=True)
    ]


def figures(asked: list[Asked]) -> tuple[float, float, float]:
    """The shares with a right page first and among three, and without any result."""
    number = len(asked)
    first, three = (sum(one.place <= most for one in asked) / number for most in (1, 3))
    return first, three, sum(not one.urls for one in asked) / number


def missed(asked: list[Asked]) -> Iterator[str]:
    """A line for each query whose right page is not the first."""
    for one in sorted(asked, key=lambda found: -found.place):
        if one.place > 1:
            got = " ".join(url.strip("/").split("/", 1)[-1] for url in one.urls[:3])
            yield f"  {one.place:2} {one.kind:10} {one.text}  ->  {got}  !=  {' '.join(sorted(one.right))[:70]}"


def main() -> None:
    output, *chosen = [Path(word) if at == 0 else word for at, word in enumerate(sys.argv[1:])]
    wrong = "--wrong" in chosen
    names = [str(name) for name in chosen if name != "--wrong"] or [*LANGUAGES, "across", "crisis", "harmless"]
    for lang in [name for name in names if name in LANGUAGES]:
        asked = ask(output, lang, lang)
        print("{}: first {:.3f} three {:.3f} none {:.3f}".format(lang, *figures(asked)), f"({len(asked)})")
        print(*(missed(asked) if wrong else ()), sep="\n")
    if "across" in names:
        for lang, page in ACROSS:
            own, there = (
                [one for one in ask(output, lang, where) if one.kind != "other-language"] for where in (lang, page)
            )
            shares = [figures(found)[1] for found in (own, there)]
            print(f"{lang} on {page}: three {shares[1]:.3f}, own page {shares[0]:.3f}: {shares[1] / shares[0]:.3f}")
            print(*(missed(there) if wrong else ()), sep="\n")
    for name, wanted in (("crisis", True), ("harmless", False)):
        if name in names:
            for page in LANGUAGES:
                asked = ask(output, name, page)
                bad = [one.text for one in asked if one.card != wanted]
                print(f"{name} on {page}: {len(asked) - len(bad)} of {len(asked)}", *(bad if wrong else ()), sep="; ")


if __name__ == "__main__":
    main()
