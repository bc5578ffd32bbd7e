"""Every picture that a text shows has somebody who made it, and is named for that."""

from collections.abc import Iterator

from plugins.checks.known import Known
from plugins.model.document import Problem
from plugins.model.message import Message
from plugins.model.page import Page


def check(page: Page, known: Known) -> Iterator[Problem]:
    """Each picture of `page` of which nobody says who made it. Advice: the picture may be what a
    text needs most."""
    if "pictures" in known.library.broken:
        return
    for reference in page.references:
        name = reference.target
        shown = reference.kind == "picture" and name in known.files
        if shown and name not in known.library.pictures:
            what = Message("Nobody is named for the picture %(name)r.", name=name)
            fix = Message(
                "Say who made it in data/pictures.toml: [%(key)s], and below it `credit = …`.",
                key=f'"{name}"',
            )
            yield Problem(page.file, reference.line, what, fix)
