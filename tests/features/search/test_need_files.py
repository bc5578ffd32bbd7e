"""Words of need are two files: single words, and phrases that a question of one word cannot be."""

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
    files = need_files({"be": WORDS})
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    assert node("need.mjs", tmp_path, next(iter(files)), lines=[{"query": query}]) == [answer]
