"""JSON Feed 1.1 (jsonfeed.org): the same entries as the Atom feed beside it."""

import json
from typing import Any

from plugins.newsroom.feed import Feed, absolute_links


def json_feed(feed: Feed, entries: list[Any], site_url: str, author: str) -> str:
    """The feed as a text; `site_url` is absolute, without a slash at its end."""
    values = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": f"{site_url}/{feed.home.url}",
        "feed_url": f"{site_url}/{feed.as_json.url}",
        "description": feed.home.summary,
        "language": feed.lang,
        "authors": [{"name": author}],
        "items": [_item(entry, site_url) for entry in entries],
    }
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


def _item(entry: Any, site_url: str) -> dict[str, Any]:
    item = {
        "id": f"{site_url}/{entry.url}",
        "url": f"{site_url}/{entry.url}",
        "title": entry.title,
        "summary": entry.summary,
        "content_html": absolute_links(entry.content, site_url),
        "date_published": f"{entry.published.isoformat()}T00:00:00Z",
        "language": entry.lang,
        "tags": list(entry.topic_keys),
    }
    if entry.corrections:
        item["date_modified"] = f"{entry.corrections[0].day.isoformat()}T00:00:00Z"
    return item
