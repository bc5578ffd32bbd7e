"""Style guide: a page that shows every component with the example from its own file, in each language.

Hears    `get_generators`. The pages are in no menu and no sitemap and ask not to be indexed.
Settings THEME.
"""

from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator

from plugins.document import Document
from plugins.styleguide.component import Component, read_components


class StyleguideGenerator(Generator):
    """Writes `/<lang>/style-guide/`."""

    def generate_output(self, writer: Any) -> None:
        components = read_components(Path(self.theme) / "templates" / "components")
        examples = [(component, self.env.from_string(component.source)) for component in components]
        for lang in self.context["site"].languages:
            page = _page(lang, self.context["site"])
            shown = self._shown(examples, page)
            template = self.get_template(page.template)
            writer.write_file(page.save_as, template, self.context, page=page, components=shown, url=page.url)

    def _shown(self, examples: Any, page: Document) -> list[tuple[Component, str]]:
        """Each component with its example; nothing where the language has no page of the kind the example needs."""
        found = samples(self.context["site"].documents, page.lang)
        context = self.context | {"page": page, "samples": found}
        return [
            (component, template.render(context) if component.needs <= found.keys() else "")
            for component, template in examples
        ]


def samples(documents: list[Any], lang: str) -> dict[str, Any]:
    """One document of each kind in `lang`."""
    return {document.kind: document for document in reversed(documents) if document.lang == lang}


def _page(lang: str, site: Any) -> Document:
    url = f"{lang}/style-guide/"
    page = Document(lang=lang, key="style-guide", kind="style-guide", template="pages/style-guide", title="Style guide")
    page.url, page.save_as, page.indexed = url, f"{url}index.html", False
    page.alternates = site.alternates(page)
    return page


def pages(pelican: Any) -> type[Generator]:
    return StyleguideGenerator


def register() -> None:
    signals.get_generators.connect(pages)
