"""Newsroom: news and press releases in lists, by year and by topic, and as feeds.

Hears    `get_generators`: a generator that gathers the lists once all pages are read, and writes the list pages
         that have no file of their own and the feeds.
         `finalized`: those who publish are told what falls due next.
Adds     `listing` to the pages `news` and `press`; list pages to the site; `feeds` to every template.
Settings LIST_LENGTH, FEED_LENGTH, SITENAME, SITEURL, PUBLISHING, AWAITED.
"""

import sys
from typing import Any

from pelican import signals
from pelican.generators import Generator

from plugins.languages.site import DATED
from plugins.newsroom.embargo import notice
from plugins.newsroom.feed import atom, feed_of
from plugins.newsroom.forms import downloads, errands
from plugins.newsroom.lists import gather


class ListsGenerator(Generator):
    """Lists join the site; every index page of a dated section gets a feed."""

    def generate_context(self) -> None:
        site, settings = self.context["site"], self.settings
        self.context["archives"] = gather(site, settings["SPOKEN"].topics, settings["LIST_LENGTH"])
        site.add(self.context["archives"])
        indexes = [site.document(lang, section) for lang in site.languages for section in DATED]
        for page in self._releases():
            page.downloads = downloads(page)
        self.context["feeds"] = [feed_of(index, settings["SITENAME"]) for index in indexes if index]

    def generate_output(self, writer: Any) -> None:
        for page in self.context["archives"]:
            writer.write_file(page.save_as, self.get_template(page.template), self.context, page=page, url=page.url)
        self._write_feeds()
        for page in self._releases():
            for errand in errands(page, self.settings["EDITION"]):
                writer.run(errand)

    def _releases(self) -> list[Any]:
        return [page for page in self.context["site"].documents if page.kind == "release"]

    def _write_feeds(self) -> None:
        site, settings = self.context["site"], self.settings
        for feed in self.context["feeds"]:
            own = [entry for entry in site.dated(feed.lang, feed.section) if not entry.tongue]
            entries = own[: settings["FEED_LENGTH"]]
            key = self.context["KEYS"].of_texts(feed.url, (feed.home, *entries))
            if not settings["OUTPUT"].keep(feed.url, key):
                text = atom(feed, entries, settings["SITEURL"], settings["SITENAME"])
                settings["OUTPUT"].write(feed.url, text, key)


def tell_due(pelican: Any) -> None:
    """Those who publish learn what is still withheld."""
    if pelican.settings["PUBLISHING"]:
        for line in notice(pelican.settings["AWAITED"]):
            print(line, file=sys.stderr)


def lists(pelican: Any) -> type[Generator] | None:
    return None if pelican.settings["AT_REST"] else ListsGenerator


def register() -> None:
    signals.get_generators.connect(lists)
    signals.finalized.connect(tell_due)
