"""Scripts: the modules of theme/static/js, each served as a file that is named after its content.

A script only adds to a page that works without it. A template asks for one by its name: `{{
script("chooser") }}`.

Hears    `page_generator_init`: tells templates the addresses;
         `page_writer_finalized`: writes the files.
Settings THEME, SITEURL.
"""

from functools import partial

from pelican import signals

from plugins.assets.scripts.module import Module, address, read_modules
from plugins.build.build import Build
from plugins.build.claims import Claim
from plugins.build.receivers import connect
from plugins.model.message import Message


def announce(build: Build) -> None:
    """Templates ask for a script by its name."""
    build.globals["script"] = partial(_address, build, _modules(build))


def _address(build: Build, modules: dict[str, Module], name: str) -> str:
    """The address of a module; who asks for it depends on the module."""
    build.dependencies.use("theme", f"static/js/{name}.js")
    return address(modules, build.base_path, name)


def write(build: Build) -> None:
    """Writes every module."""
    for module in _modules(build).values():
        build.plan.add_file(
            Claim(module.file, "", Message("the script %(name)s", name=module.name)),
            partial(str, module.text),
        )


def _modules(build: Build) -> dict[str, Module]:
    return build.once(read_modules, build.theme / "static" / "js")


def register() -> None:
    connect(signals.page_generator_init, announce)
    connect(signals.page_writer_finalized, write)
