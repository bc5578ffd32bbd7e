"""Words of need are single words, and for each script phrases that a question of one word cannot be,
with what was learned from examples."""

import json

import pytest

from plugins.features.search.need import need_files
from plugins.features.search.words import Words
from tests.features.search.conftest import node

WORDS = Words(
    danger=("памажыце", "забралі пашпарт*", "(kin) паеха* не адказ*"),
    care=("не хачу жыць",),
    never=("жыць у інтэрнац*",),
    sets={"kin": ("сын", "дачк*")},
)
ASKED = [
    ("памажыце", ["danger", ["need"]]),
    ("бульба", ["", ["need"]]),  # two words on a keyboard where its first letter is a comma
    ("забралі пашпарт", ["danger", ["need", "phrases"]]),
    ("не хачу жыць", ["care", ["need", "phrases"]]),
    ("не хачу жыць у інтэрнаце", ["", ["need", "phrases"]]),  # on no other keyboard either
    ("дачка паехала ў Турцыю два тыдні таму і не адказвае", ["danger", ["need", "phrases"]]),
    ("агенцтва паехала і не адказвае", ["", ["need", "phrases"]]),
    ("забралі-пашпарт", ["danger", ["need", "phrases"]]),
]


@pytest.mark.parametrize(("query", "answer"), ASKED)
def test_phrases_for_several_words(tmp_path, query, answer):
    """A question of one word reads no phrases of several, one of several words both files."""
    files = need_files({"be": WORDS}).files
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    assert node("need.mjs", tmp_path, next(iter(files)), lines=[{"query": query}]) == [answer]


def test_languages_of_one_script_share_a_file():
    """Belarusian and Russian words of need are one file, which is asked for once."""
    words = {lang: WORDS for lang in ("be", "ru", "en")}
    first, *others = need_files(words).files.items()
    named = json.loads(first[1])["phrases"]
    assert named["be"] == named["ru"] != named["en"]
    assert {named["be"], named["en"]} == {name for name, _ in others if name.startswith("phrases")}


def test_single_examples():
    """A single word is looked up among the examples of one word only where it may be one of them."""
    words = Words(examples={"danger": ("запугивают",), "care": (), "none": ("нож",)})
    assert list(need_files({"ru": words}).single["ru"]) == ["запугива*"]
