"""The core pages of a language."""

import pytest

from plugins.model.core_pages import missing

PAGE = "Title: a\n\nDraft: in the text means nothing\n"
DRAFT = "Title: a\nDraft: yes\n\nText\n"


@pytest.fixture
def folder(tmp_path):
    for name, text in {
        "index.md": PAGE,
        "questions/01-phone.md": DRAFT,
        "questions/Wrong Name.md": PAGE,
    }.items():
        (tmp_path / "uk" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "uk" / name).write_text(text, encoding="utf-8")
    return tmp_path / "uk"


def test_missing(folder):
    """A page that is not there is missing, and so is one that is not finished."""
    assert missing(["home", "questions/phone", "contact"], folder) == ["questions/phone", "contact"]


def test_nothing_missing(folder):
    """Without a list of core pages every language has them."""
    assert missing([], folder) == []


def test_no_folder(tmp_path):
    """A language without a folder lacks them all."""
    assert missing(["home"], tmp_path / "xx") == ["home"]
