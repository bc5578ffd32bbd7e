"""Newsroom: news and press releases in lists, by year, month and topic, and as feeds; releases in every form.

Hears    `get_generators`: a generator that gathers the lists once all pages are read, and writes the list pages
         that have no file of their own and the feeds.
         `site_complete`: in public, every address of the ledger is there still or leads on, else the build stops;
         `finalized`: those who publish are told what falls due next, and the ledger is renewed.
         Withdrawn texts leave lists and feeds; their pages stay and say so, and stand on the page of corrections.
         The pictures of all releases stand in a library; what is withheld or withdrawn has none there.
Adds     `listing` to the pages `news` and `press`; list pages to the site; `feeds` to every template, and to the pages
         that a feed belongs to; `downloads` and `pictures` to releases.
Settings CACHE_PATH, FINGERPRINT, LIST_LENGTH, FEED_LENGTH, DEFAULT_LANG, EDITION, OUTPUT, SITENAME, SITEURL,
         PUBLISHING, DEMO, AWAITED, NOW, PATH.
"""

import sys
import tomllib
from pathlib import Path
from typing import Any

from pelican import signals

from plugins.build.kept import Known
from plugins.demonstration.words import demo_html, demo_words
from plugins.embargo import notice
from plugins.generating import Borrowing
from plugins.languages.formats import month
from plugins.languages.site import DATED
from plugins.newsroom.addresses import LEDGER, REDIRECTS, addresses, gone, page_of_redirect, renewed
from plugins.newsroom.corrections import corrections
from plugins.newsroom.feed import Publisher, atom, feeds_of
from plugins.newsroom.forms import downloads, errands, kit_errand
from plugins.newsroom.json_feed import json_feed
from plugins.newsroom.lists import gather
from plugins.newsroom.months import missing_months
from plugins.newsroom.offered import errands as pictures_errands
from plugins.newsroom.offered import offered
from plugins.newsroom.picture_library import picture_library
from plugins.newsroom.pictures import read_kit
from plugins.problems import stop
from plugins.rendering.keys import digest
from plugins.signals import site_complete


class ListsGenerator(Borrowing):
    """Lists join the site; every index page of a dated section gets a feed."""

    def generate_context(self) -> None:
        site, settings, press = self.context["site"], self.settings, self.settings["SPOKEN"].press
        self._look_for_pictures()
        named = Known(month, Path(settings["CACHE_PATH"]) / "months.pickle", settings["FINGERPRINT"])
        self.context["archives"] = gather(site, settings["SPOKEN"].topics, settings["LIST_LENGTH"], named)
        named.keep()
        self.corrections = list(corrections(site, press.get("corrections", {})))
        self.libraries = list(picture_library(site, press.get("pictures", {})))
        site.add((*self.context["archives"], *self.corrections, *self.libraries))
        for page in self._releases():
            page.downloads = downloads(page)
        self._find_feeds()

    def _look_for_pictures(self) -> None:
        folders = {page.key: kit_folder(self.settings, page) for page in self._releases()}
        self.kits = {key: (folder, offered(folder)) for key, folder in folders.items()}
        for page in self._releases():
            page.pictures = self.kits[page.key][1]

    def _find_feeds(self) -> None:
        pages = (*self.context["archives"], *self.corrections)
        self.feeds = feeds_of(self.context["site"], pages, self.settings["SITENAME"], self.settings["FEED_LENGTH"])
        for feed, _ in self.feeds:
            feed.home.feeds = (feed,)
        self.context["feeds"] = [feed for feed, _ in self.feeds if feed.home.key in DATED]

    def generate_output(self, writer: Any) -> None:
        self.settings["ADDRESSES"] = public(self.context["site"])
        for page in self.context["archives"]:
            writer.write_file(page.save_as, self.get_template(page.template), self.context, page=page, url=page.url)
        for page in (*self.corrections, *self.libraries):
            template = self.get_template(page.template)
            writer.write_page(page.save_as, template, self.context, page, *page.listing.entries)
        self._write_feeds(writer)
        for old, new in redirects(self.settings).items():
            page_there = page_of_redirect(self.settings["SITEURL"], new, self._warning(writer, new))
            self.settings["OUTPUT"].write(f"{old}index.html", page_there)
        self._run_errands(writer, self.settings["EDITION"])

    def _warning(self, writer: Any, address: str) -> str:
        """What a page that leads on to `address` says in a demonstration, in the language found there."""
        lang, languages = address.partition("/")[0], self.settings["LANGUAGES"]
        spoken = lang if lang in languages else self.settings["DEFAULT_LANG"]
        return demo_html(writer.speaking(spoken)) if self.settings["DEMO"] else ""

    def _run_errands(self, writer: Any, edition: str) -> None:
        for folder, found in self.kits.values():
            for errand in pictures_errands(found, folder, self.settings["DEFAULT_LANG"], edition):
                writer.run(errand)
        for page in self._releases():
            for errand in (*errands(page, edition), kit_errand(page, edition, self.settings["OUTPUT"])):
                writer.run(errand)

    def _releases(self) -> list[Any]:
        return [page for page in self.context["site"].documents if page.kind == "release" and not page.withdrawn]

    def _write_feeds(self, writer: Any) -> None:
        name, address = self.settings["SITENAME"], self.settings["SITEURL"]
        for feed, entries in self.feeds:
            said = (demo_words, demo_html) if self.settings["DEMO"] else ()
            publisher = Publisher(name, address, *(words(writer.speaking(feed.lang)) for words in said))
            self._write_feed(feed.url, atom, (feed, entries, publisher))
            self._write_feed(feed.as_json.url, json_feed, (feed, entries, publisher))

    def _write_feed(self, name: str, form: Any, told: tuple[Any, list[Any], Publisher]) -> None:
        settings, (feed, entries, _) = self.settings, told
        of_texts = self.context["KEYS"].of_texts(name, (feed.home, *entries))
        key = digest(of_texts, feed.title, feed.home.summary)
        if not settings["OUTPUT"].keep(name, key):
            settings["OUTPUT"].write(name, form(*told), key)


def kit_folder(settings: Any, page: Any) -> Path:
    """Where the pictures of a release lie."""
    return Path(settings["PATH"]) / "kits" / str(page.key.rpartition("/")[2])


def judge_kits(site: Any, context: Any) -> None:
    """No picture is given away without credit, licence, consent, and words in each language that has the release."""
    problems = []
    spoken: dict[Path, list[str]] = {}
    for page in site.documents:
        if page.kind == "release" and (folder := kit_folder(context, page)).is_dir():
            spoken.setdefault(folder, []).append(page.lang)
    for folder, languages in spoken.items():
        problems += read_kit(folder, languages)[1]
    if problems:
        stop(problems, Path(context["PATH"]))


def keep_addresses(site: Any, context: Any) -> None:
    """What was public once is public still, or leads on; those who publish learn which month has no release."""
    ledger = Path(context["PATH"]) / LEDGER
    if not context["PUBLISHING"]:
        return
    if ledger.exists():
        problems = gone(ledger.read_text(encoding="utf-8"), set(public(site)), redirects(context))
        if problems:
            stop(problems, Path(context["PATH"]))
    today = context["NOW"].date()
    days = [page.published for page in site.documents if page.kind == "release" and page.published]
    for missing in missing_months(days, today):
        print(f"Note: no release is dated {missing}.", file=sys.stderr)


def public(site: Any) -> list[str]:
    """The addresses of everything readers are shown."""
    return addresses(page.save_as for page in (*site.documents, *site.fallbacks))


def redirects(settings: Any) -> dict[str, str]:
    """The new addresses by the old ones, as staff wrote them down."""
    file = Path(settings["PATH"]) / REDIRECTS
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}


def tell_due(pelican: Any) -> None:
    """Those who publish learn what is still withheld; what is public now is written down."""
    settings = pelican.settings
    if not settings["PUBLISHING"]:
        return
    for line in notice(settings["AWAITED"], settings["DEMO"]):
        print(line, file=sys.stderr)
    ledger = Path(settings["PATH"]) / LEDGER
    if ledger.exists() and not settings["DEMO"]:  # what a demonstration shows is not published yet
        ledger.write_text(renewed(ledger.read_text(encoding="utf-8"), settings["ADDRESSES"]), "utf-8")


def lists(pelican: Any) -> type[Borrowing] | None:
    return None if pelican.settings["AT_REST"] else ListsGenerator


def register() -> None:
    signals.get_generators.connect(lists)
    site_complete.connect(judge_kits)
    site_complete.connect(keep_addresses)
    signals.finalized.connect(tell_due)
