"""What of a query is a sign, and what is a word."""

import pytest

from tests.features.search.conftest import node

HYPHENS = [
    ("en", "anti-trafficking"), ("en", "e-mail"), ("en", "self-employed"), ("en", "au-pair"), ("en", "live-in carer"),
    ("ru", "звонок из-за границы"), ("ru", "кто-то забрал паспорт"), ("ru", "о-пэр"), ("ru", "виза - паспорт"),
    ("be", "з-за мяжы"), ("be", "прэс-рэліз"), ("en", "2026-07-15"), ("en", "+375-17-211-02-51"),
    ("en", "8-801-100-8-801"), ("en", "passport -"), ("en", "a~b"), ("en", "visa^"), ("en", "~visa"), ("en", "-1 day"),
]  # fmt: skip
SIGNS = [
    ("+passport visa", [["+", "passport", 0, 1], ["", "visa", 0, 1]]),
    ("passport -visa", [["", "passport", 0, 1], ["-", "visa", 0, 1]]),
    ("-title:visa", [["-", "visa", 0, 1]]),
    ("pasport~1 visa^3", [["", "pasport", 1, 1], ["", "visa", 0, 3]]),
    ("+self-employed", [["+", "self", 0, 1], ["+", "employed", 0, 1]]),
]


@pytest.mark.parametrize(("lang", "query"), HYPHENS)
def test_no_sign(lang, query):
    """A hyphen, a plus or a tilde within a word or a number changes nothing:
    the query is that with a space for it."""
    spaced = query.translate(str.maketrans("-+~^", "    "))
    signs, words = node(
        "parse.mjs", lines=[{"lang": lang, "query": text} for text in (query, spaced)]
    )
    assert signs == words and all(sign == "" for sign, *_ in signs)


@pytest.mark.parametrize(("query", "clauses"), SIGNS)
def test_sign(query, clauses):
    """After a space and before a letter plus and minus are signs;
    a tilde or a circumflex with a number ends a word."""
    assert node("parse.mjs", lines=[{"lang": "en", "query": query}]) == [clauses]
