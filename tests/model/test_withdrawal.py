"""Withdrawal: which texts are withdrawn in which language, and what those who publish are told."""

from datetime import date

import pytest

from plugins.model.document import Document, Withdrawal
from plugins.model.withdrawal import notice, withdrawals

KEY = "press/2026-10-a"
FALLBACK = {"be": ("ru", "en"), "ru": ("be", "en"), "en": ("ru", "be")}


def text(lang, why="", **fields):
    withdrawn = Withdrawal(date(2026, 11, 28), why, fields.pop("only_here", False)) if why else None
    return Document(lang=lang, key=KEY, withdrawn=withdrawn, **fields)


@pytest.mark.parametrize(
    ("texts", "reasons"),
    [
        ([text("be"), text("ru"), text("en")], ("", "", "")),
        ([text("be", "why be"), text("ru"), text("en")], ("why be", "why be", "why be")),
        ([text("be", "why be"), text("ru", "why ru"), text("en")], ("why be", "why ru", "why ru")),
        ([text("be", "why be", only_here=True), text("ru"), text("en")], ("why be", "", "")),
        (
            [text("be", "why be", only_here=True), text("ru", "why ru"), text("en")],
            ("why be", "why ru", "why ru"),
        ),
        ([text("en", "why en", draft=True), text("be")], ("why en", "why en", "why en")),
    ],
)
def test_reasons(texts, reasons):
    """A withdrawal holds in every language, in the reader's words where there are any,
    unless it is of one only."""
    found = withdrawals(texts, FALLBACK)
    said = [found.of(lang, KEY) for lang in ("be", "ru", "en")]
    assert tuple(one.what if one else "" for one in said) == reasons


def test_language_of_a_reason():
    """A reason knows in which language it is."""
    assert withdrawals([text("be", "why")], FALLBACK).of("en", KEY).lang == "be"


def test_removed_addresses():
    """An address that goes with the text goes in every language."""
    found = withdrawals([text("be", "why", withdrawn_address="remove"), text("ru")], FALLBACK)
    assert found.removed_addresses(("be", "ru")) == {f"be/{KEY}/", f"ru/{KEY}/"}


def test_nothing_to_say():
    """Where nothing is withdrawn nothing is said."""
    assert notice(withdrawals([text("be")])) == []


def test_removed_is_not_named():
    """A removed address is counted, and not named."""
    said = "\n".join(notice(withdrawals([text("be", "why", withdrawn_address="remove")])))
    assert KEY not in said and "1 without an address" in said
