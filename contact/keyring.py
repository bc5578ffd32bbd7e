"""The public keys in folders of files: whatever one file holds, the others go on."""

import os
import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from pysequoia import Cert
from pysequoia.packet import PacketPile, Tag

from contact.key import Key, SealError, attempt, judge

LARGEST = 1024 * 1024  # bytes
SECRET = "It holds a SECRET key. Delete it here, tell its owner, and export the public key instead."
NO_KEY = "This is no OpenPGP key. Export the public key again."
BLOCK = re.compile(rb"-----BEGIN PGP ([A-Z ]+)-----.*?-----END PGP \1-----", re.DOTALL)
UTF16 = (b"\xff\xfe", b"\xfe\xff")


class KeyFile(NamedTuple):
    """What one file holds: keys, and words of owners that take a key back; or what is wrong."""

    path: Path
    certs: list[Cert]
    revocations: list[bytes]
    problem: str = ""


class Ring(NamedTuple):
    """The usable keys by folder, and a line for every file that is not used."""

    keys: dict[str, list[Key]]
    refused: list[str]


def read_ring(folder: Path, names: tuple[str, ...]) -> Ring:
    """Read the keys in the folders `names` below `folder`.

    A key is judged by its fingerprint: what any file says about it counts, above all that it is
    revoked, wherever that file lies.
    """
    files = {name: [read_file(path) for path in _listed(folder / name)] for name in names}
    everything = [file for found in files.values() for file in found]
    merged = _merged(everything)
    revocations = [signature for file in everything for signature in file.revocations]
    ring = Ring({name: [] for name in names}, [])
    for name, found in files.items():
        for file in found:
            _judge_file(file, merged, revocations, ring, name)
    return ring


def _judge_file(file: KeyFile, merged: Mapping[str, Cert], revocations: list[bytes], ring: Ring, name: str) -> None:
    """Add what `file` holds to `ring`."""
    if file.problem:
        ring.refused.append(f"{file.path}: {file.problem}")
    for cert in file.certs:
        try:
            key = judge(file.path.name, merged[cert.fingerprint], revocations)
        except SealError as error:
            ring.refused.append(f"{file.path}: {error}")
            continue
        known = {known.cert.fingerprint for known in ring.keys[name]}
        if key.cert.fingerprint not in known:
            ring.keys[name].append(key)


def _merged(files: list[KeyFile]) -> dict[str, Cert]:
    """Return each key with all that any file says about it."""
    merged: dict[str, Cert] = {}
    for cert in (cert for file in files for cert in file.certs):
        before = merged.get(cert.fingerprint)
        if before is None:
            merged[cert.fingerprint] = cert
            continue
        try:
            merged[cert.fingerprint] = attempt(lambda b=before, c=cert: b.merge(c), "cannot be merged")  # type: ignore[misc]
        except SealError:
            continue
    return merged


def _listed(folder: Path) -> list[Path]:
    """Return the files of a folder but for hidden ones, which programs leave behind."""
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError:
        return []


def read_file(path: Path) -> KeyFile:
    """Return what lies at `path`; never raises for what a file may be or hold."""
    try:
        certs, revocations = parse(_read(path))
    except SealError as error:
        return KeyFile(path, [], [], str(error))
    except OSError as error:
        return KeyFile(path, [], [], f"It cannot be read ({error.strerror}). Fix its permissions.")
    return KeyFile(path, certs, revocations)


def parse(data: bytes) -> tuple[list[Cert], list[bytes]]:
    """Return the keys in `data` and the signatures that stand alone.

    Raise SealError for what holds neither, and for any secret key.
    """
    certs: list[Cert] = []
    revocations: list[bytes] = []
    for block in _blocks(data):
        pile = attempt(lambda b=block: list(PacketPile.from_bytes(b)), NO_KEY)  # type: ignore[misc]
        tags = [_tag(packet) for packet in pile]
        if Tag.SecretKey in tags or Tag.SecretSubkey in tags:
            raise SealError(SECRET)
        if all(tag == Tag.Signature for tag in tags):
            revocations += [bytes(packet) for packet in pile]
        else:
            certs += attempt(lambda b=block: list(Cert.split_bytes(b)), NO_KEY)  # type: ignore[misc]
    if not certs and not revocations:
        raise SealError(NO_KEY)
    return certs, revocations


def _blocks(data: bytes) -> Iterator[bytes]:
    """Yield each armoured block of a text, whatever stands around it; or the data as it is."""
    if data.startswith(UTF16):
        data = attempt(lambda: data.decode("utf-16").encode(), NO_KEY)
    found = False
    for block in BLOCK.finditer(data):
        found = True
        if b"PRIVATE" in block[1]:
            raise SealError(SECRET)
        yield re.sub(rb"\r\n?", b"\n", block[0]) + b"\n"
    if not found:
        if b"-----BEGIN PGP PRIVATE" in data:
            raise SealError(SECRET)
        yield data


def _tag(packet: object) -> Tag | None:
    try:
        return attempt(lambda: packet.tag, "unknown")  # type: ignore[attr-defined,no-any-return]
    except SealError:
        return None


def _read(path: Path) -> bytes:
    """Return the bytes of a file. Raise SealError for what is no file, OSError."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb") as file:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise SealError("This is no file. Remove it, or put a public key there.")
        if found.st_size > LARGEST:
            raise SealError("It is too large for a key. Export the public key again.")
        return file.read()
