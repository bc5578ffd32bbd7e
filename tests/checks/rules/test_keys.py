"""What the fields name by key exists."""

from dataclasses import replace

import pytest

from plugins.checks.rules.keys import check
from plugins.model.document import Door

NAMED = [
    (
        "Contacts",
        "contact_keys",
        ("hotline", "hotlin"),
        "There is no contact 'hotlin'.",
        "Did you mean 'hotline'?",
    ),
    ("Sources", "source_keys", ("law", "lwa"), "There is no source 'lwa'.", "Did you mean 'law'?"),
    (
        "Topics",
        "topic_keys",
        ("labour", "labor"),
        "There is no topic 'labor'.",
        "Did you mean 'labour'?",
    ),
    ("Next", "next_keys", ("home", "hoem"), "There is no page 'hoem'.", "Did you mean 'home'?"),
    (
        "Popular",
        "popular_keys",
        ("home", "hoem"),
        "There is no page 'hoem'.",
        "Did you mean 'home'?",
    ),
    (
        "Doors",
        "doors",
        (Door("home", "a"), Door("hoem", "b")),
        "There is no page 'hoem'.",
        "Did you mean 'home'?",
    ),
]


@pytest.mark.parametrize(("field", "attribute", "keys", "what", "fix"), NAMED)
def test_unknown_key(known, document, field, attribute, keys, what, fix):
    """A key that does not exist is reported on the line of its field,
    with the nearest that does."""
    page = document("be/about.md", field_lines={field: 4}, **{attribute: keys})
    assert [(p.line, p.what, p.fix) for p in check(page, known(page))] == [(4, what, fix)]


def test_page_of_another_language(known, document):
    """A key may name a page that exists in another language only:
    it is left out where it is missing."""
    page = document("be/about.md", field_lines={"Next": 4}, next_keys=("questions",))
    assert list(check(page, known(page, document("en/questions/index.md")))) == []


@pytest.mark.parametrize(
    ("attribute", "name"), [("contact_keys", "contacts"), ("source_keys", "sources")]
)
def test_broken_file(known, document, library, attribute, name):
    """While a data file cannot be read, nothing is said of its keys."""
    page = document("be/about.md", **{attribute: ("nothing",)})
    broken = replace(library, broken=frozenset({name}), **{name: {}})
    assert list(check(page, known(page, library=broken))) == []


def test_many_keys(known, document):
    """Where there are too many keys to list, the fix says how a key is made."""
    page = document("be/about.md", field_lines={"Next": 4}, next_keys=("zzzzzz",))
    many = [document(f"be/questions/{number}.md") for number in range(100, 150)]
    assert [p.fix for p in check(page, known(page, *many))] == [
        "Look up the key: the path of the page without language and numbers."
    ]
