"""What staff are told, in the language they chose."""

import ast
import pickle
import re

import pytest

from plugins.catalogues.check import check
from plugins.catalogues.collect import merge, read, told
from plugins.model.message import Message
from plugins.model.speech import DOMAIN, Speech, speech, staff_language
from tests.conftest import MAIN

CHOSEN = [
    ({}, "", "en"),
    ({"LANG": "C"}, "", "en"),
    ({"LANG": "be_BY.UTF-8"}, "", "be"),
    ({"LANG": "be_BY.UTF-8", "LC_ALL": "ru_RU.UTF-8"}, "", "ru"),
    ({"LANG": "be_BY@latin", "LANGUAGE": ""}, "", "be"),
    ({"LANG": "be_BY.UTF-8", "LANGUAGE": "ru:en"}, "", "ru"),
    ({"LANG": "be_BY.UTF-8"}, "ru", "ru"),
    ({"LANG": "be_BY.UTF-8", "STAFF_LANG": "en"}, "ru", "en"),
]
CATALOGUE = {"There is no %(what)s %(key)r.": "Няма: %(what)s %(key)r.", "page": "старонка"}
# Errors of programmers, which no editor can cause; and what a terminal or browser reads, not a person.
OF_PROGRAMS = {"ValueError", "RuntimeError", "MissingPartError", "NotMadeError", "NotPlainError",
               "UnclaimedError", "WorkError", "compile", "add_argument"}  # fmt: skip
# Messages; words of the editor, and of pages, which have catalogues of their own.
SAID = {"Message", "word", "gettext"}
SENTENCE = re.compile(r"[A-Z`][\w`]* (?:[\w`,:;(){}'’/-]+ )+[\w`(){}'’-]+\.")
LANGUAGES = pytest.mark.parametrize("code", ["be", "ru"])


@pytest.mark.parametrize(("environ", "setting", "code"), CHOSEN)
def test_language(environ, setting, code):
    """STAFF_LANG chooses the language, then the setting, then the machine."""
    assert staff_language(environ, setting) == code


def test_a_message_is_its_english_text():
    """Wherever text is wanted a message is its text in English."""
    assert Message("There is no page %(key)r.", key="hom") == "There is no page 'hom'."


def test_a_message_is_said_with_its_values():
    """Values stand in the translation, in the quotation marks of the language; messages among them
    are said too."""
    say = Speech("be", CATALOGUE)
    said = say(Message("There is no %(what)s %(key)r.", what=Message("page"), key="hom"))
    assert said == "Няма: старонка «hom»."


def test_a_hidden_character_stays_visible():
    """A character that nobody sees is told by its number in every language."""
    assert "\\u202e" in Speech("be", CATALOGUE)(
        Message("There is no %(what)s %(key)r.", what="x", key="a\u202eb")
    )


def test_items_are_listed():
    """Several values are listed, each said."""
    assert (
        Speech("be", CATALOGUE)(Message("%(all)s", all=("one", Message("page")))) == "one, старонка"
    )


def test_a_message_can_be_kept():
    """A message that an earlier build kept is said in the language of whoever reads it now."""
    kept = pickle.loads(pickle.dumps(Message("There is no %(what)s %(key)r.", what="x", key="y")))
    assert Speech("be", CATALOGUE)(kept) == "Няма: x «y»."


def test_a_language_without_catalogue_is_english():
    """Who asks for a language that nobody translated into is answered in English."""
    assert speech("fr").code == "en"


@LANGUAGES
def test_everything_is_translated(code):
    """A catalogue has everything that staff are told and nothing else, with every placeholder."""
    catalogue = read(MAIN / "translations" / code / "LC_MESSAGES" / DOMAIN, code)
    merge(catalogue, told(MAIN))
    assert check(catalogue, DOMAIN) == []


@LANGUAGES
def test_the_catalogue_is_read_as_gettext_does(code):
    """Every translation is found by its English text."""
    say = speech(code)
    for message in read(MAIN / "translations" / code / "LC_MESSAGES" / DOMAIN, code):
        if message.id:
            assert say(Message(message.id)) == message.string


def sentences(file):
    """English sentences in the code of `file` that are no message."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    known = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in SAID or name in OF_PROGRAMS:
                known |= {id(one) for one in ast.walk(node)}
    texts = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    return [
        node.value
        for node in texts
        if id(node) not in known and SENTENCE.search(node.value) and not node.value.startswith("#")
    ]  # what begins with # is a comment in a file of somebody else's


@pytest.mark.parametrize(
    "file", sorted((MAIN / "plugins").rglob("*.py")), ids=lambda file: file.stem
)
def test_no_sentence_bypasses(file):
    """Every sentence in the code is a message, which can be said in each language."""
    assert sentences(file) == []


def test_a_sentence_that_bypasses_is_found(tmp_path):
    """The test above can fail."""
    file = tmp_path / "rule.py"
    file.write_text('def rule(page):\n    """Doc."""\n    yield f"The page {page} has no title."\n')
    assert sentences(file) == []
    file.write_text('FIX = "Write a title above the text."\n')
    assert sentences(file) == ["Write a title above the text."]


TELLING = {"stop": 3, "render": 3, "end_where": 2}  # how many arguments say in which language


def speechless(file):
    """Where problems are told in the code of `file`, and nobody says in which language."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    told_by = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "plugins.model.problems"
        for alias in node.names
    } & TELLING.keys()
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") in told_by
        and len(node.args) + len(node.keywords) < TELLING[node.func.id]
    ]


@pytest.mark.parametrize(
    "file", sorted((MAIN / "plugins").rglob("*.py")), ids=lambda file: file.stem
)
def test_problems_are_told_in_a_language(file):
    """Wherever problems are told, it is said in which language."""
    assert speechless(file) == []


def test_problems_told_in_english_are_found(tmp_path):
    """The test above can fail."""
    file = tmp_path / "room.py"
    file.write_text("from plugins.model.problems import stop\n\nstop(problems, folder)\n")
    assert speechless(file) == [3]
