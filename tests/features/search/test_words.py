"""Everyday words, slang, rules, numbers and words of need, from content/data/search.toml."""

import pytest

from plugins.features.search.coarse import coarse
from plugins.features.search.numbers import numbers_of
from plugins.features.search.stemmer import read_stemmer
from plugins.features.search.words import Words, added, needed, read_words, rules
from tests.conftest import MAIN
from tests.features.search.conftest import LANGUAGES, node

WORDS = read_words(MAIN / "content" / "data" / "search.toml")
ALIKE = [
    ("помогите", "pomogite"), ("Дапамажыце!", "dapamažycie"), ("б'юць", "bjuć"), ("меня", "menya"), ("не", "nie"),
    ("ещё", "еще"), ("соль", "сол"), ("pass\u00adport", "passport"),
]  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_words(lang):
    """Everyday words and words of need exist in every language."""
    assert WORDS[lang].groups and WORDS[lang].danger and WORDS[lang].care


def test_leads_one_way():
    """Slang finds what it stands for, and what it stands for does not find slang."""
    words, stemmer = Words(also=(("dough", ("money",)),)), read_stemmer("en")
    assert (added(words, {"monei"}, stemmer), added(words, {"dough"}, stemmer)) == (["dough"], [])


def test_rules_by_page():
    """A rule is its words, each as its stems, and the number of its page;
    one whose page is missing is left out."""
    words = Words(rules=(("kept passports", "help"), ("word", "missing")))
    assert rules(words, read_stemmer("en"), {"help": 3}) == [[[["kept", "keep"], ["passport"]], 3]]


def test_needed_pages():
    """The pages that help are known by their numbers, as far as the language has them."""
    assert needed(Words(need={"care": ("help", "missing")}), {"help": 3}) == {"care": [3]}


def test_numbers_as_dialled():
    """A number is found as it is dialled from abroad, from another town and from the same;
    keys and numbers mix."""
    found = numbers_of(["office", "retired", "7113"], {"office": "+375172110251"}, ["8-801"])
    assert found == ("375172110251", "80172110251", "172110251", "2110251", "8801", "7113")


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_written_alike(one, other):
    """Two spellings of a word of need become one."""
    assert coarse(one) == coarse(other)


def test_browser_writes_alike():
    """The browser writes words as the build does."""
    texts = [one for pair in ALIKE for one in pair] + [
        phrase for words in WORDS.values() for phrase in words.danger
    ]
    assert node("coarse.mjs", lines=texts) == [coarse(text) for text in texts]


def test_no_file(tmp_path):
    """A site without the file has no such words."""
    assert read_words(tmp_path / "search.toml") == {}
