"""What a question downloads of the search of the real content, in brotli, by a visitor with an
empty cache, the script counted."""

import json
import subprocess
from statistics import median

import pytest

from tests.features.search.asked import HERE, rows
from tests.node import NODE

SINGLE = {"be": 11_000, "ru": 11_000, "en": 11_000}
NOTHING = {"be": "шкварказбор", "ru": "бульдозерист"}
MOST_FOR_NOTHING = 20 * 1024


def bytes_of(output, lang, texts):
    """The bytes of each of `texts` on a page in `lang`, unless other languages were asked too."""
    lines = "".join(json.dumps({"lang": lang, "query": text}) + "\n" for text in texts)
    script = [NODE, str(HERE / "query.mjs"), str(output), "--bytes"]
    done = subprocess.run(script, input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("lang", SINGLE)
def test_single_words(content, lang):
    """Half of the marked single words cost at most so much."""
    texts = [row["query"] for row in rows(lang) if row["kind"] == "single"]
    assert median(one["bytes"] for one in bytes_of(content.folder, lang, texts)) <= SINGLE[lang]


@pytest.mark.parametrize("lang", NOTHING)
def test_nothing_found(content, lang):
    """A word that no page has costs at most so much, other languages included."""
    [found] = bytes_of(content.folder, lang, [NOTHING[lang]])
    assert (found["urls"], found["bytes"] <= MOST_FOR_NOTHING) == ([], True), found


def test_english_is_not_asked(content):
    """A Cyrillic word that is none on another keyboard asks no English index."""
    [found] = bytes_of(content.folder, "ru", [NOTHING["ru"]])
    assert found["kinds"]["table"][0] < 3500  # the tables of Russian and Belarusian
