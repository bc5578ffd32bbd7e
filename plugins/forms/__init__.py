"""Forms: the pages that the contact endpoint answers with, in every language that has the form.

Hears    `generator_init`: tells templates where a form is sent and how long each field may be;
         `get_generators`: writes `contact/<language>/<form>/<kind>.html`, `contact/<form>.txt` and the order of the
         languages for the endpoint,
         and for each form the page that thanks. In no menu, no sitemap, not to be indexed.
Adds     to every template `form_of`, `sent_to`, `field_limits`, `place`, `only_if` and `end_if`.
Settings AT_REST, BASE_PATH, DEFAULT_LANG (the language of the letters that the counsellors read).
"""

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
    generator.env.globals |= {"place": place, "only_if": only_if, "end_if": END_IF}


def all_answers(pelican: Any) -> type[Borrowing] | None:
    return None if pelican.settings["AT_REST"] else AnswersGenerator


def register() -> None:
    signals.generator_init.connect(teach)
    signals.get_generators.connect(all_answers)
