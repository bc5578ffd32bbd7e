"""What machines read about a page (schema.org, as JSON-LD):
the organisation, an article, a book, the way here."""

import json
from dataclasses import dataclass
from typing import Any

from plugins.data.entries import Contact
from plugins.model.document import modified

# What the forms of files are called (IANA media types).
MEDIA = {"CSV": "text/csv", "JSON": "application/json"}

ARTICLES = {"news": "NewsArticle", "release": "NewsArticle", "advice": "Article", "help": "Article"}
CHAPTERS = {"chapter", "glossary"}
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


def describe(document: Any, publisher: Publisher, cover: Any = None) -> str:
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


def _thing(document: Any, publisher: Publisher, cover: Any) -> dict[str, Any]:
    if document.kind in ARTICLES:
        return _article(ARTICLES[document.kind], document, publisher)
    if document.kind in CHAPTERS:
        return _chapter(document, publisher, cover)
    if document.kind == "home":
        return _organisation(publisher) | {"@id": f"{publisher.url}/#organisation"}
    others = {"facts": _dataset, "book": _book}
    return others[document.kind](document, publisher) if document.kind in others else {}


def _organisation(publisher: Publisher) -> dict[str, Any]:
    organisation: dict[str, Any] = {
        "@type": "NGO",
        "name": publisher.name,
        "url": f"{publisher.url}/",
    }
    if publisher.hotline:
        organisation["contactPoint"] = {
            "@type": "ContactPoint",
            "telephone": publisher.hotline.dial,
            "contactType": "hotline",
            "areaServed": publisher.hotline.country,
        } | ({"description": publisher.record} if publisher.record else {})
    return organisation


def _article(kind: str, document: Any, publisher: Publisher) -> dict[str, Any]:
    images = [f"{publisher.url}/{one.web.url}" for one in document.pictures]
    return {
        "@type": kind,
        "headline": document.title,
        "description": document.summary,
        "inLanguage": (document.original or document).lang,
        "url": f"{publisher.url}/{(document.original or document).url}",
        "datePublished": (document.published or document.written).isoformat(),
        **_modified(document),
        "publisher": {"@type": "NGO", "name": publisher.name},
    } | ({"image": images} if images else {})


def _modified(document: Any) -> dict[str, str]:
    """The day from which on the text is as it is, the same as in the sitemap."""
    day = modified(document)
    return {"dateModified": day.isoformat()} if day else {}


def _book(document: Any, publisher: Publisher) -> dict[str, Any]:
    return {
        "@type": "Book",
        "name": document.title,
        "inLanguage": (document.original or document).lang,
        "url": f"{publisher.url}/{(document.original or document).url}",
        "publisher": {"@type": "NGO", "name": publisher.name},
    }


def _dataset(document: Any, publisher: Publisher) -> dict[str, Any]:
    files = [
        {
            "@type": "DataDownload",
            "encodingFormat": MEDIA[file.form],
            "contentUrl": f"{publisher.url}/{file.url}",
        }
        for file in document.downloads
        if file.form in MEDIA  # the page can offer other files too
    ]
    return {
        "@type": "Dataset",
        "name": document.title,
        "description": document.summary,
        "inLanguage": (document.original or document).lang,
        "url": f"{publisher.url}/{(document.original or document).url}",
        **_modified(document),
        "license": "https://creativecommons.org/licenses/by-sa/4.0/",
        "creator": {"@type": "NGO", "name": publisher.name},
    } | ({"distribution": files} if files else {})


def _chapter(document: Any, publisher: Publisher, cover: Any) -> dict[str, Any]:
    chapter = {
        "@type": "Chapter",
        "name": document.title,
        "inLanguage": (document.original or document).lang,
        "url": f"{publisher.url}/{(document.original or document).url}",
        "position": document.order[-1][0],
        **_modified(document),
    }
    return chapter | ({"isPartOf": _book(cover, publisher)} if cover else {})


def _trail(document: Any, publisher: Publisher) -> dict[str, Any]:
    steps = [*document.breadcrumbs, document] if document.breadcrumbs else []
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
