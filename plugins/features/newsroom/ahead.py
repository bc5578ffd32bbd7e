"""What editors may be sent ahead of its hour: every form of one release, in each language that has
it, each of which says first until when it is embargoed."""

import shutil
from collections.abc import Iterable
from datetime import datetime, tzinfo
from pathlib import Path

from plugins.features.newsroom.due import Dated
from plugins.model.address import key_of
from plugins.model.document import UNFINISHED
from plugins.model.embargo import awaiting, said
from plugins.model.message import Message
from plugins.model.user_error import UserError, did_you_mean
from plugins.reading.front_matter import split


def withheld_key(file: str, pages: Iterable[Dated], now: datetime, zone: tzinfo) -> str:
    """Return the key of the release in `file` (relative to the content folder).
    Raises UserError when it is no release, or public at `now`."""
    pages, key = list(pages), key_of(file) or ""
    releases = [page for page in pages if page.kind == "release"]
    awaited = awaiting(releases, now, zone)
    if key not in {page.key for page in releases}:
        names = {f"{page.key.rpartition('/')[2]}.md" for page in releases if page.key in awaited}
        near = did_you_mean(file.rpartition("/")[2], sorted(names) or ["2026-12-name.md"])
        raise UserError(
            Message("%(file)r is no release, and only releases have forms to send.", file=file),
            near,
        )
    if key not in awaited:
        raise UserError(
            Message("%(file)r is under no embargo: it is public already.", file=file),
            Message("Write `Embargo: 2026-12-01 10:00 Europe/Minsk` above its text."),
        )
    return key


def finished(content: Path, key: str) -> list[str]:
    """Return the languages in which the text of `key` is no draft."""
    files = sorted(content.glob(f"*/{key}.md"))
    return [file.parent.parent.name for file in files if not _is_draft(file)]


def _is_draft(file: Path) -> bool:
    fields = split(file.read_text(encoding="utf-8-sig"))[0]
    return any(line.name == "Draft" and line.value == UNFINISHED for line in fields)


def gather(output: Path, key: str, languages: Iterable[str], folder: Path) -> list[Path]:
    """Copy the forms of `key` from a built site into `folder`, anew, and return them."""
    shutil.rmtree(folder, ignore_errors=True)
    for lang in languages:
        built = output / lang / key
        (folder / lang).mkdir(parents=True)
        for file in sorted(built.iterdir()):
            if file.is_file() and file.suffix != ".html":
                shutil.copy(file, folder / lang / file.name)
    return sorted(file for file in folder.rglob("*") if file.is_file())


def notice(key: str, when: datetime, site_url: str) -> Message:
    """What is said to whoever sends them."""
    return Message(
        "Until %(when)s nothing of %(key)s is on the web: the addresses below %(site_url)s "
        "answer from then on. Send these files only to editors who keep the embargo.",
        when=said(when),
        key=key,
        site_url=site_url,
    )
