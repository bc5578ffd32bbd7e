"""The attributes that elements of a text may have:
those that Markdown writes, an anchor, a language and a direction.

`{: onclick=… }` can give any element any attribute; so each that is not on the list is taken away
and told.
"""

import re
from xml.etree.ElementTree import Element

KINDS = frozenset({"note", "tip", "warning", "danger"})  # of callouts
FOLDED = "content-note"  # callouts of this kind become something else
ALIGNED = {
    "text-align: center;": "cell--center",
    "text-align: right;": "cell--end",
    "text-align: left;": "",
}
ANYTHING = re.compile(r".*", re.DOTALL)
LANG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
DIRECTION = re.compile(r"ltr|rtl|auto")
OF_ALL = {"lang": LANG, "dir": DIRECTION}
HEADING = {"id": re.compile(r"[^\s\"'<>&`]+")}
CELL = {
    "class": re.compile("|".join(filter(None, ALIGNED.values()))),
    "scope": re.compile("col"),
    "data-label": ANYTHING,
}
CALLOUT = re.compile(rf"admonition (?:{'|'.join(sorted(KINDS | {FOLDED}))})|footnote")
ALLOWED: dict[str, dict[str, re.Pattern[str]]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), HEADING),
    **dict.fromkeys(("th", "td"), CELL),
    "a": {"href": ANYTHING, "title": ANYTHING, "rel": re.compile("noreferrer")},
    "sup": {"id": re.compile(r"fnref[0-9]*-[0-9]+")},
    "li": {"id": re.compile(r"fn-[0-9]+")},
    "img": {"src": ANYTHING, "alt": ANYTHING, "title": ANYTHING},
    "ol": {"start": re.compile(r"[0-9]{1,4}")},
    "ul": {"class": re.compile("checklist")},
    "div": {"class": CALLOUT},
    "details": {"class": re.compile(FOLDED)},
    "p": {"class": re.compile("admonition-title")},
}


def take_away_refused(element: Element) -> list[str]:
    """Take away the attributes of `element` that no text may have; return their names."""
    allowed = OF_ALL | ALLOWED.get(element.tag, {})
    refused = [
        name
        for name, value in element.attrib.items()
        if name not in allowed or not allowed[name].fullmatch(value)
    ]
    for name in refused:
        del element.attrib[name]
    return refused


def align(cell: Element) -> None:
    """Say by a class how the words of a table's cell are aligned:
    our own policy lets no style through.

    What Markdown calls right is where lines end, on the left in Arabic.
    """
    found = ALIGNED.get(cell.get("style", ""))
    if found is not None:
        del cell.attrib["style"]
        if found:
            cell.set("class", found)
