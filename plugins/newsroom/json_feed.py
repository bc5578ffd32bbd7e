"""JSON Feed 1.1 (jsonfeed.org): the same entries as the Atom feed beside it."""

import json
from typing import Any

from plugins.newsroom.feed import Feed, Publisher


def json_feed(feed: Feed, entries: list[Any], publisher: Publisher) -> str:
    """The feed as a text."""
    values = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": f"{publisher.site_url}/{feed.home.url}",
        "feed_url": f"{publisher.site_url}/{feed.as_json.url}",
        "description": publisher.described(feed),
        "language": feed.lang,
        "authors": [{"name": publisher.name}],
        "items": [_item(entry, publisher) for entry in entries],
    }
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


def _item(entry: Any, publisher: Publisher) -> dict[str, Any]:
    item = {
        "id": f"{publisher.site_url}/{entry.url}",
        "url": f"{publisher.site_url}/{entry.url}",
        "title": entry.title,
        "summary": entry.summary,
        "content_html": publisher.text(entry),
        "date_published": f"{entry.published.isoformat()}T00:00:00Z",
        "language": entry.lang,
        "tags": list(entry.topic_keys),
    }
    if entry.corrections:
        item["date_modified"] = f"{entry.corrections[0].day.isoformat()}T00:00:00Z"
    return item
