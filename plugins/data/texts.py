"""What a text of the data may be: words without markup, hidden characters,
or an address that acts."""

import re
from collections.abc import Iterator

from plugins.model.characters import hidden, named
from plugins.model.glyphs import IN_WORDS, no_glyph, unprintable
from plugins.model.message import Message
from plugins.model.mojibake import FIX as TYPED_AGAIN
from plugins.model.mojibake import WHAT as MISREAD
from plugins.model.mojibake import misread
from plugins.model.plain_words import PLAIN, markup_in
from plugins.reading.links import is_web_address

Finding = tuple[Message, Message]
# Names of values that are addresses of the web.
ADDRESSES = frozenset({"url", "exit", "link", "href", "website"})
HTML = re.compile(r"<[a-zA-Z/!?]|&#?\w+;")
STAFF = frozenset({"staff"})  # names of values that no reader sees
ACTING = re.compile(r"(?:javascript|vbscript|data|file|blob)\s*:\S", re.IGNORECASE)


def misfits(name: str, text: str, printed: bool = True) -> Iterator[Finding]:
    """Yield what is wrong with the `text` that is called `name`, and how to fix it;
    what is not `printed` may have signs of any script."""
    for _, character in hidden(text):
        yield (
            Message("has a character that nobody sees: %(character)s.", character=character),
            Message("Remove it."),
        )
    for _, words in misread(text):
        yield Message("has %(what)s", what=Message(MISREAD.id, text=words[:60])), TYPED_AGAIN
    for sign in unprintable(text) if printed else "":
        yield Message("has %(what)s", what=no_glyph(sign, named(sign))), IN_WORDS
    if name in ADDRESSES and text and not is_web_address(text):
        yield (
            Message("is %(text)r, which is no address.", text=text[:60]),
            Message("Write it in full: https://www.example.org/page."),
        )
    elif ACTING.search(text):
        yield (
            Message("has %(text)r, which is no address to follow.", text=text[:40]),
            Message("Write an address that begins with https://."),
        )
    if name not in ADDRESSES | STAFF and (markup := markup_in(text)) and not HTML.search(text):
        yield Message("has %(text)r, which would be shown as it is typed.", text=markup[:40]), PLAIN
    if HTML.search(text):
        yield Message("has %(text)r, which is HTML.", text=text[:40]), Message("Write plain words.")
