"""Dates and numbers as readers of each language write them."""

from datetime import date
from decimal import Decimal

import pytest

from plugins.rendering.formats import long_date, month, number, partial_date, percent

DAYS = [
    ("be", date(2026, 11, 24), "24 лістапада 2026"),
    ("be", date(2026, 5, 1), "1 мая 2026"),
    ("ru", date(2026, 11, 24), "24 ноября 2026"),
    ("ru", date(2026, 3, 8), "8 марта 2026"),
    ("en-GB", date(2026, 11, 24), "24 November 2026"),
    ("ar", date(2026, 11, 24), "24 نوفمبر 2026"),
]

MONTHS = [
    ("be", "лістапад 2026"),
    ("ru", "ноябрь 2026"),
    ("en", "November 2026"),
    ("ar", "نوفمبر 2026"),
]

NUMBERS = [("be", "1\u00a0234,5"), ("ru", "1\u00a0234,5"), ("en", "1,234.5")]


@pytest.mark.parametrize(("lang", "day", "written"), DAYS)
def test_long_date(lang, day, written):
    """A day is written in full, the month in the genitive where the language wants it."""
    assert written in long_date(day, lang)


@pytest.mark.parametrize(("lang", "written"), MONTHS)
def test_month(lang, written):
    """A month that stands alone is in the nominative."""
    assert month(date(2026, 11, 24), lang).startswith(written)


@pytest.mark.parametrize(("lang", "written"), NUMBERS)
def test_number(lang, written):
    """A number has the separators of the language."""
    assert number(1234.5, lang) == written


def test_hyphenated_code():
    """A BCP 47 code with a variant is understood."""
    assert "2026" in long_date(date(2026, 11, 24), "be-tarask")


@pytest.mark.parametrize(
    ("lang", "written"), [("be", "32,5\u00a0%"), ("ru", "32,5\u00a0%"), ("en", "32.5%")]
)
def test_percent(lang, written):
    """A share keeps its decimals, and has the sign as the language writes it."""
    assert percent(Decimal("32.5"), lang) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [("2013", "2013"), ("2011-01", "January 2011"), ("2024-07-14", "14 July 2024")],
)
def test_partial_date(value, written):
    """A date is said as precisely as it is known."""
    assert partial_date(value, "en-GB") == written
