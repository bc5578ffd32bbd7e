"""What the search knows of a language, and where somebody who speaks it adds the rest."""

from collections.abc import Iterator

from babel.dates import get_day_names, get_month_names

from plugins.features.search.files import KINDS
from plugins.features.search.stemmer import read_stemmer
from plugins.features.search.words import Words
from plugins.model.message import Message

PLACE = "plugins/features/search"


def lacking(code: str, words: dict[str, Words]) -> Iterator[Message]:
    """What the search does without in the language `code`, a line each, and the file that would
    give it; `words` are those of content/data/search.toml.
    """
    strange, place = unread(code), {"place": PLACE, "code": code}
    missing = {
        Message(
            'letters that are in no word for it: %(strange)s; name them in "word" of '
            "%(place)s/tables/%(code)s.json",
            strange=strange,
            **place,
        ): bool(strange),
        Message(
            "it finds words as they are typed and by their beginnings; for other forms "
            "copy %(place)s/tables/other.json to %(code)s.json and give it rules for "
            "endings (%(place)s/tables/README.md)",
            **place,
        ): not (KINDS["table"] / f"{code}.json").is_file(),
        Message(
            "it knows no keyboard, no Latin spelling: %(place)s/variants/%(code)s.json "
            "would say them, as be.json does",
            **place,
        ): not (KINDS["variants"] / f"{code}.json").is_file(),
        _everyday(code): code not in words,
    }
    yield from (what for what, holds in missing.items() if holds)


def _everyday(code: str) -> Message:
    return Message(
        "data/search.toml: everyday words and words of need, as [%(code)s] with groups and crisis",
        code=code,
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
