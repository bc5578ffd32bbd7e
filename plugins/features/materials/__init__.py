"""Materials: each leaflet, card and poster of the library as a PDF to print,
with a QR code that leads to its page.

Hears    `page_generator_finalized`: says which files there are;
         `page_writer_finalized`: makes them.
Adds     `downloads` to the materials and to the page that lists them.
Settings SITEURL.
"""

from typing import Any

from pelican import signals

from plugins.build.build import Build
from plugins.build.receivers import connect
from plugins.export.download import offer
from plugins.features.materials.sheet import SHEETS, artifact, download
from plugins.model.site import Site


def offer_files(build: Build) -> None:
    """Every material offers its file, and their list all of them."""
    materials = _materials(build.get(Site))
    for page in materials:
        offer(page, [download(page)])
    for index in (page for page in build.get(Site).documents if page.kind == "materials"):
        offer(index, [download(page) for page in materials if page.lang == index.lang])


def write(build: Build) -> None:
    """A PDF for each material in each language that has it."""
    for page in _materials(build.get(Site)):
        build.plan.add_artifact(artifact(page, f"{build.site_url}/{page.url}"))


def _materials(site: Site) -> list[Any]:
    return [page for page in site.documents if page.kind == "material" and page.format in SHEETS]


def register() -> None:
    connect(signals.page_generator_finalized, offer_files)
    connect(signals.page_writer_finalized, write)
