"""Forms: the pages that the contact endpoint answers with, in every language that has the form.

Hears    `page_generator_init`: tells templates where a form is sent and how long each field may be;
         `page_writer_finalized`: writes `contact/<language>/<form>/<kind>.html`,
         `contact/<form>.txt` and the order of the languages for the endpoint, and for each form the
         page that thanks. In no menu, no sitemap, not to be indexed. When all is published, those
         who publish are told where the endpoint must run. With CONTACT_FORMS = False nothing of
         this is written, and the pages of the forms say how else to write.
Adds     to every template `has_forms`, `form_of`, `sent_to`, `field_limits`, `place`, `only_if`,
         `end_if` and `keep_days`. Settings CONTACT_FORMS, CONTACT_AT (where the endpoint
         runs, when that is another name of the same site), SITEURL, PUBLISHING,
         CONTACT_KEEP_DAYS (stated on the privacy page), DEFAULT_LANG (the language of the
         letters that the counsellors read).
"""

import sys
from collections.abc import Iterator
from functools import partial

from pelican import signals

from contact.form import FIELDS, PLACES, ROUTES
from contact.page import LANGUAGES
from plugins.build.build import Build
from plugins.build.claims import Claim
from plugins.build.receivers import connect
from plugins.features.forms.answer import END_IF, answers, letter, only_if, place
from plugins.model.message import Message
from plugins.model.page import Page
from plugins.model.site import Site


def write(build: Build) -> None:
    """Plan the answers to every form there is; where there are none, nothing."""
    if build.publishing:
        tell = tell_endpoint if build.settings["CONTACT_FORMS"] else tell_no_forms
        build.on_published.append(partial(tell, build))
    if build.settings["CONTACT_FORMS"]:
        _plan_answers(build)


def _plan_answers(build: Build) -> None:
    for answer in _answers(build.get(Site), build.settings["DEFAULT_LANG"]):
        build.plan.add_page(answer)
    order = "".join(f"{lang}\n" for lang in build.get(Site).languages)
    build.plan.add_file(
        Claim(f"contact/{LANGUAGES}", "", Message("the languages of the forms")),
        partial(str, order),
    )


def _answers(site: Site, staff_language: str) -> Iterator[Page]:
    for form, key in PLACES.items():
        pages = [page for lang in site.languages if (page := site.shown(lang, key))]
        for page in pages:
            yield from answers(page, form)
        if pages:
            yield letter(form, staff_language)


def teach(build: Build) -> None:
    """Templates know the forms."""
    base, forms = build.base_path, {key: form for form, key in PLACES.items()}
    build.globals["has_forms"] = build.settings["CONTACT_FORMS"]
    build.globals["form_of"] = lambda page: forms[page.key]
    start = f"{build.settings['CONTACT_AT'] or base}/contact"
    build.globals["sent_to"] = lambda page: f"{start}/{page.lang}/{ROUTES[forms[page.key]]}"
    build.globals["field_limits"] = FIELDS
    build.globals["keep_days"] = build.settings["CONTACT_KEEP_DAYS"]
    build.globals.update(place=place, only_if=only_if, end_if=END_IF)


def tell_endpoint(build: Build) -> None:
    """Those who publish learn that a host of files alone loses what is written in the forms."""
    note = Message(
        "The forms are sent to %(site_url)s/contact/: the endpoint must run there "
        "(deploy/README.md). A host that only serves files answers with an error, and the text is "
        "lost; there publish with CONTACT_FORMS=false.",
        site_url=build.settings["CONTACT_AT"] or build.site_url,
    )
    print(build.say(note), file=sys.stderr)


def tell_no_forms(build: Build) -> None:
    """Those who publish learn that nobody can write through this site."""
    note = Message(
        "%(site_url)s has no forms (CONTACT_FORMS is false): its pages say how else to write. "
        "Where the endpoint runs (deploy/README.md), publish without CONTACT_FORMS=false.",
        site_url=build.site_url,
    )
    print(build.say(note), file=sys.stderr)


def register() -> None:
    connect(signals.page_generator_init, teach)
    connect(signals.page_writer_finalized, write)
