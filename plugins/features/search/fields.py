"""Fields: where in a page a word may stand, and how much it says there."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from plugins.model.html_tree import TEXT, Tree
from plugins.model.page import SearchWords

# BM25 as the package lunr has it. K1: a word said twice counts 1.4 times as much, one said often at
# most 2.2 times. B is 0, so the length of a field says nothing. With lunr's 0.75 a page found by
# three of its words stands a little higher (benchmarks/README.md); but then every visitor would
# download the length of every page, and one changed page would change all weights. So a shard
# changes only when one of its own words does.
K1 = 1.2
B = 0
# a word counts at most as often as one digit of base 36 can say; BM25 hardly sees the difference
MOST = 35


# The boost of the very form asked for, as if all forms of a page stood in a field of their own.
# More than the words of headings, so that ten pages with the form come before those with another;
# less than a title, which says more.
FORMS = 4


@dataclass(frozen=True)
class Field:
    """`boost` is how many times a word in the body a word here counts;
    `text` takes the words out of a document."""

    boost: int
    text: Callable[[Any], str]


def plain(html: str) -> str:
    """The words of `html` without its tags."""
    return " ".join(node.text() for node in Tree(html).nodes() if node.tag == TEXT)


FIELDS: dict[str, Field] = {
    # what the page is about, in the words of whoever wrote it
    "title": Field(8, lambda document: document.title),
    # everyday words that the page itself does not use, chosen by hand
    "keywords": Field(8, lambda document: " ".join(document.keywords)),
    # what a part of the page is about
    "headings": Field(3, lambda document: " ".join(heading.text for heading in document.headings)),
    # the page in one sentence
    "summary": Field(2, lambda document: document.summary),
    # a word may stand here by chance; headings stand here too
    "body": Field(
        1, lambda document: f"{plain(document.content)} {document.part(SearchWords).words}"
    ),
}
