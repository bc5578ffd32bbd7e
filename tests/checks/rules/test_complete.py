"""A complete language has every page before it goes public."""

import pytest

from plugins.checks.rules.complete import check_before_publishing
from plugins.model.language import language


@pytest.fixture
def problems(known, document):
    def of(*files, awaits=(), demo=False):
        found = known(*(document(file) for file in files))
        found.languages["be"] = (
            language("be", complete=True) if not awaits else language("be", awaits=tuple(awaits))
        )
        try:
            return [str(one) for one in check_before_publishing(found, demo)]
        finally:
            found.languages["be"] = language("be")

    return of


def test_a_missing_page(problems):
    """A page that another language has is asked for, at that page."""
    said = problems("en/about/index.md")
    assert said == [
        "en/about/index.md:1: The page 'about' is missing in 'be'. "
        "Translate it: make translation FILE=content/en/about/index.md LANG=be"
    ]


def test_news_may_be_in_one_language(problems):
    """News are of a day, and not everything is news everywhere."""
    assert problems("en/news/2026-11-24-name.md") == []


def test_a_demonstration_may_lack_pages(problems):
    """A demonstration only shows."""
    assert problems("en/about/index.md", demo=True) == []


def test_core_pages(problems):
    """A core page that no language has is asked for too, in a demonstration as well."""
    assert problems(awaits=["questions"], demo=True) == [
        "data/languages.toml:1: The page 'questions' is missing in 'be'. Write it in one language first."
    ]
