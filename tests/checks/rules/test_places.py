"""Files and folders are where they can become pages."""

import pytest

from plugins.checks.rules.places import check

STRAYS = [
    ("en/picture.jpg", "Only .md files become pages."),
    ("en/note.MD", "Only .md files become pages."),
    ("fr/index.md", "'fr' is neither a declared language nor a folder for other things."),
    ("note.md", "'note.md' is neither a declared language nor a folder for other things."),
    ("en/unread.md", "The file could not be read as a page."),
]


def said(problems):
    return [(problem.file, problem.what) for problem in problems]


def test_nothing_wrong(known, document):
    """Pages, data, pictures and kits have their places."""
    files = ["data/contacts.toml", "media/a/b.svg", "kits/2026-11/logo.svg"]
    assert list(check(known(document("be/about.md"), files=files))) == []


@pytest.mark.parametrize(("file", "what"), STRAYS)
def test_stray(known, file, what):
    """A file that cannot become a page is reported."""
    assert said(check(known(files=[file]))) == [(file, what)]


def test_two_files_of_one_key(known, document):
    """Two files that differ only in their numbers would be one page."""
    pages = [document("be/questions/01-a.md"), document("be/questions/02-a.md")]
    assert said(check(known(*pages))) == [
        ("be/questions/02-a.md", "be/questions/01-a.md has the same key 'questions/a'.")
    ]


def test_same_key_in_two_languages(known, document):
    """Translations share a key."""
    assert list(check(known(document("be/questions/01-a.md"), document("en/questions/a.md")))) == []


@pytest.mark.parametrize("name", ["index", "404"])
def test_gap(known, document, name):
    """No language works without a home page and a 404 page."""
    whole = known()
    whole.documents[:] = [page for page in whole.documents if page.file != f"en/{name}.md"]
    files = frozenset(page.file for page in whole.documents)
    found = check(type(whole)(whole.documents, whole.library, whole.languages, files))
    assert said(found) == [(f"en/{name}.md", "The language 'en' has no such page.")]
