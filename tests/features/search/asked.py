"""Queries of people, asked of a site that was built, and how well they are answered."""

import csv
import json
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
QUERIES = HERE / "queries"


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
    script = ["node", str(HERE / "query.mjs"), str(output), "--full"]
    done = subprocess.run(script, input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def ask(output: Path, name: str, lang: str) -> list[Asked]:
    """The queries of the file `name` asked on a page in `lang`;
    the right page in that language is right too."""
    asked = rows(name)
    found = answers(output, lang, [row["query"] for row in asked])
    return [
        Asked(
            row["query"],
            row["kind"],
            frozenset(
                url
                for page in (row.get("pages") or "").split()
                for url in (page, f"/{lang}{page[3:]}")
            ),
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
