"""Manual: the numbered chapters of one language become a Book.

Hears    `site_linked`.
Adds     `previous` and `following` to the chapters, `books` (by language) to every template.
"""

from typing import Any

from plugins.manual.book import bind as bind_book
from plugins.signals import site_linked


def bind(site: Any, context: Any) -> None:
    covers = [site.shown(lang, "manual") for lang in site.languages]
    context["books"] = {cover.lang: bind_book(cover.lang, cover, site.children(cover)) for cover in covers if cover}


def register() -> None:
    site_linked.connect(bind)
