"""What examples say of words, and how texts are told by it: the same in the build and in a browser."""

import json
from pathlib import Path

import pytest

from plugins.features.search.coarse import coarse
from plugins.features.search.learned import learn
from plugins.features.search.need import need_files
from plugins.features.search.words import Words, read_words
from tests.conftest import MAIN
from tests.features.search.asked import rows
from tests.features.search.conftest import node

SCRIPTS = {"Cyrl": ("be", "ru"), "Latn": ("en",), "Arab": ("ar",)}
TEXTS = {
    "danger": ("нас запирают на ночь", "запирают и бьют", "меня запирают", "бьют на ночь"),
    "care": ("не хочу жить", "не хочу просыпаться", "незачем жить", "жить не хочу"),
    "none": ("работа на ночь", "работа и учеба", "учеба в польше", "не хочу в польше", "на ночь"),
}
EXAMPLES = {kind: [coarse(text) for text in texts] for kind, texts in TEXTS.items()}


@pytest.fixture(scope="module")
def learned():
    return learn(EXAMPLES)


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("запирают", "danger"),
        ("девочек запирают в комнате", "danger"),
        ("zapirayut", "danger"),  # Latin letters are the same word
        ("запирающая", "danger"),  # a word is known by its beginning
        ("не хочу жить", "care"),
        ("на ночь", ""),  # what others write too says nothing
        ("работа", ""),
        ("что-нибудь другое", ""),
        ("", ""),
    ],
)
def test_need(learned, text, need):
    """A text is told by words that examples of a need have more often than others."""
    assert learned.need(coarse(text)) == need


def test_rare_words_say_nothing(learned):
    """Nothing is learned from a word that fewer than three examples have."""
    assert learned.score(coarse("учеба меня")) == learned.score(coarse("что угодно"))


def test_long_texts_are_not_in_danger_by_their_length(learned):
    """Words that say nothing weaken those that do."""
    text = coarse("запирают")
    assert learned.score(text)[0] > learned.score(f"{text} {coarse('и еще много других слов')}")[0]


def test_nothing_learned():
    """A language without examples tells nothing."""
    assert learn({}).need("zapir") == ""


@pytest.fixture(scope="module")
def words():
    return read_words(MAIN / "content" / "data" / "search.toml")


def only_learned(folder: Path, lang: str, words: Words) -> str:
    """The files of need in `folder` with what was learned, without phrases and other keyboards."""
    made = need_files({lang: Words(examples=words.examples)}).files
    name = next(iter(made))
    for one, data in made.items():
        (folder / one).write_bytes(data)
    table = json.loads(made[name]) | {"keys": []}
    (folder / name).write_text(json.dumps(table), encoding="utf-8")
    return name


@pytest.mark.parametrize("lang", ["be", "ru", "en", "ar"])
def test_the_browser_tells_the_same(tmp_path, words, lang):
    """A browser reads the same need in a text as the build does."""
    name = only_learned(tmp_path, lang, words[lang])
    examples = {
        kind: [coarse(text) for text in texts] for kind, texts in words[lang].examples.items()
    }
    own = learn(examples)
    texts = [row["query"] for row in rows("unseen") if row["language"] == lang]
    several = [text for text in texts if len(coarse(text).split()) > 1]
    found = node("need.mjs", tmp_path, name, lines=[{"query": text} for text in several])
    assert [need for need, _ in found] == [own.need(coarse(text)) for text in several]
    assert {need for need, _ in found} == {"danger", "care", ""}
