"""The code of a language is part of addresses, so it is in small letters."""

import pytest

from plugins.languages.begin import BeginError, declared


@pytest.mark.parametrize(
    ("code", "right"), [("UK", "uk"), ("zh-Hant", "zh-hant"), ("pt-BR", "pt-br")]
)
def test_capitals(code, right):
    """Capital letters are answered with the code as it is to be written."""
    with pytest.raises(BeginError, match=f"small letters: {right}"):
        declared(code, "https://example.org/", {})


@pytest.mark.parametrize("code", ["zh-hant", "pt-br", "sr-latn", "uk"])
def test_small(code):
    """Scripts and countries may stand in it."""
    assert declared(code, "https://example.org/", {}).code == code
