"""Newsroom: news and press releases in lists, by year and by topic, and as feeds.

Hears    `get_generators`: a generator that gathers the lists once all pages are read, and writes the list pages
         that have no file of their own and the feeds.
         `finalized`: those who publish are told what falls due next.
         Withdrawn texts leave lists and feeds; their pages stay and say so, and stand on the page of corrections.
Adds     `listing` to the pages `news` and `press`; list pages to the site; `feeds` to every template.
Settings LIST_LENGTH, FEED_LENGTH, SITENAME, SITEURL, PUBLISHING, AWAITED.
"""

import sys
from typing import Any

from pelican import signals
from pelican.generators import Generator

from plugins.languages.site import DATED
from plugins.newsroom.corrections import corrections
from plugins.newsroom.embargo import notice
from plugins.newsroom.feed import atom, feeds_of
from plugins.newsroom.forms import downloads, errands
from plugins.newsroom.json_feed import json_address, json_feed
from plugins.newsroom.lists import gather
from plugins.rendering.keys import digest


class ListsGenerator(Generator):
    """Lists join the site; every index page of a dated section gets a feed."""

    def generate_context(self) -> None:
        site, settings = self.context["site"], self.settings
        self.context["archives"] = gather(site, settings["SPOKEN"].topics, settings["LIST_LENGTH"])
        self.corrections = list(corrections(site, settings["SPOKEN"].press.get("corrections", {})))
        site.add((*self.context["archives"], *self.corrections))
        for page in self._releases():
            page.downloads = downloads(page)
        found = feeds_of(
            site, (*self.context["archives"], *self.corrections), settings["SITENAME"], settings["FEED_LENGTH"]
        )
        self.feeds, self.context["feeds"] = found, [feed for feed, _ in found if feed.home.key in DATED]

    def generate_output(self, writer: Any) -> None:
        for page in self.context["archives"]:
            writer.write_file(page.save_as, self.get_template(page.template), self.context, page=page, url=page.url)
        for page in self.corrections:
            template = self.get_template(page.template)
            writer.write_page(page.save_as, template, self.context, page, *page.listing.entries)
        self._write_feeds()
        for page in self._releases():
            for errand in errands(page, self.settings["EDITION"]):
                writer.run(errand)

    def _releases(self) -> list[Any]:
        return [page for page in self.context["site"].documents if page.kind == "release" and not page.withdrawn]

    def _write_feeds(self) -> None:
        for feed, entries in self.feeds:
            self._write_feed(feed.url, atom, feed, entries)
            self._write_feed(json_address(feed), json_feed, feed, entries)

    def _write_feed(self, name: str, form: Any, feed: Any, entries: list[Any]) -> None:
        settings = self.settings
        of_texts = self.context["KEYS"].of_texts(name, (feed.home, *entries))
        key = digest(of_texts, feed.title, feed.home.summary)
        if not settings["OUTPUT"].keep(name, key):
            settings["OUTPUT"].write(name, form(feed, entries, settings["SITEURL"], settings["SITENAME"]), key)


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
