"""JSON Feed 1.1 (jsonfeed.org): the same entries as the Atom feed beside it."""

import json
from typing import Any

from plugins.document import changed
from plugins.newsroom.feed import Changes, Feed, absolute_links, summary, unsaid, updated


def json_feed(feed: Feed, entries: list[Any], site_url: str, author: str, changes: Changes = unsaid) -> str:
    """The feed as a text; `site_url` is absolute, without a slash at its end; `changes` as in the Atom feed."""
    values = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": f"{site_url}/{feed.home.url}",
        "feed_url": f"{site_url}/{feed.as_json.url}",
        "description": feed.home.summary,
        "language": feed.lang,
        "authors": [{"name": author}],
        "items": [_item(entry, site_url, changes(entry)) for entry in entries],
    }
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


def _item(entry: Any, site_url: str, changes: str) -> dict[str, Any]:
    item = {
        "id": f"{site_url}/{entry.url}",
        "url": f"{site_url}/{entry.url}",
        "title": entry.title,
        "summary": summary(entry),
        "content_html": absolute_links(changes + entry.content, site_url),
        "language": entry.lang,
        "tags": list(entry.topic_keys),
    }
    if entry.published:
        item["date_published"] = f"{entry.published.isoformat()}T00:00:00Z"
    latest = updated(entry)
    if changed(entry) and latest:
        item["date_modified"] = f"{latest:%Y-%m-%dT%H:%M:%SZ}"
    return item
