"""Letters that tell whether a text is a translation."""

import pytest

from plugins.features.translations.alphabets import in_a_named_language, in_other_letters, strange
from plugins.reading.revision import Block

STRANGE = [
    ("be", "Если вам нужна помощь, позвоните на линию и спросите.", True),
    ("be", "Калі вам патрэбна дапамога, патэлефануйце на лінію.", False),
    ("ru", "Калі вам патрэбна дапамога, патэлефануйце на лінію ў любы дзень.", True),
    ("ru", "Если вам нужна помощь, позвоните на линию и спросите.", False),
    ("be", "If you need help, call the line and ask for it.", True),
    ("en", "Если вам нужна помощь, позвоните на линию и спросите.", True),
    ("be", "La Strada International, Human Rights Watch і Amnesty", False),
    ("be", "Пишите", False),
]


@pytest.mark.parametrize(("lang", "words", "expected"), STRANGE)
def test_strange(lang, words, expected):
    """A paragraph in another language is known by its letters; a name is none."""
    assert strange(lang, words) == expected


def test_a_heading_in_another_script():
    """A heading that nobody has translated is found, however short."""
    said = [Block("When to call", "when", True, 8), Block("Калі", "when", True, 9)]
    assert [block.line for block in in_other_letters("be", said)] == [8]


LETTER = """Send it.

> I worked for you.
>
> Please pay.
{: lang=en}

After it.
"""


def test_a_paragraph_that_names_its_language():
    """The lines of a paragraph that names another language are known, and no others."""
    assert in_a_named_language(LETTER) == {3, 4, 5}
