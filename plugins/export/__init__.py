"""Editions: pages in forms to take away: plain text, Typst, XHTML,
from the same HTML that readers see.

Hears    `page_generator_init`.
Adds     to every template the filters `typ`, `typeset`, `plain`, `plain_text`, `bound`, `xhtml`,
         `offline`, `numbered`, `quotes`, `quotations` and the functions `size_of`, `bytes_of`,
         `picture_of`, which note that they were asked.
Settings SITEURL.
"""

from functools import partial

from pelican import signals

from plugins.build.build import Build
from plugins.build.manifest import Entry
from plugins.build.receivers import connect
from plugins.data.library import Data
from plugins.export.plain_text import plain, plain_text
from plugins.export.prose import numbered, offline
from plugins.export.quotations import quotations, quotes
from plugins.export.typesetting import typ, typeset
from plugins.export.typography import bound
from plugins.export.xhtml import xhtml
from plugins.model.media_files import is_drawing


def teach(build: Build) -> None:
    """Templates can say a text in each form, and how large a file is."""
    filters = build.environment.filters
    filters.update(plain=plain, typ=typ, typeset=typeset, plain_text=plain_text, xhtml=xhtml)
    filters["bound"] = bound
    filters["offline"] = partial(offline, site_url=build.site_url, base=build.base_path)
    filters.update(quotes=quotes, quotations=quotations)
    filters["numbered"] = lambda text: numbered(text, build.get(Data).library.named)
    build.globals["size_of"] = lambda name: _made(build, name).size
    build.globals["bytes_of"] = partial(_bytes, build)
    build.globals["picture_of"] = partial(_picture, build)


def _made(build: Build, name: str) -> Entry:
    """The entry of a file that was made before; who asks for it depends on it."""
    build.dependencies.use("made", name)
    return build.output.entry(name)


def _bytes(build: Build, name: str) -> bytes:
    _made(build, name)
    return build.output.read(name)


def _picture(build: Build, address: str) -> bytes | None:
    """The picture at an address of this site; None where no text of ours shows it."""
    name = address.removeprefix(f"{build.site_url}/")
    if name.startswith("pictures/") and name in build.output.entries:
        return _bytes(build, name)
    if is_drawing(name) and name in build.sources:  # the page depends on what it holds
        return (build.path / name).read_bytes()
    return None


def register() -> None:
    connect(signals.page_generator_init, teach)
