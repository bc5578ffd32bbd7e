"""Statistics kept on disk from one build to the next, by the digest of all that a document was made from.

The file may be deleted or damaged at any time; then all statistics are found anew.
"""

import pickle
from hashlib import sha256
from pathlib import Path

from plugins.search.statistics import Statistics

CHECK = 32  # bytes of the digest that stands first


def recall(file: Path, made_by: str) -> dict[str, Statistics]:
    """What `file` holds, when `made_by`, the digest of code and words, is as it was; nothing when it is damaged."""
    data = file.read_bytes() if file.is_file() else b""
    if sha256(made_by.encode() + data[CHECK:]).digest() != data[:CHECK]:
        return {}
    return dict(pickle.loads(data[CHECK:]))


def remember(file: Path, made_by: str, found: dict[str, Statistics]) -> None:
    """Keeps `found`, and nothing that was there before."""
    payload = pickle.dumps(found, pickle.HIGHEST_PROTOCOL)
    file.parent.mkdir(parents=True, exist_ok=True)
    whole = file.with_suffix(".new")
    whole.write_bytes(sha256(made_by.encode() + payload).digest() + payload)
    whole.replace(file)
