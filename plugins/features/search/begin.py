"""What the search knows of a language, and where somebody who speaks it adds the rest."""

from collections.abc import Iterator

from babel.dates import get_day_names, get_month_names

from plugins.features.search.files import KINDS
from plugins.features.search.stemmer import read_stemmer
from plugins.features.search.words import Words

PLACE = "plugins/features/search"


def lacking(code: str, words: dict[str, Words]) -> Iterator[str]:
    """What the search does without in the language `code`, a line each, and the file that would
    give it; `words` are those of content/data/search.toml.
    """
    if strange := unread(code):
        yield (
            f'letters that are in no word for it: {strange}; name them in "word" of '
            f"{PLACE}/tables/{code}.json"
        )
    if not (KINDS["table"] / f"{code}.json").is_file():
        yield (
            f"it finds words as they are typed and by their beginnings; for other forms copy "
            f"{PLACE}/tables/other.json to {code}.json and give it rules for endings "
            f"({PLACE}/tables/README.md)"
        )
    if not (KINDS["variants"] / f"{code}.json").is_file():
        yield (
            f"it knows no keyboard, no Latin spelling: {PLACE}/variants/{code}.json would say "
            "them, as be.json does"
        )
    if code not in words:
        yield (
            f"data/search.toml: everyday words and words of need, as [{code}] with groups and "
            "crisis"
        )


def unread(code: str) -> str:
    """Letters of the names of days and months, as Babel has them,
    that the search would leave out."""
    locale = code.replace("-", "_")
    names = [*get_month_names(locale=locale).values(), *get_day_names(locale=locale).values()]
    read = {letter for name in names for word in read_stemmer(code).words(name) for letter in word}
    return "".join(
        sorted({letter for name in names for letter in name.lower() if letter.isalpha()} - read)
    )
