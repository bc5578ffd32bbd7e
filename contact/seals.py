"""The seals of all forms, from the public keys in a folder."""

from pathlib import Path

from contact.form import FIELDS
from contact.key import Key, SealError, try_key
from contact.keyring import read_ring
from contact.report import Line
from contact.seal import Seal, Unsealable

RECOVERY = "recovery"


def read_seals(folder: Path, readable: bool = True) -> tuple[dict[str, Seal], list[Line]]:
    """Return a seal for each form that has a usable key, and what there is to say about all keys."""
    ring = read_ring(folder, (RECOVERY, *FIELDS))
    seals: dict[str, Seal] = {}
    lines = [Line(problem, alarm=True) for problem in ring.refused]
    if not ring.keys[RECOVERY]:
        lines.append(Line(f"{folder / RECOVERY}: There is no usable recovery key.", alarm=True))
    for form in FIELDS:
        try:
            seals[form] = _seal(ring.keys[form], ring.keys[RECOVERY], folder / form, readable, lines)
        except SealError as error:
            lines.append(Line(f"{form}: {error} Until then visitors read the page with the hotline.", alarm=True))
    return seals, lines


def _seal(keys: list[Key], recovery: list[Key], folder: Path, readable: bool, lines: list[Line]) -> Seal:
    """Return the seal to all these keys, or, where that cannot be made, to those that work alone."""
    try:
        return Seal(_some(keys, folder) + recovery, readable)
    except Unsealable:
        good = [key for key in keys if _works(key, folder, lines)]
        return Seal(_some(good, folder) + [key for key in recovery if _works(key, folder, lines)], readable)


def _some(keys: list[Key], folder: Path) -> list[Key]:
    if not keys:
        raise SealError(f"There is no usable key in {folder}. Put a counsellor's public key there.")
    return keys


def _works(key: Key, folder: Path, lines: list[Line]) -> bool:
    try:
        try_key(key.cert)
    except SealError as error:
        lines.append(Line(f"{folder}: {key.file}: {error}", alarm=True))
        return False
    return True
