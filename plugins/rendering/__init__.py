"""Rendering: every page in the voice of its language, over all cores.

Pelican's generators say what is to be written; nothing is written until all of them have spoken, and then the files to
take away (plugins.build.errand) are made, and all pages whose keys have changed (plugins.rendering.keys) rendered.
What a page needs from Pelican's context is shared by all pages of a language.

Hears    `site_linked`: the documents are complete, so keys can be told;
         `get_writer`: Pelican writes through the writer below;
         `generator_init`: compiled templates are kept from one build to the next, and so are catalogues;
         `documents_read`: in the first build another core compiles them while Pelican makes its pages.
Sends    Pelican's `content_written` for each page, as Pelican itself would.
Adds     `KEYS` (plugins.rendering.keys.Keys) to Pelican's context; the setting LENDER, a generator whose templates ours
         use (plugins.generating).
Settings LANGUAGES, TRANSLATIONS_PATH, CACHE_PATH, CORES (0: all), FINGERPRINT.
"""

from collections.abc import Callable, Iterable
from functools import partial
from gettext import NullTranslations
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache
from pelican import signals
from pelican.writers import Writer

from plugins.build.errand import Errand
from plugins.build.job import Job, render
from plugins.build.parallel import hand_out, spread
from plugins.languages.catalogue import read_catalogues
from plugins.languages.voice import voice
from plugins.rendering.compiling import compile_template, needed
from plugins.rendering.keys import SEES_ALL, Keys
from plugins.signals import documents_read, site_linked

# What templates see of Pelican's context. Each name costs a little on every page, and Pelican has hundreds.
SHARED = ("SITENAME", "SITEURL", "site", "books", "feeds")

# Arguments of Pelican's own writer that mean nothing to a template.
PELICANS = {"relative_urls", "paginated", "template_name", "override_output", "url"}


class PageWriter(Writer):
    """Collects pages and writes them when `finish` is called; anything that is no page is written at once."""

    def __init__(self, output_path: str, settings: Any = None) -> None:
        super().__init__(output_path, settings)
        self.jobs: list[Job] = []
        self.errands: list[Errand] = []
        self.begun: list[Callable[[], list[dict[str, Any]]]] = []
        self.voices: dict[str, Any] = {}
        self.context: Any = None
        self.env: Any = None
        settings["WRITER"] = self

    def write_page(self, name: str, template: Any, context: Any, page: Any, *texts: Any, **more: Any) -> None:
        """As `write_file`; `texts` are other documents that the page shows whole."""
        self.jobs.append(Job(name, template.name, page, more, texts))
        self.context, self.env = context, template.environment

    def write_file(self, name: str, template: Any, context: Any, *args: Any, page: Any = None, **more: Any) -> None:
        if page is None:
            super().write_file(name, template, context, *args, **more)
        else:
            own = {key: value for key, value in more.items() if key not in PELICANS}
            self.write_page(name, template, context, page, **own)

    def speaking(self, lang: str) -> Environment:
        """Return the environment of a language, for files that are written at once; some page must come before."""
        speaking: Environment = self._speaking([lang])[lang]
        return speaking

    def run(self, errand: Errand) -> None:
        """The file of `errand` is made before the pages, which may then say how large it is."""
        self.errands.append(errand)

    def wait_for(self, begun: Callable[[], list[dict[str, Any]]]) -> None:
        """`begun` will be asked, after the pages, for the entries of files that other cores write meanwhile."""
        self.begun.append(begun)

    def finish(self) -> None:
        """Makes, renders and writes what was collected and is not as it was."""
        for wave in sorted({errand.wave for errand in self.errands}):
            self._make([errand for errand in self.errands if errand.wave == wave])
        self._render()
        for begun in self.begun:
            for entries in begun():
                self.settings["OUTPUT"].entries.update(entries)

    def _make(self, errands: list[Errand]) -> None:
        output = self.settings["OUTPUT"]
        wanted = [errand for errand in errands if not output.keep(errand.name, errand.key)]
        if wanted:
            voices = self._speaking(errand.lang for errand in wanted)
            made = spread(wanted, lambda one: _made(output, voices, one), self.settings["CORES"], worthwhile=2)
            output.entries.update(zip((errand.name for errand in wanted), made, strict=True))

    def _render(self) -> None:
        output = self.settings["OUTPUT"]
        keys = {} if output.first else {job.name: self._key(job) for job in self.jobs}
        wanted = [job for job in self.jobs if not output.keep(job.name, keys.get(job.name, ""))]
        if not wanted:
            return
        voices = self._speaking(lang for job in wanted for lang in self._languages_of(job))
        self.settings.pop("COMPILING", list)()
        for job in wanted:  # compiled once, before the work is shared out
            voices[job.page.lang].get_template(job.template)

        def make(job: Job) -> Any:
            return output.write(job.name, render(job, voices), keys.get(job.name) or self._key(job))

        for job, entry in zip(wanted, spread(wanted, make, self.settings["CORES"]), strict=True):
            output.entries[job.name] = entry
            signals.content_written.send(str(output.folder / job.name), context=self.context)

    def _languages_of(self, job: Job) -> Iterable[str]:
        """The language of the page, and all of them for one that speaks to the readers of each."""
        return self.settings["LANGUAGES"] if job.page.kind in SEES_ALL else (job.page.lang,)

    def _key(self, job: Job) -> str:
        return str(self.context["KEYS"].of_page(job, self._sizes((job.page, *job.texts))))

    def _sizes(self, pages: Iterable[Any]) -> list[str]:
        entries = self.settings["OUTPUT"].entries
        return [f"{file.name} {entries[file.name].size}" for page in pages for file in page.downloads]

    def _speaking(self, wanted: Iterable[str]) -> dict[str, Any]:
        """The voices of the languages with those codes, and of those that had to speak before."""
        languages, settings = self.settings["LANGUAGES"], self.settings
        missing = sorted(set(wanted) - self.voices.keys())
        catalogues = _catalogues(settings, missing)
        shared = {name: self.context[name] for name in SHARED} | {"voices": self.voices}
        self.voices.update({code: voice(self.env, languages[code], catalogues[code], shared) for code in missing})
        return self.voices


def _made(output: Any, voices: dict[str, Any], errand: Errand) -> Any:
    return output.write(errand.name, errand.make(voices[errand.lang]), errand.key)


def tell_keys(site: Any, context: Any) -> None:
    """Keys are told from what readers are shown that has a file; all other pages are made from that."""
    pages = (document for document in site.documents if document.file)
    context["KEYS"] = Keys(context["FINGERPRINT"], (*pages, *site.fallbacks))


def remember_templates(generator: Any) -> None:
    """Compiled templates are kept on disk; Jinja checks them against their sources. Our own generators borrow them."""
    folder = Path(generator.settings["CACHE_PATH"]) / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    generator.env.bytecode_cache = FileSystemBytecodeCache(str(folder))
    generator.settings["LENDER"] = generator


def compile_ahead(documents: list[Any], generator: Any) -> None:
    """Where no template is compiled yet, another core compiles those the documents need, and the catalogues."""
    settings = generator.settings
    if not any((Path(settings["CACHE_PATH"]) / "templates").iterdir()):
        names = needed(documents, Path(settings["THEME"]) / "templates")
        work: list[Callable[[], Any]] = [partial(_catalogues, settings, settings["LANGUAGES"])]
        work += [partial(compile_template, generator.env, name) for name in names]
        settings["COMPILING"] = hand_out(work, _do, settings["CORES"])


def _do(work: Callable[[], Any]) -> None:
    work()


def _catalogues(settings: Any, codes: Iterable[str]) -> dict[str, NullTranslations]:
    kept = Path(settings["CACHE_PATH"]) / "catalogues"
    return read_catalogues(Path(settings["TRANSLATIONS_PATH"]), list(codes), kept)


def write(pelican: Any) -> type[Writer]:
    return PageWriter


def register() -> None:
    site_linked.connect(tell_keys)
    signals.generator_init.connect(remember_templates)
    documents_read.connect(compile_ahead)
    signals.get_writer.connect(write)
