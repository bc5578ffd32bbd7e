"""Everything but pages and pictures that decides what a build writes has one digest."""

import pytest

from plugins.build.fingerprint import fingerprint

SETTINGS = {
    "SITENAME": "La Strada",
    "CORES": 1,
    "OUTPUT_PATH": "/a",
    "TRANSLATIONS_PATH": "/a",
    "LIBRARY": object(),
    "nothing": 1,
}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text("one")
    return tmp_path


@pytest.mark.parametrize(
    "changes",
    [
        {"CORES": 2},
        {"OUTPUT_PATH": "/b"},
        {"TRANSLATIONS_PATH": "/b"},
        {"LIBRARY": object()},
        {"nothing": 2},
    ],
)
def test_indifferent(folder, changes):
    """Places, speed and what plugins hang into the settings do not count."""
    assert fingerprint(SETTINGS, [folder]) == fingerprint(SETTINGS | changes, [folder])


@pytest.mark.parametrize(
    "changes", [{"SITENAME": "Other"}, {"FEED_LENGTH": 3}, {"MENU": ["a", ("b", None)]}]
)
def test_settings(folder, changes):
    """Any other setting does."""
    assert fingerprint(SETTINGS, [folder]) != fingerprint(SETTINGS | changes, [folder])


def test_files(folder):
    """Content and names of files count, compiled code does not."""
    before = fingerprint(SETTINGS, [folder])
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "a.pyc").write_text("")
    assert fingerprint(SETTINGS, [folder]) == before
    (folder / "templates" / "page.html").write_text("two")
    changed = fingerprint(SETTINGS, [folder])
    (folder / "templates" / "page.html").rename(folder / "templates" / "other.html")
    assert len({before, changed, fingerprint(SETTINGS, [folder])}) == 3
