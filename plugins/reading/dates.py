"""Dates as a text writes them, in the words of its language: 24 November 2026, 24.11.2026,
November 2026."""

import re
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from babel import Locale, UnknownLocaleError

WRITTEN = re.compile(
    r"(?<![\d.-])(?:(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"
    r"|(?P<day_first>\d{1,2})\.(?P<month_second>\d\d)\.(?P<year_last>\d{4}))(?![\d-])"
)
ENDING = r"[^\W\d_]{0,4}"  # what a case may add to the stem of a month
CYRILLIC = re.compile("[а-яёіў]")
STEM = 3  # letters that tell a month from other words, with an ending behind them
# Months of three letters: whole forms, because hardly a stem is left of them.
SHORT = {"be": ("маі", "маем"), "ru": ("мае", "маем")}


class Months(NamedTuple):
    """How a language writes dates with names of months; the forms of each by the number of the
    month."""

    pattern: re.Pattern[str]
    forms: dict[str, int]


@cache
def months(lang: str) -> Months | None:
    """Return how the language writes months, from Babel; None where Babel does not know it."""
    try:
        known = Locale.parse(lang, sep="-").months
    except (UnknownLocaleError, ValueError):
        return None
    both = [known[context]["wide"] for context in ("format", "stand-alone")]
    forms = {
        form: number
        for number in range(1, 13)
        for form in _forms(lang, [one[number] for one in both])
    }
    names = "|".join(f"(?:{form})" for form in sorted(forms, key=len, reverse=True))
    day, year = r"(?P<{}>\d{{1,2}})(?:st|nd|rd|th|-?га|-?го)?", r"(?P<{}>\d{{4}})"
    pattern = (
        rf"(?<!\d){day.format('day')}\s+(?P<month>{names})\b(?:,?\s+{year.format('year')})?"
        rf"|\b(?P<month_only>{names})\s+{year.format('year_only')}"
        rf"|\b(?P<month_first>{names})\s+{day.format('day_second')}\b(?:,\s+{year.format('year_last')})?"
    )
    return Months(re.compile(pattern), forms)


def _forms(lang: str, names: list[str]) -> list[str]:
    """Patterns of the forms of a month. A capital letter where a language has one is asked for,
    because `may` is no month."""
    same = takewhile(lambda letters: len(set(letters)) == 1, zip(*names, strict=False))
    stem = "".join(letters[0] for letters in same)
    if len(stem) < STEM or not CYRILLIC.match(stem):
        short = SHORT.get(lang, ()) if min(map(len, names)) <= STEM else ()
        return [*dict.fromkeys(map(re.escape, names)), *short]
    return [f"[{stem[0]}{stem[0].upper()}]{stem[1:]}{ENDING}"]


def taken_dates(words: str, lang: str) -> tuple[list[str], str]:
    """Return the dates in `words`, as year-month-day with what is not said left out, and `words`
    without them."""
    found: list[str] = []

    def keep(match: re.Match[str]) -> str:
        found.append(_date(match, lang))
        return " "

    rest = WRITTEN.sub(keep, words)
    known = months(lang)
    return found, known.pattern.sub(keep, rest) if known else rest


def _date(match: re.Match[str], lang: str) -> str:
    parts = {name: value for name, value in match.groupdict().items() if value}
    one = {name.partition("_")[0]: value for name, value in parts.items()}
    month = int(one["month"]) if one["month"].isdecimal() else _number(one["month"], lang)
    day = int(one["day"]) if "day" in one else ""
    return f"{one.get('year', '')}-{month}-{day}"


def _number(name: str, lang: str) -> int:
    known = months(lang)
    forms = known.forms.items() if known else ()
    return next((number for form, number in forms if re.fullmatch(form, name)), 0)
