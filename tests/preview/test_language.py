"""The page of problems is in the language of the staff."""

import pytest

from plugins.model.speech import speech
from plugins.preview.server import _listed

TITLES = [("be", "Трэба выправіць"), ("ru", "Нужно исправить"), ("en", "To fix")]


@pytest.mark.parametrize(("code", "title"), TITLES)
def test_page(code, title):
    """Title, words and the language of the page are those of the staff; a problem is shown as
    text."""
    page = _listed("be/a.md:1: <b>", speech(code)).decode()
    assert f'<html lang="{code}">' in page
    assert f"<h1>{title}</h1>" in page
    assert "<p>be/a.md:1: &lt;b&gt;" in page
