"""Search: a reader finds pages by their words; everything happens in the browser, and nothing is sent or stored.

A page's words are counted once, when it is new or has changed; the files of a language are made again only then. Where
many pages are new, other cores count while Pelican goes on, and what has changed since then is counted again.

Hears    `generator_init`: tells templates the addresses of the scripts and tables, as `search_files`;
         `documents_read`: begins to count;
         `get_generators`: writes scripts, shards and manifests;
         `site_complete`: what stands in data/search.toml must fit the site.
Settings PATH, THEME, CACHE_PATH, CORES, LANGUAGES, FINGERPRINT, BASE_PATH (through `SITEURL`).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

from pelican import signals

from plugins.data.records import read_data_file
from plugins.generating import Borrowing
from plugins.housekeeping.once import once
from plugins.kept import recall, remember
from plugins.parallel import hand_out, spread
from plugins.problems import stop
from plugins.search.ahead import Ahead
from plugins.search.check import problems
from plugins.search.files import addresses, files
from plugins.search.generated import generated
from plugins.search.need import need_file
from plugins.search.numbers import digits, numbers_of
from plugins.search.scripts import scripts
from plugins.search.statistics import Statistics, seen, statistics
from plugins.search.stemmer import read_stemmer
from plugins.search.words import Words, needed, read_words, rules
from plugins.signals import documents_read, site_complete


@dataclass(frozen=True)
class SearchFiles:
    """What templates see: addresses."""

    root: str
    script: str
    more: str
    need: str

    def table(self, lang: str) -> str:
        return addresses(lang)["table"]


def announce(generator: Any) -> None:
    settings = generator.settings
    if settings["AT_REST"]:
        return
    root = f"{urlparse(settings['SITEURL']).path.rstrip('/')}/"
    (always, _), (rarely, _) = once(settings, scripts, modules(settings))
    generator.env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
    generator.env.globals["search_files"] = SearchFiles(root, root + always, root + rarely, need_of(settings)[0])


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
    """What the site adds for the search in `lang`, with its numbers as people dial them."""
    return all_words(settings).get(lang, Words())


def all_words(settings: Any) -> dict[str, Words]:
    """What the site adds for the search in every language."""
    library = settings["LIBRARY"]
    dialled = tuple((key, contact.dial) for key, contact in library.contacts.items())
    return once(settings, _spelled, Path(settings["PATH"]) / "data" / "search.toml", dialled, library.retired)


def _spelled(file: Path, dialled: tuple[tuple[str, str], ...], retired: tuple[str, ...]) -> dict[str, Words]:
    contacts, found = dict(dialled), {}
    for lang, words in read_words(file).items():
        numbers = {key: numbers_of(named, contacts, retired) for key, named in words.numbers.items()}
        found[lang] = replace(words, numbers=numbers)
    return found


def need_of(settings: Any) -> tuple[str, bytes]:
    """The file with the words of need of all languages."""
    return need_file(all_words(settings).values())


class SearchGenerator(Borrowing):
    """Writes the files of every language, unless they are as they were."""

    def generate_output(self, writer: Any) -> None:
        settings = self.settings
        for name, text in once(settings, scripts, modules(settings)):
            settings["OUTPUT"].write(name, text)
        name, data = need_of(settings)
        settings["OUTPUT"].write(f"search/{name}", data)
        wanted = list(self._wanted())
        self._count([(index, document) for index in wanted for document in index.new])
        writer.wait_for(hand_out(wanted, self._write, settings["CORES"], worthwhile=1))

    def _wanted(self) -> Iterator[Index]:
        settings, site, keys = self.settings, self.context["site"], self.context["KEYS"]
        for lang in settings["LANGUAGES"]:
            there = [document for document in site.documents if document.lang == lang]
            documents = [document for document in there if document.file and searched(document)] + list(
                generated(there)
            )
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
        numbers = {document.key: number for number, document in enumerate(index.documents)}
        more = {
            "rules": rules(words_of(settings, lang), once(settings, read_stemmer, lang), numbers),
            "need": needed(words_of(settings, lang), numbers),
            "retired": [digits(number) for number in settings["LIBRARY"].retired],
        }
        pages = [found[document.own] for document in index.documents]
        made = files(pages, lang, more)
        return {name: settings["OUTPUT"].write(name, data, index.key) for name, data in made.items()}


def judge_words(site: Any, context: Any) -> None:
    """What editors write for the search must name languages and pages that there are."""
    folder = Path(context["PATH"]) / "data"
    if not (folder / "search.toml").is_file():
        return
    file, found = read_data_file(folder, "search.toml")
    keys = {document.key for document in site.documents}
    if found := found or list(problems(file, keys, site.languages)):
        stop(found, Path(context["PATH"]))


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
    site_complete.connect(judge_words)
