"""The contact endpoint beside the site on this machine, with throw-away keys, and an inbox that
opens its mail.

Everything is below one folder (`var/contact`), made when it is first needed. The inbox opens only
what was sealed to the key that was made here: it is no place for real messages.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from pysequoia import Profile, PyDecryptor, Tsk, decrypt

from contact.app import Contact
from contact.form import FIELDS
from contact.outbox import Outbox, written
from contact.outgoing import Delivering
from contact.page import read_pages
from contact.rate_limit import RateLimit
from contact.seals import RECOVERY, read_seals
from contact.transport import Maildir
from plugins.model.message import Message
from plugins.model.user_error import UserError

OWNER = "THROW-AWAY development key"
NOBODY = "nobody@localhost"
SECRET = "throw-away-secret-key.pgp"
RATE = 10
FOLDER = Path("var/contact")
NOT_OURS = Message("Not sealed to the throw-away key: this inbox does not open it.")


class ForeignKeyError(UserError):
    """The key in the folder was not made here."""


def endpoint(folder: Path, pages: Path) -> Contact | None:
    """Return the endpoint with its keys and spool below `folder`; None while the site has no forms
    in `pages`."""
    found, missing = read_pages(pages)
    if missing:
        return None
    make_keys(folder)
    seals, _ = read_seals(folder / "keys", readable=False)
    return Contact(found, seals, _spool(folder), (os.urandom(32),), RateLimit(RATE))


def _spool(folder: Path) -> Outbox:
    """The spool below `folder`, which `make serve` names from where it stands."""
    return Outbox(folder.absolute() / "spool")


def make_keys(folder: Path) -> None:
    """A key for everybody, made once. Raises ForeignKeyError when another one lies in its place."""
    if (folder / SECRET).exists():
        secret_key(folder)
        return
    secret = Tsk.generate(user_id=OWNER, profile=Profile.RFC4880)
    for name in (*FIELDS, RECOVERY):
        (folder / "keys" / name).mkdir(parents=True, exist_ok=True)
        (folder / "keys" / name / "throw-away.pgp").write_bytes(bytes(secret.extract_certificate()))
    descriptor = os.open(folder / SECRET, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(bytes(secret))


def secret_key(folder: Path) -> Tsk:
    """The key that was made here. Raises ForeignKeyError for any other."""
    secret = Tsk.from_file(str(folder / SECRET))
    if [str(user) for user in secret.extract_certificate().user_ids] != [OWNER]:
        raise ForeignKeyError(
            Message("%(file)s is not a throw-away key.", file=str(folder / SECRET)),
            Message("Take real keys off this machine; delete %(folder)s.", folder=str(folder)),
        )
    return secret


def deliver(folder: Path) -> None:
    """Moves what waits into the Maildir below `folder`."""
    spool = _spool(folder)
    to = dict.fromkeys(FIELDS, NOBODY)
    settings = Delivering(str(spool.folder), folder / "mail", NOBODY, to)
    transport = Maildir(settings, folder / "mail")
    for file in spool.waiting():
        when = written(file)
        claimed, sealed = spool.claim(file)
        transport.send(file.name, sealed, when)
        spool.done(claimed)


def inbox(folder: Path) -> Iterator[str]:
    """Every mail below `folder`, opened, the oldest first. Raises ForeignKeyError."""
    if not (folder / SECRET).exists():
        return
    decryptor = secret_key(folder).decryptor()
    for file in sorted((folder / "mail" / "new").glob("*")):
        yield f"{file.name}\n\n{_opened(file.read_bytes(), decryptor)}"


def _opened(mail: bytes, decryptor: PyDecryptor) -> str:
    sealed = mail[mail.index(b"-----BEGIN PGP") : mail.rindex(b"\r\n--")]
    try:
        part = decrypt(sealed, decryptor=decryptor).bytes or b""
    except Exception:
        return NOT_OURS
    return part.partition(b"\r\n\r\n")[2].decode().replace("\r\n", "\n").strip()
