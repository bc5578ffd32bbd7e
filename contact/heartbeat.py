"""A heartbeat: a sealed message to ourselves on a schedule, and when the last one was seen in a mailbox."""

import imaplib
import os
import re
import ssl
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from contact.letter import part
from contact.outbox import AS_IT_IS
from contact.seal import Seal
from contact.settings import Reader
from contact.spool import Spool, new_name

FORM = "heartbeat"
MARK = "-heartbeat@"  # in the Message-ID (contact.transport)
HEAD = 4096  # bytes of a mail in which its header is looked for
PATIENCE = 30  # seconds


def beat(spool: Spool, seal: Seal, now: datetime) -> str:
    """Put a heartbeat into the queue; return its name. Raise OSError, SealError."""
    name = new_name(FORM)
    spool.put(name, sealed_beat(seal, now).encode())
    return name


def sealed_beat(seal: Seal, now: datetime) -> str:
    """Return a sealed message to ourselves. Raise SealError."""
    text = f"A heartbeat of the contact endpoint, {now:%Y-%m-%d %H:%M} UTC. Nothing needs to be done."
    return seal.seal(part(text))


def last_seen(place: str, environ: Mapping[str, str], mark: str = MARK) -> float:
    """Return when the last heartbeat arrived, in seconds, 0 for never; `mark` is a part of its Message-ID.

    `place` is `maildir:/folder` or `imaps://user@host/`. Raise OSError, ValueError or imaplib's errors.
    """
    if place.startswith("maildir:"):
        return _in_maildir(Path(place.removeprefix("maildir:")), mark)
    reader = Reader(environ)
    password = reader.read("CONTACT_SEEN_PASSWORD", str, "")
    if reader.problems:
        raise ValueError(reader.problems[0])
    return _in_mailbox(place, password, mark, environ.get("CONTACT_SMTP_CA") or None)


def _in_maildir(folder: Path, mark: str) -> float:
    wanted = re.compile(rb"^Message-ID: <[0-9a-f]*" + mark.encode(), re.MULTILINE | re.IGNORECASE)
    files = [file for name in ("new", "cur") for file in (folder / name).iterdir()]
    for when, file in sorted(((file.lstat().st_mtime, file) for file in files), reverse=True):
        with suppress(OSError), os.fdopen(os.open(file, AS_IT_IS), "rb") as opened:
            if wanted.search(opened.read(HEAD)):
                return when
    return 0.0


def _in_mailbox(place: str, password: str, mark: str, authority: str | None) -> float:
    url, context = urlsplit(place), ssl.create_default_context(cafile=authority)  # imaplib's own believes anybody
    if url.scheme != "imaps" or not url.hostname:
        raise ValueError("CONTACT_SEEN must be imaps://user@host/ or maildir:/folder")
    with imaplib.IMAP4_SSL(url.hostname, url.port or 993, ssl_context=context, timeout=PATIENCE) as server:
        server.login(unquote(url.username or ""), password)
        server.select(f'"{unquote(url.path.strip("/")) or "INBOX"}"', readonly=True)
        _, found = server.search(None, "HEADER", "Message-ID", f'"{mark}"')
        numbers = (found[0] or b"").split()
        if not numbers:
            return 0.0
        _, dates = server.fetch(numbers[-1].decode(), "(INTERNALDATE)")
        return _moment(dates[0])


def _moment(said: object) -> float:
    found = re.search(rb'INTERNALDATE "([^"]+)"', said if isinstance(said, bytes) else b"")
    if not found:
        return 0.0
    text = found[1].decode("ascii", "replace").strip().replace("-", " ")
    return parsedate_to_datetime(text).astimezone(UTC).timestamp()
