"""Search: a reader finds pages by their words; everything happens in the browser, and nothing is sent or stored.

A page's words are counted once, when it is new or has changed; the files of a language are made again only then. Where
many pages are new, other cores count while Pelican goes on, and what has changed since then is counted again.

Hears    `page_generator_init`: tells templates the addresses of the scripts and tables, as `search_files`, and begins
         to count;
         `page_writer_finalized`: writes scripts, shards and manifests.
Settings PATH, THEME, CACHE_PATH, CORES, SITEURL.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from pelican import signals

from plugins.build.build import Build
from plugins.build.claims import Claim
from plugins.build.kept import recall, remember
from plugins.build.manifest import Entry
from plugins.build.output import Output
from plugins.build.parallel import hand_out, spread
from plugins.build.receivers import connect
from plugins.languages.language import Languages
from plugins.languages.site import Site
from plugins.reading.found import Found
from plugins.rendering.keys import Keys
from plugins.search.ahead import Ahead
from plugins.search.files import addresses, files
from plugins.search.scripts import scripts
from plugins.search.statistics import Statistics, seen, statistics
from plugins.search.stemmer import read_stemmer
from plugins.search.words import Words, phrases, read_words

WHAT = "a file of the search"


@dataclass(frozen=True)
class SearchFiles:
    """What templates see: addresses."""

    root: str
    script: str
    more: str

    def table(self, lang: str) -> str:
        return addresses(lang)["table"]


@dataclass(frozen=True)
class Index:
    """What the search of one language is made of: its documents, and the statistics that are known of some."""

    lang: str
    documents: list[Any]
    key: str
    known: dict[str, Statistics]

    @property
    def new(self) -> list[Any]:
        """Documents that have not been counted yet."""
        return [document for document in self.documents if document.own not in self.known]


def announce(build: Build) -> None:
    """Templates can say where the script of the search is."""
    root = f"{build.base_path}/"
    (always, _), (rarely, _) = build.once(scripts, modules(build))
    build.environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
    build.globals["search_files"] = SearchFiles(root, root + always, root + rarely)


def modules(build: Build) -> Path:
    """The folder of the modules that are put together."""
    return build.theme / "static" / "js" / "search"


def count_ahead(build: Build) -> None:
    """Other cores begin to count the words of new documents."""
    new = [document for document in build.get(Found).fresh.values() if document.own and searched(document)]
    looked = [seen(document) for document in new]
    build.add(Ahead(new, looked, hand_out(new, counter(build), build.cores)))


def counter(build: Build) -> Callable[[Any], Statistics]:
    """Counts the words of a document in its language."""
    languages = build.get(Languages).shown

    def count(document: Any) -> Statistics:
        lang = document.lang
        stemmer, formats = build.once(read_stemmer, lang), languages[lang].formats
        return statistics(document, stemmer, words_of(build, lang), formats)

    return count


def words_of(build: Build, lang: str) -> Words:
    """What the site adds for the search in `lang`."""
    return build.once(read_words, build.path / "data" / "search.toml").get(lang, Words())


def write(build: Build) -> None:
    """Writes the files of every language, unless they are as they were."""
    for name, text in build.once(scripts, modules(build)):
        build.plan.add_file(Claim(name, "", "a script of the search"), partial(str, text))
    _forget_languages(build)
    wanted = list(_wanted(build))
    _count(build, [(index, document) for index in wanted for document in index.new])
    build.plan.wait_for(WHAT, hand_out(wanted, lambda index: _write(build, index), build.cores, worthwhile=1))


def _wanted(build: Build) -> Iterator[Index]:
    for lang in build.get(Languages).shown:
        found = build.get(Site).documents
        documents = [one for one in found if one.lang == lang and one.file and searched(one)]
        key = build.get(Keys).of_texts(f"search/{lang}", documents)
        names = kept(build.output, lang, key)
        for name in names or [f"search/{lang}.json"]:
            build.output.claims.claim(Claim(name, "", WHAT))
        if names:
            _forget(build, lang, {document.own for document in documents})
        else:
            yield Index(lang, documents, key, recall(_memory(build, lang), build.fingerprint) or {})


def _memory(build: Build, lang: str) -> Path:
    return build.cache_path / f"search-{lang}.pickle"


def _forget(build: Build, lang: str, wanted: set[str]) -> None:
    """Words of texts that this build does not have, a preview's drafts perhaps, are not kept."""
    memory = _memory(build, lang)
    found: dict[str, Statistics] = recall(memory, build.fingerprint) or {}
    if found.keys() - wanted:
        remember(memory, build.fingerprint, {own: words for own, words in found.items() if own in wanted})
    elif not found:
        memory.unlink(missing_ok=True)


def _forget_languages(build: Build) -> None:
    shown = {_memory(build, lang) for lang in build.get(Languages).shown}
    for memory in build.cache_path.glob("search-*.pickle"):
        if memory not in shown:
            memory.unlink()


def _count(build: Build, new: list[tuple[Index, Any]]) -> None:
    ahead = build.get(Ahead)
    for index, document in new:
        if found := ahead.of(document):
            index.known[document.own] = found
    left = [(index, document) for index, document in new if document.own not in index.known]
    counted = spread([document for _, document in left], counter(build), build.cores)
    for (index, document), found in zip(left, counted, strict=True):
        index.known[document.own] = found


def _write(build: Build, index: Index) -> dict[str, Entry]:
    """The entries of the files of a language, which are written."""
    lang = index.lang
    found = {document.own: index.known[document.own] for document in index.documents}
    remember(_memory(build, lang), build.fingerprint, found)
    more = {"crisis": phrases(words_of(build, lang), build.once(read_stemmer, lang))}
    pages = [found[document.own] for document in index.documents]
    made = files(pages, lang, more)
    return {name: build.output.write(name, data, index.key) for name, data in made.items()}


def searched(document: Any) -> bool:
    """Lists of pages are no answer to a question."""
    return document.indexed and document.kind not in ("search", "not-found")


def kept(output: Output, lang: str, key: str) -> list[str]:
    """The files of `lang`, kept as the build before left them; none unless all were made from the same documents."""
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
    connect(signals.page_writer_finalized, write)
