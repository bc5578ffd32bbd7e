"""Links, pictures and numbers in the text lead somewhere and say what they are."""

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from posixpath import relpath
from typing import Any

from plugins.checks.known import Known
from plugins.model.document import Problem, Reference
from plugins.model.user_error import did_you_mean
from plugins.reading.allowed import FOLDED, KINDS
from plugins.reading.links import is_web_address
from plugins.reading.numbers import digits

Finding = tuple[str, str]


def _nearest(reference: Reference, page: Any, known: Known) -> str:
    """Return how to fix a link to no page: the path most like it, if one is."""
    own = [file for file in known.by_file if file.startswith(f"{page.lang}/")]
    near = get_close_matches(reference.target, own, n=1, cutoff=0.7)
    if not near:
        return "Correct the path or remove the link."
    return f"Did you mean {relpath(near[0], page.file.rpartition('/')[0])!r}?"


def document(reference: Reference, page: Any, known: Known) -> Iterator[Finding]:
    """A linked page exists, in this language or in one that stands in for it,
    and so does the heading it names."""
    target = known.by_file.get(reference.target) or known.elsewhere(reference.target)
    if target is None:
        yield f"The link {reference.text!r} leads to no page.", _nearest(reference, page, known)
        return
    if target.draft and not page.draft:
        yield (
            f"{target.file} is a draft and will not be published.",
            "Finish it first, or link to another page.",
        )
    if target.due and (page.due is None or page.due < target.due):
        fix = "Link to it once it is public, or give this page the same embargo."
        yield f"{target.file} is not public before {target.due:%Y-%m-%d %H:%M %Z}.", fix
    anchors = [heading.anchor for heading in target.headings]
    if reference.anchor and reference.anchor not in anchors:
        fix = (
            did_you_mean(reference.anchor, anchors)
            if anchors
            else "That page has no headings; remove the part after #."
        )
        yield f"The page {reference.target} has no heading #{reference.anchor}.", fix


def media(reference: Reference, page: Any, known: Known) -> Iterator[Finding]:
    """A linked file lies in content/media."""
    if reference.target not in known.files:
        near = get_close_matches(reference.target, known.files, n=1, cutoff=0.7)
        fix = (
            f"Did you mean {near[0]!r}?"
            if near
            else "Put the file into content/media/ or correct the path."
        )
        yield f"The file {reference.target!r} does not exist.", fix


def picture(reference: Reference, page: Any, known: Known) -> Iterator[Finding]:
    """A picture exists and has words for those who do not see it."""
    yield from media(reference, page, known)
    if not reference.anchor.strip():
        yield (
            f"The picture {reference.target!r} has no alternative text.",
            "Write what it shows: ![what it shows](…).",
        )


def contact(reference: Reference, page: Any, known: Known) -> Iterator[Finding]:
    """A contact in the text is declared and has been checked."""
    if "contacts" in known.library.broken:
        return
    declared = known.library.contacts.get(reference.target)
    if declared is None and reference.target in known.library.declared.get("contacts", ()):
        return
    if declared is None:
        yield (
            f"There is no contact {reference.target!r}.",
            did_you_mean(reference.target, known.library.contacts),
        )
    elif declared.demonstration:
        yield (
            f"The contact {reference.target!r} is a demonstration entry.",
            "Verify it in data/contacts.toml first.",
        )


def number(reference: Reference, page: Any, known: Known) -> Iterator[Finding]:
    """A number or mailbox is never typed by hand, and a retired number never printed."""
    target = reference.target.removeprefix("mailto:")
    dialled = digits(target)
    if dialled in {digits(retired) for retired in known.library.retired}:
        yield f"The number {target} no longer works.", "Remove it."
        return
    keys = [key for key, entry in known.library.contacts.items() if digits(entry.dial) == dialled]
    fix = (
        f"Write {' or '.join(f'{{contact:{key}}}' for key in keys)} instead."
        if keys
        else "Declare it in data/contacts.toml and write {contact:its-key} instead."
    )
    yield f"{target!r} is written by hand.", fix


def unknown(reference: Reference, page: Any, known: Known) -> Iterator[Finding]:
    """A link is a path to a file of this folder, or a full https address."""
    fix = (
        "Link to a file by its path from this one (`../help/index.md`), or to another site with "
        "https://…"
    )
    yield f"The link {reference.text!r} leads nowhere.", fix


def outside(reference: Reference, page: Any, known: Known) -> Iterator[Finding]:
    """An address of another site is whole, so that every browser understands the same."""
    if not is_web_address(reference.target):
        fix = (
            "Write it in full, as the address bar shows it once it is copied: "
            "https://www.example.org/page?q=a%20b."
        )
        yield f"{reference.target[:60]!r} is no address.", fix


def attribute(reference: Reference, page: Any, known: Known) -> Iterator[Finding]:
    """A text has no attributes of HTML but anchors of headings, languages and directions;
    callouts are of our kinds."""
    fix = (
        f"Remove it. Callouts are {', '.join(sorted(KINDS | {FOLDED}))}; headings have anchors: "
        f"{{#anchor}}."
    )
    yield f"{reference.target!r} cannot be set in a text.", fix


def untitled(reference: Reference, page: Any, known: Known) -> Iterator[Finding]:
    """A callout has a title of its own, for otherwise its English name would be shown."""
    yield f"The callout {reference.target!r} has no title.", f'Write {reference.target} "a title".'


def nested(reference: Reference, page: Any, known: Known) -> Iterator[Finding]:
    """A link holds no other link, and a contact is a link."""
    yield (
        f"The link to {reference.text!r} has a contact or a link in its words.",
        "Put the two side by side.",
    )


def wordless(reference: Reference, page: Any, known: Known) -> Iterator[Finding]:
    """A link says where it leads."""
    yield f"The link to {reference.text!r} has no words.", "Write them between the square brackets."


def html(reference: Reference, page: Any, known: Known) -> Iterator[Finding]:
    """A text is Markdown: what HTML does cannot be checked,
    and its notes would be readable by everybody."""
    yield f"{reference.text[:40]!r} is HTML.", "Write it in Markdown, or remove it."


RULES: dict[str, Callable[[Reference, Any, Known], Iterator[Finding]]] = {
    "document": document,
    "media": media,
    "picture": picture,
    "contact": contact,
    "number": number,
    "undeclared": number,
    "unknown": unknown,
    "untitled": untitled,
    "outside": outside,
    "attribute": attribute,
    "nested": nested,
    "wordless": wordless,
    "html": html,
}


def check(page: Any, known: Known) -> Iterator[Problem]:
    """Every reference of `page` by the rule of its kind."""
    for reference in page.references:
        rule = RULES.get(reference.kind)
        for what, fix in rule(reference, page, known) if rule else ():
            yield Problem(page.file, reference.line, what, fix)
