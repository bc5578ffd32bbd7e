"""JSON Feed 1.1 (jsonfeed.org): the same entries as the Atom feed beside it."""

import json
from typing import Any

from plugins.features.newsroom.feed import Changes, Feed, Publisher, summary, unsaid, updated
from plugins.model.document import changed


def json_feed(
    feed: Feed, entries: list[Any], publisher: Publisher, changes: Changes = unsaid
) -> str:
    """The feed as a text; `changes` as in the Atom feed."""
    values = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": f"{publisher.site_url}/{feed.home.url}",
        "feed_url": f"{publisher.site_url}/{feed.as_json.url}",
        "description": publisher.described(feed),
        "language": feed.lang,
        "authors": [{"name": publisher.name}],
        "items": [_item(entry, publisher, changes(entry)) for entry in entries],
    }
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


def _item(entry: Any, publisher: Publisher, changes: str) -> dict[str, Any]:
    item = {
        "id": f"{publisher.site_url}/{entry.url}",
        "url": f"{publisher.site_url}/{entry.url}",
        "title": entry.title,
        "summary": summary(entry),
        "content_html": publisher.text(entry, changes),
        "language": entry.lang,
        "tags": list(entry.topic_keys),
    }
    if entry.published:
        item["date_published"] = f"{entry.published.isoformat()}T00:00:00Z"
    latest = updated(entry)
    if changed(entry) and latest:
        item["date_modified"] = f"{latest:%Y-%m-%dT%H:%M:%SZ}"
    return item
