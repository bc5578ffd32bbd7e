"""Style guide: a page that shows every component with the example from its own file, in each language.

Hears    `get_generators`. The pages are in no menu and no sitemap and ask not to be indexed.
Settings THEME.
"""

from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator

from plugins.document import Document
from plugins.styleguide.component import read_components


class StyleguideGenerator(Generator):
    """Writes `/<lang>/style-guide/`."""

    def generate_output(self, writer: Any) -> None:
        components = read_components(Path(self.theme) / "templates" / "components")
        site = self.context["site"]
        for lang in site.languages:
            page = _page(lang, site)
            shown = [(c, self.env.from_string(c.source).render(self.context | {"page": page})) for c in components]
            template = self.get_template(page.template)
            writer.write_file(page.save_as, template, self.context, page=page, components=shown, url=page.url)


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
