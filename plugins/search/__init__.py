"""Search: a reader finds pages by their words; everything happens in the browser, and nothing is sent or stored.

A page's words are counted once, when it is new or has changed; the files of a language are made again only then.

Hears    `generator_init`: tells templates the addresses of the scripts and tables, as `search_files`;
         `get_generators`: writes scripts, shards and manifests.
Settings PATH, THEME, CACHE_PATH, CORES, LANGUAGES, FINGERPRINT, BASE_PATH (through `SITEURL`).
"""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

from pelican import signals
from pelican.generators import Generator

from plugins.parallel import spread
from plugins.search.files import addresses, files
from plugins.search.remembered import recall, remember
from plugins.search.scripts import scripts
from plugins.search.statistics import Statistics, statistics
from plugins.search.stemmer import read_stemmer
from plugins.search.words import Words, phrases, read_words


@dataclass(frozen=True)
class SearchFiles:
    """What templates see: addresses."""

    root: str
    script: str
    more: str

    def table(self, lang: str) -> str:
        return addresses(lang)["table"]


def announce(generator: Any) -> None:
    root = f"{urlparse(generator.settings['SITEURL']).path.rstrip('/')}/"
    (always, _), (rarely, _) = scripts(modules(generator.settings))
    generator.env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
    generator.env.globals["search_files"] = SearchFiles(root, root + always, root + rarely)


def modules(settings: Any) -> Path:
    return Path(settings["THEME"]) / "static" / "js" / "search"


class SearchGenerator(Generator):
    """Writes the files of every language, unless they are as they were."""

    def generate_output(self, writer: Any) -> None:
        settings, site, keys = self.settings, self.context["site"], self.context["KEYS"]
        words = read_words(Path(settings["PATH"]) / "data" / "search.toml")
        for name, text in scripts(modules(settings)):
            settings["OUTPUT"].write(name, text)
        for lang in settings["LANGUAGES"]:
            documents = [one for one in site.documents if one.lang == lang and one.file and searched(one)]
            key = keys.of_texts(f"search/{lang}", documents)
            if not kept(settings["OUTPUT"], lang, key):
                self._write(lang, documents, words.get(lang, Words()), key)

    def _write(self, lang: str, documents: list[Any], words: Words, key: str) -> None:
        settings, stemmer = self.settings, read_stemmer(lang)
        file = Path(settings["CACHE_PATH"]) / f"search-{lang}.pickle"
        known = recall(file, settings["FINGERPRINT"])
        new = [document for document in documents if document.own not in known]
        count = partial(statistics, stemmer=stemmer, words=words, formats=settings["LANGUAGES"][lang].formats)
        counted: list[Statistics] = spread(new, count, settings["CORES"])
        known |= {document.own: one for document, one in zip(new, counted, strict=True)}
        found = {document.own: known[document.own] for document in documents}
        if new:
            remember(file, settings["FINGERPRINT"], found)
        more = {"crisis": phrases(words, stemmer)}
        for name, data in files([found[document.own] for document in documents], lang, more).items():
            settings["OUTPUT"].write(name, data, key)


def searched(document: Any) -> bool:
    """Lists of pages are no answer to a question."""
    return document.indexed and document.kind not in ("search", "not-found")


def kept(output: Any, lang: str, key: str) -> bool:
    """Keeps every file of `lang` as the build before left it, if all were made from the same documents."""
    of_lang = [name for name in output.before.entries if name.startswith((f"search/{lang}/", f"search/{lang}.json"))]
    made = [name for name in of_lang if output.before.entries[name].key == key]
    return bool(made) and all([output.keep(name, key) for name in made])


def write(pelican: Any) -> type[Generator] | None:
    return None if pelican.settings["AT_REST"] else SearchGenerator


def register() -> None:
    signals.generator_init.connect(announce)
    signals.get_generators.connect(write)
