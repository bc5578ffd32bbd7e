"""Scripts: the modules of theme/static/js, each served as a file that is named after its content.

A script only adds to a page that works without it. A template asks for one by its name: `{{ script("chooser") }}`.

Hears    `page_generator_init`: tells templates the addresses;
         `page_writer_finalized`: writes the files.
Settings THEME, SITEURL.
"""

from functools import partial

from pelican import signals

from plugins.build.build import Build
from plugins.build.receivers import connect
from plugins.scripts.module import Module, address, read_modules


def announce(build: Build) -> None:
    """Templates ask for a script by its name."""
    build.globals["script"] = partial(address, _modules(build), build.base_path)


def write(build: Build) -> None:
    """Writes every module."""
    for module in _modules(build).values():
        build.output.write(module.file, module.text)


def _modules(build: Build) -> dict[str, Module]:
    return build.once(read_modules, build.theme / "static" / "js")


def register() -> None:
    connect(signals.page_generator_init, announce)
    connect(signals.page_writer_finalized, write)
