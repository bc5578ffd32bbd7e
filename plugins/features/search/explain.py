"""What a query finds in the pages of the last build, and why, from lunr's own index."""

from collections.abc import Iterator
from pathlib import Path

from plugins.build.cache import Cache
from plugins.features.search.ask import Found, Questions, lunr_query
from plugins.features.search.index import merge
from plugins.features.search.stemmer import read_stemmer
from plugins.model.message import Message
from plugins.model.user_error import UserError

SHOWN = 10


class SearchError(UserError):
    """A query that cannot be asked."""


def answer(query: str, lang: str, cache: Path) -> Iterator[str]:
    """A line for each page that `query` finds: its score, address and title,
    and below it what each term gave.

    Raises SearchError when the last build has no pages in `lang`.
    """
    pages = Cache(cache).last(f"search-{lang}")
    if not query.strip() or pages is None:
        raise SearchError(
            Message("There is no query, or no search in %(lang)r.", lang=lang),
            Message('Run `make html`, then `make search Q="…" LANG=ru`.'),
        )
    stemmer = read_stemmer(lang)
    questions = Questions(merge(list(pages.values())), stemmer)
    yield Message("lunr reads: %(query)s", query=lunr_query(query, stemmer))
    for found in questions.ask(query)[:SHOWN]:
        url, title, *_ = questions.entries[found.page]
        yield f"{found.score:8.3f}  /{url}  {title}"
        yield from reasons(found)


def reasons(found: Found) -> Iterator[str]:
    """What each term gives the page in each field, before it is weighed against the other terms."""
    for term, fields in sorted(found.parts.items()):
        said = ", ".join(f"{name} {weight:.2f}" for name, weight in fields.items())
        yield f"          {term}: {said}"
