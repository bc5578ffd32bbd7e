"""A language that is complete has every page: what is missing would be shown in the words of
another."""

from collections.abc import Iterator

from plugins.checks.known import Known
from plugins.model.document import Problem
from plugins.model.kinds import DATED
from plugins.model.message import Message


def check_before_publishing(known: Known, demo: bool = False) -> Iterator[Problem]:
    """Every core page, and unless this is a `demo` every other page but news and releases, is there
    in each complete language."""
    complete = [code for code, language in known.languages.items() if language.complete]
    for code in complete:
        core = set(known.languages[code].awaits)
        others = set() if demo else _of_others(known, code, complete)
        for key in sorted(core | others):
            yield _missing(known, code, key, complete)


def _of_others(known: Known, code: str, complete: list[str]) -> set[str]:
    """The keys that another complete language has and `code` has not."""
    there = {page.key for page in known.documents if page.lang == code}
    others = {page.key for page in known.documents if page.lang in complete and page.lang != code}
    return {key for key in others - there if key.partition("/")[0] not in DATED}


def _missing(known: Known, code: str, key: str, complete: list[str]) -> Problem:
    pages = (known.page(other, key) for other in complete)
    source = next((page for page in pages if page), None)
    what = Message("The page %(key)r is missing in %(lang)r.", key=key, lang=code)
    if source is None:
        return Problem("data/languages.toml", 1, what, Message("Write it in one language first."))
    fix = Message(
        "Translate it: make translation FILE=content/%(file)s LANG=%(lang)s",
        file=source.file,
        lang=code,
    )
    return Problem(source.file, 1, what, fix)
