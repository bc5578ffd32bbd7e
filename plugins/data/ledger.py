"""The ledger: what was public under which address, in files that `make publish` and editors
write."""

import tomllib
from pathlib import Path

REDIRECTS = "ledger/redirects.toml"


def read_ledger(file: Path) -> dict[str, str]:
    """Return what the TOML `file` of the ledger says; nothing where there is none, or where it
    cannot be read, of which the checks complain."""
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return {}
    return {old: new for old, new in table.items() if isinstance(new, str)}
