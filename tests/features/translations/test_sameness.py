"""What must be the same in a translation, and letters that tell whether it is one."""

import pytest

from plugins.features.translations.alphabets import in_other_letters, strange
from plugins.features.translations.pages import Folder
from plugins.features.translations.sameness import amounts, differences
from plugins.reading.revision import Block

FIELDS = "Title: A\nSummary: B\nWritten: 2026-11-24\nSources: law\n"
AMOUNTS = [
    ("12 500 people", ["12500"]),
    ("12,500 people", ["12500"]),
    ("12\u00a0500 чалавек", ["12500"]),
    ("32,5 %", ["32.5"]),
    ("32.5%", ["32.5"]),
    ("3 days", []),
    ("3 %", ["3"]),
    ("24 лістапада 2026", ["24", "2026"]),
    ("Call {contact:eu-116000}", []),
]
SAME = [
    ("In 2024, 12,500 people.", "У 2024 годзе 12 500 чалавек."),
    ("Call {contact:hotline}.", "Тэлефануйце: {contact:hotline}."),
    ("[Help](../questions/index.md#when)", "[Дапамога](../questions/index.md#when)"),
    ("Three days.", "3 дні."),
]
OTHER = [
    ("In 2024.", "У 2023.", "The number 2024 is not here; it stands in en/about/page.md:6."),
    ("90 % of them.", "80 % з іх.", "The number 90 is not here; it stands in en/about/page.md:6."),
    ("On 24 November.", "25 лістапада.", "The number 24 is not here; it stands in en/about/page.md:6."),
    ("{contact:hotline}", "{contact:office}", "The contact hotline is not here; it stands in en/about/page.md:6."),
    ("[Help](../questions/index.md)", "Дапамога", "The link to questions is not here; it stands in en/about/page.md:6."),
    ('!!! content-note "It is hard"\n    Words.', "Словы.",
     "The warning before a passage is not here; it stands in en/about/page.md:6."),
    ("It is law.[^law]\n\n[^law]: Law.", "Гэта закон.",
     "The footnote law is not here; it stands in en/about/page.md:6."),
]  # fmt: skip
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


@pytest.fixture
def pages(tmp_path):
    """Makes a page in English and its translation into Belarusian."""

    def make(source, translation, more=""):
        for lang, text in (("en", source), ("be", translation)):
            file = tmp_path / lang / "about" / "page.md"
            file.parent.mkdir(parents=True)
            extra = more if lang == "en" else ""
            file.write_text(f"{FIELDS}{extra}\n{text}\n", encoding="utf-8")
        found = {page.lang: page for page in Folder(tmp_path, ("be", "en")).pages()}
        return list(differences(tmp_path, found["be"], found["en"]))

    return make


@pytest.mark.parametrize(("words", "numbers"), AMOUNTS)
def test_amounts(words, numbers):
    """A number is the same however its language writes it."""
    assert amounts(words) == numbers


@pytest.mark.parametrize(("source", "translation"), SAME)
def test_same(pages, source, translation):
    """What says the same in another language is not told."""
    assert pages(source, translation) == []


@pytest.mark.parametrize(("source", "translation", "what"), OTHER)
def test_other(pages, source, translation, what):
    """What the translation lacks is told with both lines."""
    found = pages(source, translation)
    assert what in [one.what for one in found if one.file == "be/about/page.md"]


@pytest.mark.parametrize(
    "field", ["Discreet-Title: Advice", "Corrected: 2026-11-25 | a number", "Contacts: law"]
)
def test_fields(pages, field):
    """What keeps readers safe is said in every language."""
    name = field.partition(":")[0]
    found = pages("Words.", "Словы.", f"{field}\n")
    assert [one.what for one in found] == [f"`{name}` is another than in en/about/page.md."]


@pytest.mark.parametrize(("lang", "words", "expected"), STRANGE)
def test_strange(lang, words, expected):
    """A paragraph in another language is known by its letters; a name is none."""
    assert strange(lang, words) == expected


def test_a_heading_in_another_script():
    """A heading that nobody has translated is found, however short."""
    said = [Block("When to call", "when", True, 8), Block("Калі", "when", True, 9)]
    assert [block.line for block in in_other_letters("be", said)] == [8]
