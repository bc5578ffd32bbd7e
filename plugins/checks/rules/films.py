"""A film has a picture before it begins, and captions for those who do not hear it, in every
language whose page shows it."""

from collections.abc import Iterator

from plugins.checks.known import Known
from plugins.model.document import Problem
from plugins.model.film import Film, captions, poster
from plugins.model.message import Message
from plugins.model.page import Page


def check(page: Page, known: Known) -> Iterator[Problem]:
    """Every file that the film of `page` needs is there."""
    name = page.film_name
    if not name:
        return
    needed = (name, poster(name), captions(name, page.lang))
    for file in (file for file in needed if file not in known.files):
        what = Message("There is no file %(file)s, which the film needs.", file=file)
        fix = Message("Put it there, or correct the line.")
        yield Problem(page.file, page.field_lines.get("Film", 1), what, fix)
    film = page.part(Film)
    if film.file and not (film.width and film.seconds):
        what = Message("%(file)s is no film that browsers play.", file=name)
        fix = Message("Export it again as MP4 (H.264).")
        yield Problem(page.file, page.field_lines.get("Film", 1), what, fix)
