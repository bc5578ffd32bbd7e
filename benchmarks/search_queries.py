"""How well the search answers what people ask: tests/features/search/queries against a site that
was built.

    .venv/bin/python benchmarks/search_queries.py OUTPUT [be ru en ar crisis harmless across]
    [--wrong]

First: the share of queries whose right page is the first result; three: among three; none: with no
result at all. `across` asks the queries of one language on the pages of another. With --wrong: the
queries that miss, and what they got.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.features.search.asked import Asked, ask, figures

LANGUAGES = ("be", "ru", "en", "ar")
ACROSS = (("ru", "be"), ("be", "ru"), ("ru", "en"), ("ru", "ar"), ("be", "en"))


def missed(asked: list[Asked]) -> Iterator[str]:
    """A line for each query whose right page is not the first."""
    for one in sorted(asked, key=lambda found: -found.place):
        if one.place > 1:
            got = " ".join(url.strip("/").split("/", 1)[-1] for url in one.urls[:3])
            yield (
                f"  {one.place:2} {one.kind:10} {one.text}  ->  {got}  !=  "
                f"{' '.join(sorted(one.right))[:70]}"
            )


def main() -> None:
    output, *chosen = [Path(word) if at == 0 else word for at, word in enumerate(sys.argv[1:])]
    wrong = "--wrong" in chosen
    every = [*LANGUAGES, "across", "crisis", "harmless"]
    names = [str(name) for name in chosen if name != "--wrong"] or every
    for lang in [name for name in names if name in LANGUAGES]:
        own_language(output, lang, wrong)
    if "across" in names:
        for lang, page in ACROSS:
            other_language(output, lang, page, wrong)
    for name, wanted in (("crisis", True), ("harmless", False)):
        for page in LANGUAGES if name in names else ():
            cards(output, name, page, wanted, wrong)


def own_language(output: Path, lang: str, wrong: bool) -> None:
    """Print how often the right page is first, among three, or nothing is found."""
    asked = ask(output, lang, lang)
    shares = "{}: first {:.3f} three {:.3f} none {:.3f}".format(lang, *figures(asked))
    print(shares, f"({len(asked)})")
    print(*(missed(asked) if wrong else ()), sep="\n")


def other_language(output: Path, lang: str, page: str, wrong: bool) -> None:
    """Print how queries of `lang` do on the page of another language, and on their own."""
    own, there = (
        [one for one in ask(output, lang, where) if one.kind != "other-language"]
        for where in (lang, page)
    )
    alone, across = (figures(found)[1] for found in (own, there))
    print(f"{lang} on {page}: three {across:.3f}, own page {alone:.3f}: {across / alone:.3f}")
    print(*(missed(there) if wrong else ()), sep="\n")


def cards(output: Path, name: str, page: str, wanted: bool, wrong: bool) -> None:
    """Print in how many forms the card is shown where it is wanted, or not where it is not."""
    asked = ask(output, name, page)
    bad = [one.text for one in asked if one.card != wanted]
    good = f"{name} on {page}: {len(asked) - len(bad)} of {len(asked)}"
    print(good, *(bad if wrong else ()), sep="; ")


if __name__ == "__main__":
    main()
