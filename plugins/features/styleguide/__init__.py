"""Style guide: a page that shows every component with the example from its own file,
in each language, to those who build the site.

Hears    `page_writer_finalized`: writes `/<lang>/style-guide/`, but never into what is published:
         examples show numbers that nobody has checked. The pages are in no menu and no sitemap and
         ask not to be indexed.
Settings THEME, PUBLISHING.
"""

from functools import partial
from typing import Any

from jinja2 import ChoiceLoader, DictLoader
from pelican import signals

from plugins.build.build import Build
from plugins.build.receivers import connect
from plugins.features.styleguide.component import Component, read_components
from plugins.model.page import Navigation, Page
from plugins.model.site import Site

COMPONENTS = "templates/components"


def write(build: Build) -> None:
    """Plan the page in each language; none when the site is published."""
    if build.publishing:
        return
    components = read_components(build.theme / COMPONENTS)
    site = build.get(Site)
    for lang in site.languages:
        page, found = _page(lang, site), samples(site.documents, lang)
        shown = partial(_shown, components=components, page=page, found=found)
        build.plan.add_page(page, *found.values(), components=shown)


def _shown(
    speaking: Any, components: Any, page: Page, found: dict[str, Any]
) -> list[tuple[Component, str]]:
    """Each component with its example; nothing where the language has no page of the kind the
    example needs."""
    shown = [one for one in components if one.needs <= found.keys()]
    speaking.dependencies.use("folder", COMPONENTS)
    for one in components:
        speaking.dependencies.use("theme", f"{COMPONENTS}/{one.name}.html")
    sources = DictLoader({f"examples/{one.name}": one.source for one in shown})
    examples = speaking.overlay(loader=ChoiceLoader([sources, speaking.loader]))
    return [
        (
            one,
            examples.get_template(f"examples/{one.name}").render(page=page, samples=found)
            if one in shown
            else "",
        )
        for one in components
    ]


def samples(documents: list[Page], lang: str) -> dict[str, Any]:
    """One document of each kind in `lang`, of those that the public may see."""
    public = (one for one in reversed(documents) if not (one.due or one.draft))
    return {document.kind: document for document in public if document.lang == lang}


def _page(lang: str, site: Site) -> Page:
    url = f"{lang}/style-guide/"
    page = Page(
        lang=lang,
        key="style-guide",
        kind="style-guide",
        template="pages/style-guide",
        title="Style guide",
        url=url,
        save_as=f"{url}index.html",
        indexed=False,
    )
    page.give(Navigation(site.alternates(page)))
    return page


def register() -> None:
    connect(signals.page_writer_finalized, write)
