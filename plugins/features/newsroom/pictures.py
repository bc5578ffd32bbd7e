"""The pictures of a release, described in `content/kits/<release>/kit.toml`.

Each needs credit, licence, a statement of consent, and a caption and an alternative text in each
language.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plugins.data.entries import ended_on
from plugins.data.records import read_data_file, records
from plugins.features.newsroom.image import damage, measured
from plugins.model.document import Problem
from plugins.model.message import Message

Finding = tuple[Message, Message]
DESCRIPTION = "kit.toml"
NAME = re.compile(r"[a-z0-9-]+\.[a-z]+")


@dataclass(frozen=True)
class Picture:
    """`consent` says who agreed to what, and `consent_ended` from which day on they do not want it
    to be shown any more; `caption` and `alt` by language.
    """

    key: str
    file: str
    credit: str
    licence: str
    consent: str
    caption: dict[str, str]
    alt: dict[str, str]
    consent_ended: date | None = None


def read_kit(
    folder: Path, languages: Iterable[str], today: date = date.min
) -> tuple[list[Picture], list[Problem]]:
    """The pictures of the kit in `folder` that may be shown on `today`,
    and what keeps them from being given away."""
    file, problems = read_data_file(folder, DESCRIPTION)
    shown = f"kits/{folder.name}/{DESCRIPTION}"
    found, misfits = records(file, file.tables.get("picture", {}), Picture, "[picture.{}]")
    wrong = [Problem(shown, one.line, one.what, one.fix) for one in (*problems, *misfits)]
    pictures = [picture for picture in found.values() if not ended_on(picture, today)]
    for picture in pictures:
        line = file.line_of(f"[picture.{picture.key}]")
        wrong += [Problem(shown, line, *said) for said in _lacking(picture, folder, languages)]
    return pictures, wrong


def _lacking(picture: Picture, folder: Path, languages: Iterable[str]) -> Iterator[Finding]:
    if wrong := _unusable(picture, folder, bool(languages)):
        yield wrong
    for lang in languages:
        for name, words in (("caption", picture.caption), ("alt", picture.alt)):
            if not words.get(lang):
                yield (
                    Message(
                        "%(key)r has no `%(name)s` in %(lang)r.",
                        key=picture.key,
                        name=name,
                        lang=lang,
                    ),
                    Message("Add `%(name)s.%(lang)s = …`.", name=name, lang=lang),
                )
    for name in ("credit", "licence", "consent"):
        if not getattr(picture, name).strip():
            what = Message("%(key)r has an empty `%(name)s`.", key=picture.key, name=name)
            yield what, Message("Say it, or leave the picture out.")


def _unusable(picture: Picture, folder: Path, whole: bool) -> Finding | None:
    """What is wrong with the file of `picture`; looked through only if it is to be `whole`."""
    file = folder / picture.file
    if not NAME.fullmatch(picture.file):
        return (
            Message("The name %(name)r cannot be part of an address.", name=picture.file),
            Message("Name it like road-1.jpg."),
        )
    if not file.is_file():
        return (
            Message("The picture %(file)r does not exist.", file=picture.file),
            Message("Put it beside this file or correct the name."),
        )
    if not measured(file):
        return (
            Message("%(file)r cannot be read as a picture.", file=picture.file),
            Message("Save it as JPEG, PNG or WebP."),
        )
    return damage(file) if whole else None
