"""Materials: each card, leaflet, poster, booklet and lesson of the library ready for its paper,
with a QR code that leads to its page, and as a document to change.

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
from plugins.features.materials.sheet import FORMS, artifact, downloads
from plugins.model.site import Site


def offer_files(build: Build) -> None:
    """Every material offers its file, and their list all of them."""
    materials = _materials(build.get(Site))
    for page in materials:
        offer(page, downloads(page))
    for index in (page for page in build.get(Site).documents if page.kind == "materials"):
        own = (page for page in materials if page.lang == index.lang)
        offer(index, [file for page in own for file in downloads(page)])


def write(build: Build) -> None:
    """Every form of each material, in each language that has it."""
    for page in _materials(build.get(Site)):
        for form in FORMS[page.format]:
            build.plan.add_artifact(artifact(page, form, f"{build.site_url}/{page.url}"))


def _materials(site: Site) -> list[Any]:
    return [page for page in site.documents if page.kind == "material" and page.format in FORMS]


def register() -> None:
    connect(signals.page_generator_finalized, offer_files)
    connect(signals.page_writer_finalized, write)
