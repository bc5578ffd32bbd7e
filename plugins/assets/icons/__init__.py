"""Icons: the road that stands for the site in tabs, among bookmarks and on the screen of a
telephone, the same for every page, so that it tells nothing of any.

Hears    `page_generator_init`: tells templates the addresses; `page_writer_finalized`: writes the
         drawing of the theme, its pictures, and the manifest that names them.
Adds     `icon`, `touch_icon` and `manifest` to every template. Settings THEME, SITEURL, SITENAME.
"""

from functools import partial

from pelican import signals

from plugins.assets.icons.icon import FAVICON, FORMS, ico, manifest, png
from plugins.build.artifact import Artifact
from plugins.build.build import Build
from plugins.build.claims import Claim
from plugins.build.receivers import connect
from plugins.model.message import Message

DRAWING, MANIFEST = "icon.svg", "manifest.json"
SOURCE = "theme/static/icon.svg"


def announce(build: Build) -> None:
    """Templates can say where the icon and its manifest are."""
    build.globals["icon"] = f"{build.base_path}/{DRAWING}"
    build.globals["touch_icon"] = f"{build.base_path}/{FORMS[0].name}"
    build.globals["manifest"] = f"{build.base_path}/{MANIFEST}"


def write(build: Build) -> None:
    """Writes the drawing, its pictures and the manifest."""
    drawing = (build.theme / "static" / DRAWING).read_text(encoding="utf-8")
    said = manifest(build.settings["SITENAME"])
    build.plan.add_file(Claim(DRAWING, "", Message("the icon of the site")), partial(str, drawing))
    build.plan.add_file(
        Claim(MANIFEST, "", Message("the manifest of the site")), partial(str, said)
    )
    lang = build.settings["DEFAULT_LANG"]
    for form in FORMS:
        inputs = (form.drawing(drawing), form.side)
        build.plan.add_artifact(Artifact(form.name, lang, png, inputs, source=SOURCE))
    inputs = (FAVICON.drawing(drawing), FAVICON.side)
    build.plan.add_artifact(Artifact(FAVICON.name, lang, ico, inputs, source=SOURCE))


def register() -> None:
    connect(signals.page_generator_init, announce)
    connect(signals.page_writer_finalized, write)
