"""The configuration of the editor for the real content, and the installed package."""

import pytest

from plugins.editor.choices import read_choices
from plugins.editor.config import LOCAL, Place, configuration
from plugins.editor.package import PackageError, install
from tests.conftest import MAIN


@pytest.fixture(scope="session")
def choices():
    """What can be chosen in the real content, named in Belarusian."""
    return read_choices(MAIN / "content", "be", lambda text: text)


@pytest.fixture(scope="session")
def config(choices):
    """What the editor is started with."""
    return configuration(choices, Place("La Strada Belarus", "http://127.0.0.1:8000", LOCAL))


@pytest.fixture(scope="session")
def package():
    """The folder of the package, installed as `make edit` does."""
    try:
        return install()
    except PackageError as error:
        pytest.skip(str(error))
