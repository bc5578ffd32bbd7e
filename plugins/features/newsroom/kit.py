"""A press kit: one archive for a release and language, with all its forms,
its pictures and their credits."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from plugins.export.archive import packed
from plugins.features.newsroom.offered import Offered


def kit(
    forms: Mapping[str, bytes],
    pictures: Mapping[str, bytes],
    described: Iterable[Offered],
    about: Mapping[str, str],
    day: date,
) -> bytes:
    """The archive: `forms` and `pictures` by their names in it,
    a manifest that begins with `about`, checksums."""
    files = dict(forms) | dict(pictures)
    shown = [_about(one, about["language"]) for one in described]
    files["manifest.json"] = _json({**about, "files": sorted(files), "pictures": shown})
    sums = (f"{sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return packed(files | {"SHA256SUMS": "".join(sums).encode()}, day)


def places(pictures: Iterable[Offered]) -> dict[str, str]:
    """Where pictures lie in the archive, and the files of the site that lie there."""
    return {
        f"pictures/{below}{one.entry.file}": size.name
        for one in pictures
        for below, size in (("", one.full), ("web/", one.web))
    }


def _about(one: Offered, lang: str) -> dict[str, Any]:
    entry = one.entry
    words = {"caption": entry.caption[lang], "alt": entry.alt[lang], "consent": entry.consent}
    size = {"width": one.full.width, "height": one.full.height}
    return {"file": entry.file, "credit": entry.credit, "licence": entry.licence} | words | size


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
