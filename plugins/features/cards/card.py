"""The card that stands for a page where somebody shares it: its words on a plain ground, or the
picture of a release; never more than the page lets a browser keep of it."""

from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import Any

from jinja2 import Environment

from plugins.build.artifact import Artifact
from plugins.demonstration.words import demo_words
from plugins.model.characters import leftwards
from plugins.model.page import Kit, Page

SHORT = 12  # digits of the digest in a name


@dataclass(frozen=True)
class Card:
    """A file in the output folder, its media type, and its words for those who do not see it."""

    name: str
    media_type: str
    alt: str

    @property
    def url(self) -> str:
        """Relative to the root of the site."""
        return self.name


def words_of(document: Page) -> str:
    """Return what a card says of a page: its discreet title where it has one."""
    return str(document.discreet_title or document.title)


def card_of(document: Page) -> Card:
    """Return the card of a page. Pages that say the same in a language share one."""
    spoken = document.content_language.code if document.content_language else document.lang
    if document.part(Kit).pictures and not document.discreet_title:
        first = document.part(Kit).pictures[0]
        alt = first.entry.alt.get(document.lang, "")
        return Card(f"cards/{_digest(first.shows)}.jpg", "image/jpeg", alt)
    words = words_of(document)
    return Card(f"cards/{document.lang}-{_digest(spoken, words)}.png", "image/png", words)


def _digest(*parts: str) -> str:
    return sha256("\0".join(parts).encode()).hexdigest()[:SHORT]


def artifact(document: Page) -> Artifact:
    """Return what makes the card of a page."""
    card, source = card_of(document), document.file or document.made_from
    if card.media_type == "image/jpeg":
        picture = document.part(Kit).pictures[0].full.name
        return Artifact(card.name, document.lang, _cropped, (picture,), source=source)
    spoken = document.content_language or None
    inputs = (card.alt, spoken.code if spoken else "", spoken.direction if spoken else "")
    return Artifact(card.name, document.lang, _of_words, inputs, source=source)


def _of_words(speaking: Environment, words: str, lang: str, direction: str) -> bytes:
    """A card of words; `lang` and `direction` where they are not those of the reader."""
    from plugins.features.cards.drawing import drawn  # noqa: PLC0415 (most builds make no card)

    known: Any = speaking.globals
    if known["language"].direction == "rtl" or leftwards(words):
        return _typeset(speaking, words, lang, direction)
    return drawn(words, known["SITENAME"], demo_words(speaking))


def _typeset(speaking: Environment, words: str, lang: str, direction: str) -> bytes:
    from PIL import Image  # noqa: PLC0415

    from plugins.export.printing import EPOCH, picture  # noqa: PLC0415
    from plugins.features.cards.drawing import in_shades  # noqa: PLC0415

    template = speaking.get_template("editions/card-social.typ")
    source = template.render(words=words, lang=lang, direction=direction)
    with Image.open(BytesIO(picture(source, EPOCH))) as opened:
        return in_shades(opened.convert("L"))


def _cropped(speaking: Environment, name: str) -> bytes:
    """The middle of a picture that was made before."""
    from PIL import Image, ImageOps  # noqa: PLC0415

    from plugins.features.cards.drawing import HEIGHT, WIDTH  # noqa: PLC0415

    bytes_of: Any = speaking.globals["bytes_of"]
    with Image.open(BytesIO(bytes_of(name))) as opened:
        fitted = ImageOps.fit(opened.convert("RGB"), (WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    target = BytesIO()
    fitted.save(target, "JPEG", quality=72, optimize=True, progressive=True)
    return target.getvalue()
