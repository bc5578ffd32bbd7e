"""Rendering: every page in the voice of its language, over all cores.

Plugins say what is to be written (plugins.build.plan); nothing is written until all of them have spoken, and then the
files to take away are made, and all pages whose keys have changed (plugins.rendering.keys) rendered.

Hears    `page_generator_init`: compiled templates are kept from one build to the next, and so are catalogues; in the
         first build another core compiles them while Pelican makes its pages;
         `all_generators_finalized`: the documents are complete, so keys can be told;
         `get_writer`: Pelican writes through the writer below;
         `finalized`: makes and renders.
Sends    Pelican's `content_written` for each page, as Pelican itself would.
Adds     the part Keys (plugins.rendering.keys).
Settings TRANSLATIONS_PATH, CACHE_PATH, CORES (0: all).
"""

import gc
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from gettext import NullTranslations
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache
from pelican import Pelican, signals
from pelican.writers import Writer

from plugins.build.build import Build
from plugins.build.errand import Errand
from plugins.build.job import Job, render
from plugins.build.manifest import Entry
from plugins.build.parallel import hand_out, spread
from plugins.build.receivers import build_of, connect
from plugins.languages.catalogue import read_catalogues
from plugins.languages.language import Languages
from plugins.languages.site import Site
from plugins.languages.voice import voice
from plugins.reading.found import Found
from plugins.rendering.compiling import compile_template, needed
from plugins.rendering.keys import Keys

# What templates see of Pelican's settings.
SHARED = ("SITENAME", "SITEURL")


class PageWriter(Writer):
    """Puts pages into the plan of the build; anything that is no page is written at once."""

    def write_file(self, name: str, template: Any, context: Any, *args: Any, page: Any = None, **more: Any) -> None:
        if page is None:
            super().write_file(name, template, context, *args, **more)
        else:
            build_of(self).plan.add_page(page)


@dataclass(frozen=True)
class Compiling:
    """`wait` ends when what another core compiles is there."""

    wait: Callable[[], Any]


@dataclass
class Renderer:
    """Makes what is planned and is not as it was, each thing in the voice of its language."""

    build: Build
    voices: dict[str, Environment] = field(default_factory=dict)

    def run(self) -> None:
        """Files first, wave after wave, because pages may say how large they are."""
        plan = self.build.plan
        for wave in sorted({errand.wave for errand in plan.errands}):
            self._make([errand for errand in plan.errands if errand.wave == wave])
        self._render()
        for pending in plan.pending:
            for entries in pending():
                self.build.output.entries.update(entries)

    def _make(self, errands: list[Errand]) -> None:
        output = self.build.output
        wanted = [errand for errand in errands if not output.keep(errand.name, errand.key)]
        if wanted:
            self._prepare(errand.lang for errand in wanted)
            made = spread(wanted, self._made, self.build.cores, worthwhile=2)
            output.entries.update(zip((errand.name for errand in wanted), made, strict=True))

    def _made(self, errand: Errand) -> Entry:
        return self.build.output.write(errand.name, errand.make(self.voices[errand.lang]), errand.key)

    def _render(self) -> None:
        output, jobs = self.build.output, self.build.plan.jobs
        keys = {} if output.first else {job.name: self._key(job) for job in jobs}
        wanted = [job for job in jobs if not output.keep(job.name, keys.get(job.name, ""))]
        if not wanted:
            return
        self._prepare(job.page.lang for job in wanted)
        self.build.get(Compiling).wait()
        for job in wanted:  # compiled once, before the work is shared out
            self.voices[job.page.lang].get_template(job.template)

        def make(job: Job) -> Entry:
            return output.write(job.name, render(job, self.voices), keys.get(job.name) or self._key(job))

        for job, entry in zip(wanted, spread(wanted, make, self.build.cores), strict=True):
            output.entries[job.name] = entry
            signals.content_written.send(str(output.folder / job.name), context=self.build.settings)

    def _key(self, job: Job) -> str:
        return self.build.get(Keys).of_page(job, self._sizes((job.page, *job.texts)))

    def _sizes(self, pages: Iterable[Any]) -> list[str]:
        entries = self.build.output.entries
        return [f"{file.name} {entries[file.name].size}" for page in pages for file in page.downloads]

    def _prepare(self, wanted: Iterable[str]) -> None:
        """The voices of the languages with those codes are there."""
        build, languages = self.build, self.build.get(Languages).shown
        missing = sorted(set(wanted) - self.voices.keys())
        catalogues = _catalogues(build, missing)
        shared = {name: build.settings[name] for name in SHARED}
        for code in missing:
            self.voices[code] = voice(build.environment, languages[code], catalogues[code], shared)


def render_all(build: Build) -> None:
    """Everything that is planned is in the output folder of this build."""
    gc.freeze()  # what there is now stays; only what pages leave behind is looked through
    gc.enable()
    Renderer(build).run()


def tell_keys(build: Build) -> None:
    """Keys are told from what readers are shown that has a file; all other pages are made from that."""
    site = build.get(Site)
    pages = (document for document in site.documents if document.file)
    build.add(Keys(build.fingerprint, (*pages, *site.fallbacks)))


def remember_templates(build: Build) -> None:
    """Compiled templates are kept on disk; Jinja checks them against their sources."""
    folder = build.cache_path / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    build.environment.bytecode_cache = FileSystemBytecodeCache(str(folder))
    build.add(Compiling(_compile_ahead(build) if not any(folder.iterdir()) else list))


def _compile_ahead(build: Build) -> Callable[[], Any]:
    """Where no template is compiled yet, another core compiles those the documents need, and the catalogues."""
    names = needed(build.get(Found).documents.values(), build.theme / "templates")
    work: list[Callable[[], Any]] = [partial(_catalogues, build, build.get(Languages).shown)]
    work += [partial(compile_template, build.environment, name) for name in names]
    return hand_out(work, _do, build.cores)


def _do(work: Callable[[], Any]) -> None:
    work()


def _catalogues(build: Build, codes: Iterable[str]) -> dict[str, NullTranslations]:
    kept = build.cache_path / "catalogues"
    return read_catalogues(Path(build.settings["TRANSLATIONS_PATH"]), list(codes), kept)


def write(pelican: Pelican) -> type[Writer]:
    return PageWriter


def register() -> None:
    connect(signals.page_generator_init, remember_templates)
    connect(signals.all_generators_finalized, tell_keys)
    signals.get_writer.connect(write)
    connect(signals.finalized, render_all)
