"""A translation begins with the structure of its source and the terms that occur."""

import pytest

from plugins.data.entries import Term
from plugins.features.translations.translation import begun, occurring
from plugins.model.document import Document

TERMS = [
    Term(
        "trafficking",
        {"ru": "торговля людьми", "be": "гандаль людзьмі", "en": "trafficking in human beings"},
    ),
    Term("debt", {"ru": "долговая кабала", "be": "даўгавая кабала"}),
    Term("english", {"en": "word"}),
]
SOURCE = "Title: Заголовок\nMinor: yes\nTranslated-From: be@00000000\n\n## Раздел {#part}\n\nО торговле людьми.\n"
PAGE = Document(file="ru/about.md", lang="ru", revision="1a2b3c4d")

FORMS = [
    ("О торговле людьми.", ["trafficking"]),
    ("Торговлю\nлюдьми", ["trafficking"]),
    ("торговля и люди", []),
    ("в долговой кабале", ["debt"]),
    ("word", []),
]


@pytest.mark.parametrize(("text", "keys"), FORMS)
def test_occurring(text, keys):
    """A term is found in any of its forms, and only in the language of the text."""
    assert [term.key for term in occurring(text, "ru", TERMS)] == keys


def test_begun():
    """The file is a draft with the source's text, its revision, and both words of each term."""
    assert begun(SOURCE, PAGE, "be", TERMS[:1]) == (
        "Title: Заголовок\nTranslated-From: ru@1a2b3c4d\nDraft: yes\n"
        "Terms:\n    торговля людьми = гандаль людзьмі\n\n## Раздел {#part}\n\nО торговле людьми.\n"
    )


def test_no_terms():
    """Without terms there is no field for them."""
    assert "Terms" not in begun(SOURCE, PAGE, "be", [])
