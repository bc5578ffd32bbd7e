"""Links, pictures and numbers lead somewhere and say what they are."""

from dataclasses import replace

import pytest

from plugins.checks.rules.references import check
from plugins.model.document import Heading, Reference

WRONG = [
    (Reference("document", "be/questions/phon.md", 3, "", "questions/phon.md"),
     "The link 'questions/phon.md' leads to no page.", "Did you mean 'questions/phone.md'?"),
    (Reference("document", "be/zzz.md", 3, "", "zzz.md"),
     "The link 'zzz.md' leads to no page.", "Correct the path or remove the link."),
    (Reference("document", "be/questions/phone.md", 3, "wehn", "questions/phone.md#wehn"),
     "The page be/questions/phone.md has no heading #wehn.", "Did you mean 'when'?"),
    (Reference("document", "be/index.md", 3, "when", "index.md#when"),
     "The page be/index.md has no heading #when.", "That page has no headings; remove the part after #."),
    (Reference("media", "media/raod.svg", 3, "", "../media/raod.svg"),
     "The file 'media/raod.svg' does not exist.", "Did you mean 'media/road.svg'?"),
    (Reference("picture", "media/raod.svg", 3, "A road", "../media/raod.svg"),
     "The file 'media/raod.svg' does not exist.", "Did you mean 'media/road.svg'?"),
    (Reference("picture", "media/road.svg", 3, " ", "../media/road.svg"),
     "The picture 'media/road.svg' has no alternative text.", "Write what it shows: ![what it shows](…)."),
    (Reference("contact", "hotlin", 3), "There is no contact 'hotlin'.", "Did you mean 'hotline'?"),
    (Reference("contact", "by-ambulance", 3),
     "The contact 'by-ambulance' is a demonstration entry.", "Verify it in data/contacts.toml first."),
    (Reference("number", "116 000", 3), "'116 000' is written by hand.", "Write {contact:missing-children} instead. If it is no telephone number, write behind it what it "
            "counts (116 000 people), or {number:116 000}."),
    (Reference("number", "+48 22 628 99 99", 3), "'+48 22 628 99 99' is written by hand.",
     "Declare it in data/contacts.toml and write {contact:its-key} instead."),
    (Reference("number", "help@example.org", 3), "'help@example.org' is written by hand.",
     "Declare it in data/contacts.toml and write {contact:its-key} instead."),
    (Reference("undeclared", "tel:113", 3), "'tel:113' is written by hand.", "Write {contact:hotline} instead."),
    (Reference("number", "8 801 100 88 01", 3), "The number 8 801 100 88 01 no longer works.", "Remove it."),
    (Reference("unknown", "/be/questions/", 3, "", "/be/questions/"), "The link '/be/questions/' leads nowhere.",
     "Link to a file by its path from this one (`../questions/index.md`), or to another site with https://…"),
    (Reference("bare", "questions/phone.md", 3, "", "questions/phone.md"),
     "'questions/phone.md' is the path of a page, and no link.", "Write [words](questions/phone.md)."),
    (Reference("bare", "../en/02-a.md#b", 3, "", "../en/02-a.md#b"),
     "'../en/02-a.md#b' is the path of a page, and no link.", "Write [words](../en/02-a.md#b)."),
    (Reference("html", "<about.md>", 3, "", "<about.md>"), "'<about.md>' is HTML.", "Write [words](about.md)."),
    (Reference("raw", "**a**", 3, "", "**a**"), "'**a**' would be shown as it is typed.",
     "Write plain words here, without marks of Markdown or HTML."),
    (Reference("untitled", "!!! tip", 3), "The callout '!!! tip' has no title.", 'Write !!! tip "a title".'),
]  # fmt: skip

RIGHT = [
    Reference("document", "be/questions/phone.md", 3),
    Reference("document", "be/questions/phone.md", 3, "when"),
    Reference("media", "media/road.svg", 3),
    Reference("picture", "media/road.svg", 3, "A road"),
    Reference("contact", "hotline", 3),
    Reference("bare", "lastrada.md", 3, "", "lastrada.md"),
    Reference("outside", "https://example.org/", 3),
]


@pytest.fixture
def problems(known, document):
    """What is said of one reference on a page of a small site."""
    target = document("be/questions/phone.md", headings=(Heading(2, "when", "When"),))

    def of(reference):
        page = document("be/about.md", references=(reference,))
        return list(check(page, known(page, target, files=["media/road.svg"])))

    return of


@pytest.mark.parametrize(("reference", "what", "fix"), WRONG)
def test_wrong(problems, reference, what, fix):
    """What leads nowhere, or says nothing, is reported with a way to fix it."""
    assert [(p.file, p.line, p.what, p.fix) for p in problems(reference)] == [
        ("be/about.md", 3, what, fix)
    ]


@pytest.mark.parametrize("reference", RIGHT)
def test_right(problems, reference):
    """What leads somewhere and says what it is gives no problem."""
    assert problems(reference) == []


@pytest.mark.parametrize(("files", "told"), [([], 1), (["media/a.mp4"], 0)])
def test_hidden_file(known, document, files, told):
    """A file that is withheld is told, unless it becomes public with the page."""
    reference = Reference("media", "media/a.mp4", 3, "", "../media/a.mp4")
    page = document("be/about.md", references=(reference,))
    there = replace(known(page, files=files), hidden_files=frozenset({"media/a.mp4"}))
    assert ["is not public" in one.what for one in check(page, there)] == [True] * told


def test_nearest_page_of_the_same_language(known, document):
    """A dead link is fixed with a page of its own language,
    however near one of another language is."""
    page = document(
        "en/questions/other.md",
        references=(Reference("document", "en/questions/phon.md", 3, "", "phon.md"),),
    )
    others = [document("be/questions/phone.md"), document("en/questions/01-phone.md")]
    assert [problem.fix for problem in check(page, known(page, *others))] == [
        "Did you mean '01-phone.md'?"
    ]
