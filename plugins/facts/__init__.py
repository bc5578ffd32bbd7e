"""Facts: figures and dates from data, each with an address of its own, and all of them as CSV and JSON.

Hears    `get_generators`: a generator that makes the files beside the page of facts, in every language that shows it.
Adds     `downloads` to that page, and `beside`: its figures in words, for the search.
Settings SPOKEN, SITEURL.
"""

from typing import Any

from pelican import signals

from plugins.editions.download import offer
from plugins.facts.files import artifacts, downloads
from plugins.generating import Borrowing

PAGE = "press/facts-and-figures"


class FactsGenerator(Borrowing):
    """The words of a figure are data in every language, so the files are too, also where the page itself is missing."""

    def generate_context(self) -> None:
        site, facts = self.context["site"], self.settings["SPOKEN"].facts
        self.pages = [page for lang in site.languages if facts and (page := site.shown(lang, PAGE))]
        for page in self.pages:
            offer(page, downloads(page))
            page.beside = " ".join(f"{fact.what.get(page.lang, '')} {fact.value}" for fact in facts.values())

    def generate_output(self, writer: Any) -> None:
        for page in self.pages:
            for artifact in artifacts(page):
                writer.run(artifact)


def make_facts(pelican: Any) -> type[Borrowing] | None:
    return None if pelican.settings["AT_REST"] else FactsGenerator


def register() -> None:
    signals.get_generators.connect(make_facts)
