"""Validation: nothing is written while one file has one problem.

Hears    `all_generators_finalized`, after all features: prints all problems of all files, those
         that features found among them, in one list and stops the build with exit code 1. What
         somebody is to look at, such as a number that differs from the source's, is told and stops
         nothing. In the preview (TOLERANT) a page that has problems shows them at its address, and
         the others are made.
Settings PATH, TOLERANT, TRANSLATIONS_PATH, PUBLISHING (True refuses contacts that were never
         verified), DEMO (True does not, because every page says that nobody should rely on them).
"""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from pelican import signals
from pelican.generators import PagesGenerator

from plugins.build.build import Build
from plugins.build.receivers import connect
from plugins.catalogues.check import planted_in
from plugins.checks.in_place import IN_PLACE, are_of_pages, with_problems
from plugins.checks.known import Known, visible
from plugins.checks.lapsing import announced
from plugins.checks.planted import Places
from plugins.checks.planted import check as check_planted
from plugins.checks.report import find, in_order, warnings
from plugins.data.library import Data
from plugins.model.document import Problem
from plugins.model.found import Withheld
from plugins.model.language import Language, Languages
from plugins.model.message import Message
from plugins.model.page import Page
from plugins.model.problems import stop, warn
from plugins.model.site import Site


def check(build: Build) -> None:
    """All problems of all files at once; where there is none, notes for those who publish."""
    site, withheld = build.get(Site), build.get(Withheld)
    pages = [document for document in site.documents if document.file]
    # by an unattended build, which must not be the first to look
    pages += map(Page.of, withheld.coming)
    seen = _meant_to_be_seen(build)
    told = build.get(Data).written, site.languages, seen
    known = Known(pages, *told, withheld.files, withheld.unpublished, build.local_day)
    public = build.local_day if build.publishing else None
    planted = check_planted(build.path, build.sources, _places(site, withheld))
    said = _catalogues(build.path, Path(build.settings["TRANSLATIONS_PATH"]), site.languages)
    found = find(known, public, bool(build.settings["DEMO"]))
    problems = in_order([*found, *planted, *said, *build.problems])
    if problems and not _tolerate(problems, pages, build):
        stop(problems, build.path, build.say)
    warn(warnings(known, public), build.path, build.say)
    if build.publishing:
        for line in announced(known.library, build.local_day, build.say):
            print(line, file=sys.stderr)
        for note in remind(known, build.get(Languages).declared.values()):
            print(build.say(note), file=sys.stderr)


def _tolerate(problems: list[Problem], pages: list[Page], build: Build) -> bool:
    """Whether the preview shows each problem in the place of its page; they are told, too."""
    if not build.settings.get("TOLERANT") or not are_of_pages(problems, pages):
        return False
    generator = build.get(PagesGenerator)
    for page, showing in with_problems(problems, pages, build.say):
        build.get(Site).put(page, showing)
        generator.pages = [showing if one is page else one for one in generator.pages]
    warn(problems, build.path, build.say, IN_PLACE)
    build.tolerated = True
    return True


def _places(site: Site, withheld: Withheld) -> Places:
    """The addresses to which a redirect may lead, and those from which it may not."""
    keys = withheld.unpublished | withheld.withdrawals.reasons.keys()
    asleep = {f"{lang}/{key}/" for lang in site.languages for key in keys}
    asleep |= {page.url for page in site.fallbacks}
    return Places(
        frozenset(page.url for page in (*site.documents, *withheld.coming)), frozenset(asleep)
    )


def _meant_to_be_seen(build: Build) -> frozenset[str]:
    """The files of the folder, without drafts and languages that the public site does not have
    yet."""
    languages = build.get(Languages)
    hidden = tuple(f"{code}/" for code in languages.declared if code not in languages.shown)
    withheld = build.get(Withheld)
    awaited = withheld.coming_files & build.sources.keys()
    files = visible(build.sources) - withheld.files | awaited
    return frozenset(file for file in files if not file.startswith(hidden))


def _catalogues(folder: Path, translations: Path, languages: Iterable[str]) -> Iterator[Problem]:
    """What templates print as HTML has no tags of its own in any language."""
    for code in languages:
        file = translations / code / "LC_MESSAGES" / "messages.po"
        if file.is_file():
            text = file.read_text(encoding="utf-8", errors="replace")
            yield from planted_in(text, os.path.relpath(file, folder))


def remind(known: Known, declared: Iterable[Language]) -> Iterator[Message]:
    """Notes for the team, told each time the site goes public."""
    for contact in (*known.library.named.values(), *known.library.country_numbers.values()):
        if contact.staff:
            yield Message("Note on %(key)s: %(note)s", key=contact.key, note=contact.staff)
    for language in declared:
        if not language.listed:
            yield Message(
                "Note on %(code)s: not public yet, it lacks %(keys)s.",
                code=language.code,
                keys=language.awaits,
            )


def register() -> None:
    connect(signals.all_generators_finalized, check)
