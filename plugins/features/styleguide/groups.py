"""What components are for: when to use those of a group, and when another one."""

from typing import NamedTuple

from plugins.model.message import Message


class Group(NamedTuple):
    """`use` and `avoid` say when to take one of its components and when not."""

    key: str
    title: Message
    use: Message
    avoid: Message
    names: tuple[str, ...]


GROUPS: tuple[Group, ...] = (
    Group(
        "numbers",
        Message("Numbers to call"),
        Message(
            "Where somebody may have to call at once: once a page, and in a text that needs it."
        ),
        Message("Not as decoration, and never a number that contacts.toml does not have."),
        (
            *("who-to-call", "contact-card", "contact-record", "number", "first-help"),
            *("danger-card", "danger-line", "danger-list", "danger-numbers", "numbers-by-place"),
            *("placed-number", "country-number", "country-help", "country-picker", "phrases"),
            *("help-strip", "exit-link", "safety-line"),
        ),
    ),
    Group(
        "choices",
        Message("Choices and lists"),
        Message("Where a reader chooses where to go on: cards for a few, rules for many."),
        Message("Not for pages that the text above leads to already; each stands on a page once."),
        (
            *("door", "card", "section-list", "further", "links", "entry", "topics", "all-pages"),
            *("letters", "narrow-down", "pagination", "read-next", "contents", "chapter-links"),
            *("latest-release", "feed-links"),
        ),
    ),
    Group(
        "notices",
        Message("Notices"),
        Message("What a reader must know of this page or passage before reading on."),
        Message("Not for what is only important: two notices on a screen are read as none."),
        (
            *("notice", "content-note", "closed-passage", "draft-notice", "embargo-notice"),
            *("stale-notice", "fallback-notice", "language-note", "behind", "demo-banner"),
            *("changes", "no-form"),
        ),
    ),
    Group(
        "files",
        Message("Files and copies"),
        Message("Where a reader takes something away: its form, paper and weight stand beside it."),
        Message("Not for pages: a link to a page is a plain link."),
        ("downloads", "save-copy", "copy", "cite", "material", "print-head"),
    ),
    Group(
        "figures",
        Message("Figures and pictures"),
        Message("Where a number or a picture says more than words, with its source or its author."),
        Message("Not without a period and a source, and never a person who may be recognised."),
        (
            *("fact", "share-bar", "timeline", "coverage", "coverage-bar", "picture", "film"),
            *("drawing", "road", "winding-road"),
        ),
    ),
    Group(
        "forms",
        Message("Forms and search"),
        Message("Where a visitor writes or looks for something; each works without a script."),
        Message(
            "Not for what a link or a number does: whoever is in danger does not fill in forms."
        ),
        ("contact-form", "form-words", "search-box", "search-results", "elsewhere"),
    ),
    Group(
        "frame",
        Message("The frame of a page"),
        Message("On every page, made once for all of them."),
        Message("Not inside a text."),
        (
            *("skip-links", "site-header", "language-menu", "breadcrumbs", "site-footer"),
            *("page-record", "text-record", "footnotes", "search-engines", "day", "street"),
        ),
    ),
)
