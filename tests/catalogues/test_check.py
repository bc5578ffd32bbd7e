"""What is wrong with a catalogue is said with its line and how to fix it."""

import pytest

from plugins.catalogues.check import check, untranslated
from plugins.catalogues.collect import merge, read, spoken, write

HEADER = 'msgid ""\nmsgstr ""\n"Language: be\\n"\n"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
LINE = HEADER.count("\n") + 1
PLURAL = '#, python-format\nmsgid "%(n)s page"\nmsgid_plural "%(n)s pages"\n'

WRONG = [
    ('msgid "a"\nmsgstr "б"\n', None, ""),
    ('msgid "a"\nmsgstr ""\n', LINE, "'a' is not translated."),
    ('#, fuzzy\nmsgid "a"\nmsgstr "б"\n', LINE + 1, "'a' is marked as doubtful."),
    ('msgid "%(n)s a"\nmsgstr "б"\n', LINE, "'б' lacks %(n)s."),
    ('msgid "%(n)s a"\nmsgstr "%(m)s %(n)s"\n', LINE, "'%(m)s %(n)s' has %(m)s, which its source has not."),
    ('msgid "%(n)s a"\nmsgstr "%(n)s %(n"\n', LINE, "'%(n)s %(n' has a broken placeholder."),
    ('msgid "100 % a"\nmsgstr "100 % б"\n', None, ""),
    ('#~ msgid "a"\n#~ msgstr "б"\n', LINE, "'a' is no longer used."),
    (PLURAL + 'msgstr[0] "адна"\nmsgstr[1] "%(n)s б"\nmsgstr[2] "%(n)s в"\n', None, ""),
    (PLURAL + 'msgstr[0] "%(n)s а"\nmsgstr[1] ""\nmsgstr[2] "%(n)s в"\n', LINE + 1, "'%(n)s page' lacks the form msgstr[1]."),
    (PLURAL + 'msgstr[0] "%(n)s а"\nmsgstr[1] "%(n)s б"\n', LINE + 1, "'%(n)s page' lacks the form msgstr[2]."),
]  # fmt: skip


@pytest.fixture
def checked(tmp_path):
    def of(text):
        file = tmp_path / "messages.po"
        file.write_text(text, encoding="utf-8")
        return check(read(file, "be"), "be.po")

    return of


@pytest.mark.parametrize(("text", "line", "what"), WRONG)
def test_check(checked, text, line, what):
    """Each mistake is one problem on the line of its text; what is right is none."""
    assert [(problem.line, problem.what) for problem in checked(HEADER + text)] == (
        [(line, what)] if line else []
    )


def test_rule(checked):
    """A header with another number of plural forms than the language has is a problem."""
    (problem,) = checked(
        HEADER.replace(
            "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)",
            "nplurals=2; plural=(n != 1)",
        )
    )
    assert "nplurals=3" in problem.fix


def test_untranslated(checked):
    """Texts that nobody has translated yet can be counted."""
    assert (
        untranslated(checked(HEADER + 'msgid "a"\nmsgstr ""\n\n#, fuzzy\nmsgid "b"\nmsgstr "б"\n'))
        == 1
    )


@pytest.fixture
def theme(tmp_path):
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "a.html").write_text(
        '{# Translators: on a door #}\n{{ _("Open") }}', encoding="utf-8"
    )
    return folder


def test_notes(theme):
    """The note above a text comes with it."""
    assert spoken(theme)["Open"].auto_comments == ["on a door"]


def test_merge(theme, tmp_path):
    """New texts join, translations and translators' own comments stay,
    what is unused is kept as obsolete."""
    file = tmp_path / "messages.po"
    file.write_text(
        HEADER + '# mine\nmsgid "Open"\nmsgstr "Адкрыта"\n\nmsgid "Gone"\nmsgstr "Было"\n',
        encoding="utf-8",
    )
    catalogue = read(file, "be")
    merge(catalogue, spoken(theme))
    write(file, catalogue)
    again = read(file, "be")
    assert (again["Open"].string, again["Open"].user_comments, list(again.obsolete)) == (
        "Адкрыта",
        ["mine"],
        ["Gone"],
    )


def test_new_catalogue(theme, tmp_path):
    """A language without a catalogue gets one with its own plural rule."""
    file = tmp_path / "uk" / "messages.po"
    catalogue = read(file, "uk")
    merge(catalogue, spoken(theme))
    write(file, catalogue)
    assert read(file, "uk").num_plurals == 3
