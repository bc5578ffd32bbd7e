"""Newsroom: news and press releases in lists, by year, month and topic, and as feeds;
releases in every form.

Hears    `page_generator_finalized`: gathers the lists once all pages are read;
         `all_generators_finalized`: pictures of kits are checked; in public, every address of the
         ledger is there still or leads on; `page_writer_finalized`: the list pages that have no
         file of their own, the feeds, the files of releases. When all is published, the ledger is
         renewed, and those who publish are told what falls due next. What is withdrawn stands on
         the page of corrections and in its feed, with the reason only. The pictures of all releases
         stand in a library; what is withheld or withdrawn has none there.
Adds     the parts Newsroom and Moved; `listing` to the pages `news` and `press`; list pages to the
         site; `feeds` to every template, and to the pages that a feed belongs to; `downloads` and
         `pictures` to releases.
Settings CACHE_PATH, LIST_LENGTH, FEED_LENGTH, DEFAULT_LANG, SITENAME, SITEURL,
         PUBLISHING, DEMO, PATH.
"""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from pelican import signals

from plugins.build.artifact import Artifact
from plugins.build.build import Build
from plugins.build.claims import Claim
from plugins.build.receivers import connect
from plugins.data.ledger import REDIRECTS, read_ledger
from plugins.data.library import Data
from plugins.demonstration.words import demo_html, demo_words
from plugins.export.download import Downloads, offer
from plugins.features.newsroom.addresses import (
    LEDGER,
    PAGE,
    Unpublished,
    addresses,
    gone,
    led_on,
    page_of_redirect,
    renewed,
)
from plugins.features.newsroom.corrections import corrections
from plugins.features.newsroom.feed import Feed, Feeds, Publisher, Said, atom, feeds_of
from plugins.features.newsroom.feed_ids import IDS, identified, known_ids, written
from plugins.features.newsroom.forms import artifacts, downloads
from plugins.features.newsroom.json_feed import json_feed
from plugins.features.newsroom.lists import Latest, gather, old_addresses
from plugins.features.newsroom.moments import missing_months
from plugins.features.newsroom.offered import Offered, offered
from plugins.features.newsroom.offered import artifacts as picture_artifacts
from plugins.features.newsroom.picture_library import picture_library
from plugins.features.newsroom.pictures import read_kit
from plugins.features.newsroom.press_files import calendar_of, logo
from plugins.features.newsroom.press_files import downloads as press_downloads
from plugins.model.document import changed
from plugins.model.embargo import notice
from plugins.model.found import Withheld
from plugins.model.kinds import FEEDS
from plugins.model.language import Languages
from plugins.model.listing import Listing
from plugins.model.message import Message
from plugins.model.moved import Moved, with_made
from plugins.model.page import Kit, Page
from plugins.model.site import Site
from plugins.model.withdrawal import notice as notice_of_withdrawals


@dataclass(frozen=True)
class Newsroom:
    """Pages that are made from dated ones, the pictures of each kit by its folder,
    and the feeds with their entries."""

    archives: list[Page]
    made: list[Page]  # corrections and picture libraries
    kits: dict[Path, tuple[Offered, ...]]
    feeds: list[tuple[Feed, list[Page]]]


def gather_lists(build: Build) -> None:
    """Lists join the site; every index page of a dated section gets a feed."""
    site, words = build.get(Site), build.get(Data).spoken
    releases = _releases(site)
    folders = {kit_folder(build.path, page) for page in releases}
    kits = {folder: offered(folder, build.local_day) for folder in sorted(folders)}
    for page in releases:
        page.give(Kit(kits[kit_folder(build.path, page)]))
    archives = gather(site, words.topics, build.settings["LIST_LENGTH"])
    corrected = list(corrections(site, words.press.get("corrections", {})))
    libraries = list(picture_library(site, words.press.get("pictures", {})))
    site.add((*archives, *corrected, *libraries))
    for page in releases:
        offer(page, downloads(page))
    _show_latest(site)
    for index in _press_pages(site):
        offer(index, press_downloads(index))
    feeds = feeds_of(
        site, (*archives, *corrected), build.settings["SITENAME"], build.settings["FEED_LENGTH"]
    )
    build.add(Newsroom(archives, [*corrected, *libraries], kits, feeds))
    _announce(feeds, build)


def _announce(feeds: Iterable[tuple[Feed, list[Any]]], build: Build) -> None:
    for feed, _ in feeds:
        feed.home.give(Feeds((feed,)))
    build.globals["feeds"] = [feed for feed, _ in feeds if feed.home.key in FEEDS]


def write(build: Build) -> None:
    """Lists, feeds, redirects, and the files of releases;
    afterwards the ledger says which addresses are public."""
    newsroom = build.get(Newsroom)
    for page in newsroom.archives:
        build.plan.add_page(page)
    for page in newsroom.made:
        build.plan.add_page(page, *page.part(Listing).entries)
    for feed, entries in newsroom.feeds:
        for name, form in ((feed.url, atom), (feed.as_json.url, json_feed)):
            artifact = _feed(build, name, form, feed, entries)
            build.plan.add_artifact(artifact, Claim(name, artifact.source, Message("a feed")))
    _write_redirects(build)
    _write_press_files(build)
    _add_artifacts(build, newsroom)
    if build.publishing:
        build.on_published.append(partial(tell_due, build, public(build.get(Site))))


def _show_latest(site: Site) -> None:
    """The press page of each language shows the latest release."""
    for index in (*site.documents, *site.fallbacks):
        entries = index.part(Listing).entries
        if index.key == "press" and entries:
            index.give(Latest(entries[0]))


def _press_pages(site: Site) -> list[Any]:
    """The press page of each language that has one of its own."""
    return [index for lang in site.languages if (index := site.document(lang, "press"))]


def _write_press_files(build: Build) -> None:
    site, library = build.get(Site), build.get(Data).spoken
    days = tuple(
        (day, library.sources[day.source])
        for day in library.days.values()
        if day.source in library.sources
    )
    indexes = _press_pages(site)
    for index in indexes:
        releases = [one for one in site.dated(index.lang, "press") if one.lang == index.lang]
        ids = identified(feed_ids(build), releases, build.site_url)
        build.plan.add_artifact(calendar_of(index, releases, ids, days))
    for artifact in logo(build.settings["DEFAULT_LANG"]) if indexes else ():
        build.plan.add_artifact(artifact)


def _write_redirects(build: Build) -> None:
    file = build.path / REDIRECTS
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    public = led_on(redirects(build), unpublished(build).removed)
    written = {page.url for page in build.get(Site).documents if page.file}
    moved = Moved(with_made(public, _made(build), written))
    build.add(moved)
    for old, new in moved.addresses.items():
        line = next((number for number, text in enumerate(lines, 1) if old in text), 1)
        fix = Message("Remove the line: what stands there now is shown.")
        # A file has a folder of its name, for hosts that cannot lead on by themselves.
        name = f"{old.removesuffix('/')}/{PAGE}"
        claim = Claim(name, REDIRECTS, line=line, fix=fix)
        build.plan.add_artifact(_redirect(build, claim.name, new), claim)
    for year in (page for page in build.get(Newsroom).archives if page.part(Listing).months):
        for old, new in old_addresses(year).items():
            what = Message("the old address of a month")
            claim = Claim(f"{old}index.html", year.made_from, what)
            build.plan.add_artifact(_redirect(build, claim.name, new), claim)


def _made(build: Build) -> list[str]:
    """The addresses of what is made from pages: other pages, and files to take away."""
    documents = build.get(Site).documents
    pages = [page.url for page in documents if not page.file]
    files = [one.name for page in documents for one in page.part(Downloads).files]
    offered_there = (one for page in documents for one in page.part(Kit).pictures)
    sizes = [size.name for one in offered_there for size in (one.full, one.web, one.small)]
    return pages + files + sizes


def _redirect(build: Build, name: str, address: str) -> Artifact:
    """A page that leads on to `address`; a demonstration says there what it is,
    in the language found there."""
    lang = address.partition("/")[0]
    spoken = lang if lang in build.get(Languages).shown else build.settings["DEFAULT_LANG"]
    return Artifact(name, spoken, _redirect_text, (build.site_url, address), source=REDIRECTS)


def _redirect_text(speaking: Environment, site_url: str, address: str) -> bytes:
    return page_of_redirect(site_url, address, demo_html(speaking)).encode()


def _add_artifacts(build: Build, newsroom: Newsroom) -> None:
    for folder, found in newsroom.kits.items():
        for artifact in picture_artifacts(found, folder, build.settings["DEFAULT_LANG"]):
            build.plan.add_artifact(artifact)
    for page in _releases(build.get(Site)):
        for artifact in artifacts(page):
            build.plan.add_artifact(artifact)


def _releases(site: Site) -> list[Any]:
    return [page for page in site.documents if page.kind == "release"]


def _feed(
    build: Build, name: str, form: Callable[..., str], feed: Feed, entries: list[Any]
) -> Artifact:
    ids = {one: known for one, known in feed_ids(build).items() if one == feed.url}
    ids |= identified(feed_ids(build), entries, build.site_url)
    topics = {
        key: build.get(Data).spoken.topics.get(key, {}) for one in entries for key in one.topic_keys
    }
    publisher = Publisher(build.settings["SITENAME"], build.site_url, ids=ids, topics=topics)
    inputs = (form, feed, tuple(entries), publisher)
    source = feed.home.file or feed.home.made_from
    return Artifact(name, feed.lang, _feed_text, inputs, stage=3, source=source)


def _feed_text(
    speaking: Environment,
    form: Callable[..., str],
    feed: Feed,
    entries: list[Any],
    publisher: Publisher,
) -> bytes:
    publisher = replace(publisher, warning=demo_words(speaking), paragraph=demo_html(speaking))
    changes = speaking.get_template("editions/changes.html")
    closed: Any = speaking.get_template("components/closed-passage.html").module
    said = Said(
        lambda entry: str(changes.render(page=entry)).strip(),
        lambda about, address: str(closed.closed_passage(Markup(about), address)).strip(),
        speaking.globals["size_of"],  # type: ignore[arg-type]
    )
    return form(feed, entries, publisher, said).encode()


def kit_folder(content: Path, page: Any) -> Path:
    """Where the pictures of a release lie."""
    return content / "kits" / str(page.key.rpartition("/")[2])


def check_kits(build: Build) -> None:
    """No picture is given away, today or when its release falls due, without credit, licence,
    consent, and words in each language that has the release."""
    spoken: dict[Path, list[str]] = {}
    for page in (*build.get(Site).documents, *build.get(Withheld).coming):
        if page.kind == "release" and (folder := kit_folder(build.path, page)).is_dir():
            spoken.setdefault(folder, []).append(page.lang)
    for folder, languages in spoken.items():
        build.problems += read_kit(folder, languages, build.local_day)[1]


def check_addresses(build: Build) -> None:
    """What was public once is public still, or leads on;
    those who publish learn which month has no release."""
    ledger, site = build.path / LEDGER, build.get(Site)
    if not build.publishing:
        return
    if ledger.exists():
        text, leading = ledger.read_text(encoding="utf-8"), redirects(build)
        build.problems += gone(text, set(public(site)), leading, unpublished(build))
    days = [page.published for page in site.documents if page.kind == "release" and page.published]
    for missing in missing_months(days, build.now.date()):
        note = Message("Note: no release is dated %(month)s.", month=missing)
        print(build.say(note), file=sys.stderr)


def public(site: Site) -> list[str]:
    """The addresses of everything readers are shown."""
    return addresses(page.save_as for page in (*site.documents, *site.fallbacks))


def unpublished(build: Build) -> Unpublished:
    """The addresses that were taken back."""
    languages, withheld = build.get(Languages).shown, build.get(Withheld)
    keys = withheld.unpublished - withheld.withdrawals.removed
    sleeping = frozenset(f"{lang}/{key}/" for lang in languages for key in keys)
    return Unpublished(withheld.withdrawals.removed_addresses(languages), sleeping)


def redirects(build: Build) -> dict[str, str]:
    """The new addresses by the old ones, as staff wrote them down."""
    return build.once(read_ledger, build.path / REDIRECTS)


def feed_ids(build: Build) -> dict[str, str]:
    """The ids of feeds and entries by address, as they were first published."""
    return build.once(_feed_ids, build.path)


def _feed_ids(content: Path) -> dict[str, str]:
    return known_ids(read_ledger(content / IDS), read_ledger(content / REDIRECTS))


def _record_ids(build: Build, forgotten: frozenset[str]) -> None:
    """What is published for the first time is known by the same id from now on."""
    entries = [page for page in build.get(Site).documents if page.published or changed(page)]
    feeds = {feed.url: f"{build.site_url}/{feed.home.url}" for feed, _ in build.get(Newsroom).feeds}
    known = feed_ids(build)
    ids = feeds | identified(known, entries, build.site_url) | known
    (build.path / IDS).write_text(written(ids, forgotten), "utf-8")


def tell_due(build: Build, addresses: list[str]) -> None:
    """Those who publish learn what is still withheld; what is public now is written down."""
    withheld = build.get(Withheld)
    for line in (
        *notice(withheld.awaited, bool(build.settings["DEMO"])),
        *notice_of_withdrawals(withheld.withdrawals),
    ):
        print(build.say(line), file=sys.stderr)
    if not build.settings["DEMO"]:  # what a demonstration shows is not published yet
        keep_addresses(build, addresses)


def keep_addresses(build: Build, addresses: list[str]) -> None:
    """The ledger has what is public now; those who publish learn that it changed, or is lost."""
    ledger, removed = build.path / LEDGER, unpublished(build).removed
    if not ledger.exists():
        lost = Message(
            "%(file)s, the list of published addresses, is missing: restore it from git, or begin "
            "it as an empty file. Without it nobody is told when an address is lost.",
            file=str(ledger),
        )
        print(build.say(lost), file=sys.stderr)
        return
    forgotten = removed | {old for old, new in redirects(build).items() if new in removed}
    before = ledger.read_text(encoding="utf-8")
    after = renewed(before, addresses, forgotten)
    if after != before:
        ledger.write_text(after, "utf-8")
        changed = Message(
            "The list of addresses has changed; commit it: %(file)s", file=str(ledger)
        )
        print(build.say(changed), file=sys.stderr)
    _record_ids(build, forgotten)


def register() -> None:
    connect(signals.page_generator_finalized, gather_lists)
    connect(signals.all_generators_finalized, check_kits)
    connect(signals.all_generators_finalized, check_addresses)
    connect(signals.page_writer_finalized, write)
