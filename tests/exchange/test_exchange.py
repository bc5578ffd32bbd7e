"""A page goes out to a translator and comes back as a draft with the same structure."""

import re
import shutil
from pathlib import Path

import pypandoc
import pytest

from plugins.cli.parser import main
from plugins.exchange.bundle import ExchangeError
from plugins.exchange.giving import FORMS, give, take
from plugins.exchange.xliff import SPACE
from plugins.features.translations.pages import Folder, read_page
from plugins.model.document import UNFINISHED
from plugins.reading.front_matter import split
from plugins.reading.yaml_fields import field_line
from tests.conftest import EXAMPLE

FILE = "en/advice/01-topic/01-first.md"
BACK = "ru/advice/01-topic/01-first.md"
forms = pytest.mark.parametrize("form", FORMS)


@pytest.fixture
def folder(tmp_path):
    """A copy of the example without the translation into Russian."""
    content = shutil.copytree(EXAMPLE, tmp_path / "content")
    (content / BACK).unlink()
    return Folder(content, ("be", "ru", "en", "ar"))


def given(folder, form):
    page = read_page(folder.path, FILE)
    return give(folder, page, "ru", form, folder.path.parent / "exchange")


def translated(file, change=lambda words: words.replace("the", "le")):
    """The file as a translator gives it back, with each source changed by `change`."""
    if file.suffix == ".xliff":
        text = file.read_text("utf-8")
        units = re.compile(r"<source>(.*?)</source>", re.DOTALL)
        file.write_text(
            units.sub(lambda one: f"{one[0]}<target>{change(one[1])}</target>", text), "utf-8"
        )
        return file
    return in_word(file, change)


def in_word(file, change):
    """As Word does it, by Pandoc: the third column filled from the second."""
    html = pypandoc.convert_file(str(file), "html", format="docx", extra_args=["--wrap=none"])
    rows = re.compile(r"(<tr[^>]*>\s*<t[dh][^>]*>.*?</t[dh]>\s*<t[dh][^>]*>)(.*?)(</t[dh]>\s*<t[dh][^>]*>)\s*</t[dh]>",
                      re.DOTALL)  # fmt: skip
    filled = rows.sub(lambda one: f"{one[1]}{one[2]}{one[3]}{change(one[2])}</td>", html)
    pypandoc.convert_text(filled, "docx", format="html", outputfile=str(file))
    return file


@forms
def test_fields_between_marks(folder, form):
    """A page whose fields are YAML is given and taken as any other."""
    page = folder.path / FILE
    fields, text, _ = split(page.read_text("utf-8"))
    yaml = "".join(f"{field_line(field.name, field.value)}\n" for field in fields)
    page.write_text(f"---\n{yaml}---\n{text}\n", "utf-8")
    back, problems = take(folder, translated(given(folder, form)))
    assert problems == []
    assert back.read_text("utf-8").startswith(f"Title: {fields[0].value}\n")


@forms
def test_there_and_back(folder, form):
    """What was translated stands where its source stood, with the same headings, contacts, links
    and fields, as a draft of the source's revision."""
    draft, problems = take(folder, translated(given(folder, form)))
    assert problems == []
    assert draft == folder.path / BACK
    source, text = ((folder.path / name).read_text("utf-8") for name in (FILE, BACK))
    page = read_page(folder.path, BACK)
    assert (page.draft, page.translated_from.lang) == (UNFINISHED, "en")
    kept = re.compile(r"\{[^}]*\}|\]\([^)]*\)|^#+|^Contacts:.*", re.MULTILINE)
    assert kept.findall(text) == kept.findall(source)


BROKEN = [
    (lambda words: "", "there is no translation."),
    (lambda words: re.sub(r"⟦1⟧|<x [^>]*>", "", words), "⟦1⟧ is missing, or there more often."),
    (lambda words: f"{words} [", "[ is there more or less often than in the source."),
]


@forms
@pytest.mark.parametrize(("change", "what"), BROKEN)
def test_structure_is_checked(folder, form, change, what):
    """A row without its translation, or without a sign of its source, is told with the line of the
    source, and nothing is written."""
    draft, problems = take(folder, translated(given(folder, form), change))
    assert draft is None
    assert any(problem.what.endswith(what) for problem in problems)
    assert {problem.file for problem in problems} == {FILE}
    assert not (folder.path / BACK).exists()


@forms
def test_changed_meanwhile(folder, form):
    """A source that says something else by now is not put together with an old translation."""
    file = translated(given(folder, form))
    page = folder.path / FILE
    page.write_text(page.read_text("utf-8") + "\nOne more paragraph.\n", "utf-8")
    with pytest.raises(ExchangeError, match="has changed since it was given"):
        take(folder, file)


@forms
@pytest.mark.parametrize("data", [b"", b"no file of this kind", b"\x00\xff"])
def test_no_file_of_ours(folder, form, data):
    """Any other file is refused in a sentence."""
    file = folder.path.parent / f"other.{form}"
    file.write_bytes(data)
    with pytest.raises(ExchangeError):
        take(folder, file)


def test_xliff_declares_nothing(folder):
    """A file that declares entities is not read at all."""
    file = folder.path.parent / "evil.xliff"
    file.write_text(f'<!DOCTYPE x [<!ENTITY a "b">]><xliff xmlns="{SPACE}">&a;</xliff>')
    with pytest.raises(ExchangeError, match="declarations"):
        take(folder, file)


def test_xliff_is_one(folder):
    """The file has what XLIFF 1.2 asks for: languages, units with ids of their own, signs as x."""
    text = given(folder, "xliff").read_text("utf-8")
    assert 'source-language="en" target-language="ru" datatype="plaintext"' in text
    ids = re.findall(r'<trans-unit id="(\d+)"', text)
    assert ids == [str(number) for number in range(1, len(ids) + 1)]
    assert "<x id=" in text


def test_command(folder, monkeypatch, capsys):
    """The command that begins a translation gives it, too, and takes it back."""
    monkeypatch.chdir(folder.path.parent)
    asked = ["translation", f"content/{FILE}", "--content", "content", "--lang", "ru"]
    main([*asked, "--format", "xliff"])
    file = "exchange/ru/advice--topic--first.xliff"
    assert f"{file}: for the translator." in capsys.readouterr().out
    with pytest.raises(SystemExit) as end:
        main(["translation", file, "--content", "content"])
    assert f"content/{FILE}:1: Row 1: there is no translation." in end.value.code
    translated(Path(file))
    main(["translation", file, "--content", "content"])
    assert f"content/{BACK}: a draft." in capsys.readouterr().out


@forms
def test_signs_beside_each_other(folder, form):
    """What stands between two signs, a space or nothing, is there again."""
    page = folder.path / FILE
    line = "Call {contact:hotline} {contact:office} now, `code`[^1].\n\n[^1]: A note.\n"
    page.write_text(f"{page.read_text('utf-8')}\n{line}", "utf-8")
    back, problems = take(folder, translated(given(folder, form), lambda words: words))
    assert problems == []
    assert line.partition("\n")[0] in back.read_text("utf-8")
