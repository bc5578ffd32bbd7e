"""A film has a picture before it begins, and captions for those who do not hear it, in every
language whose page shows it."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from plugins.checks.known import Known
from plugins.model.document import Problem
from plugins.model.film import Film, captions, poster
from plugins.model.media_files import FOLDER, INSTEAD, ending
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
        yield Problem(page.file, page.field_lines.get("Film", 1), what, _fix(file, known))
    film = page.part(Film)
    if film.file and not (film.width and film.seconds):
        what = Message("%(file)s is no film that browsers play.", file=name)
        fix = Message("Export it again as MP4 (H.264).")
        yield Problem(page.file, page.field_lines.get("Film", 1), what, fix)


def _fix(file: str, known: Known) -> Message:
    """Return how to fix that `file` is not there: perhaps it has another name."""
    there = [one for one in known.files | known.hidden_files if one.startswith(FOLDER)]
    alike = [one for one in there if _bare(one) == _bare(file)]
    near = alike or get_close_matches(file, [one for one in there if ending(one) == ending(file)])
    if not near:
        return Message("Put it there, or correct the line.")
    if ending(near[0]) != ending(file):
        return INSTEAD.get(ending(near[0]), Message("Put it there, or correct the line."))
    return Message("Rename %(near)s, if it is that; or put it there.", near=near[0])


def _bare(file: str) -> str:
    """Return the name of `file` without its ending and what people write in different ways."""
    return re.sub(r"[\W_]", "", file.rpartition(".")[0].lower())
