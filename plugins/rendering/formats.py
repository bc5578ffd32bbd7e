"""Dates and numbers as a reader of each language writes them (CLDR data through Babel).

`formats` is a BCP 47 code, with a region where regions differ: en-GB.
"""

from datetime import date
from decimal import Decimal

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit


def long_date(value: date, formats: str) -> str:
    """A day in full, months in the genitive where the language wants it: 24 лістапада 2026 г."""
    return str(format_date(value, "long", locale=_locale(formats)))


def territory(country: str, formats: str) -> str:
    """Return the name of a country by its ISO 3166 code;
    a code that CLDR does not know stays as it is."""
    return str(Locale.parse(_locale(formats)).territories.get(country, country))


def language_name(code: str, formats: str) -> str:
    """Return the name of a language by its code, in the language of `formats`;
    a code that CLDR does not know stays as it is."""
    return str(Locale.parse(_locale(formats)).languages.get(code.replace("-", "_"), code))


def month(value: date, formats: str) -> str:
    """A month and its year, standing alone: лістапад 2026 г."""
    return str(format_skeleton("yMMMM", value, locale=_locale(formats)))


def partial_date(value: str, formats: str) -> str:
    """A day, a month or a year, written 2024-07-14, 2011-01 or 2013,
    as precisely as it is known."""
    if len(value) == len("2013"):
        return value
    if len(value) == len("2011-01"):
        return month(date.fromisoformat(f"{value}-01"), formats)
    return long_date(date.fromisoformat(value), formats)


def percent(value: Decimal, formats: str) -> str:
    """So many of a hundred, with the sign and the space of the language: 32,5 %, 32.5%."""
    return str(format_percent(value / 100, locale=_locale(formats), decimal_quantization=False))


def number(value: int | float | Decimal, formats: str) -> str:
    """A number with the separators of the language."""
    return str(format_decimal(value, locale=_locale(formats)))


def file_size(count: int, formats: str) -> str:
    """A number of bytes in the unit a reader would choose: 24 kB, 1.3 MB."""
    unit, size = (
        ("megabyte", count / 1_000_000)
        if count >= 1_000_000
        else ("kilobyte", max(count / 1000, 1))
    )
    rounded = round(size, 1) if unit == "megabyte" else round(size)
    return str(format_unit(rounded, f"digital-{unit}", "short", locale=_locale(formats)))


def _locale(formats: str) -> str:
    return formats.replace("-", "_")
