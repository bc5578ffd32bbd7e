"""The real content as it will be once somebody has called every number:
a copy for tests, which nobody publishes."""

import re
from pathlib import Path

STATED = re.compile(r"^stated = (?P<day>\S+)\n", re.MULTILINE)
CONFIRMED = 'stated = {day}\nverified = {day}\nverified_by = "a test"\nexpires = 2999-01-01\n'


def confirm(content: Path) -> Path:
    """Mark every contact in the copy `content` as verified; return the copy."""
    file = content / "data" / "contacts.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        STATED.sub(lambda found: CONFIRMED.format(day=found["day"]), text), encoding="utf-8"
    )
    return content
