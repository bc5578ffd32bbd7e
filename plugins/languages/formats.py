"""Dates and numbers as a reader of each language writes them (CLDR data through Babel).

`formats` is a BCP 47 code, with a region where regions differ: en-GB.
"""

from datetime import date

from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal


def long_date(value: date, formats: str) -> str:
    """A day in full, months in the genitive where the language wants it: 24 лістапада 2026 г."""
    return str(format_date(value, "long", locale=_locale(formats)))


def month(value: date, formats: str) -> str:
    """A month and its year, standing alone: лістапад 2026 г."""
    return str(format_skeleton("yMMMM", value, locale=_locale(formats)))


def number(value: int | float, formats: str) -> str:
    """A number with the separators of the language."""
    return str(format_decimal(value, locale=_locale(formats)))


def _locale(formats: str) -> str:
    return formats.replace("-", "_")
