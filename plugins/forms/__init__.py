"""Forms: the pages that the contact endpoint answers with, in every language that has the form.

Hears    `page_generator_init`: tells templates where a form is sent and how long each field may be;
         `page_writer_finalized`: writes `contact/<language>/<form>/<kind>.html` and `contact/<form>.txt` for the
         endpoint, and for each form the page that thanks. In no menu, no sitemap, not to be indexed.
Adds     to every template `form_of`, `sent_to`, `field_limits`, `place`, `only_if` and `end_if`.
Settings SITEURL, DEFAULT_LANG (the language of the letters that the counsellors read).
"""

from collections.abc import Iterator

from pelican import signals

from contact.form import FIELDS, PLACES
from plugins.build.build import Build
from plugins.build.receivers import connect
from plugins.document import Document
from plugins.forms.answer import END_IF, answers, letter, only_if, place
from plugins.languages.site import Site


def write(build: Build) -> None:
    """Writes the answers to every form there is."""
    for answer in _answers(build.get(Site), build.settings["DEFAULT_LANG"]):
        build.plan.add_page(answer)


def _answers(site: Site, staff_language: str) -> Iterator[Document]:
    for form, key in PLACES.items():
        pages = [page for lang in site.languages if (page := site.shown(lang, key))]
        for page in pages:
            yield from answers(page, form)
        if pages:
            yield letter(form, staff_language)


def teach(build: Build) -> None:
    """Templates know the forms."""
    base, forms = build.base_path, {key: form for form, key in PLACES.items()}
    build.globals["form_of"] = lambda page: forms[page.key]
    build.globals["sent_to"] = lambda page: f"{base}/contact/{page.lang}/{forms[page.key]}"
    build.globals["field_limits"] = FIELDS
    build.globals.update(place=place, only_if=only_if, end_if=END_IF)


def register() -> None:
    connect(signals.page_generator_init, teach)
    connect(signals.page_writer_finalized, write)
