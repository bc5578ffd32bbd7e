"""What an old browser makes of a stylesheet: it leaves out all that it does not know.

Stands for the oldest that are served (docs/browsers.md): Safari 12 and Firefox 68, which know custom
properties and grids, but neither logical shorthands nor `gap` in a row, and no `:where`.
"""

import re
from collections.abc import Iterator

# Properties and values that they leave out, and selectors that make them leave out a rule.
UNKNOWN = re.compile(
    r"(?:margin|padding|border|inset)-(?:inline|block)(?:-(?:width|style|color))?:|inset[a-z-]*:"
    r"|(?:row-|column-)?gap:|text-wrap:|aspect-ratio:|text-underline-offset:|content-visibility:"
    r"|text-decoration-thickness:|overflow-wrap:anywhere|content:[^;]*/"
    r"|[a-z-]+:(?![^;]*var\()[^;]*\b(?:min|max|clamp)\("
)
# Where a variable stands in them, they are only found out when it is known: nothing is set then.
FUNCTION = re.compile(r"(?P<name>[a-z-]+):[^;]*\b(?:min|max|clamp)\([^;]*")
UNSET = r"\g<name>:unset"
UNKNOWN_SELECTOR = re.compile(r":where\(|:is\(|:has\(|:focus-visible|::details-content")
RULE = re.compile(r"(?P<selector>[^{}@;]+)\{(?P<body>[^{}]*)\}")
CONDITION = re.compile(r"@(?:supports|layer)[^{]*\{")
TRUE_FOR_THEM = "@supports not (inset:0){"


def old(css: str) -> str:
    """Return what such a browser has read when it has read `css`."""
    return RULE.sub(_rule, "".join(_conditions(css)))


def _conditions(css: str) -> Iterator[str]:
    """The text outside of conditions, and within those that hold."""
    place = 0
    while found := CONDITION.search(css, place):
        end = _end(css, found.end())
        yield css[place : found.start()]
        yield css[found.end() : end] if found[0] == TRUE_FOR_THEM else ""
        place = end + 1
    yield css[place:]


def _end(css: str, place: int) -> int:
    """Where the block ends that is open at `place`."""
    depth = 1
    while depth:
        depth += (css[place] == "{") - (css[place] == "}")
        place += 1
    return place - 1


def _rule(rule: re.Match[str]) -> str:
    if UNKNOWN_SELECTOR.search(rule["selector"]):
        return ""
    known = [one for one in rule["body"].split(";") if not UNKNOWN.match(one)]
    body = ";".join(FUNCTION.sub(UNSET, one) for one in known)
    return f"{rule['selector']}{{{body}}}"
