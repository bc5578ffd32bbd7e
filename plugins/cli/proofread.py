"""Mark what a careful reader would: spelling, words to avoid, long sentences, differing numbers."""

import argparse

from plugins.cli.page_files import folder_of, partly_in, require_language
from plugins.cli.parser import add_folders
from plugins.features.translations.pages import said
from plugins.model.document import UNFINISHED, Document
from plugins.model.message import Message
from plugins.model.problems import render
from plugins.proofread.marks import proofreader
from plugins.proofread.spelling import DICTIONARIES
from plugins.proofread.wording import measured


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a language."""
    add_folders(parser, "content")
    parser.add_argument("--lang", default="")


def run(arguments: argparse.Namespace) -> None:
    """Print every mark, and how long sentences and words are. Raises CommandError,
    SpellingError."""
    folder = folder_of(arguments)
    require_language(folder, arguments.lang)
    reader, found = proofreader(folder.path)
    pages = [page for page in folder.pages() if page.draft != UNFINISHED and not page.withdrawn]
    languages = (arguments.lang,) if arguments.lang else tuple(DICTIONARIES)
    wanted = [page for page in pages if page.lang in languages]
    for page in wanted:
        source = current_source(page, pages)
        partly = source is not None and partly_in(folder, page.lang, source.lang)
        found += reader.marks(page, source, partly)
    if found:
        found.sort(key=lambda one: (one.file, one.line))
        print(render(found, folder.path, arguments.say))
    for page in wanted:
        measure = measured(said(folder.path, page), page.lang)
        line = Message(
            "words in a sentence: %(words)s, long words: %(long)s %%",
            words=measure.words,
            long=measure.long,
        )
        print(f"{folder.path / page.file}: {arguments.say(line)}")


def current_source(page: Document, pages: list[Document]) -> Document | None:
    """Return the source of a translation that is as new as it; None for any other page."""
    origin = page.translated_from
    named = (one for one in pages if origin and (one.lang, one.key) == (origin.lang, page.key))
    source = next(named, None)
    return source if source and origin and source.revision == origin.revision else None
