"""JSON Feed 1.1 (jsonfeed.org): the same entries as the Atom feed beside it."""

import json
from typing import Any

from plugins.features.newsroom.enclosures import enclosures
from plugins.features.newsroom.feed import UNSAID, Feed, Publisher, Said, summary
from plugins.features.newsroom.moments import updated
from plugins.model.document import changed
from plugins.model.page import Page


def json_feed(feed: Feed, entries: list[Any], publisher: Publisher, said: Said = UNSAID) -> str:
    """The feed as a text; `said` as in the Atom feed."""
    values = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": f"{publisher.site_url}/{feed.home.url}",
        "feed_url": f"{publisher.site_url}/{feed.as_json.url}",
        "description": publisher.described(feed),
        "language": feed.lang,
        "authors": [{"name": publisher.name}],
        "items": [_item(entry, feed.lang, publisher, said) for entry in entries],
    }
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


def _item(entry: Page, lang: str, publisher: Publisher, said: Said) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": publisher.id_of(entry),
        "url": f"{publisher.site_url}/{entry.url}",
        "title": entry.title,
        "summary": summary(entry),
        "content_html": publisher.text(entry, said),
        "language": entry.lang,
        "tags": [name for _, name in publisher.topics_of(entry, lang)],
    }
    if files := _attachments(entry, publisher, said):
        item["attachments"] = files
    if entry.published:
        item["date_published"] = f"{entry.published.isoformat()}T00:00:00Z"
    latest = updated(entry)
    if changed(entry) and latest:
        item["date_modified"] = f"{latest:%Y-%m-%dT%H:%M:%SZ}"
    return item


def _attachments(entry: Page, publisher: Publisher, said: Said) -> list[dict[str, Any]]:
    return [
        {
            "url": file.url,
            "mime_type": file.mime_type,
            "title": file.title,
            "size_in_bytes": int(file.length),
        }
        for file in enclosures(entry, publisher.site_url, said.size_of)
    ]
