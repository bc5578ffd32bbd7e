"""A value that nobody gives would end a build: it is told with its line before."""

import pytest

from plugins.catalogues.check import planted_in

ENTRY = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "On %(day)s"\nmsgstr "{}"\n'
WRONG = [
    ("У %(dya)s", "'У %(dya)s' has %(dya)s, which its source has not."),
    ("У %(day)", "'У %(day)' has a broken placeholder."),
    ("У %d %(day)s", "'У %d %(day)s' has a broken placeholder."),
]


@pytest.mark.parametrize(("translation", "what"), WRONG)
def test_wrong(translation, what):
    """A wrong place for a value is a problem of its line."""
    found = planted_in(ENTRY.format(translation), "messages.po")
    assert (found[0].line, found[0].what) == (5, what)


@pytest.mark.parametrize("translation", ["У %(day)s", "", "100 %% %(day)s", "Сёння"])
def test_right(translation):
    """Whatever a build can print is left alone."""
    assert planted_in(ENTRY.format(translation), "messages.po") == []
