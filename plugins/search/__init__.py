"""Search: a reader finds pages by their words; everything happens in the browser, and nothing is sent or stored.

A page's words are counted once, when it is new or has changed; the files of a language are made again only then. Where
many pages are new, other cores count while Pelican goes on, and what has changed since then is counted again.

Hears    `generator_init`: tells templates the addresses of the scripts and tables, as `search_files`;
         `documents_read`: begins to count;
         `get_generators`: writes scripts, shards and manifests.
Settings PATH, THEME, CACHE_PATH, CORES, LANGUAGES, FINGERPRINT, BASE_PATH (through `SITEURL`).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

from pelican import signals

from plugins.build.kept import recall, remember
from plugins.build.parallel import hand_out, spread
from plugins.generating import Borrowing
from plugins.housekeeping.once import once
from plugins.search.ahead import Ahead
from plugins.search.files import addresses, files
from plugins.search.scripts import scripts
from plugins.search.statistics import Statistics, seen, statistics
from plugins.search.stemmer import read_stemmer
from plugins.search.words import Words, phrases, read_words
from plugins.signals import documents_read


@dataclass(frozen=True)
class SearchFiles:
    """What templates see: addresses."""

    root: str
    script: str
    more: str

    def table(self, lang: str) -> str:
        return addresses(lang)["table"]


def announce(generator: Any) -> None:
    settings = generator.settings
    if settings["AT_REST"]:
        return
    root = f"{urlparse(settings['SITEURL']).path.rstrip('/')}/"
    (always, _), (rarely, _) = once(settings, scripts, modules(settings))
    generator.env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
    generator.env.globals["search_files"] = SearchFiles(root, root + always, root + rarely)


def modules(settings: Any) -> Path:
    return Path(settings["THEME"]) / "static" / "js" / "search"


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


def count_ahead(documents: list[Any], generator: Any) -> None:
    settings = generator.settings
    new = [document for document in settings["DOCUMENTS"].values() if document.own and searched(document)]
    looked = [seen(document) for document in new]
    settings["COUNTED"] = Ahead(new, looked, hand_out(new, counter(settings), settings["CORES"]))


def counter(settings: Any) -> Callable[[Any], Statistics]:
    """Counts the words of a document in its language."""

    def count(document: Any) -> Statistics:
        lang = document.lang
        stemmer, formats = once(settings, read_stemmer, lang), settings["LANGUAGES"][lang].formats
        return statistics(document, stemmer, words_of(settings, lang), formats)

    return count


def words_of(settings: Any, lang: str) -> Words:
    """What the site adds for the search in `lang`."""
    return once(settings, read_words, Path(settings["PATH"]) / "data" / "search.toml").get(lang, Words())


class SearchGenerator(Borrowing):
    """Writes the files of every language, unless they are as they were."""

    def generate_output(self, writer: Any) -> None:
        settings = self.settings
        for name, text in once(settings, scripts, modules(settings)):
            settings["OUTPUT"].write(name, text)
        wanted = list(self._wanted())
        self._count([(index, document) for index in wanted for document in index.new])
        writer.wait_for(hand_out(wanted, self._write, settings["CORES"], worthwhile=1))

    def _wanted(self) -> Iterator[Index]:
        settings, site, keys = self.settings, self.context["site"], self.context["KEYS"]
        for lang in settings["LANGUAGES"]:
            documents = [one for one in site.documents if one.lang == lang and one.file and searched(one)]
            key = keys.of_texts(f"search/{lang}", documents)
            if not kept(settings["OUTPUT"], lang, key):
                yield Index(lang, documents, key, recall(self._memory(lang), settings["FINGERPRINT"]) or {})

    def _memory(self, lang: str) -> Path:
        return Path(self.settings["CACHE_PATH"]) / f"search-{lang}.pickle"

    def _count(self, new: list[tuple[Index, Any]]) -> None:
        ahead = self.settings.pop("COUNTED")
        for index, document in new:
            if found := ahead.of(document):
                index.known[document.own] = found
        left = [(index, document) for index, document in new if document.own not in index.known]
        counted = spread([document for _, document in left], counter(self.settings), self.settings["CORES"])
        for (index, document), found in zip(left, counted, strict=True):
            index.known[document.own] = found

    def _write(self, index: Index) -> dict[str, Any]:
        """The entries of the files of a language, which are written."""
        settings, lang = self.settings, index.lang
        found = {document.own: index.known[document.own] for document in index.documents}
        remember(self._memory(lang), settings["FINGERPRINT"], found)
        more = {"crisis": phrases(words_of(settings, lang), once(settings, read_stemmer, lang))}
        pages = [found[document.own] for document in index.documents]
        made = files(pages, lang, more)
        return {name: settings["OUTPUT"].write(name, data, index.key) for name, data in made.items()}


def searched(document: Any) -> bool:
    """Lists of pages are no answer to a question."""
    return document.indexed and document.kind not in ("search", "not-found")


def kept(output: Any, lang: str, key: str) -> bool:
    """Keeps every file of `lang` as the build before left it, if all were made from the same documents."""
    start, manifest = f"search/{lang}/", f"search/{lang}.json"
    made = [
        name
        for name, entry in output.before.entries.items()
        if entry.key == key and (name == manifest or name.startswith(start))
    ]
    return bool(made) and all([output.keep(name, key) for name in made])


def write(pelican: Any) -> type[Borrowing] | None:
    return None if pelican.settings["AT_REST"] else SearchGenerator


def register() -> None:
    signals.generator_init.connect(announce)
    documents_read.connect(count_ahead)
    signals.get_generators.connect(write)
