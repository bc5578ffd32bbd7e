"""What a question costs: the bytes of each kind of file that a visitor with an empty cache
downloads until the first ten results, for the marked questions on a site that was built.

    .venv/bin/python benchmarks/search_bytes.py OUTPUT [be ru en ar] [--every 1]

Printed are the medians in brotli and in gzip; `script` is counted, the loader of the box is not,
since every page has it. `nothing` are words that no page has. Every question is asked on a page of
its own language. With `--every 4` each fourth question is asked.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import mean, median

sys.path.insert(0, str(Path(__file__).parent.parent))

from search_quality import Query, answers

from tests.features.search.asked import rows

LANGUAGES = ("be", "ru", "en", "ar")
ABSENT = {  # no page has them, and no word of one slip
    "be": ("бульбакамбайн", "шкварказбор", "каракатунь", "жырафляндыя", "вугалягрузка"),
    "ru": ("электросамокатчик", "бульдозерист", "каракатунь", "жирафляндия", "углепогрузка"),
    "en": ("skateboarding", "xylophonist", "rhinoplasty", "giraffelandia", "bulldozerist"),
    "ar": ("زرافستان", "تزلجلوحي", "كركدنجي"),
}


def costs(output: Path, lang: str, texts: Sequence[str]) -> list[dict]:
    """What each of `texts` costs on a page in `lang`."""
    queries = [Query(text, frozenset(), frozenset()) for text in texts]
    return answers(output, lang, queries, "--bytes")


def show(name: str, found: Sequence[dict]) -> None:
    """Print a row: all bytes, then the mean of each kind of file."""
    totals = [
        sorted(sum(size[at] for size in one["kinds"].values()) for one in found) for at in (0, 1)
    ]
    brotli, gzipped = (median(total) / 1000 for total in totals)
    kinds = sorted({kind for one in found for kind in one["kinds"]})
    each = {kind: mean(one["kinds"].get(kind, [0])[0] for one in found) / 1000 for kind in kinds}
    parts = " ".join(f"{kind} {size:.2f}" for kind, size in each.items())
    requests = median(one["requests"] for one in found)
    worst = totals[0][-1] / 1000
    print(
        f"{name} {brotli:.1f} KB (most {worst:.1f}; gzip {gzipped:.1f}), {requests:.0f} files: {parts}",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("output", type=Path)
    parser.add_argument("languages", nargs="*", default=LANGUAGES)
    parser.add_argument("--every", type=int, default=1)
    chosen = parser.parse_args()
    for lang in chosen.languages:
        asked = [row["query"] for row in rows(lang)][:: chosen.every]
        found = costs(chosen.output, lang, asked)
        show(f"{lang} asked ({len(found)})", found)
        one = [one for one in found if "search-more" not in one["kinds"]]
        more = [one for one in found if "search-more" in one["kinds"]]
        show(f"{lang} own language ({len(one)})", one)
        show(f"{lang} read in other ways ({len(more)})", more)
        show(f"{lang} nothing ({len(ABSENT[lang])})", costs(chosen.output, lang, ABSENT[lang]))


if __name__ == "__main__":
    main()
