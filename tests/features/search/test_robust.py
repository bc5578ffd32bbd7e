"""Any query at all: it neither throws nor hangs, and opens a bounded number of files."""

import random
import time

import pytest

from tests.features.search.conftest import LANGUAGES, node

QUERIES = 250  # in each language
MARKS = "+-~^*:\"'\\()[]{}.,!?/#&<> \t\n\u0301\u200b\u202e\ufeff\U0001f600"


def odd(chance):
    letters = [chr(chance.randrange(0x20, 0x700)) for _ in range(8)] + [
        chr(chance.randrange(0x20, 0xD7FF)) for _ in range(3)
    ]
    return "".join(
        chance.choice([*letters, *MARKS, *"пашпартdocument"])
        for _ in range(chance.choice([1, 3, 8, 30, 300]))
    )


@pytest.mark.slow
def test_any_query(index_folder):
    """Odd queries in all languages are answered, each from at most 300 files,
    all within two minutes."""
    chance = random.Random(3)
    lines = [
        {"lang": lang, "query": odd(chance), "other": True}
        for lang in LANGUAGES
        for _ in range(QUERIES)
    ]
    start = time.monotonic()
    answers = node("rank.mjs", index_folder, lines=lines)
    assert len(answers) == len(lines) and max(answer["opened"] for answer in answers) <= 300
    assert time.monotonic() - start < 120
