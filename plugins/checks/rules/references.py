"""Links, pictures and numbers in the text lead somewhere and say what they are."""

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from posixpath import relpath
from typing import Any

from plugins.checks.followed import unfollowed
from plugins.checks.html_meant import meant
from plugins.checks.known import Known
from plugins.model.document import Problem, Reference
from plugins.model.look_alike import same_to_the_eye
from plugins.model.media_files import is_picture
from plugins.model.message import Message
from plugins.model.page import Page
from plugins.model.plain_words import PLAIN
from plugins.model.user_error import did_you_mean
from plugins.reading.allowed import FOLDED, KINDS
from plugins.reading.links import classify, is_web_address
from plugins.reading.numbers import MAILBOX, digits, is_short
from plugins.reading.redaction import UNSEEN
from plugins.reading.spellings import DIGITS

Finding = tuple[Message, Message]
PATH = re.compile(r"\.{1,2}/|[0-9]+-\S*\.md|(?:\S*/)?index\.md")  # how only a path begins

# How Word, Pandoc and Wikipedia name their footnotes.
PASTED_NOTE = re.compile(r"_?(?:ftn|edn|fn)(?:ref)?[-_:]?\d|cite_(?:note|ref)")
# How the address of a site begins, where its https:// is missing.
SITE = re.compile(
    r"www\.|[\w.-]+\.(?:by|com|eu|fr|info|int|it|lt|lv|me|net|org|pl|ru|ua|uk)(?:/|$)"
)


def _nearest(reference: Reference, page: Page, known: Known) -> Message:
    """Return how to fix a link to no page: the path most like it, if one is."""
    own = [file for file in known.by_file if file.startswith(f"{page.lang}/")]
    if same_to_the_eye(reference.target, own):
        return did_you_mean(reference.target, own)
    near = get_close_matches(reference.target, own, n=1, cutoff=0.7)
    if not near:
        return Message("Correct the path or remove the link.")
    return Message("Did you mean %(near)r?", near=relpath(near[0], page.file.rpartition("/")[0]))


def document(reference: Reference, page: Page, known: Known) -> Iterator[Finding]:
    """A linked page exists, in this language or in one that stands in for it,
    and so does the heading it names."""
    target = known.by_file.get(reference.target) or known.elsewhere(reference.target)
    if target is None:
        yield (
            Message("The link %(text)r leads to no page.", text=reference.text),
            _nearest(reference, page, known),
        )
        return
    if target.draft and not page.draft:
        yield (
            Message("%(file)s is a draft and will not be published.", file=target.file),
            Message("Finish it first, or link to another page."),
        )
    if target.due and (page.due is None or page.due < target.due):
        yield _not_before(target)
    anchors = [heading.anchor for heading in target.headings]
    if reference.anchor and reference.anchor not in anchors:
        yield _no_heading(reference, anchors)


def _not_before(target: Page) -> Finding:
    due = f"{target.due:%Y-%m-%d %H:%M %Z}"
    return (
        Message("%(file)s is not public before %(due)s.", file=target.file, due=due),
        Message("Link to it once it is public, or give this page the same embargo."),
    )


def _no_heading(reference: Reference, anchors: list[str]) -> Finding:
    what = Message(
        "The page %(target)s has no heading #%(anchor)s.",
        target=reference.target,
        anchor=reference.anchor,
    )
    if PASTED_NOTE.match(reference.anchor):
        return what, Message("Write a footnote: [^1] here, and `[^1]: the text` below.")
    if not anchors:
        return what, Message("That page has no headings; remove the part after #.")
    return what, did_you_mean(reference.anchor, anchors)


def media(reference: Reference, page: Page, known: Known) -> Iterator[Finding]:
    """A linked file lies in content/media; one that belongs to a film is public with its page."""
    if reference.target in known.files:
        return
    if reference.target in known.hidden_files:
        yield (
            Message(
                "%(target)r is not public: no public page shows the film to which it belongs.",
                target=reference.target,
            ),
            Message("Remove this, or lead to a page that shows a film."),
        )
    else:
        near = get_close_matches(reference.target, known.files, n=1, cutoff=0.7)
        fix = (
            did_you_mean(reference.target, near)
            if near
            else Message("Put the file into content/media/ or correct the path.")
        )
        yield Message("The file %(target)r does not exist.", target=reference.target), fix


def picture(reference: Reference, page: Page, known: Known) -> Iterator[Finding]:
    """A picture exists, is one, and has words for those who do not see it."""
    yield from media(reference, page, known)
    if reference.target in known.files and not is_picture(reference.target):
        yield (
            Message("%(target)r is no picture that a text can show.", target=reference.target),
            Message("Link to a document, [words](path); show a film with the field `Film:`."),
        )
    if not reference.anchor.strip():
        yield (
            Message("The picture %(target)r has no alternative text.", target=reference.target),
            Message("Write what it shows: ![what it shows](…)."),
        )


def contact(reference: Reference, page: Page, known: Known) -> Iterator[Finding]:
    """A contact in the text is declared and has been checked."""
    if "contacts" in known.library.broken:
        return
    declared = known.library.named.get(reference.target)
    if declared is None and reference.target in known.library.declared.get("contacts", ()):
        return
    if declared is None:
        yield (
            Message("There is no contact %(key)r.", key=reference.target),
            did_you_mean(reference.target, known.library.named),
        )
    elif declared.demonstration:
        yield (
            Message("The contact %(target)r is a demonstration entry.", target=reference.target),
            Message("Verify it in data/contacts.toml first."),
        )


def number(reference: Reference, page: Page, known: Known) -> Iterator[Finding]:
    """A number or mailbox is never typed by hand, and a retired number never printed."""
    target = reference.target.removeprefix("mailto:")
    dialled = digits(target)
    if dialled in {digits(retired) for retired in known.library.retired}:
        yield (
            Message("The number %(number)s no longer works.", number=target),
            Message("Remove it."),
        )
        return
    keys = [
        key
        for key, entry in known.library.named.items()
        if dialled in (digits(entry.dial), entry.number)
    ]
    fix = (
        Message("Write %(names)s instead.", names=tuple(f"{{contact:{key}}}" for key in keys))
        if keys
        else Message("Declare it in data/contacts.toml and write {contact:its-key} instead.")
    )
    yield Message("%(target)r is written by hand.", target=target), _unless_counted(target, fix)


def _unless_counted(number: str, fix: Message) -> Message:
    """A short number may also count something, and then stay."""
    if not (number[:1].isdigit() and is_short(number)):
        return fix
    return Message(
        "%(fix)s If it is no telephone number, write behind it what it counts (%(number)s people), "
        "or {number:%(number)s}.",
        fix=fix,
        number=number.translate(DIGITS),
    )


def unknown(reference: Reference, page: Page, known: Known) -> Iterator[Finding]:
    """A link is a path to a file of this folder, or a full https address; a mailbox is told as
    one."""
    if MAILBOX.fullmatch(reference.text):
        return
    fix = (
        Message("Write %(path)s.", path=f"https://{reference.text}")
        if SITE.match(reference.text) and is_web_address(f"https://{reference.text}")
        else Message(
            "Link to a file by its path from this one (`../questions/index.md`), or to "
            "another site with https://…"
        )
    )
    yield Message("The link %(text)r leads nowhere.", text=reference.text), fix


def outside(reference: Reference, page: Page, known: Known) -> Iterator[Finding]:
    """An address of another site is whole, so that every browser understands the same."""
    if not is_web_address(reference.target):
        fix = Message(
            "Write it in full, as the address bar shows it once it is copied: "
            "https://www.example.org/page?q=a%20b."
        )
        yield Message("%(target)r is no address.", target=reference.target[:60]), fix
    elif (plain := unfollowed(reference.target)) != reference.target:
        what = Message(
            "%(target)r tells others where its readers come from.", target=reference.target[:60]
        )
        yield what, Message("Write %(path)s.", path=plain)


def callout_kind(reference: Reference, page: Page, known: Known) -> Iterator[Finding]:
    """A callout is of one of our kinds."""
    yield (
        Message("There is no callout of the kind %(kind)r.", kind=reference.target),
        did_you_mean(reference.target, KINDS | {FOLDED}),
    )


def attribute(reference: Reference, page: Page, known: Known) -> Iterator[Finding]:
    """A text has no attributes of HTML but anchors of headings, languages and directions;
    callouts are of our kinds."""
    if reference.target == "class" and any(one.kind == "callout-kind" for one in page.references):
        return
    fix = Message(
        "Remove it. Callouts are %(names)s; headings have anchors: {#anchor}.",
        names=tuple(sorted(KINDS | {FOLDED})),
    )
    yield Message("%(target)r cannot be set in a text.", target=reference.target), fix


def untitled(reference: Reference, page: Page, known: Known) -> Iterator[Finding]:
    """A callout has a title of its own, for otherwise its English name would be shown."""
    yield (
        Message("The callout %(target)r has no title.", target=reference.target),
        Message('Write %(target)s "a title".', target=reference.target),
    )


def nested(reference: Reference, page: Page, known: Known) -> Iterator[Finding]:
    """A link holds no other link, and a contact is a link."""
    yield (
        Message("The link to %(text)r has a contact or a link in its words.", text=reference.text),
        Message("Put the two side by side."),
    )


def wordless(reference: Reference, page: Page, known: Known) -> Iterator[Finding]:
    """A link says where it leads."""
    yield (
        Message("The link to %(text)r has no words.", text=reference.text),
        Message("Write them between the square brackets."),
    )


def html(reference: Reference, page: Page, known: Known) -> Iterator[Finding]:
    """A text is Markdown: what HTML does cannot be checked,
    and its notes would be readable by everybody."""
    yield Message("%(text)r is HTML.", text=reference.text[:40]), meant(reference.text)


def bare(reference: Reference, page: Page, known: Known) -> Iterator[Finding]:
    """A path to a page is a link; `name.md` may be the address of a site in Moldova."""
    kind, path, _ = classify(reference.target, page.file)
    named = kind == "document" and (path in known.by_file or bool(PATH.match(reference.target)))
    if named:
        yield (
            Message("%(text)r is the path of a page, and no link.", text=reference.text[:60]),
            Message("Write [words](%(path)s).", path=reference.text),
        )


def raw(reference: Reference, page: Page, known: Known) -> Iterator[Finding]:
    """The words of a picture and its caption are plain."""
    yield (Message("%(text)r would be shown as it is typed.", text=reference.text[:60]), PLAIN)


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
    "callout-kind": callout_kind,
    "attribute": attribute,
    "nested": nested,
    "wordless": wordless,
    "html": html,
    "raw": raw,
    "bare": bare,
}


def check(page: Page, known: Known) -> Iterator[Problem]:
    """Every reference of `page` by the rule of its kind."""
    for reference in page.references:
        rule = RULES.get(reference.kind)
        for what, fix in rule(reference, page, known) if rule else ():
            yield Problem(page.file, reference.line, what, fix)


def check_unseen(page: Page) -> Iterator[Problem]:
    """Each place of `page` where readers do not see a file any more. Advice: it is gone already."""
    for reference in page.references:
        if reference.kind == UNSEEN:
            what = Message("A file to which this leads is withdrawn; readers do not see it.")
            fix = Message("Remove the link or picture from this line.")
            yield Problem(page.file, reference.line, what, fix)
