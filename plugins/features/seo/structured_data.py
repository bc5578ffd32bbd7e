"""What machines read about a page (schema.org, as JSON-LD):
the organisation, an article, a book, the way here."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from plugins.data.entries import Contact
from plugins.export.download import Downloads
from plugins.model.document import modified
from plugins.model.kinds import kind_named
from plugins.model.page import Kit, Navigation, Page

# What the forms of files are called (IANA media types).
MEDIA = {"CSV": "text/csv", "JSON": "application/json"}

WRITE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True)
class Publisher:
    """Who publishes the site: name, absolute address without a slash at its end, and the hotline.

    `record` says in words who states its number, or when it was verified.
    """

    name: str
    url: str
    hotline: Contact | None = None
    record: str = ""


def describe(document: Page, publisher: Publisher, cover: Page | None = None) -> str:
    """The JSON-LD of `document`, safe inside a script element;
    `cover` is the manual of its language."""
    graph = [
        thing
        for thing in (_thing(document, publisher, cover), _trail(document, publisher))
        if thing
    ]
    if not graph:
        return ""
    return WRITE({"@context": "https://schema.org", "@graph": graph}).replace("<", "\\u003c")


def _thing(document: Page, publisher: Publisher, cover: Page | None) -> dict[str, Any]:
    schema = kind_named(document.kind).schema
    if not schema:
        return {}
    return {"@type": schema} | SHAPES.get(schema, _named)(document, publisher, cover)


def _organisation(document: Page, publisher: Publisher, cover: Page | None) -> dict[str, Any]:
    organisation: dict[str, Any] = {"name": publisher.name, "url": f"{publisher.url}/"}
    if publisher.hotline:
        organisation["contactPoint"] = {
            "@type": "ContactPoint",
            "telephone": publisher.hotline.dial,
            "contactType": "hotline",
            "areaServed": publisher.hotline.country,
        } | ({"description": publisher.record} if publisher.record else {})
    return organisation | {"@id": f"{publisher.url}/#organisation"}


def _article(document: Page, publisher: Publisher, cover: Page | None) -> dict[str, Any]:
    images = [f"{publisher.url}/{one.web.url}" for one in document.part(Kit).pictures]
    return {
        "headline": document.title,
        "description": document.summary,
        "inLanguage": (document.original or document).lang,
        "url": f"{publisher.url}/{(document.original or document).url}",
        **_on("datePublished", document.published or document.written),
        **_modified(document),
        "publisher": {"@type": "NGO", "name": publisher.name},
    } | ({"image": images} if images else {})


def _modified(document: Page) -> dict[str, str]:
    """The day from which on the text is as it is, the same as in the sitemap."""
    return _on("dateModified", modified(document))


def _on(name: str, day: date | None) -> dict[str, str]:
    """The property `name`, where the day is known."""
    return {name: day.isoformat()} if day else {}


def _named(document: Page, publisher: Publisher, cover: Page | None) -> dict[str, Any]:
    """What anything has."""
    return {
        "name": document.title,
        "description": document.summary,
        "url": f"{publisher.url}/{(document.original or document).url}",
    }


def _event(document: Page, publisher: Publisher, cover: Page | None) -> dict[str, Any]:
    return {
        **_named(document, publisher, cover),
        "inLanguage": (document.original or document).lang,
        **_on("startDate", document.published),
        "organizer": {"@type": "NGO", "name": publisher.name},
    }


def _book(document: Page, publisher: Publisher, cover: Page | None) -> dict[str, Any]:
    return {
        "name": document.title,
        "inLanguage": (document.original or document).lang,
        "url": f"{publisher.url}/{(document.original or document).url}",
        "publisher": {"@type": "NGO", "name": publisher.name},
    }


def _dataset(document: Page, publisher: Publisher, cover: Page | None) -> dict[str, Any]:
    files = [
        {
            "@type": "DataDownload",
            "encodingFormat": MEDIA[file.form],
            "contentUrl": f"{publisher.url}/{file.url}",
        }
        for file in document.part(Downloads).files
        if file.form in MEDIA  # the page can offer other files too
    ]
    return {
        "name": document.title,
        "description": document.summary,
        "inLanguage": (document.original or document).lang,
        "url": f"{publisher.url}/{(document.original or document).url}",
        **_modified(document),
        "license": "https://creativecommons.org/licenses/by-sa/4.0/",
        "creator": {"@type": "NGO", "name": publisher.name},
    } | ({"distribution": files} if files else {})


def _chapter(document: Page, publisher: Publisher, cover: Page | None) -> dict[str, Any]:
    chapter = {
        "name": document.title,
        "inLanguage": (document.original or document).lang,
        "url": f"{publisher.url}/{(document.original or document).url}",
        "position": document.order[-1][0],
        **_modified(document),
    }
    return chapter | (
        {"isPartOf": {"@type": "Book"} | _book(cover, publisher, None)} if cover else {}
    )


def _trail(document: Page, publisher: Publisher) -> dict[str, Any]:
    above = document.part(Navigation).breadcrumbs
    steps = [*above, document] if above else []
    if not steps:
        return {}
    items = [
        {
            "@type": "ListItem",
            "position": position,
            "name": step.title,
            "item": f"{publisher.url}/{step.url}",
        }
        for position, step in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


# What is said of a page, by its type; of any other type, what anything has.
SHAPES: dict[str, Callable[[Page, Publisher, Page | None], dict[str, Any]]] = {
    "NGO": _organisation,
    "Article": _article,
    "NewsArticle": _article,
    "Book": _book,
    "Chapter": _chapter,
    "Dataset": _dataset,
    "Event": _event,
}
