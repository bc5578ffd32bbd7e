"""What the preview answers below /editor/: the editor, on the files of this machine."""

import mimetypes
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from html import escape
from http import HTTPStatus
from pathlib import Path
from typing import Any

from plugins.editor.choices import read_choices
from plugins.editor.config import LOCAL, Place, configuration
from plugins.editor.files import SITE_STYLE, Read, files
from plugins.editor.headers import headers
from plugins.editor.package import installed
from plugins.editor.words import word
from plugins.model.speech import Say, speech
from plugins.model.user_error import UserError

BELOW = "/editor/"
MISSING = word("The editor is not installed yet. End the preview and run: make edit")
PAGE = '<!doctype html>\n<html lang="{lang}"><meta charset="utf-8"><title>404</title>\n<p>{said}'
TYPES = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".woff2": "font/woff2",
    ".json": "application/json",
}


@dataclass(frozen=True)
class Answer:
    """A status, the headers and the body."""

    status: HTTPStatus
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class LocalEditor:
    """The editor beside the preview of `content`, in the language `lang`, which `say` speaks."""

    content: Path
    name: str
    address: str
    lang: str
    say: Say
    theme: Path = Path("theme")
    package: Callable[[], Path | None] = installed

    def answer(self, path: str) -> Answer:
        """Return the answer to `path`, which begins with /editor/."""
        name = path.removeprefix(BELOW) or "index.html"
        read = self._files.get(name)
        if not self.package() or not read:
            said = "404" if self.package() else self.say(MISSING)
            page = PAGE.format(lang=self.lang, said=escape(said))
            return _answer(HTTPStatus.NOT_FOUND, "404.html", page.encode())
        try:
            return _answer(HTTPStatus.OK, name, read())
        except UserError as error:
            return _answer(HTTPStatus.SERVICE_UNAVAILABLE, "error.txt", self._told(error).encode())

    def _told(self, error: UserError) -> str:
        say = speech(self.lang)
        return f"{say(error.what)} {say(error.fix)}"

    @cached_property
    def _files(self) -> dict[str, Read]:
        package = self.package()
        return files(package, self.theme, self.config) if package else {}

    def config(self) -> dict[str, Any]:
        """Return the configuration for the site as it is now. Raises LanguageError."""
        choices = read_choices(self.content, self.lang, self.say)
        place = Place(self.name, self.address, LOCAL, (BELOW + SITE_STYLE,))
        return configuration(choices, place) | {"local": True}


def _answer(status: HTTPStatus, name: str, body: bytes) -> Answer:
    kind = TYPES.get(Path(name).suffix) or mimetypes.guess_type(name)[0] or "text/plain"
    text = "; charset=utf-8" if kind.startswith("text/") or kind == "application/json" else ""
    return Answer(status, headers() | {"Content-Type": kind + text}, body)
