"""The languages that the settings name."""

from plugins.languages.settings import unknown

SETTINGS = {"DEFAULT_LANG": "be", "X_DEFAULT_LANG": "en"}


def test_known(tmp_path):
    """Languages that the site has are no problem."""
    assert list(unknown(SETTINGS, ["be", "en"], tmp_path / "pelicanconf.py")) == []


def test_unknown(tmp_path):
    """A language that the site has not is told, with its line, and those that it has."""
    file = tmp_path / "pelicanconf.py"
    file.write_text('SITENAME = "A"\nDEFAULT_LANG = "be"\nX_DEFAULT_LANG = "en"\n')
    found = list(unknown(SETTINGS, ["uk", "en"], file))
    assert [(one.file, one.line) for one in found] == [("pelicanconf.py", 2)]
    assert "DEFAULT_LANG" in found[0].what and "uk, en" in found[0].fix


def test_each(tmp_path):
    """Each of the two is told, also where there is no file."""
    found = unknown(SETTINGS, ["uk"], tmp_path / "pelicanconf.py")
    assert [one.line for one in found] == [1, 1]
