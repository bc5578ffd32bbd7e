"""What is wrong with a page, shown in the preview in the place of its text; the other pages stay
readable."""

from collections.abc import Iterable
from html import escape

from plugins.build.digest import digest
from plugins.model.document import Document, Problem
from plugins.model.message import Message
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


def show_in_place(problems: list[Problem], pages: Iterable[Document], say: Speech) -> None:
    """Let each of `pages` that has problems show them instead of its text."""
    for page in pages:
        if own := [problem for problem in problems if problem.file == page.file]:
            _show(page, boxed(own, say))


def boxed(problems: Iterable[Problem], say: Speech) -> str:
    """Return `problems` as HTML, a line each."""
    lines = "".join(
        f"<p>{escape(f'{one.file}:{one.line}: {say(one.what)} {say(one.fix)}')}</p>"
        for one in problems
    )
    return BOX.format(lang=say.code, title=escape(say(TITLE)), problems=lines)


def _show(page: Document, html: str) -> None:
    """Pelican's page computes its text; a document that was read before fetches it."""
    if hasattr(page, "retell"):
        page.retell(html)
    else:
        vars(page)["get_content"] = lambda site_url: html
    page.kind, page.template, page.title = "plain", TEMPLATE, page.title or page.file
    page.menu_title = page.menu_title or page.title
    page.content_digest = digest(page.content_digest, html)
    page.headings, page.references, page.pictures = (), (), ()
