"""The page of facts of the real content."""

import json

import pytest

from plugins.data.library import read_library
from tests.conftest import MAIN

LIBRARY = read_library(MAIN / "content" / "data")
PAGE = "press/facts-and-figures/"
LANGS = ["be", "ru", "en", "ar"]


@pytest.mark.parametrize("lang", LANGS)
def test_anchors(content, lang):
    """Each figure stands on the page once, at the address under which it is cited."""
    page = content.page(f"{lang}/{PAGE}")
    assert [item.get("id") for item in page.of_class("fact")] == list(LIBRARY.facts)
    assert all(page.ids.count(key) == 1 for key in LIBRARY.facts)


@pytest.mark.parametrize("lang", LANGS)
def test_addresses_in_the_files(content, lang):
    """The addresses in the data lead to the figures on the page."""
    facts = json.loads(content.read(f"{lang}/{PAGE}facts-{lang}.json"))["facts"]
    page = content.page(f"{lang}/{PAGE}")
    led = [content.target(page, fact["url"]) for fact in facts]
    assert led == [(page.name, key) for key in LIBRARY.facts]


def test_dataset(content):
    """Machines learn where the data is."""
    (data,) = [thing for thing in content.page(f"en/{PAGE}").things if thing["@type"] == "Dataset"]
    files = [
        content.target(content.page(""), file["contentUrl"])[0] for file in data["distribution"]
    ]
    assert [file in content.names for file in files] == [True, True]
