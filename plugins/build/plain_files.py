"""Only plain files and folders are read: what a link leads to may be a secret of the machine that
builds.

A pipe, a device or a socket would keep the build waiting for ever. Both come with a pull request as
easily as a text.
"""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from plugins.model.characters import HIDDEN
from plugins.model.document import Problem
from plugins.model.message import Message

RENAME = Message("Rename it.")
LINK = Message("This is a symbolic link, and what it leads to may be nobody's business.")
KINDS = {
    stat.S_IFIFO: Message("This is a pipe, and no file."),
    stat.S_IFSOCK: Message("This is a socket, and no file."),
    stat.S_IFCHR: Message("This is a device, and no file."),
    stat.S_IFBLK: Message("This is a device, and no file."),
}
SPECIAL = Message("This is a special file, and no file of text or pictures.")
REMOVE = Message("Remove it; put the file itself here if the site needs it.")
# While a file is open in Emacs a link beside it, which leads nowhere, names who has it open.
LOCK = re.compile(r"[^/]+@[^/]+\.\d+(?::\d+)?")


def strangers(*folders: Path) -> list[Problem]:
    """Return a problem for everything below `folders` that is neither a plain file nor a folder;
    nothing is opened."""
    return [
        Problem(_printed(os.path.relpath(path)), 1, what, RENAME if _is_nameless(what) else REMOVE)
        for folder in folders
        for path, what in sorted(_strangers(str(folder)))
    ]


def _nameless(name: str) -> Message:
    return Message(
        "This name has a character that nobody sees, or is no UTF-8: %(name)s.", name=ascii(name)
    )


def _is_nameless(what: Message) -> bool:
    return what.id == _nameless("").id


def _strangers(folder: str) -> Iterator[tuple[str, Message]]:
    waiting = [folder]
    while waiting:
        try:
            entries = list(os.scandir(waiting.pop()))
        except (FileNotFoundError, NotADirectoryError):
            continue
        for entry in entries:
            if HIDDEN.search(entry.name) or not entry.name.isprintable():
                yield entry.path, _nameless(entry.name)
            if entry.is_symlink():
                yield from [] if _is_lock(entry) else [(entry.path, LINK)]
            elif entry.is_dir():
                waiting.append(entry.path)
            elif not entry.is_file():
                kind = stat.S_IFMT(entry.stat(follow_symlinks=False).st_mode)
                yield entry.path, KINDS.get(kind, SPECIAL)


def _printed(path: str) -> str:
    """The path on one line, as a terminal can print it."""
    return path if path.isprintable() else ascii(path)[1:-1]


def _is_lock(entry: os.DirEntry[str]) -> bool:
    link = Path(entry.path)
    return (
        entry.name.startswith(".#")
        and bool(LOCK.fullmatch(str(link.readlink())))
        and not link.exists()
    )
