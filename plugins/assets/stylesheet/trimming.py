"""The part of a stylesheet that one file needs: rules for the classes that it has, and the tokens
that those rules use.

It reads what rcssmin has written of our own source: no comment, no string with a brace.
"""

import re
from collections.abc import Set

RULE = re.compile(r"(?P<selectors>[^{}@;]+)\{[^{}]+\}")
EMPTY = re.compile(r"@[^{}@;]+\{\}")
BRACKETS = re.compile(r"\([^()]*\)|\[[^\]]*\]")  # of :where(), :not() and of attributes
CLASS = re.compile(r"\.([A-Za-z_][\w-]*)")
TOKEN = re.compile(r"(?<=[{;])(?P<name>--[\w-]+):[^;{}]+;?")
USE = re.compile(r"var\((--[\w-]+)")


def trimmed(css: str, classes: Set[str]) -> str:
    """Return `css` without rules whose every selector asks for a class that is not in `classes`,
    and without tokens that nothing uses."""
    kept = RULE.sub(lambda rule: rule[0] if _applies(rule["selectors"], classes) else "", css)
    return _without_idle_tokens(EMPTY.sub("", kept))


def _applies(selectors: str, classes: Set[str]) -> bool:
    each = BRACKETS.sub("", selectors).split(",")
    return any(set(CLASS.findall(selector)) <= classes for selector in each)


def _without_idle_tokens(css: str) -> str:
    used = set(USE.findall(css))
    left = TOKEN.sub(lambda token: token[0] if token["name"] in used else "", css)
    return left if left == css else _without_idle_tokens(left)
