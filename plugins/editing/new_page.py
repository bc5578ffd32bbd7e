"""A new page, news or release: its file in the right place, with every field that it needs."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plugins.editing.edits import EditError, Edits
from plugins.editing.names import file_name
from plugins.model.address import CLEAN, NUMBERED, key_of
from plugins.model.kinds import kind_at, kind_named
from plugins.model.message import Message
from plugins.model.user_error import did_you_mean
from plugins.reading.front_matter import title

ORDER = ("Title", "Summary", "Topics", "Date", "Format", "Audience", "Film", "Written", "Sources")
MADE = frozenset({"Date", "Written", "Sources"})  # fields that the command fills
# What is written behind a word of the command, where title and summary are anything.
EXAMPLES = {
    "Topics": "labour",
    "Format": "card",
    "Audience": "everyone",
    "Film": "media/films/name.mp4",
}
ANYTHING = '"…"'
DRAFT = "\nText.\n"


@dataclass(frozen=True)
class Asked:
    """What a new page is asked to be: its language, section (the key of an index page), title,
    summary and topics; `name` is that of the file, made from the title where it is empty.
    """

    lang: str
    section: str
    title: str
    summary: str
    name: str = ""
    topics: str = ""
    more: tuple[tuple[str, str], ...] = ()


def new_page(folder: Path, asked: Asked, today: date) -> str:
    """Write the page as a draft, behind the others of its section; return the name of its file.
    Raises EditError, and then nothing was written."""
    place = section_folder(folder, asked.lang, asked.section)
    _require(asked, f"{place}/{asked.name or ANY_NAME}.md")
    name = _name(asked)
    numbers = [int(found["number"]) for path in (folder / place).iterdir()
               if (found := NUMBERED.fullmatch(path.name))]  # fmt: skip
    numbered = f"{max(numbers) + 1:02}-{name}" if numbers else name
    key = "/".join(filter(None, (asked.section, name)))
    files = (path.relative_to(folder).as_posix() for path in (folder / asked.lang).rglob("*.md"))
    if key in map(key_of, files):
        raise EditError(Message("There is a page at %(old)r.", old=key), OTHER_NAME)
    return _written(folder, f"{place}/{numbered}.md", asked, today)


def new_dated(folder: Path, asked: Asked, day: date, today: date) -> str:
    """Write news (named by their day) or a release (named by its month), as a draft; return the
    name of the file. Raises EditError, and then nothing was written."""
    place = section_folder(folder, asked.lang, asked.section)
    begins = day.isoformat() if asked.section == "news" else f"{day:%Y-%m}"
    _require(asked, f"{place}/{begins}-{ANY_NAME}.md")
    return _written(folder, f"{place}/{begins}-{_name(asked)}.md", asked, today, day)


ANY_NAME = "name"
OTHER_NAME = Message("Choose another name.")
IN_LATIN = Message("Name the file in lower-case Latin letters: NAME=before-you-go")


def section_folder(folder: Path, lang: str, section: str) -> str:
    """Return the folder of a section in one language, relative to the content folder. Raises
    EditError where there is none."""
    if not section:
        return lang
    indexes = {
        key_of(file): file.removesuffix("/index.md")
        for path in (folder / lang).rglob("index.md")
        if (file := path.relative_to(folder).as_posix())
    }
    if section not in indexes:
        what = Message("There is no section %(key)r.", key=section)
        raise EditError(what, did_you_mean(section, filter(None, indexes)))
    return indexes[section]


def _name(asked: Asked) -> str:
    for value in (asked.title, asked.summary):
        title(value)
    name = asked.name or file_name(asked.title, asked.lang)
    if not name:
        what = Message("The title %(title)r gives the file no name.", title=asked.title)
        raise EditError(what, IN_LATIN)
    if not CLEAN.fullmatch(name):
        what = Message("The name %(name)r cannot be part of an address.", name=name)
        raise EditError(what, IN_LATIN)
    return name


def _written(folder: Path, file: str, asked: Asked, today: date, day: date = date.min) -> str:
    made = {"Date": day.isoformat(), "Written": today.isoformat(), "Sources": "organisation"}
    values = _said(asked) | made
    needed = [name for name in ORDER if name in _required(file)]
    fields = "".join(f"{name}: {' '.join(values[name].split())}\n" for name in needed)
    edits = Edits(folder)
    edits.create(file, f"{fields}Draft: yes\n{DRAFT}")
    edits.make()
    return file


def _required(file: str) -> frozenset[str]:
    """Return the fields that the page in `file` cannot do without."""
    path = re.sub(r"(^|/)\d{2}-(?=\D)", r"\1", file.removesuffix(".md").partition("/")[2])
    return frozenset(kind_named(kind_at(path).name).required)


def _said(asked: Asked) -> dict[str, str]:
    said = {"Title": asked.title, "Summary": asked.summary, "Topics": asked.topics}
    return said | dict(asked.more)


def _require(asked: Asked, file: str) -> None:
    """Raise EditError for all that the page in `file` needs and nobody has said."""
    said, required = _said(asked), _required(file)
    needed = [name for name in ORDER if name in required and name not in MADE]
    missing = [name for name in needed if not said.get(name, "").strip()]
    if missing:
        names = tuple(f"{name.upper()}=" for name in missing)
        words = " ".join(f"{name.upper()}={EXAMPLES.get(name, ANYTHING)}" for name in missing)
        raise EditError(
            Message("The page needs more: %(names)s.", names=names),
            Message("Say it behind the command: %(words)s.", words=words),
        )


def known_topics(topics: str, known: Iterable[str]) -> None:
    """Raise EditError for a topic that is not declared."""
    for topic in filter(None, (one.strip() for one in topics.split(","))):
        if topic not in known:
            raise EditError(
                Message("There is no topic %(key)r.", key=topic), did_you_mean(topic, known)
            )
