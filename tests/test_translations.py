"""The interface texts: everything the theme says is translated, into every language, with the right plurals."""

import re

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from tests.conftest import MAIN

FILES = sorted((MAIN / "translations").glob("*/LC_MESSAGES/messages.po"))
PLACEHOLDER = re.compile(r"%\(\w+\)s")


def messages(file):
    with file.open("rb") as source:
        return read_po(source)


def spoken():
    """Everything the templates say."""
    options = {"**.html": {"trim_blocks": "true", "lstrip_blocks": "true"}}
    found = extract_from_dir(MAIN / "theme" / "templates", [("**.html", "jinja2")], options)
    return {said[2][0] if isinstance(said[2], tuple) else said[2] for said in found}


def ids(message):
    return message.id if isinstance(message.id, tuple) else (message.id,)


def strings(message):
    return message.string if isinstance(message.string, (tuple, list)) else (message.string,)


each = pytest.mark.parametrize("file", FILES, ids=lambda file: file.parts[-3])


@each
def test_whole(file):
    """A catalogue has everything the theme says and nothing else."""
    assert {ids(message)[0] for message in messages(file) if message.id} == spoken()


@each
def test_translated(file):
    """Every text is translated, in every plural form, and none is marked as doubtful."""
    catalogue = messages(file)
    missing = [message.id for message in catalogue if message.id and (message.fuzzy or not all(strings(message)))]
    assert missing == []


@each
def test_plural_forms(file):
    """A text with a number has as many forms as the language."""
    catalogue = messages(file)
    assert {len(m.string) for m in catalogue if isinstance(m.id, tuple)} <= {catalogue.num_plurals}


@each
def test_placeholders(file):
    """A translation has the placeholders of its source."""
    wrong = [
        (message.id, string)
        for message in messages(file)
        if message.id
        for string in strings(message)
        if not set(PLACEHOLDER.findall(string)) <= {found for id in ids(message) for found in PLACEHOLDER.findall(id)}
        or (len(ids(message)) == 1 and set(PLACEHOLDER.findall(string)) != set(PLACEHOLDER.findall(message.id)))
    ]
    assert wrong == []


def test_every_language():
    """Every language of the site but English, in which the theme is written, has a catalogue."""
    assert {file.parts[-3] for file in FILES} == {"be", "ru", "ar"}
