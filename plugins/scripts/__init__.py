"""Scripts: the modules of theme/static/js, each served as a file that is named after its content.

A script only adds to a page that works without it. A template asks for one by its name: `{{ script("chooser") }}`.

Hears    `generator_init`: tells templates the addresses;
         `get_generators`: writes the files.
Settings THEME, BASE_PATH (through `SITEURL`).
"""

from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

from pelican import signals

from plugins.build.claims import Claim
from plugins.generating import Borrowing
from plugins.housekeeping.once import once
from plugins.scripts.module import address, read_modules


def announce(generator: Any) -> None:
    settings = generator.settings
    if settings["AT_REST"]:
        return
    base = urlparse(settings["SITEURL"]).path.rstrip("/")
    modules, dependencies = once(settings, read_modules, folder(settings)), settings["DEPENDENCIES"]
    generator.env.globals["script"] = partial(_address, dependencies, modules, base)


def _address(dependencies: Any, modules: Any, base: str, name: str) -> str:
    """The address of a module; who asks for it depends on the module."""
    dependencies.use("theme", f"static/js/{name}.js")
    return address(modules, base, name)


def folder(settings: Any) -> Path:
    return Path(settings["THEME"]) / "static" / "js"


class ScriptsGenerator(Borrowing):
    """Writes every module."""

    def generate_output(self, writer: Any) -> None:
        for module in once(self.settings, read_modules, folder(self.settings)).values():
            writer.put(Claim(module.file, "", f"the script {module.name}"), partial(str, module.text))


def write(pelican: Any) -> type[Borrowing] | None:
    return None if pelican.settings["AT_REST"] else ScriptsGenerator


def register() -> None:
    signals.generator_init.connect(announce)
    signals.get_generators.connect(write)
