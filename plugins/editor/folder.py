"""The editor as a folder for any host of static files, under a name of its own."""

import shutil
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pelicanconf
from plugins.editor.backends import BACKENDS, Wanted, checked, hosts, options
from plugins.editor.choices import Choices
from plugins.editor.config import Place, configuration
from plugins.editor.files import SITE_STYLE, files
from plugins.editor.headers import headers, policy
from plugins.editor.words import word
from plugins.model.message import Message
from plugins.model.speech import Say
from plugins.model.user_error import UserError

MARK = ".editor"  # a folder with it was made by us, and is made anew
HEAD = '<meta charset="utf-8">\n'


class FolderError(UserError):
    """A folder that the editor cannot be written into."""


def write(place: Path, package: Path, choices: Choices, name: str, wanted: Wanted) -> None:
    """Write the editor of the site called `name` into the folder `place`.
    Raises BackendError, FolderError."""
    backend = checked(wanted)
    _emptied(place, choices.content)
    site = Place(name, "", options(wanted), (SITE_STYLE,), backend.workflow)
    found = files(package, Path("theme"), lambda: configuration(choices, site))
    for file, read in found.items():
        (place / file).parent.mkdir(parents=True, exist_ok=True)
        (place / file).write_bytes(read())
    _add_policy(place / "index.html", wanted)
    (place / "_headers").write_text(_headers(wanted), encoding="utf-8")


def _emptied(place: Path, content: Path) -> None:
    """Leave in `place` nothing of an older editor; what is not ours is not touched."""
    public = (content, Path(pelicanconf.OUTPUT_PATH))
    if any(place.resolve().is_relative_to(one.resolve()) for one in public):
        what = Message("%(place)s is a part of the site, which anybody may read.", place=str(place))
        raise FolderError(what, Message("Name another folder: make editor TO=editor …"))
    if place.exists() and any(place.iterdir()) and not (place / MARK).exists():
        what = Message("%(place)s has files that the editor did not make.", place=str(place))
        raise FolderError(what, Message("Name an empty folder: make editor TO=editor …"))
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    (place / MARK).touch()


def _add_policy(page: Path, wanted: Wanted) -> None:
    """The policy stands in the page too: not every host can send headers. What only a header can
    say (CSP Level 3, 3.3) is left out."""
    said = policy(hosts(wanted)).replace("frame-ancestors 'none'; ", "")
    meta = (
        f'{HEAD}<meta http-equiv="Content-Security-Policy" content="{escape(said, quote=False)}">\n'
    )
    page.write_text(page.read_text("utf-8").replace(HEAD, meta, 1), encoding="utf-8")


def _headers(wanted: Wanted) -> str:
    lines = (f"  {name}: {value}\n" for name, value in headers(hosts(wanted)).items())
    return "/*\n" + "".join(lines)


def instructions(place: Path, wanted: Wanted, say: Say) -> Iterator[str]:
    """Yield what is left to do, a step a line."""
    yield say(word("The editor is in %(folder)s.")) % {"folder": f"{place}/"}
    yield say(
        word(
            "1. Put this folder on a host of static files, under a name of its own, such as "
            "https://edit.example.org. Not beside the public site: it is for staff."
        )
    )
    yield say(word("2. Give every editor an account that may write to %(repository)s.")) % {
        "repository": wanted.repository
    }
    yield say(word("3. Choose how they sign in:"))
    yield from (f"   - {say(step)}" for step in BACKENDS[wanted.name].steps)
    yield say(
        word(
            "4. When sections, languages or numbers change, make this folder again: what can be "
            "chosen is written in it."
        )
    )
