"""Atom feeds (RFC 4287): the news and the releases of one language, with their full text."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import Any
from urllib.parse import urlsplit

from feedgenerator import Atom1Feed, get_tag_uri

from plugins.images.markup import alone
from plugins.model.document import changed
from plugins.model.kinds import FEEDS

Changes = Callable[[Any], str]
WITHDRAWN = time(0, 0, 1)  # a text may be withdrawn on the day on which it was published
ROOTED = re.compile(r'(?P<before>\b(?:href|src)=")/(?!/)')


@dataclass(frozen=True)
class Feed:
    """A feed of one section in one language; `url` is relative to the root of the site."""

    lang: str
    section: str
    title: str
    url: str
    home: Any

    @property
    def as_json(self) -> "Feed":
        """The JSON Feed that stands beside it."""
        return replace(self, url=f"{self.url.removesuffix('.xml')}.json")


@dataclass(frozen=True)
class Publisher:
    """Who publishes a feed, at an absolute address without a slash at its end; `warning` and
    `paragraph` are what a demonstration says of itself, as words and as HTML, and empty when it is
    none.
    """

    name: str
    site_url: str
    warning: str = ""
    paragraph: str = ""

    def described(self, feed: Feed) -> str:
        """What the feed is, after the warning."""
        return " ".join(part for part in (self.warning, feed.home.summary) if part)

    def text(self, entry: Any, changes: str) -> str:
        """The text of an entry as it can be read anywhere, after the warning and its `changes`."""
        return self.paragraph + absolute_links(changes + entry.content, self.site_url)


def feed_of(index: Any, site_name: str) -> Feed:
    """The feed that belongs to the list page `index`."""
    return Feed(
        index.lang, index.section, f"{site_name}: {index.title}", f"{index.url}feed.xml", index
    )


def feeds_of(
    site: Any, archives: Iterable[Any], site_name: str, length: int
) -> list[tuple[Feed, list[Any]]]:
    """Every feed with its newest entries: of dated sections, of topics and of corrections,
    in each language."""
    indexes = [
        found
        for lang in site.languages
        for section in FEEDS
        if (found := site.document(lang, section))
    ]
    found = [(feed_of(index, site_name), site.dated(index.lang, index.key)) for index in indexes]
    further = [
        page
        for page in archives
        if page.key.startswith("topics/") or page.key == "press/corrections"
    ]
    found += [(feed_of(page, site_name), page.listing.entries) for page in further]
    own = [
        (
            feed,
            [entry for entry in entries if _dated(entry) and not entry.content_language][:length],
        )
        for feed, entries in found
    ]
    return [(feed, entries) for feed, entries in own if entries]


def unsaid(entry: Any) -> str:
    """What is said of changes where nobody says anything."""
    return ""


def atom(feed: Feed, entries: list[Any], publisher: Publisher, changes: Changes = unsaid) -> str:
    """The feed as a text; `changes` says as HTML what was corrected in an entry,
    or why it was withdrawn."""
    document = Atom1Feed(
        title=feed.title,
        link=f"{publisher.site_url}/{feed.home.url}",
        description=publisher.described(feed),
        subtitle=publisher.described(feed),
        language=feed.lang,
        feed_url=f"{publisher.site_url}/{feed.url}",
        author_name=publisher.name,
    )
    for entry in entries:
        link = f"{publisher.site_url}/{entry.url}"
        document.add_item(
            title=entry.title,
            link=link,
            unique_id=get_tag_uri(link, _moment(entry.published)),
            description=summary(entry),
            content=publisher.text(entry, changes(entry)),
            pubdate=_moment(entry.published),
            updateddate=updated(entry),
            author_name=publisher.name,
        )
    return str(document.writeString("utf-8"))


def absolute_links(html: str, site_url: str) -> str:
    """`html` with every link and picture that begins at the root of the host made absolute."""
    parts = urlsplit(site_url)
    return ROOTED.sub(rf"\g<before>{parts.scheme}://{parts.netloc}/", alone(html))


def summary(entry: Any) -> str:
    """An entry in one sentence; of what is withdrawn, the reason."""
    return str(entry.withdrawn.what if entry.withdrawn else entry.summary)


def updated(entry: Any) -> datetime | None:
    """When an entry became what it is. To withdraw it is always later than to publish or correct it
    on that day."""
    if entry.withdrawn:
        return datetime.combine(_dated(entry) or entry.withdrawn.day, WITHDRAWN, tzinfo=UTC)
    return _moment(_dated(entry))


def _dated(entry: Any) -> date | None:
    return max((day for day in (entry.published, changed(entry)) if day), default=None)


def _moment(day: date | None) -> datetime | None:
    return datetime.combine(day, time(), tzinfo=UTC) if day else None
