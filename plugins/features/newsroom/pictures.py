"""The pictures of a release, described in `content/kits/<release>/kit.toml`.

Each needs credit, licence, a statement of consent, and a caption and an alternative text in each
language.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plugins.data.entries import Credit, ended_on
from plugins.data.records import read_data_file, records
from plugins.images.measured import damage, measured
from plugins.model.document import Problem
from plugins.model.message import Message

Finding = tuple[Message, Message]
DESCRIPTION = "kit.toml"
NAME = re.compile(r"[a-z0-9-]+\.[a-z]+")


@dataclass(frozen=True, kw_only=True)
class KitEntry(Credit):
    """What kit.toml says of a picture: `consent` is who agreed to what; `caption` and `alt` by
    language.
    """

    file: str
    licence: str
    consent: str
    caption: dict[str, str]
    alt: dict[str, str]


def read_kit(
    folder: Path, languages: Iterable[str], today: date = date.min
) -> tuple[list[KitEntry], list[Problem]]:
    """The pictures of the kit in `folder` that may be shown on `today`,
    and what keeps them from being given away."""
    file, problems = read_data_file(folder, DESCRIPTION)
    shown = f"kits/{folder.name}/{DESCRIPTION}"
    found, misfits = records(file, file.tables.get("picture", {}), KitEntry, "[picture.{}]")
    wrong = [Problem(shown, one.line, one.what, one.fix) for one in (*problems, *misfits)]
    entries = [entry for entry in found.values() if not ended_on(entry, today)]
    for entry in entries:
        line = file.line_of(f"[picture.{entry.key}]")
        wrong += [Problem(shown, line, *said) for said in _lacking(entry, folder, languages)]
    return entries, wrong


def _lacking(entry: KitEntry, folder: Path, languages: Iterable[str]) -> Iterator[Finding]:
    if wrong := _unusable(entry, folder, bool(languages)):
        yield wrong
    for lang in languages:
        for name, words in (("caption", entry.caption), ("alt", entry.alt)):
            if not words.get(lang):
                yield (
                    Message(
                        "%(key)r has no `%(name)s` in %(lang)r.",
                        key=entry.key,
                        name=name,
                        lang=lang,
                    ),
                    Message("Add `%(name)s.%(lang)s = …`.", name=name, lang=lang),
                )
    for name in ("credit", "licence", "consent"):
        if not getattr(entry, name).strip():
            what = Message("%(key)r has an empty `%(name)s`.", key=entry.key, name=name)
            yield what, Message("Say it, or leave the picture out.")


def _unusable(entry: KitEntry, folder: Path, whole: bool) -> Finding | None:
    """What is wrong with the file of `entry`; looked through only if it is to be `whole`."""
    file = folder / entry.file
    if not NAME.fullmatch(entry.file):
        return (
            Message("The name %(name)r cannot be part of an address.", name=entry.file),
            Message("Name it like road-1.jpg."),
        )
    if not file.is_file():
        return (
            Message("The picture %(file)r does not exist.", file=entry.file),
            Message("Put it beside this file or correct the name."),
        )
    if not measured(file):
        return (
            Message("%(file)r cannot be read as a picture.", file=entry.file),
            Message("Save it as JPEG, PNG or WebP."),
        )
    return damage(file) if whole else None
