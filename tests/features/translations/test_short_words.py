"""A title or a summary that nobody has translated is told, and names are not."""

import pytest

from plugins.features.translations.short_words import untranslated
from plugins.model.document import UNFINISHED, Document

LEFT = [
    # (the language, its title, the title of the source)
    ("be", "About us", "About us"),
    ("be", "Help", "Help"),
    ("be", "Help abroad", "Дапамога за мяжой"),
    ("be", "Помощь", "Помощь"),
    ("be", "Где помощь", "What to do"),
    ("ru", "Хто мы", "Хто мы"),
    ("ru", "Што рабіць", "What to do"),
    ("ru", "Your rights", "Вашы правы"),
    ("en", "Помощь", "Дапамога"),
    ("en", "Кантакты", "Кантакты"),
    ("ar", "About us", "About us"),
]
NAMES = [
    ("be", "IOM", "IOM"),
    ("be", "La Strada Belarus", "La Strada Belarus"),
    ("ru", "YouTube", "YouTube"),
    ("be", "2026", "2026"),
    ("be", "Telegram", "Telegram"),
    ("ru", "Au pair", "Au pair"),
    ("be", "Што такое HR", "What HR is"),
    ("be", "Дапамога", "Help"),
    ("ru", "Помощь", "Help"),
    ("ru", "Права", "Правы"),
    ("en", "Help", "Помощь"),
    ("en", "About La Strada", "Аб «Ла Страдзе»"),
]


def told(lang, field, own, of_source, draft=UNFINISHED):
    """The lines that are told of a page with a field."""
    attribute = field.lower().replace("-", "_")
    fields = {attribute: own, "draft": draft, "field_lines": {field: 2}}
    page = Document(file=f"{lang}/a.md", lang=lang, **fields)
    source = Document(file="xx/a.md", lang="xx", **{attribute: of_source})
    return list(untranslated(page, source, "Словы, Telegram. Работа au pair."))


@pytest.mark.parametrize("field", ["Title", "Summary", "Menu-Title"])
@pytest.mark.parametrize(("lang", "own", "of_source"), LEFT)
def test_left(lang, field, own, of_source):
    """The words of the source, or of another language, are told with their line."""
    assert told(lang, field, own, of_source) == [2]


@pytest.mark.parametrize(("lang", "own", "of_source"), NAMES)
def test_names(lang, own, of_source):
    """Names, abbreviations and what is translated are not."""
    assert told(lang, "Title", own, of_source) == []


def test_same_by_chance():
    """Words that are the same in two languages were seen when the draft was finished."""
    assert told("ru", "Title", "План урока", "План урока") == [2]
    assert told("ru", "Title", "План урока", "План урока", "") == []
