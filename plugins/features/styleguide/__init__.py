"""Style guide: a page that shows every component with the examples from its own file, its code, and
when to use it, in each language, to those who build the site.

Hears    `page_writer_finalized`: writes `/<lang>/style-guide/`, but never into what is published:
         examples show numbers that nobody has checked. The pages are in no menu and no sitemap and
         ask not to be indexed.
Settings THEME, PUBLISHING.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any

from jinja2 import ChoiceLoader, DictLoader, Environment
from pelican import signals

from plugins.build.build import Build
from plugins.build.receivers import connect
from plugins.features.styleguide.component import Component, read_components
from plugins.features.styleguide.guide import Guide, State, guide
from plugins.model.page import Navigation, Page
from plugins.model.site import Site
from plugins.model.speech import speech

COMPONENTS = "templates/components"


def write(build: Build) -> None:
    """Plan the page in each language; none when the site is published."""
    if build.publishing:
        return
    components = read_components(build.theme / COMPONENTS)
    styles = {file.stem for file in (build.theme / "static/css/components").glob("*.css")}
    site = build.get(Site)
    for lang in site.languages:
        said = guide(speech(lang), components, styles)
        page, found = _page(lang, site, said.title), samples(site.documents, lang)
        shown = partial(_shown, said=said, page=page, found=found)
        build.plan.add_page(page, *found.values(), guide=shown)


def _shown(speaking: Any, said: Guide, page: Page, found: dict[str, Any]) -> Guide:
    """The guide with its examples; none where the language has no page of the kind that an example
    needs."""
    speaking.dependencies.use("folder", COMPONENTS)
    for one in said.components:
        speaking.dependencies.use("theme", f"{COMPONENTS}/{one.name}.html")
    examples = {name: text for one in said.components for name, text in _sources(one)}
    voice = speaking.overlay(loader=ChoiceLoader([DictLoader(examples), speaking.loader]))
    show = partial(_examples, voice, page, found)
    parts = tuple(
        part._replace(shown=tuple(one._replace(states=show(one.component)) for one in part.shown))
        for part in said.parts
    )
    return said._replace(parts=parts)


def _sources(one: Component) -> Iterator[tuple[str, str]]:
    for number, example in enumerate(one.examples):
        yield f"examples/{one.name}/{number}", one.source(example)


def _examples(
    voice: Environment, page: Page, found: dict[str, Any], one: Component
) -> tuple[State, ...]:
    there = [pair for pair in enumerate(one.examples) if pair[1].needs <= found.keys()]
    names = {number: f"examples/{one.name}/{number}" for number, _ in there}
    return tuple(
        State(example.state, voice.get_template(names[number]).render(page=page, samples=found))
        for number, example in there
    )


def samples(documents: list[Page], lang: str) -> dict[str, Any]:
    """One document of each kind in `lang`, of those that the public may see."""
    public = (one for one in reversed(documents) if not (one.due or one.draft))
    return {document.kind: document for document in public if document.lang == lang}


def _page(lang: str, site: Site, title: str) -> Page:
    url = f"{lang}/style-guide/"
    page = Page(
        lang=lang,
        key="style-guide",
        kind="style-guide",
        template="pages/style-guide",
        title=title,
        url=url,
        save_as=f"{url}index.html",
        indexed=False,
    )
    page.give(Navigation(site.alternates(page)))
    return page


def register() -> None:
    connect(signals.page_writer_finalized, write)
