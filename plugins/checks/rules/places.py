"""Files and folders are where they can become pages, and no two become the same one."""

from collections.abc import Iterator

from plugins.checks.known import Known
from plugins.model.document import Problem
from plugins.model.kinds import NECESSARY
from plugins.model.message import Message
from plugins.model.user_error import did_you_mean

NOT_PAGES = {"data", "media", "kits", "ledger", "revisions"}


def check(known: Known) -> Iterator[Problem]:
    """The content folder as a whole."""
    yield from _strays(known)
    yield from _doubles(known)
    yield from _gaps(known)


def _strays(known: Known) -> Iterator[Problem]:
    for file in sorted(known.files):
        top = file.partition("/")[0]
        if top in NOT_PAGES or file in known.by_file:
            continue
        if top not in known.languages:
            fix = did_you_mean(top, [*known.languages, *NOT_PAGES])
            yield Problem(
                file,
                1,
                Message(
                    "%(top)r is neither a declared language nor a folder for other things.", top=top
                ),
                fix,
            )
        elif file.endswith(".md"):
            yield Problem(
                file,
                1,
                Message("The file could not be read as a page."),
                Message("Compare it with a page that works."),
            )
        else:
            yield Problem(
                file,
                1,
                Message("Only .md files become pages."),
                Message("Move pictures and documents into content/media/."),
            )


def _doubles(known: Known) -> Iterator[Problem]:
    first: dict[tuple[str, str], str] = {}
    for page in sorted(known.documents, key=lambda page: page.file):
        earlier = first.setdefault((page.lang, page.key), page.file)
        if earlier != page.file:
            yield Problem(
                page.file,
                1,
                Message("%(earlier)s has the same key %(key)r.", earlier=earlier, key=page.key),
                Message("Rename one of the two files."),
            )


def _gaps(known: Known) -> Iterator[Problem]:
    there = {(page.lang, page.kind) for page in known.documents}
    for lang in known.languages:
        for kind in NECESSARY:
            if (lang, kind.name) not in there:
                yield Problem(
                    f"{lang}/{kind.file}",
                    1,
                    Message("The language %(lang)r has no such page.", lang=lang),
                    Message("Write it: no language works without."),
                )
