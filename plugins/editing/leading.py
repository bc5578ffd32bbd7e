"""What is written into the ledger of redirects, so that who comes by an old address is led on."""

import re
from collections.abc import Mapping

from plugins.data.ledger import REDIRECTS
from plugins.editing.edits import Edits

LINE = re.compile(r'"(?P<old>[^"]+)" = "(?P<new>[^"]+)"\n?')


def lead_on(edits: Edits, leading: Mapping[str, str]) -> None:
    """Every old address of `leading` leads to its new one, and so does what led there: nobody is
    led twice. An address that is a page again leads nowhere."""
    before = edits.read(REDIRECTS)
    lines = before.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    known = {found["old"] for line in lines if (found := LINE.fullmatch(line))}
    lines += [f'"{old}" = "{new}"\n' for old, new in leading.items() if old not in known]
    text = "".join(_renewed(line, leading) for line in lines)
    if text != before:
        edits.write(REDIRECTS, text)


def _renewed(line: str, leading: Mapping[str, str]) -> str:
    found = LINE.fullmatch(line)
    if found is None:
        return line
    old, new = found["old"], leading.get(found["old"]) or found["new"]
    new = leading.get(new, new)
    return "" if old in leading.values() else f'"{old}" = "{new}"\n'
