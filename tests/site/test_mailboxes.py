"""A mailbox is a contact of its own kind: named by its key, shown with an address that works."""

import shutil

import pytest

from plugins.data.library import read_library
from plugins.reading.extension import Converter
from tests.conftest import EXAMPLE
from tests.site.pages import build

MAILBOX = """
[mailbox.team]
address = "team+site@example.org"
source = "organisation"
stated = 2026-11-24
name.be = "Пошта каманды"
name.ru = "Почта команды"
name.en = "The mail of the team"
name.ar = "البريد"
about.be = "Пішыце нам."
about.ru = "Пишите нам."
about.en = "Write to us."
about.ar = "اكتبوا لنا."
"""


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The example with a mailbox that a text names, and of which a page shows the card."""
    folder = tmp_path_factory.mktemp("mailboxes")
    copy = shutil.copytree(EXAMPLE, folder / "content")
    contacts = copy / "data" / "contacts.toml"
    contacts.write_text(contacts.read_text("utf-8") + MAILBOX, "utf-8")
    for lang in ("be", "ru", "en"):
        page = copy / lang / "advice" / "01-topic" / "01-first.md"
        fields, _, text = page.read_text("utf-8").partition("\n\n")
        kept = [line for line in fields.splitlines() if not line.startswith("Contacts:")]
        fields = "\n".join([*kept, "Contacts: team"])
        page.write_text(f"{fields}\n\nMail {{contact:team}}.\n\n{text}", "utf-8")
    return build(copy, folder)


def test_in_a_text(written):
    """The key of a mailbox becomes a link that begins a mail."""
    page = written.page("en/advice/topic/first/")
    links = [link for link in page.all("a[@href]") if link.get("href").startswith("mailto:")]
    assert links
    assert {link.get("href") for link in links} == {"mailto:team+site@example.org"}
    assert {page.words(link) for link in links} == {"team+site@example.org"}


def test_card(written):
    """Its card says that mail is not encrypted, who states it, and nothing of calls."""
    page = written.page("en/advice/topic/first/")
    (card,) = [
        one for one in page.of_class("contact-card") if "The mail of the team" in page.words(one)
    ]
    said = page.words(card)
    assert "e-mail, not encrypted" in said
    assert "call" not in said


@pytest.mark.parametrize(
    "text", ["Mail {contact:team}.", "- *Mail* **{contact:team}**\n\n[a](b.md)"]
)
def test_both_ways_of_reading(written, text):
    """A text is the same whether or not it is read the short way."""
    library = read_library(written.folder.parent / "content" / "data")
    html, found, _ = Converter(library.named).convert(text, "en/a.md")
    assert 'href="mailto:team+site@example.org"' in html
    assert [one.target for one in found if one.kind == "contact"] == ["team"]
