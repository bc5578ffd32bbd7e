"""What a question costs on a site of 300, 1000 or 5000 pages, where nobody has to build one: the
files of the search alone are written, from pages made of dictionary words.

    .venv/bin/python benchmarks/search_sizes.py [be ru en] [--pages 300 1000 5000] [--visitors 30]

Up to 450 the pages are parts of the site's own. Each visitor has an empty cache and asks for a word
of more than four letters that stands on a page, drawn by seed. Printed are the median in brotli
until the first ten results, the most, and the mean of each kind of file. Needs the dictionaries of
lexicon.py.
"""

import argparse
import random
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from lexicon import lexicon
from search_bytes import costs, show
from search_corpus import made, parts, words_of, write

OWN_PARTS, SEED, LETTERS = 450, 7, 4


def measure(lang: str, count: int, visitors: int) -> None:
    """Print what `visitors` pay for a word on a site of `count` pages."""
    pages = (
        parts(lang, count, SEED) if count <= OWN_PARTS else made(lang, lexicon(lang), count, SEED)
    )
    chance = random.Random(SEED)
    drawn = (sorted(words_of(page, lang)) for page in chance.choices(pages, k=visitors))
    texts = [chance.choice([word for word in words if len(word) > LETTERS]) for words in drawn]
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), {lang: pages})
        show(f"{lang} {count}", costs(Path(folder), lang, texts))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("languages", nargs="*", default=["be", "ru", "en"])
    parser.add_argument("--pages", type=int, nargs="+", default=[300, 1000, 5000])
    parser.add_argument("--visitors", type=int, default=30)
    chosen = parser.parse_args()
    for count in chosen.pages:
        for lang in chosen.languages:
            measure(lang, count, chosen.visitors)


if __name__ == "__main__":
    main()
