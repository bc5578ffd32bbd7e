"""The configuration of the editor for the real content."""

import pytest

from plugins.editor.choices import read_choices
from plugins.editor.config import LOCAL, Place, configuration
from tests.conftest import MAIN


@pytest.fixture(scope="session")
def choices():
    """What can be chosen in the real content, named in Belarusian."""
    return read_choices(MAIN / "content", "be", lambda text: text)


@pytest.fixture(scope="session")
def config(choices):
    """What the editor is started with."""
    return configuration(choices, Place("La Strada Belarus", "http://127.0.0.1:8000", LOCAL))
