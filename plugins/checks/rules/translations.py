"""A translation says what it was made from, is whole, and has the anchors of its source."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from plugins.checks.known import Known
from plugins.model.document import TO_BE_APPROVED, Origin, Problem
from plugins.model.message import Message
from plugins.model.page import Page
from plugins.model.user_error import did_you_mean

FINISH = Message("Translate it; until then keep `Draft: yes` above the text.")


def check(page: Page, known: Known) -> Iterator[Problem]:
    """The fields of `page` about its source, and its text beside the source's."""
    if page.terms and not page.draft:
        yield _at(
            page,
            "Terms",
            Message("`Terms` is a note for the translator of a draft."),
            Message("Remove it, or `make stamp` the file."),
        )
    if page.minor and _standing(page) and not _leaves_current(page, known):
        fix = Message(
            "Remove the line: too much is different, or every translation is as new as this text."
        )
        yield _at(page, "Minor", Message("`Minor: yes` leaves no translation current."), fix)
    if not page.draft and _awaits_approval(page, known):
        fix = Message(
            "Write `Draft: to be approved` here too: it is approved in all languages at once."
        )
        yield _at(
            page,
            "Draft",
            Message("%(key)r is to be approved in another language.", key=page.key),
            fix,
        )
    if origin := page.translated_from:
        yield from _origin(page, origin, known)
        if not page.draft:
            yield from _text(page, known.page(origin.lang, page.key), origin)


def _awaits_approval(page: Page, known: Known) -> bool:
    pages = (known.page(lang, page.key) for lang in known.languages)
    return any(other.draft == TO_BE_APPROVED for other in pages if other)


def _origin(page: Page, origin: Origin, known: Known) -> Iterator[Problem]:
    lang = origin.lang
    if lang not in known.languages:
        yield _at(
            page,
            "Translated-From",
            Message("There is no language %(lang)r.", lang=lang),
            did_you_mean(lang, known.languages),
        )
    elif page.lang in _way_back(page, known):
        fix = Message("Keep the line out of the file that was written first.")
        yield _at(
            page,
            "Translated-From",
            Message("%(key)r is translated from itself.", key=page.key),
            fix,
        )


def _way_back(page: Page, known: Known) -> set[str]:
    """The languages through which `page` came about, one translated from the next."""
    seen: set[str] = set()
    source: Page | None = page
    while source and source.translated_from and source.translated_from.lang not in seen:
        seen.add(source.translated_from.lang)
        source = known.page(source.translated_from.lang, page.key)
    return seen


def _text(page: Page, source: Page | None, origin: Origin) -> Iterator[Problem]:
    if source is None or source is page:
        return
    original = {checksum for checksum, _ in source.passages}
    for line in sorted({line for checksum, line in page.passages if checksum in original}):
        yield Problem(
            page.file,
            line,
            Message("This is not translated: %(file)s has the same words.", file=source.file),
            FINISH,
        )
    if origin.revision == source.revision:
        yield from _anchors(page, source)


def _anchors(page: Page, source: Page) -> Iterator[Problem]:
    own, original = (
        [heading.anchor for heading in one.headings if heading.explicit] for one in (page, source)
    )
    for anchor in (anchor for anchor in own if anchor not in original):
        what = Message("%(file)s has no heading #%(anchor)s.", file=source.file, anchor=anchor)
        line = page.field_lines.get(f"#{anchor}", 1)
        yield Problem(page.file, line, what, _nearest(anchor, original, source))
    missing = tuple(f"#{anchor}" for anchor in original if anchor not in own)
    if missing:
        what = Message("The headings %(names)s are missing.", names=missing)
        fix = Message("Give the same headings the same anchors: {%(missing)s}.", missing=missing[0])
        yield Problem(page.file, 1, what, fix)


def _nearest(anchor: str, original: list[str], source: Page) -> Message:
    near = get_close_matches(anchor, original, n=1, cutoff=0.6)
    if near:
        return Message("Did you mean %(near)r?", near=near[0])
    return Message("Add the same heading to %(file)s, or remove it here.", file=source.file)


def _standing(page: Any) -> Any:
    """How it stands to its source, as the feature `translations` says it."""
    return page.translation.standing


def _leaves_current(source: Page, known: Known) -> bool:
    """Whether a translation is current only because what changed in `source` is minor."""
    standings = (
        found for page in known.documents if page.key == source.key and (found := _standing(page))
    )
    return any(
        one.state == "current"
        and one.source is source
        and one.document.translated_from.revision != source.revision
        for one in standings
    )


def _at(page: Page, field: str, what: Message, fix: Message) -> Problem:
    return Problem(page.file, page.field_lines.get(field, 1), what, fix)
