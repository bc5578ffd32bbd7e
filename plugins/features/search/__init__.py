"""Search: a reader finds pages by their words; everything happens in the browser,
and nothing is sent or stored.

A page's words are counted once, when it is new or has changed; the files of a language are made
again only then. Where many pages are new, other cores count while Pelican goes on, and what has
changed since then is counted again.

Hears    `page_generator_init`: tells templates the addresses of the scripts and tables, as
         `search_files`, and begins to count; `all_generators_finalized`: what stands in
         data/search.toml must fit the site; `page_writer_finalized`: writes scripts, shards and
         manifests.
Settings PATH, THEME, CACHE_PATH, CORES, SITEURL.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from pelican import signals

from plugins.build.build import Build
from plugins.build.cache import Cache
from plugins.build.claims import Claim
from plugins.build.manifest import Entry
from plugins.build.output import Output
from plugins.build.parallel import parallel_map, start_map
from plugins.build.receivers import connect
from plugins.data.countries import key_of_page
from plugins.data.library import Data, Library
from plugins.data.records import read_data_file
from plugins.features.search.ahead import Ahead
from plugins.features.search.check import example_problems, problems
from plugins.features.search.files import addresses, files
from plugins.features.search.generated import generated
from plugins.features.search.need import Need, need_files
from plugins.features.search.numbers import digits, numbers_of
from plugins.features.search.scripts import FILES, scripts, sources
from plugins.features.search.statistics import Statistics, seen, statistics
from plugins.features.search.stemmer import read_stemmer
from plugins.features.search.words import EXAMPLES, Words, needed, read_words, rules
from plugins.model.document import Document
from plugins.model.found import Found, Withheld
from plugins.model.kinds import kind_named
from plugins.model.language import Languages
from plugins.model.message import Message
from plugins.model.page import Page
from plugins.model.site import Site
from plugins.rendering.keys import Keys

WHAT = Message("a file of the search")
MEMORY = "search-"  # before the code of the language whose words are kept


@dataclass(frozen=True)
class SearchFiles:
    """What templates see: addresses."""

    root: str
    script: str
    help: str
    more: str
    page: str
    need: str

    def table(self, lang: str) -> str:
        return addresses(lang)["table"]


@dataclass(frozen=True)
class Index:
    """What the search of one language is made of: its documents,
    and the statistics that are known of some."""

    lang: str
    documents: list[Any]
    key: str
    known: dict[str, Statistics]

    @property
    def new(self) -> list[Any]:
        """Documents that have not been counted yet."""
        return [
            document for document in self.documents if document.content_digest not in self.known
        ]


def announce(build: Build) -> None:
    """Templates can say where the script of the search is."""
    root = f"{build.base_path}/"
    at = dict(zip(FILES, (root + name for name, _ in made_scripts(build)), strict=True))
    build.environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
    need = next(iter(need_of(build).files))
    build.globals["search_files"] = SearchFiles(
        root, at["search"], at["search-help"], at["search-more"], at["search-page"], need
    )


def made_scripts(build: Build) -> tuple[tuple[str, str], ...]:
    """The files that are put together from the modules of the theme, as name and text."""
    return build.once(_made_scripts, build.theme / "static" / "js" / "search", build.cache)


def _made_scripts(folder: Path, cache: Cache) -> tuple[tuple[str, str], ...]:
    found: tuple[tuple[str, str], ...] = cache.get_or_compute(
        "scripts", sources(folder), partial(scripts, folder)
    )
    return found


def count_ahead(build: Build) -> None:
    """Other cores begin to count the words of new documents."""
    new = [
        Page.of(document)
        for document in build.get(Found).fresh.values()
        if document.content_digest and searched(document)
    ]
    looked = [seen(document) for document in new]
    build.add(Ahead(new, looked, start_map(new, counter(build), build.cores)))


def counter(build: Build) -> Callable[[Any], Statistics]:
    """Counts the words of a document in its language."""
    languages = build.get(Languages).shown

    def count(document: Page) -> Statistics:
        lang = document.lang
        stemmer, formats = build.once(read_stemmer, lang), languages[lang].formats
        return statistics(document, stemmer, words_of(build, lang), formats)

    return count


def words_of(build: Build, lang: str) -> Words:
    """What the site adds for the search in `lang`, with its numbers as people dial them."""
    return all_words(build).get(lang, Words())


def all_words(build: Build) -> dict[str, Words]:
    """What the site adds for the search in every language."""
    library = build.get(Data).library
    dialled = tuple((key, contact.dial) for key, contact in library.contacts.items())
    file = build.path / "data" / "search.toml"
    return build.once(_spelled, file, dialled, library.retired, _of_countries(library))


def _of_countries(library: Library) -> tuple[tuple[str, str], ...]:
    """The page of a country and each number that only it has; 112 leads to the page of all."""
    shared = {contact.dial for contact in library.contacts.values()}
    numbers = library.country_numbers.values()
    return tuple((key_of_page(one.country), one.dial) for one in numbers if one.dial not in shared)


def _spelled(
    file: Path,
    dialled: tuple[tuple[str, str], ...],
    retired: tuple[str, ...],
    of_countries: tuple[tuple[str, str], ...] = (),
) -> dict[str, Words]:
    contacts, found = dict(dialled), {}
    for lang, words in read_words(file).items():
        named = {key: list(keys) for key, keys in words.numbers.items()}
        for key, dial in of_countries:
            named.setdefault(key, []).append(dial)
        numbers = {key: numbers_of(keys, contacts, retired) for key, keys in named.items()}
        found[lang] = replace(words, numbers=numbers)
    return found


def need_of(build: Build) -> Need:
    """The files with the words of need of all languages, and the words that speak for it."""
    words = tuple(all_words(build).items())
    return build.once(_need, build.cache, build.fingerprint, words)


def _need(cache: Cache, made_by: str, words: tuple[tuple[str, Words], ...]) -> Need:
    found: Need = cache.get_or_compute("need", made_by, partial(need_files, dict(words)))
    return found


def write(build: Build) -> None:
    """Writes the files of every language, unless they are as they were."""
    for name, text in made_scripts(build):
        build.plan.add_file(Claim(name, "", Message("a script of the search")), partial(str, text))
    for name, data in need_of(build).files.items():
        claim = Claim(f"search/{name}", "data/search.toml", Message("the words of need"))
        build.plan.add_file(claim, partial(bytes, data))
    _forget_languages(build)
    wanted = list(_wanted(build))
    _count(build, [(index, document) for index in wanted for document in index.new])
    build.plan.wait_for(
        WHAT, start_map(wanted, lambda index: _write(build, index), build.cores, worthwhile=1)
    )


def _wanted(build: Build) -> Iterator[Index]:
    for lang in build.get(Languages).shown:
        there = [document for document in build.get(Site).documents if document.lang == lang]
        documents = [document for document in there if document.file and searched(document)]
        documents += generated(there)
        key = build.get(Keys).of_texts(f"search/{lang}", documents)
        names = kept(build.output, lang, key)
        for name in names or [f"search/{lang}.json"]:
            build.output.claims.claim(Claim(name, "", WHAT))
        if names:
            _forget(build, lang, {document.content_digest for document in documents})
        else:
            yield Index(
                lang, documents, key, build.cache.get(_memory(lang), build.fingerprint) or {}
            )


def _memory(lang: str) -> str:
    """The name under which the words of a language are kept."""
    return f"{MEMORY}{lang}"


def _forget(build: Build, lang: str, wanted: set[str]) -> None:
    """Words of texts that this build does not have, a preview's drafts perhaps, are not kept."""
    found: dict[str, Statistics] = build.cache.get(_memory(lang), build.fingerprint) or {}
    if found.keys() - wanted:
        left = {own: words for own, words in found.items() if own in wanted}
        build.cache.put(_memory(lang), build.fingerprint, left)
    elif not found:
        build.cache.forget(_memory(lang))


def _forget_languages(build: Build) -> None:
    shown = {_memory(lang) for lang in build.get(Languages).shown}
    for name in build.cache.names():
        if name.startswith(MEMORY) and name not in shown:
            build.cache.forget(name)


def _count(build: Build, new: list[tuple[Index, Any]]) -> None:
    ahead = build.get(Ahead)
    for index, document in new:
        if found := ahead.of(document):
            index.known[document.content_digest] = found
    left = [
        (index, document) for index, document in new if document.content_digest not in index.known
    ]
    counted = parallel_map([document for _, document in left], counter(build), build.cores)
    for (index, document), found in zip(left, counted, strict=True):
        index.known[document.content_digest] = found


def _write(build: Build, index: Index) -> dict[str, Entry]:
    """The entries of the files of a language, which are written."""
    lang = index.lang
    found = {
        document.content_digest: index.known[document.content_digest]
        for document in index.documents
    }
    build.cache.put(_memory(lang), build.fingerprint, found)
    numbers = {document.key: number for number, document in enumerate(index.documents)}
    more = {
        "rules": rules(words_of(build, lang), build.once(read_stemmer, lang), numbers),
        "need": needed(words_of(build, lang), numbers),
        "retired": [digits(number) for number in build.get(Data).library.retired],
    }
    pages = [found[document.content_digest] for document in index.documents]
    made = files(pages, lang, more, all_words(build), need_of(build))
    return {name: build.output.write(name, data, index.key) for name, data in made.items()}


def check_words(build: Build) -> None:
    """What editors write for the search must name languages and pages that there are."""
    folder, site = build.path / "data", build.get(Site)
    if (folder / "search.toml").is_file():
        file, found = read_data_file(folder, "search.toml")
        withheld = build.get(
            Withheld
        )  # a rule may lead to what is withdrawn or not due: it leads nowhere then
        keys = (
            {document.key for document in site.documents}
            | withheld.unpublished
            | set(withheld.withdrawals.reasons)
        )
        build.problems += found or problems(file, keys, site.languages)
    if (folder / EXAMPLES).is_file():
        file, found = read_data_file(folder, EXAMPLES)
        build.problems += found or example_problems(file, site.languages)


def searched(document: Document) -> bool:
    """Lists of pages are no answer to a question."""
    return bool(document.indexed and kind_named(document.kind).searched)


def kept(output: Output, lang: str, key: str) -> list[str]:
    """The files of `lang`, kept as the build before left them;
    none unless all were made from the same documents."""
    start, manifest = f"search/{lang}/", f"search/{lang}.json"
    made = [
        name
        for name, entry in output.before.entries.items()
        if entry.key == key and (name == manifest or name.startswith(start))
    ]
    return made if all([output.keep(name, key) for name in made]) else []


def register() -> None:
    connect(signals.page_generator_init, announce)
    connect(signals.page_generator_init, count_ahead)
    connect(signals.all_generators_finalized, check_words)
    connect(signals.page_writer_finalized, write)
