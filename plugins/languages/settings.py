"""The languages that the settings name are languages of the site."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from plugins.model.document import Problem
from plugins.model.message import Message

SETTINGS = "pelicanconf.py"
NAMED = {
    "DEFAULT_LANG": Message("the language of what belongs to no page"),
    "X_DEFAULT_LANG": Message("what readers of other languages are shown"),
}


def unknown(settings: Mapping[str, Any], shown: Iterable[str], file: Path) -> Iterator[Problem]:
    """Yield a problem for each setting of NAMED that is none of the languages `shown`, with its
    line in the settings' `file`."""
    codes = tuple(shown)
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    for name, means in NAMED.items():
        if settings[name] not in codes:
            at = (number for number, line in enumerate(lines, 1) if line.startswith(name))
            what = Message(
                "%(name)s (%(means)s) is %(lang)r, which is no language of this site.",
                name=name,
                means=means,
                lang=settings[name],
            )
            fix = Message("Write one of these there: %(codes)s.", codes=codes)
            yield Problem(file.name, next(at, 1), what, fix)
