"""The interface texts: everything the theme says is translated, into every language,
with the right plurals."""

import pytest

from plugins.catalogues.check import check
from plugins.catalogues.collect import merge, read, spoken
from tests.conftest import MAIN

FILES = sorted((MAIN / "translations").glob("*/LC_MESSAGES/messages.po"))

each = pytest.mark.parametrize("file", FILES, ids=lambda file: file.parts[-3])


@each
def test_whole(file):
    """A catalogue has everything the theme says and nothing else, translated,
    with every placeholder and plural form."""
    catalogue = read(file, file.parts[-3])
    merge(catalogue, spoken(MAIN / "theme" / "templates"))
    assert check(catalogue, file.name) == []


def test_every_language():
    """Every language of the site but English, in which the theme is written, has a catalogue."""
    assert {file.parts[-3] for file in FILES} == {"be", "ru", "ar"}
