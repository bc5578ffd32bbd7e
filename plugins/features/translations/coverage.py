"""Coverage: how much of each section a language has, and which of its pages are behind,
for readers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from plugins.features.translations.standing import Standing
from plugins.features.translations.status import in_sections
from plugins.model.document import text_day
from plugins.model.language import Language
from plugins.model.site import Site

# What nobody recorded is not called behind: a site without records would seem to be.
THERE = ("source", "current", "unrecorded", "orphan")


@dataclass(frozen=True)
class Share:
    """Of the `pages` of a section, how many a language has as they are now,
    and how many are behind."""

    language: Language
    pages: int
    current: int
    stale: int

    @property
    def missing(self) -> int:
        """How many are not there."""
        return self.pages - self.current - self.stale

    def percent(self, count: int) -> float:
        """`count` of the pages, out of 100."""
        return round(100 * count / self.pages, 2) if self.pages else 0.0


@dataclass(frozen=True)
class Section:
    """A part of the site: its index page, in a language the reader may know (None for pages of no
    section)."""

    page: Any
    shares: tuple[Share, ...]


@dataclass(frozen=True)
class Coverage:
    """`whole` are the shares of the site as a whole;
    `stale` the standings of stale pages, the oldest text first."""

    whole: tuple[Share, ...]
    sections: tuple[Section, ...]
    stale: tuple[Standing, ...]

    @property
    def shows(self) -> str:
        """Everything a page can say of it beyond titles and addresses."""
        counts = [share for section in self.sections for share in section.shares]
        behind = [
            f"{one.document.file} {one.document.written} {one.document.reviewed}"
            for one in self.stale
        ]
        return f"{self.whole} {counts} {behind}"


def cover(found: Iterable[Standing], site: Site, lang: str) -> Coverage:
    """The coverage as a reader of `lang` is shown it.
    The 404 page is no page somebody can look for."""
    counted = [one for one in found if one.key != "404"]
    sections = in_sections(counted)
    return Coverage(
        whole=_shares(counted, site.languages),
        sections=tuple(
            Section(_index(site, lang, name), _shares(standings, site.languages))
            for name, standings in sections.items()
        ),
        stale=tuple(sorted((one for one in counted if one.state == "stale"), key=_age)),
    )


def _index(site: Site, lang: str, name: str) -> Any:
    codes = dict.fromkeys((lang, *site.languages[lang].fallback, *site.languages))
    return (
        next((page for code in codes if (page := site.document(code, name))), None)
        if name
        else None
    )


def _shares(found: list[Standing], languages: dict[str, Language]) -> tuple[Share, ...]:
    pages = len({one.key for one in found})
    states = {code: [one.state for one in found if one.lang == code] for code in languages}
    return tuple(
        Share(
            language,
            pages,
            sum(states[code].count(state) for state in THERE),
            states[code].count("stale"),
        )
        for code, language in languages.items()
    )


def _age(one: Standing) -> tuple[date, str, str]:
    """The day on which the text was last looked at; a text without one is as old as can be."""
    return (text_day(one.document) or one.document.published or date.min, one.key, one.lang)
