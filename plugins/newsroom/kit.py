"""A press kit: one archive for a release and language, with the release in every form, its pictures and their credits.

The pictures lie in `content/kits/<release>/`, described in `kit.toml` there. Each needs credit, licence, a statement of
consent, and a caption and an alternative text in each language. What a camera noted in them (EXIF, place) is left out.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from plugins.data.records import read_data_file, records
from plugins.document import Problem
from plugins.editions.archive import packed

WEB = 1600  # pixels of the longer side
DESCRIPTION = "kit.toml"


@dataclass(frozen=True)
class Picture:
    """`consent` says who agreed to what; `caption` and `alt` by language."""

    key: str
    file: str
    credit: str
    licence: str
    consent: str
    caption: dict[str, str]
    alt: dict[str, str]


def read_kit(folder: Path, languages: Iterable[str]) -> tuple[list[Picture], list[Problem]]:
    """The pictures of the kit in `folder`, and everything that keeps them from being given away."""
    file, problems = read_data_file(folder, DESCRIPTION)
    shown = f"kits/{folder.name}/{DESCRIPTION}"
    found, misfits = records(file, file.tables.get("picture", {}), Picture, "[picture.{}]")
    wrong = [Problem(shown, one.line, one.what, one.mend) for one in (*problems, *misfits)]
    pictures = list(found.values())
    for picture in pictures:
        line = file.line_of(f"[picture.{picture.key}]")
        wrong += [Problem(shown, line, *said) for said in _lacking(picture, folder, languages)]
    return pictures, wrong


def _lacking(picture: Picture, folder: Path, languages: Iterable[str]) -> Iterator[tuple[str, str]]:
    if not (folder / picture.file).is_file():
        yield f"The picture {picture.file!r} does not exist.", "Put it beside this file or correct the name."
    for lang in languages:
        for name, words in (("caption", picture.caption), ("alt", picture.alt)):
            if not words.get(lang):
                yield f"{picture.key!r} has no {name} in {lang!r}.", f"Add `{name}.{lang} = …`."
    for name in ("credit", "licence", "consent"):
        if not getattr(picture, name).strip():
            yield f"{picture.key!r} has an empty {name}.", "Say it, or leave the picture out."


def kit(forms: Mapping[str, bytes], folder: Path, pictures: Iterable[Picture], lang: str, day: date) -> bytes:
    """The archive: `forms` by file name, pictures in full and for the web, credits, manifest, checksums."""
    from plugins.pictures.cleaned import cleaned  # noqa: PLC0415 (most builds make no kit)

    files = dict(forms)
    described = []
    for picture in pictures:
        data = (folder / picture.file).read_bytes()
        files[f"pictures/{picture.file}"] = cleaned(data)
        files[f"pictures/web/{picture.file}"] = cleaned(data, WEB)
        words = {"caption": picture.caption[lang], "alt": picture.alt[lang], "consent": picture.consent}
        described.append({"file": picture.file, "credit": picture.credit, "licence": picture.licence} | words)
    files["manifest.json"] = _json({"language": lang, "files": sorted(files), "pictures": described})
    sums = (f"{sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return packed(files | {"SHA256SUMS": "".join(sums).encode()}, day)


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def digests(folder: Path) -> list[str]:
    """What is in the folder of a kit: names and digests; nothing where there is no such folder."""
    files = sorted(folder.glob("*")) if folder.is_dir() else []
    return [f"{file.name} {sha256(file.read_bytes()).hexdigest()}" for file in files if file.is_file()]
