"""The forms of a release in the example, as a journalist takes them away."""

from email import message_from_bytes, policy
from pathlib import PurePath

import pytest

FOLDER, NAME = "press/2026-06-summer", "2026-06-summer"
FORMS = ("txt", "pdf", "odt", "docx", "eml", "json", "zip")


@pytest.mark.parametrize("lang", ["be", "ru", "en"])
def test_names(example, lang):
    """Each file says its language in its name, so that those of two languages fit in one folder."""
    found = {
        PurePath(name).name
        for name in example.names
        if name.startswith(f"{lang}/{FOLDER}/") and name.rpartition(".")[2] in FORMS
    }
    assert found - {f"{NAME}-{lang}.csl.json"} == {f"{NAME}-{lang}.{form}" for form in FORMS}


@pytest.mark.parametrize("lang", ["be", "ru", "en"])
def test_letter(example, lang):
    """The HTML of a letter begins with the headline and the day of the release."""
    file = example.folder / lang / FOLDER / f"{NAME}-{lang}.eml"
    letter = message_from_bytes(file.read_bytes(), policy=policy.default)
    html = letter.get_body(("html",)).get_content()
    heading, day = html.partition("<h1>")[2].split("</h1>", 1)
    assert heading == example.page(f"{lang}/{FOLDER}/").words(
        example.page(f"{lang}/{FOLDER}/").one("h1")
    )
    assert "2026" in day.partition("</p>")[0]
