"""What a query finds in the pages of the last build, and why, from lunr's own index; and what it
asks for."""

from collections.abc import Iterator
from pathlib import Path

from plugins.build.cache import Cache
from plugins.features.search.ask import Found, Questions, lunr_query
from plugins.features.search.coarse import coarse
from plugins.features.search.index import merge
from plugins.features.search.learned import NEEDS, NONE, starting
from plugins.features.search.need import Need
from plugins.features.search.stemmer import read_stemmer
from plugins.model.message import Message
from plugins.model.user_error import UserError

SHOWN = 10


class SearchError(UserError):
    """A query that cannot be asked."""


def answer(query: str, lang: str, cache: Path) -> Iterator[str]:
    """What examples say of `query`; then a line for each page that it finds: its score, address
    and title, and below it what each term gave.

    Raises SearchError when the last build has no pages in `lang`.
    """
    pages = Cache(cache).last(f"search-{lang}")
    if not query.strip() or pages is None:
        raise SearchError(
            Message("There is no query, or no search in %(lang)r.", lang=lang),
            Message('Run `make html`, then `make search Q="…" LANG=ru`.'),
        )
    yield from _need(query, Cache(cache).last("need"), lang)
    stemmer = read_stemmer(lang)
    questions = Questions(merge(list(pages.values())), stemmer)
    yield Message("lunr reads: %(query)s", query=lunr_query(query, stemmer))
    for found in questions.ask(query)[:SHOWN]:
        url, title, *_ = questions.entries[found.page]
        yield f"{found.score:8.3f}  /{url}  {title}"
        yield from reasons(found)


def _need(query: str, need: Need | None, lang: str) -> Iterator[str]:
    """What examples of what people type say of `query`, and of each of its words."""
    if not need or not (learned := need.learned.get(lang)):
        return
    text = coarse(query)
    scores = dict(zip(NEEDS, learned.score(text), strict=True))
    said = ", ".join(f"{name} {score:.1f}" for name, score in scores.items())
    yield Message(
        "By the examples: %(need)s (%(said)s)", need=learned.need(text) or NONE, said=said
    )
    for word in text.split():
        weights = learned.weights.get(starting(word), ())
        yield f"          {word}: {', '.join(f'{weight:+.1f}' for weight in weights)}"


def reasons(found: Found) -> Iterator[str]:
    """What each term gives the page in each field, before it is weighed against the other terms."""
    for term, fields in sorted(found.parts.items()):
        said = ", ".join(f"{name} {weight:.2f}" for name, weight in fields.items())
        yield f"          {term}: {said}"
