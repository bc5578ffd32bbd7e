"""The site's own pages to search in, and the modules of the browser run by Node."""

import json
import random
import subprocess
from functools import cache
from pathlib import Path

import pytest

from plugins.data.library import read_library
from plugins.features.search.files import files
from plugins.features.search.statistics import statistics
from plugins.features.search.stemmer import read_stemmer
from plugins.model.page import Page
from plugins.reading.extension import Converter
from plugins.reading.read import read_document
from tests.conftest import MAIN
from tests.full import amount
from tests.node import NODE

LANGUAGES = ("be", "ru", "en", "ar")


@pytest.fixture(scope="session")
def pages():
    """All pages of the real content by language."""
    content = MAIN / "content"
    converter = Converter(read_library(content / "data").contacts)
    sources = {lang: sorted((content / lang).rglob("*.md")) for lang in LANGUAGES}
    return {
        lang: [
            Page.of(read_document(str(file.relative_to(content)), file.read_text(), converter))
            for file in found
        ]
        for lang, found in sources.items()
    }


@pytest.fixture(scope="session")
def stemmers():
    return {lang: read_stemmer(lang) for lang in LANGUAGES}


@pytest.fixture(scope="session")
def index_folder(pages, stemmers, once) -> Path:
    """The files of the search in all languages."""

    def write(folder):
        for lang, documents in pages.items():
            write_index(folder, lang, documents, stemmers[lang])

    return once.folder("index", write)


def write_index(folder, lang, documents, stemmer):
    """The files of the search for `documents`."""
    for name, data in files(
        [statistics(document, stemmer) for document in documents], lang
    ).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


@pytest.fixture(scope="session")
def made_words(pages, stemmers):
    """100 000 words (a tenth in the ordinary run) of each language by seed: those of the site,
    and their beginnings with endings of others."""

    @cache
    def make(lang):
        stemmer, chance = stemmers[lang], random.Random(lang)
        texts = (text for page in pages[lang] for text in (page.title, page.summary, page.content))
        words = sorted({word for text in texts for word in stemmer.words(text)})
        endings = sorted({word[-size:] for word in words for size in range(1, 6)})
        found = set(words)
        while len(found) < amount(100_000, 10_000):
            word = chance.choice(words)
            found.add(word[: chance.randint(1, len(word))] + chance.choice(endings))
        return sorted(found)

    return make


def node(script: str, *arguments, lines=()):
    """What a script of this folder answers, a JSON value for each of `lines`."""
    command = [NODE, str(Path(__file__).parent / script), *map(str, arguments)]
    text = "".join(json.dumps(line) + "\n" for line in lines)
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]
