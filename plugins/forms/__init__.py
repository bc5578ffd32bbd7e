"""Forms: the pages that the contact endpoint answers with, in every language that has the form.

Hears    `generator_init`: tells templates where a form is sent and how long each field may be;
         `get_generators`: writes `contact/<language>/<form>/<kind>.html`, `contact/<form>.txt` and the order of the
         languages for the endpoint,
         and for each form the page that thanks. In no menu, no sitemap, not to be indexed;
         `finalized`: those who publish are told where the endpoint must run.
Adds     to every template `form_of`, `sent_to`, `field_limits`, `place`, `only_if`, `end_if`
         and `keep_days`.
Settings AT_REST, BASE_PATH, PUBLISHING, SITEURL, CONTACT_KEEP_DAYS (stated on the privacy page), DEFAULT_LANG
         (the language of the letters that the counsellors read).
"""

import sys
from collections.abc import Iterator
from typing import Any

from pelican import signals

from contact.form import FIELDS, PLACES
from contact.page import LANGUAGES
from plugins.document import Document
from plugins.forms.answer import END_IF, answers, letter, only_if, place
from plugins.generating import Borrowing


class AnswersGenerator(Borrowing):
    """Writes the answers to every form there is."""

    def generate_output(self, writer: Any) -> None:
        for answer in self._answers():
            template = self.get_template(answer.template)
            writer.write_file(answer.save_as, template, self.context, page=answer, url=answer.url)

        order = "".join(f"{lang}\n" for lang in self.context["site"].languages)
        self.settings["OUTPUT"].write(f"contact/{LANGUAGES}", order)

    def _answers(self) -> Iterator[Document]:
        site = self.context["site"]
        for form, key in PLACES.items():
            pages = [page for lang in site.languages if (page := site.shown(lang, key))]
            for page in pages:
                yield from answers(page, form)
            if pages:
                yield letter(form, self.settings["DEFAULT_LANG"])


def teach(generator: Any) -> None:
    base, forms = generator.settings["BASE_PATH"], {key: form for form, key in PLACES.items()}
    generator.env.globals["form_of"] = lambda page: forms[page.key]
    generator.env.globals["sent_to"] = lambda page: f"{base}/contact/{page.lang}/{forms[page.key]}"
    generator.env.globals["field_limits"] = FIELDS
    generator.env.globals["keep_days"] = generator.settings["CONTACT_KEEP_DAYS"]
    generator.env.globals |= {"place": place, "only_if": only_if, "end_if": END_IF}


def all_answers(pelican: Any) -> type[Borrowing] | None:
    return None if pelican.settings["AT_REST"] else AnswersGenerator


def tell_endpoint(pelican: Any) -> None:
    """Those who publish learn that a host of files alone loses what is written in the forms."""
    settings = pelican.settings
    if settings["PUBLISHING"]:
        address = f"{settings['SITEURL']}/contact/"
        print(
            f"The forms are sent to {address}: the endpoint must run there (deploy/README.md). A host that only serves "
            "files answers with an error, and the text is lost; then leave the form pages out.",
            file=sys.stderr,
        )


def register() -> None:
    signals.finalized.connect(tell_endpoint)
    signals.generator_init.connect(teach)
    signals.get_generators.connect(all_answers)
