"""What must be the same in a translation as in its source, and is told with both lines."""

import pytest

from plugins.checks.known import Known
from plugins.checks.report import warnings
from plugins.checks.rules.sameness import differences
from plugins.data.library import Library
from plugins.features.translations.pages import Folder
from plugins.model.language import language

FIELDS = "Title: A\nSummary: B\nWritten: 2026-11-24\nSources: law\n"
PAGES = {"en": "", "be": "Translated-From: en@12345678\n"}
SAME = [
    ("In 2024, 12,500 people.", "У 2024 годзе 12 500 чалавек."),
    ("Call {contact:hotline}.", "Тэлефануйце: {contact:hotline}."),
    ("[Help](../help/index.md#when)", "[Дапамога](../help/index.md#when)"),
    ("Three days.", "3 дні."),
    ("On 24 November 2026.", "24 лістапада 2026 года."),
    ("90 % of 90 people, in 2024 and 2024.", "90 працэнтаў з 90 чалавек у 2024."),
]
OTHER = [
    ("In 2024.", "У 2023.", "The number 2024 is not here; it stands in en/about/page.md:6."),
    ("90 % of them.", "80 % з іх.", "The number 90% is not here; it stands in en/about/page.md:6."),
    ("90 % of them.", "90 з іх.", "The number 90% is not here; it stands in en/about/page.md:6."),
    ("Within 3 days.", "За 5 дзён.", "The number 3 is not here; it stands in en/about/page.md:6."),
    ("On 24 November.", "25 лістапада.", "The date 24.11 is not here; it stands in en/about/page.md:6."),
    ("On 24 May 2026.", "24 чэрвеня 2026.", "The date 24.05.2026 is not here; it stands in en/about/page.md:6."),
    ("{contact:hotline}", "{contact:office}", "The contact hotline is not here; it stands in en/about/page.md:6."),
    ("[Help](../help/index.md)", "Дапамога", "The link to help is not here; it stands in en/about/page.md:6."),
    ("[Law](https://example.org/a)", "[Закон](https://example.org/b)",
     "The link to https://example.org/a is not here; it stands in en/about/page.md:6."),
    ('!!! content-note "It is hard"\n    Words.', "Словы.",
     "The warning before a passage is not here; it stands in en/about/page.md:6."),
    ("It is law.[^law]\n\n[^law]: Law.", "Гэта закон.",
     "The footnote law is not here; it stands in en/about/page.md:6."),
]  # fmt: skip
KEPT = "Discreet-Title: Advice", "Corrected: 2026-11-25 | a number", "Contacts: law"


@pytest.fixture
def pages(tmp_path):
    """Makes a page in English and its translation into Belarusian."""

    def make(source, translation, **more):
        for lang, text in (("en", source), ("be", translation)):
            file = tmp_path / lang / "about" / "page.md"
            file.parent.mkdir(parents=True)
            fields = FIELDS + more.get(lang, "")
            file.write_text(f"{fields}\n{text}\n", encoding="utf-8")
        return {page.lang: page for page in Folder(tmp_path, ("be", "en")).pages()}

    return make


@pytest.mark.parametrize(("source", "translation"), SAME)
def test_same(pages, source, translation):
    """What says the same in another language is not told."""
    found = pages(source, translation)
    assert list(differences(found["be"], found["en"])) == []


@pytest.mark.parametrize(("source", "translation", "what"), OTHER)
def test_other(pages, source, translation, what):
    """What the translation lacks is told with both lines."""
    found = pages(source, translation)
    told = list(differences(found["be"], found["en"]))
    assert what in [one.what for one in told if one.file == "be/about/page.md"]


@pytest.mark.parametrize("field", KEPT)
@pytest.mark.parametrize("lang", ["be", "en"])
def test_fields(pages, lang, field):
    """What keeps readers safe is said in every language; a field that only one has is told."""
    name, line = field.partition(":")[0], 5 if lang == "en" else 1
    found = pages("Words.", "Словы.", **{lang: f"{field}\n"})
    told = [one.what for one in differences(found["be"], found["en"])]
    assert told == [f"`{name}` is another than in en/about/page.md:{line}."]


def test_withdrawn(pages):
    """A text that is withdrawn in two languages on different days is told, and of its words
    nothing."""
    days = {"en": "2026-11-24", "be": "2026-11-25"}
    fields = {lang: f"Withdrawn: {day} | why\n" for lang, day in days.items()}
    found = pages("In 2024.", "У 2023.", **fields)
    told = [one.what for one in differences(found["be"], found["en"])]
    assert told == ["`Withdrawn` is another than in en/about/page.md:5."]


@pytest.mark.parametrize(
    ("source", "translation", "told"),
    [
        ("In 2024. {contact:hotline} [x](../help/index.md)", "Словы.", []),
        ("Words.", "[Дапамога](../help/index.md)", []),
        ("Words.", "У 2023.", ["The number 2023 is not here; it stands in be/about/page.md:6."]),
        ("Law 2024.", "Закон 2024.\n\n## Яшчэ {#more}\n\n2024.", []),
        ("Words.", "{contact:office}", ["The contact office is not here; it stands in be/about/page.md:6."]),
    ],
)  # fmt: skip
def test_in_a_language_that_has_a_part(pages, source, translation, told):
    """A text in a language that has a part of the site may say less than its source, and nothing
    that its source does not say."""
    found = pages(source, translation)
    assert [one.what for one in differences(found["be"], found["en"], partly=True)] == told


@pytest.mark.parametrize(
    ("draft", "count"), [("", 2), ("Draft: yes\n", 0), ("Draft: to be approved\n", 2)]
)
def test_of_a_site(pages, draft, count):
    """Every translation is compared with its source, but for one that is not finished."""
    fields = {lang: text + draft * (lang == "be") for lang, text in PAGES.items()}
    found = pages("In 2024.", "У 2023.", **fields)
    languages = {code: language(code) for code in ("be", "en")}
    known = Known(list(found.values()), Library(), languages, frozenset())
    assert len(warnings(known)) == count
