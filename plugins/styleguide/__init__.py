"""Style guide: a page that shows every component with the example from its own file, in each language.

Hears    `generator_init`: each example is a template, which is compiled once and kept as all others are;
         `get_generators`. The pages are in no menu and no sitemap and ask not to be indexed.
Settings THEME.
"""

from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import FunctionLoader
from pelican import signals
from pelican.generators import Generator

from plugins.document import Document
from plugins.styleguide.component import Component, read_component, read_components

EXAMPLES = "examples/"  # what the names of these templates begin with


class StyleguideGenerator(Generator):
    """Writes `/<lang>/style-guide/`."""

    def generate_output(self, writer: Any) -> None:
        components = read_components(Path(self.theme) / "templates" / "components")
        site = self.context["site"]
        for lang in site.languages:
            page = _page(lang, site)
            found = samples(site.documents, lang)
            shown = partial(_shown, components=components, page=page, found=found)
            template = self.get_template(page.template)
            writer.write_page(page.save_as, template, self.context, page, *found.values(), components=shown)


def _shown(speaking: Any, components: Any, page: Document, found: dict[str, Any]) -> list[tuple[Component, str]]:
    """Each component with its example; nothing where the language has no page of the kind the example needs."""
    return [
        (one, speaking.get_template(f"{EXAMPLES}{one.name}").render(page=page, samples=found))
        if one.needs <= found.keys()
        else (one, "")
        for one in components
    ]


def _example(folder: Path, name: str) -> str | None:
    """The template that renders the example of a component; None where `name` is that of another template."""
    file = folder / f"{name.removeprefix(EXAMPLES)}.html"
    return read_component(file.stem, file.read_text(encoding="utf-8")).source if name.startswith(EXAMPLES) else None


def samples(documents: list[Any], lang: str) -> dict[str, Any]:
    """One document of each kind in `lang`."""
    return {document.kind: document for document in reversed(documents) if document.lang == lang}


def _page(lang: str, site: Any) -> Document:
    url = f"{lang}/style-guide/"
    page = Document(lang=lang, key="style-guide", kind="style-guide", template="pages/style-guide", title="Style guide")
    page.url, page.save_as, page.indexed = url, f"{url}index.html", False
    page.alternates = site.alternates(page)
    return page


def teach(generator: Any) -> None:
    folder = Path(generator.theme) / "templates" / "components"
    generator.env.loader.loaders.append(FunctionLoader(partial(_example, folder)))


def pages(pelican: Any) -> type[Generator] | None:
    return None if pelican.settings["AT_REST"] else StyleguideGenerator


def register() -> None:
    signals.generator_init.connect(teach)
    signals.get_generators.connect(pages)
