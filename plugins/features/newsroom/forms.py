"""One release in every form a journalist may want,
each made from the same text in the voice of its language."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from jinja2 import Environment

from plugins.build.artifact import Artifact
from plugins.demonstration.words import demo_words
from plugins.export.download import Download, spdx
from plugins.export.embedded import embedded, in_points
from plugins.export.manuscript import Manuscript, shaped
from plugins.export.office import office
from plugins.export.plain_text import plain, plain_text
from plugins.export.printing import drawn, pdf
from plugins.export.quotations import quotes
from plugins.features.newsroom.kit import kit, places
from plugins.features.newsroom.letter import letter
from plugins.features.newsroom.offered import Offered
from plugins.images.markup import in_words
from plugins.model.page import Kit, Navigation, Page


@dataclass(frozen=True)
class Form:
    """How a file name ends, what readers call the type, and how its bytes are made:
    `make(page, text, speaking)`."""

    ending: str
    name: str
    make: Callable[[Any, str, Environment], bytes]


def rendered(template: str, page: Page, text: str, speaking: Environment) -> str:
    """An edition's template with the page and its text, addresses in full."""
    return speaking.get_template(f"editions/{template}").render(page=page, text=text).strip() + "\n"


def _txt(page: Page, text: str, speaking: Environment) -> bytes:
    return rendered("release.txt", page, text, speaking).encode()


def _pdf(page: Page, text: str, speaking: Environment) -> bytes:
    text, pictures = _with_pictures(page, text, speaking)
    return pdf(rendered("release.typ", page, text, speaking), day_of(page), pictures)


def day_of(release: Page) -> date:
    """Return the day of a release; every release has one."""
    assert release.published
    return release.published


def _with_pictures(page: Page, text: str, speaking: Environment) -> tuple[str, dict[str, bytes]]:
    """The text, its own pictures and those of the kit, by name."""
    known: Any = speaking.globals
    text, pictures = embedded(text, known["picture_of"])
    kept = {one.entry.file: known["bytes_of"](one.web.name) for one in page.part(Kit).pictures}
    return text, kept | pictures


def _office(form: str, page: Page, text: str, speaking: Environment) -> bytes:
    text, pictures = _with_pictures(page, text, speaking)
    html = rendered("release.html", page, text, speaking)
    points = in_points(pictures, drawn)
    return office(html, form, _manuscript(page, speaking), day_of(page), points)


def _manuscript(page: Page, speaking: Environment) -> Manuscript:
    known: Any = speaking.globals
    return Manuscript(
        page.title,
        page.lang,
        known["language"].direction,
        known["SITENAME"],
        known["long_date"](page.published),
        page.summary,
        page.keywords,
        first=_embargoed(page, speaking),
    )


def _eml(page: Page, text: str, speaking: Environment) -> bytes:
    said = in_words(rendered("release.html", page, shaped(text), speaking))
    parts = (
        rendered("release.txt", page, text, speaking),
        rendered("letter.html", page, said, speaking),
    )
    subject = ". ".join(filter(None, (_embargoed(page, speaking), page.title)))
    return letter(subject, page.lang, *parts)


def _json(page: Page, text: str, speaking: Environment) -> bytes:
    known: dict[str, Any] = speaking.globals
    library, address = known["library"], known["absolute"]
    contact = library.contacts[library.press["contact"]]
    values = _said_first(page, speaking) | {
        "title": page.title,
        "summary": page.summary,
        "language": page.lang,
        "url": address(page),
        "published": day_of(page).isoformat(),
        "written": (page.written or day_of(page)).isoformat(),
        "reviewed": page.reviewed
        and {"day": page.reviewed.day.isoformat(), "role": page.reviewed.role},
        "corrections": [{"day": one.day.isoformat(), "what": one.what} for one in page.corrections],
        "topics": list(page.topic_keys),
        "keywords": list(page.keywords),
        "place": library.press["place"][page.lang],
        "text": plain_text(text),
        "html": text,
        "quotes": [vars(quote) for quote in quotes(text)],
        "pictures": [_picture(one, page.lang, address) for one in page.part(Kit).pictures],
        "boilerplate": speaking.filters["numbered"](library.press["boilerplate"][page.lang]),
        "contact": _contact(contact, speaking),
        "licence": spdx(str(speaking.globals["LICENCE"])),
        "translations": {one.lang: address(one) for one in _translations(page)},
    }
    return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode()


def _picture(one: Offered, lang: str, absolute: Callable[[Any], str]) -> dict[str, Any]:
    entry = one.entry
    sizes = {
        "url": absolute(one.full),
        "web": absolute(one.web),
        "width": one.full.width,
        "height": one.full.height,
    }
    words = {"caption": entry.caption[lang], "alt": entry.alt[lang]}
    return sizes | words | {"credit": entry.credit, "licence": entry.licence}


def _said_first(page: Page, speaking: Environment) -> dict[str, Any]:
    """What a reader must know before anything else: that it must not be published yet,
    that this is a demonstration, or a draft to be approved."""
    said = {
        "embargo": _embargoed(page, speaking),
        "embargoed_until": page.due and page.due.isoformat(),
        "demonstration": demo_words(speaking),
        "status": page.draft,
    }
    return {name: words for name, words in said.items() if words}


def _embargoed(page: Page, speaking: Environment) -> str:
    """Until when editors keep it to themselves; empty when it is public."""
    told: Any = speaking.get_template("components/embargo-notice.html").module
    return plain(told.embargoed(page.due)) if page.due else ""


def _contact(contact: Any, speaking: Environment) -> dict[str, Any]:
    """What is not confirmed yet is null, never guessed."""
    lang: str = speaking.globals["language"].code  # type: ignore[attr-defined]
    told: Any = speaking.get_template("components/contact-record.html").module
    return {
        "name": contact.name[lang],
        "about": contact.about[lang],
        "record": plain(told.contact_record(contact)),
        "source": contact.source,
        "stated": contact.stated and contact.stated.isoformat(),
        "verified": contact.verified and contact.verified.isoformat(),
        "number": contact.number,
        "dial": contact.dial,
        "hours": None if contact.hours == "unconfirmed" else contact.hours,
        "languages": list(contact.languages) or None,
    }


FORMS = (
    Form("txt", "TXT", _txt),
    Form("pdf", "PDF", _pdf),
    Form("odt", "ODT", partial(_office, "odt")),
    Form("docx", "DOCX", partial(_office, "docx")),
    Form("eml", "EML", _eml),
    Form("json", "JSON", _json),
)


def file_name(page: Page, ending: str) -> str:
    """Where the form of a release is: beside its page, named as it is and by its language."""
    return f"{page.url}{page.key.rpartition('/')[2]}-{page.lang}.{ending}"


def downloads(page: Page) -> tuple[Download, ...]:
    """The files that a release offers."""
    forms = (Download(file_name(page, form.ending), form.name, page.lang) for form in FORMS)
    return (*forms, Download(file_name(page, "zip"), "ZIP", page.lang))


def artifacts(page: Page) -> Iterator[Artifact]:
    """What makes them, once the pictures are there,
    and what packs them together with the pictures."""
    for form in FORMS:
        yield Artifact(
            file_name(page, form.ending), page.lang, _make, (form, page), source=page.file
        )
    yield Artifact(file_name(page, "zip"), page.lang, _pack, (page,), stage=2, source=page.file)


def _pack(speaking: Environment, page: Page) -> bytes:
    bytes_of: Any = speaking.globals["bytes_of"]
    forms = {
        made.rpartition("/")[2]: made for made in (file_name(page, form.ending) for form in FORMS)
    }
    found = {at: bytes_of(file) for at, file in forms.items()}
    pictures = {at: bytes_of(file) for at, file in places(page.part(Kit).pictures).items()}
    if pictures:
        found["CREDITS.txt"] = rendered("credits.txt", page, "", speaking).encode()
    about = _said_first(page, speaking) | {"language": page.lang}
    return kit(found, pictures, page.part(Kit).pictures, about, day_of(page))


def _translations(page: Page) -> list[Any]:
    """The release in every language in which it can be read, its own included."""
    return [
        one.document
        for one in page.part(Navigation).alternates
        if one.document and not one.document.withdrawn
    ]


def _make(speaking: Environment, form: Form, page: Page) -> bytes:
    return form.make(page, speaking.filters["offline"](page.content), speaking)
