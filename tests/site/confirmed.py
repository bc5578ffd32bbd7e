"""The real content as it will be once somebody has called every number:
a copy for tests, which nobody publishes."""

import re
from pathlib import Path

STATED = re.compile(r"^stated = (?P<day>\S+)\n", re.MULTILINE)
CONFIRMED = 'stated = {day}\nverified = {day}\nverified_by = "a test"\nexpires = 2999-01-01\n'


def confirm(content: Path) -> Path:
    """Mark every contact and every number of a country in the copy `content` as verified; return
    the copy."""
    for name in ("contacts", "countries"):
        file = content / "data" / f"{name}.toml"
        tables = file.read_text(encoding="utf-8").split("\n\n")
        file.write_text("\n\n".join(map(_confirmed, tables)), encoding="utf-8")
    return content


def _confirmed(table: str) -> str:
    """`table` as it will be; what has no number is not verified by calling."""
    if not re.search(r"^dial = ", table, re.MULTILINE):
        return table
    return STATED.sub(lambda found: CONFIRMED.format(day=found["day"]), table)
