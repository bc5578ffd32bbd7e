"""What is wrong with a page, shown in the preview in the place of its text; the other pages stay
readable."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape

from plugins.build.digest import digest
from plugins.model.document import Document, Problem, Text
from plugins.model.message import Message
from plugins.model.page import Kit, Page
from plugins.model.speech import Speech

IN_PLACE = Message("To fix: %(count)s, shown in the place of each page. The others are as written.")
TITLE = Message("To fix")
TEMPLATE = "pages/plain"  # it asks least of a page
BOX = (
    '<div class="admonition danger" lang="{lang}" dir="auto">'
    '<p class="admonition-title">{title}</p>{problems}</div>'
)


def are_of_pages(problems: Iterable[Problem], pages: Iterable[Document]) -> bool:
    """Return whether every one of `problems` is in a page that has an address."""
    return {problem.file for problem in problems} <= {page.file for page in pages if page.url}


def with_problems(
    problems: list[Problem], pages: Iterable[Page], say: Speech
) -> Iterator[tuple[Page, Page]]:
    """Yield each of `pages` that has problems, and the page that shows them instead of its text."""
    for page in pages:
        if own := [problem for problem in problems if problem.file == page.file]:
            yield page, _showing(page, boxed(own, say))


def boxed(problems: Iterable[Problem], say: Speech) -> str:
    """Return `problems` as HTML, a line each."""
    lines = "".join(
        f"<p>{escape(f'{one.file}:{one.line}: {say(one.what)} {say(one.fix)}')}</p>"
        for one in problems
    )
    return BOX.format(lang=say.code, title=escape(say(TITLE)), problems=lines)


def _showing(page: Page, html: str) -> Page:
    title = page.title or page.file
    shown = replace(
        page,
        kind="plain",
        template=TEMPLATE,
        title=title,
        menu_title=page.menu_title or title,
        text=Text(html),
        content_digest=digest(page.content_digest, html),
        headings=(),
        references=(),
    )
    for part in page.parts.values():
        if not isinstance(part, Kit):
            shown.give(part)
    return shown
