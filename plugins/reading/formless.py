"""Where the site has no forms, no text speaks of one: sections that tell of the forms are left out.

`With-Forms:` of a file names the anchors of those sections.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from plugins.model.document import Document, Heading, Reference, Text
from plugins.model.html_tree import HEADINGS, Element, Tree, attribute
from plugins.reading.remembered import keyed
from plugins.reading.store import key as digest

FORM = "form"  # the kind of the pages that are forms


def concerns(document: Document) -> bool:
    """Whether `document` is a form, or has sections that tell of one."""
    return document.kind == FORM or bool(document.with_forms)


def without_forms(document: Document, instead: Callable[[str], str]) -> Document:
    """Return `document` without all that only a site with forms can say.

    `instead` says in a language how else to write; it is the summary of a page that was a form.
    """
    if document.kind == FORM:
        summary, gone, left = instead(document.lang), document.headings, ""
    else:
        gone = tuple(_within(document.headings, frozenset(document.with_forms)))
        summary, left = document.summary, without_sections(document.content, gone)
    left_out = {one.anchor for one in gone}
    changed = replace(
        document,
        summary=summary,
        with_forms=tuple(one for one in document.with_forms if one not in left_out),
        references=_outside(document, gone),
        headings=tuple(one for one in document.headings if one not in gone),
        text=Text(left),
    )
    return keyed(changed, digest(document.content_digest.encode(), left.encode()).hex())


def _within(headings: tuple[Heading, ...], anchors: frozenset[str]) -> Iterator[Heading]:
    """The headings with one of those `anchors`, and those below them."""
    depth = 0  # the level of the section that is left out; 0 outside
    for heading in headings:
        if not depth or heading.level <= depth:
            depth = heading.level if heading.anchor in anchors else 0
        if depth:
            yield heading


def without_sections(html: str, gone: tuple[Heading, ...]) -> str:
    """Return `html` without those headings and what stands below each, up to the next heading."""
    tree, anchors = Tree(html), {heading.anchor for heading in gone}
    for heading in tree.every(HEADINGS):
        if attribute(heading, "id") in anchors:
            for node in (*_below(heading), heading):
                node.decompose()
    return tree.html


def _below(heading: Element) -> Iterator[Element]:
    """What stands beside `heading`, up to the next one."""
    node = heading.next
    while node is not None and not node.css_matches(HEADINGS):
        yield node
        node = node.next


def _outside(document: Document, gone: tuple[Heading, ...]) -> tuple[Reference, ...]:
    """The references of `document` that stand below none of the headings that are `gone`."""
    lines = sorted(
        (document.field_lines.get(f"#{heading.anchor}", 0), heading in gone)
        for heading in document.headings
    )
    return tuple(one for one in document.references if not _is_below(one.line, lines))


def _is_below(line: int, headings: list[tuple[int, bool]]) -> bool:
    above = [gone for start, gone in headings if start <= line]
    return bool(above and above[-1])
