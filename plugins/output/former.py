"""Stylesheets and scripts of the publication before: who has one of its pages open, or meets one in
a cache on the way, still gets them. Each stays until its next one is replaced too.
"""

import re
from collections.abc import Iterator, Mapping

from plugins.build.manifest import Entry

FORMER = "former"  # the key of an entry that no page of this build asks for
NAMED = re.compile(r"(?P<stem>theme/[a-z-]+)\.[0-9a-f]{10}\.(?P<ending>css|js)")


def former(before: Mapping[str, Entry], now: Mapping[str, Entry]) -> Iterator[str]:
    """Return the names that stay, of those that stood in the build `before` and are not made
    `now`."""
    current = {_stem(name) for name in now}
    replaced = {_stem(name) for name in now if name not in before}
    for name, entry in before.items():
        if name in now or not NAMED.fullmatch(name):
            continue
        if entry.key != FORMER or _stem(name) in current - replaced:
            yield name


def _stem(name: str) -> str:
    found = NAMED.fullmatch(name)
    return f"{found['stem']}.{found['ending']}" if found else ""
