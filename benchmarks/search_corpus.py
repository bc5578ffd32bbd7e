"""Pages to search in: parts of the site's own pages,
or any number of pages made of dictionary words, by seed."""

import random
import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

from lexicon import Lemma

from plugins.data.library import read_library
from plugins.features.search.fields import plain
from plugins.features.search.files import files
from plugins.features.search.need import need_files
from plugins.features.search.scripts import scripts
from plugins.features.search.statistics import statistics
from plugins.features.search.stemmer import read_stemmer
from plugins.features.search.words import read_words, rules
from plugins.model.document import Heading, Text
from plugins.model.page import Page
from plugins.reading.extension import Converter
from plugins.reading.read import read_document

SCRIPTS = ("script", "help", "signs", "more", "page")
ROOT = Path(__file__).parent.parent
PART = re.compile(r"(?=<h2)")
HEADING = re.compile(r"<h2[^>]*>(.*?)</h2>", re.DOTALL)


def parts(lang: str, count: int, seed: int) -> list[Page]:
    """`count` parts of the pages of `lang`, from heading to heading."""
    converter = Converter(read_library(ROOT / "content" / "data").contacts)
    sources = sorted((ROOT / "content" / lang).rglob("*.md"))
    pages = [
        Page.of(read_document(str(file.relative_to(ROOT / "content")), file.read_text(), converter))
        for file in sources
    ]
    found = [part for page in pages for part in _parts(page)]
    return sorted(
        random.Random(seed).sample(found, min(count, len(found))), key=lambda part: part.url
    )


def made(
    lang: str, words: dict[Lemma, list[str]], count: int, seed: int, length: int = 150
) -> list[Page]:
    """`count` pages of about `length` words; the nth most frequent lemma is drawn n times as rarely
    as the first."""
    chance = random.Random(seed)
    lemmas = list(words.values())
    chance.shuffle(lemmas)
    weights = list(accumulate(1 / (rank + 10) for rank in range(len(lemmas))))

    def draw(size: int) -> str:
        return " ".join(
            chance.choice(forms) for forms in chance.choices(lemmas, cum_weights=weights, k=size)
        )

    return [
        Page(
            lang=lang,
            url=f"{lang}/page-{number}/",
            section="advice",
            title=draw(5),
            summary=draw(14),
            keywords=(draw(2),),
            headings=tuple(Heading(2, "", draw(3)) for _ in range(3)),
            text=Text(f"<p>{draw(length)}</p>"),
        )
        for number in range(count)
    ]


def write(folder: Path, languages: dict[str, list[Page]]) -> None:
    """The files of the search and a search page for each of `languages`, as the site has them."""
    files_of_scripts = scripts(ROOT / "theme" / "static" / "js" / "search")
    words = read_words(ROOT / "content" / "data" / "search.toml")
    needs = need_files(words)
    for lang, documents in languages.items():
        stemmer = read_stemmer(lang)
        pages = [statistics(document, stemmer) for document in documents]
        numbers = {document.key: number for number, document in enumerate(documents)}
        more = {"rules": rules(words[lang], stemmer, numbers)}
        found = files(pages, lang, more, words)
        table = next(name for name in found if "/table-" in name).removeprefix("search/")
        addresses = " ".join(
            f'data-{name}="/{address}"'
            for name, (address, _) in zip(SCRIPTS, files_of_scripts, strict=True)
        )
        page = f'<form data-root="/" {addresses} data-table="{table}" data-need="{next(iter(needs))}" data-fallback="">'
        texts = {
            f"{lang}/search/index.html": page,
            **{f"search/{name}": data.decode() for name, data in needs.items()},
            **dict(files_of_scripts),
        }
        for name, data in {
            **found,
            **{name: text.encode() for name, text in texts.items()},
        }.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)


def words_of(document: Page, lang: str) -> set[str]:
    """Every word of the document, in small letters."""
    texts: Iterable[str] = (
        document.title,
        *document.keywords,
        document.summary,
        plain(document.content),
    )
    return {
        word.replace("’", "'").replace("ʼ", "'")
        for text in texts
        for word in read_stemmer(lang).words(text)
    }


def _parts(page: Page) -> list[Page]:
    first, *others = PART.split(page.content)
    found = [replace(page, text=Text(first), headings=())]
    for number, html in enumerate(others, 1):
        title = HEADING.match(html)
        text = re.sub(r"\s+", " ", plain(html[title.end() :])).strip() if title else ""
        found.append(
            replace(
                page,
                url=f"{page.url}{number}/",
                title=plain(title[1]) if title else "",
                summary=text[:150],
                keywords=(),
                headings=(),
                published=None,
                topic_keys=(),
                text=Text(html[title.end() :] if title else html),
            )
        )
    return found
