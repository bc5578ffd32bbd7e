"""Atom feeds (RFC 4287): the news and the releases of one language, with their full text."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from feedgenerator import Atom1Feed

from plugins.export.typography import bound_html
from plugins.features.newsroom.enclosures import enclosures
from plugins.features.newsroom.feed_ids import first_id
from plugins.features.newsroom.feed_text import Closed, absolute_links, without_folded
from plugins.features.newsroom.moments import dated, midnight, updated
from plugins.model.kinds import FEEDS
from plugins.model.listing import Listing
from plugins.model.page import Page, Part
from plugins.model.site import Site


@dataclass(frozen=True)
class Said:
    """What templates say in a feed, as HTML: what was `changed` in an entry or why it was
    withdrawn, and what stands for a `closed` passage of a page; and the sizes of files."""

    changed: Callable[[Page], str]
    closed: Closed
    size_of: Callable[[str], int]


UNSAID = Said(lambda entry: "", lambda about, address: about, lambda name: 0)


@dataclass(frozen=True)
class Feed:
    """A feed of one section in one language; `url` is relative to the root of the site."""

    lang: str
    section: str
    title: str
    url: str
    home: Page

    @property
    def as_json(self) -> "Feed":
        """The JSON Feed that stands beside it."""
        return replace(self, url=f"{self.url.removesuffix('.xml')}.json")


@dataclass(frozen=True)
class Feeds(Part, name="feeds"):
    """The feeds whose home a page is."""

    here: tuple[Feed, ...] = ()


@dataclass(frozen=True)
class Publisher:
    """Who publishes a feed, at an absolute address without a slash at its end; `warning` and
    `paragraph` are what a demonstration says of itself, as words and as HTML, and empty when it is
    none. `ids` are those of feeds and entries by address, `topics` names by key and language.
    """

    name: str
    site_url: str
    warning: str = ""
    paragraph: str = ""
    ids: Mapping[str, str] = field(default_factory=dict)
    topics: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def described(self, feed: Feed) -> str:
        """What the feed is, after the warning."""
        return " ".join(part for part in (self.warning, feed.home.summary) if part)

    def text(self, entry: Page, said: Said) -> str:
        """The text of an entry as it can be read anywhere, after the warning and its changes."""
        whole = said.changed(entry) + entry.content
        told = without_folded(whole, said.closed, f"{self.site_url}/{entry.url}")
        return bound_html(self.paragraph + absolute_links(told, self.site_url, entry.url))

    def id_of(self, entry: Page) -> str:
        """The id of an entry, wherever the feed is read."""
        return self.ids.get(entry.url) or first_id(self.site_url, entry)

    def topics_of(self, entry: Page, lang: str) -> list[tuple[str, str]]:
        """The topics of an entry, each with its name in the language of the feed."""
        return [(key, self.topics.get(key, {}).get(lang, key)) for key in entry.topic_keys]


def feed_of(index: Page, site_name: str) -> Feed:
    """The feed that belongs to the list page `index`."""
    return Feed(
        index.lang, index.section, f"{site_name}: {index.title}", f"{index.url}feed.xml", index
    )


def feeds_of(
    site: Site, archives: Iterable[Page], site_name: str, length: int
) -> list[tuple[Feed, list[Page]]]:
    """Every feed with its newest entries: of dated sections, of topics and of corrections,
    in each language."""
    indexes = [
        index
        for lang in site.languages
        for section in FEEDS
        if (index := site.document(lang, section))
    ]
    found: list[tuple[Feed, Sequence[Page]]] = [
        (feed_of(index, site_name), site.dated(index.lang, index.key)) for index in indexes
    ]
    further = [
        page
        for page in archives
        if page.key.startswith("topics/") or page.key == "press/corrections"
    ]
    found += [(feed_of(page, site_name), page.part(Listing).entries) for page in further]
    own = [
        (feed, [entry for entry in entries if dated(entry) and not entry.content_language][:length])
        for feed, entries in found
    ]
    return [(feed, entries) for feed, entries in own if entries]


class _Atom(Atom1Feed):
    """A feed whose summaries are text, and whose topics have names."""

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        """An entry, with what the base class says otherwise in its place."""
        super().add_item_elements(handler, item | {"description": None, "enclosures": ()})
        handler.addQuickElement("summary", item["description"], {"type": "text"})
        for file in item["enclosures"]:
            link = {"rel": "enclosure", "href": file.url, "type": file.mime_type}
            link |= {"length": file.length, "title": file.title}
            handler.addQuickElement("link", "", link)
        for key, name in item["topics"]:
            handler.addQuickElement("category", "", {"term": key, "label": name})


def atom(feed: Feed, entries: list[Page], publisher: Publisher, said: Said = UNSAID) -> str:
    """The feed as a text."""
    home = f"{publisher.site_url}/{feed.home.url}"
    document = _Atom(
        title=feed.title,
        link=home,
        description=publisher.described(feed),
        subtitle=publisher.described(feed),
        language=feed.lang,
        feed_url=f"{publisher.site_url}/{feed.url}",
        feed_guid=publisher.ids.get(feed.url, home),
        author_name=publisher.name,
    )
    for entry in entries:
        document.add_item(
            title=entry.title,
            link=f"{publisher.site_url}/{entry.url}",
            unique_id=publisher.id_of(entry),
            description=summary(entry),
            content=publisher.text(entry, said),
            pubdate=midnight(entry.published),
            updateddate=updated(entry),
            author_name=publisher.name,
            enclosures=list(enclosures(entry, publisher.site_url, said.size_of)),
            topics=publisher.topics_of(entry, feed.lang),
        )
    return str(document.writeString("utf-8"))


def summary(entry: Any) -> str:
    """An entry in one sentence; of what is withdrawn, the reason."""
    return str(entry.withdrawn.what if entry.withdrawn else entry.summary)
