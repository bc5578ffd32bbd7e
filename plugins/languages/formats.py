"""Dates and numbers as a reader of each language writes them (CLDR data through Babel)."""

from datetime import date

from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal


def long_date(value: date, lang: str) -> str:
    """A day in full, months in the genitive where the language wants it: 24 лістапада 2026 г."""
    return format_date(value, "long", locale=_locale(lang))


def month(value: date, lang: str) -> str:
    """A month and its year, standing alone: лістапад 2026 г."""
    return format_skeleton("yMMMM", value, locale=_locale(lang))


def number(value: int | float, lang: str) -> str:
    """A number with the separators of the language."""
    return format_decimal(value, locale=_locale(lang))


def _locale(lang: str) -> str:
    return lang.replace("-", "_")
