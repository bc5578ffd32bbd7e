"""Atom feeds (RFC 4287): the news and the releases of one language, with their full text."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from urllib.parse import urlsplit

from feedgenerator import Atom1Feed, get_tag_uri

ROOTED = re.compile(r'(?P<before>\b(?:href|src)=")/(?!/)')


@dataclass(frozen=True)
class Feed:
    """A feed of one section in one language; `url` is relative to the root of the site."""

    lang: str
    section: str
    title: str
    url: str
    home: Any


def feed_of(index: Any, site_name: str) -> Feed:
    """The feed that belongs to the list page `index`."""
    return Feed(index.lang, index.section, f"{site_name}: {index.title}", f"{index.url}feed.xml", index)


def atom(feed: Feed, entries: list[Any], site_url: str, author: str) -> str:
    """The feed as a text; `site_url` is absolute, without a slash at its end."""
    document = Atom1Feed(
        title=feed.title,
        link=f"{site_url}/{feed.home.url}",
        description=feed.home.summary,
        subtitle=feed.home.summary,
        language=feed.lang,
        feed_url=f"{site_url}/{feed.url}",
        author_name=author,
    )
    for entry in entries:
        link = f"{site_url}/{entry.url}"
        document.add_item(
            title=entry.title,
            link=link,
            unique_id=get_tag_uri(link, _moment(entry.published)),
            description=entry.summary,
            content=absolute_links(entry.content, site_url),
            pubdate=_moment(entry.published),
            updateddate=_moment(entry.published),
            author_name=author,
        )
    return str(document.writeString("utf-8"))


def absolute_links(html: str, site_url: str) -> str:
    """`html` with every link and picture that begins at the root of the host made absolute."""
    parts = urlsplit(site_url)
    return ROOTED.sub(rf"\g<before>{parts.scheme}://{parts.netloc}/", html)


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)
