"""Addresses that follow readers are told, with the address that does not."""

import pytest

from plugins.checks.followed import unfollowed
from plugins.checks.rules import references
from plugins.reading.read import read_document

PLAIN = [
    ("https://example.org/a?utm_source=x&fbclid=y&b=c#d", "https://example.org/a?b=c#d"),
    ("https://example.org/?ysclid=x", "https://example.org/"),
    ("https://www.google.com/url?q=https%3A%2F%2Fexample.org%2Fa%3Fgclid%3Dx&sa=D", "https://example.org/a"),
    ("https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org&h=x", "https://example.org"),
    ("https://vk.com/away.php?to=https%3A%2F%2Fexample.org", "https://example.org"),
    ("https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org&data=x", "https://example.org"),
]  # fmt: skip
KEPT = [
    "https://example.org/a?b=c&d=",
    "https://example.org/?q=%D0%B0",
    "https://www.google.com/search?q=https://example.org",
    "https://example.org/utm_source=x",
]


@pytest.mark.parametrize(("address", "plain"), PLAIN)
def test_plain(address, plain):
    """What says who came from where is gone."""
    assert unfollowed(address) == plain


@pytest.mark.parametrize("address", KEPT)
def test_kept(address):
    """Any other address stays as it is, sign by sign."""
    assert unfollowed(address) == address


def test_told(converter, known):
    """A link that follows its readers is told, typed as an address or as a link."""
    text = "Title: A\n\n[a](https://a.example/?fbclid=x)\n\nhttps://a.example/?fbclid=x"
    page = read_document("en/advice/a.md", text, converter)
    found = [(one.line, one.fix) for one in references.check(page, known())]
    assert found == [(3, "Write https://a.example/."), (5, "Write https://a.example/.")]


@pytest.mark.parametrize(
    ("target", "fixes"),
    [
        ("www.example.org", ["Write https://www.example.org."]),
        ("example.by/a", ["Write https://example.by/a."]),
        ("#_ftn1", ["Write a footnote: [^1] here, and `[^1]: the text` below."]),
        ("help@example.org", ["Declare it in data/contacts.toml and write {contact:its-key} instead."]),
    ],
)  # fmt: skip
def test_without_https(converter, known, target, fixes):
    """Whoever forgets https:// is told the whole address; a mailbox is told once, as one, and a footnote of Word as one."""
    page = read_document("en/advice/a.md", f"Title: A\n\n[a]({target})", converter)
    assert [one.fix for one in references.check(page, known(page))] == fixes
