"""Notes for the road: which pages of a language they hold, and the one file that is made of them.

The name of the file and its title say nothing that a stranger should not read on somebody's
telephone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment

from plugins.assets.stylesheet.bundle import minified
from plugins.assets.stylesheet.directions import for_direction
from plugins.build.artifact import Artifact
from plugins.build.dependencies import Dependencies
from plugins.data.entries import Contact
from plugins.export.book import Book, on_one_page
from plugins.export.download import Download
from plugins.features.offline.lean import with_style, without_idle_anchors
from plugins.images.markup import in_words
from plugins.model.document import text_day
from plugins.model.html_tree import Tree, outer, replace
from plugins.model.site import Site

FORM = "HTML"
TEMPLATE = "editions/pocket.html"
# What the file has of the site's own stylesheet, and what is only its own.
COMPONENTS = (
    "number",
    "contact-card",
    "demo-banner",
    "notice",
    "content-note",
    "footnotes",
    "checklist",
    "table",
)
PARTS = (
    *(
        f"static/css/{part}.css"
        for part in (
            *("tokens", "base"),
            *(f"components/{name}" for name in COMPONENTS),
            "pages/country",
        )
    ),
    "templates/editions/pocket.css",
)
SUNK = "h2, h3, h4, h5"


@dataclass(frozen=True)
class Notes:
    """The pages of one language, in order; those of other languages are never among them.

    `country` is the page of the country that they are for; None when they are for any.
    """

    lang: str
    pages: tuple[Any, ...]
    country: Any = None

    @property
    def file(self) -> Download:
        """The file as pages offer it; its name says at most for which country it is."""
        code = f"-{self.country.country.lower()}" if self.country else ""
        return Download(f"offline/travel-notes-{self.lang}{code}.html", FORM, self.lang)

    @property
    def written(self) -> date:
        """The day on which or after which every text was written."""
        return min(cast(date, page.written) for page in self.pages)

    @property
    def reviewed(self) -> date | None:
        """The day on which or after which every text was reviewed;
        None while one of them was not."""
        days = [page.reviewed.day for page in self.pages if page.reviewed]
        return min(days) if len(days) == len(self.pages) else None

    def edition(self, contacts: Iterable[Contact]) -> date:
        """The last day on which a text or a number of it was changed or checked."""
        texts = (*self.pages, self.country) if self.country else self.pages
        days = [text_day(page) for page in texts]
        days += [day for one in contacts for day in (one.stated, one.verified)]
        return max(day for day in days if day)


def bound(site: Site, lang: str, keys: Iterable[str]) -> Notes | None:
    """The notes of a language; None where it has none of the pages."""
    found = [site.document(lang, key) for key in keys]
    pages = tuple(page for page in found if page and page.written)
    return Notes(lang, pages) if pages else None


def for_countries(site: Any, lang: str, keys: Iterable[str]) -> list[Notes]:
    """The notes of a language for each country that has a page in it, with the pages of `keys`."""
    general = bound(site, lang, keys)
    countries = [page for page in site.documents if page.country and page.lang == lang]
    return [Notes(lang, general.pages, page) for page in countries] if general else []


def style(theme: Path, dependencies: Dependencies, direction: str) -> str:
    """The stylesheet of the file, for its direction; who asks for it depends on its parts."""
    for part in PARTS:
        dependencies.use("theme", part)
    text = "\n".join((theme / part).read_text(encoding="utf-8") for part in PARTS)
    return for_direction(minified(text), direction)


def artifact(notes: Notes, base: str) -> Artifact:
    """What makes the file."""
    return Artifact(notes.file.name, notes.lang, written, (notes, base), source="data/pocket.toml")


def written(speaking: Environment, notes: Notes, base: str = "") -> bytes:
    """The file itself. A number that nobody has checked is not in it."""
    offline: Any = speaking.filters["offline"]
    known: dict[str, Any] = speaking.globals
    contacts = [one for one in known["library"].contacts.values() if not one.demonstration]
    book = Book(notes.lang, notes.pages[0], notes.pages[1:])
    texts = {
        page.key: offline(on_one_page(sunk(in_words(page.content)), page, book, base))
        for page in notes.pages
    }
    template = speaking.get_template(TEMPLATE)
    made = template.render(
        notes=notes,
        contacts=contacts,
        edition=notes.edition(contacts),
        name=book.name_of,
        texts=without_idle_anchors(texts),
    )
    css = known["pocket_style"](known["language"].direction)
    return f"{with_style(made.strip(), css)}\n".encode()


def sunk(html: str) -> str:
    """`html` with its headings one level deeper, below the title of the page they came from."""
    tree = Tree(html)
    for heading in tree.every(SUNK):
        level = int((heading.tag or "")[1])
        whole = outer(heading).removeprefix(f"<h{level}").removesuffix(f"</h{level}>")
        replace(heading, f"<h{level + 1}{whole}</h{level + 1}>")
    return tree.html
