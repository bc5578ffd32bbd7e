"""Rendering: every page in the voice of its language, over all cores.

Plugins say what is to be written (plugins.build.plan); nothing is written until all of them have
spoken, and then the files to take away are made, and all pages whose keys have changed
(plugins.rendering.keys) rendered.

Hears    `page_generator_init`: compiled templates are kept from one build to the next, and so are
         catalogues; in the first build another core compiles them while Pelican makes its pages;
         `all_generators_finalized`: the documents are complete, so keys can be told; `get_writer`:
         Pelican writes through the writer below; `finalized`: makes and renders.
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

from plugins.build.artifact import Artifact
from plugins.build.build import Build
from plugins.build.claims import Claim
from plugins.build.dependencies import Uses
from plugins.build.digest import as_text, digest, value_digest
from plugins.build.manifest import Entry
from plugins.build.page_job import PageJob, render
from plugins.build.parallel import parallel_map, start_map
from plugins.build.receivers import build_of, connect
from plugins.model.document import Problem
from plugins.model.found import Found
from plugins.model.language import Languages
from plugins.model.message import Message
from plugins.model.page import Page
from plugins.model.problems import stop
from plugins.model.site import Site
from plugins.model.user_error import UserError
from plugins.rendering.catalogue import read_catalogues
from plugins.rendering.environment import INTERFACE_TEXTS, compile_template, needed, plain_globals
from plugins.rendering.keys import Keys
from plugins.rendering.seen import SeenSite
from plugins.rendering.voice import voice

# What templates see of Pelican's settings.
SHARED = ("SITENAME", "SITEURL", "LICENCE")


class PageWriter(Writer):
    """Puts pages into the plan of the build; anything that is no page is written at once."""

    def write_file(
        self,
        name: str,
        template: Any,
        context: Any,
        *args: Any,
        page: Page | None = None,
        **more: Any,
    ) -> None:
        if page is None:
            build_of(self).output.claims.claim(Claim(name, "", Message("a page of Pelican's own")))
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
        """Files first, stage after stage, because pages may say how large they are. Nothing, where
        two want one address.
        """
        self._check_claims()
        plan, output = self.build.plan, self.build.output
        for job in plan.jobs:  # what they show is in their keys from now on
            job.page.seal()
        for file in plan.files:
            if not output.keep(file.name, file.key):
                output.write(file.name, file.make(), file.key)
        for stage in sorted({artifact.stage for artifact in plan.artifacts}):
            self._make([artifact for artifact in plan.artifacts if artifact.stage == stage])
        self._render()
        for what, pending in plan.pending:
            for entries in pending():
                self._take(what, entries)
        self._check_claims()

    def _take(self, what: Message, entries: dict[str, Entry]) -> None:
        output = self.build.output
        for claim in (Claim(name, "", what) for name in entries):
            if (
                output.claims.owner(claim.name) != claim
            ):  # whoever knows a name early claims it early
                output.claims.claim(claim)
        output.entries.update(entries)

    def _check_claims(self) -> None:
        if problems := self.build.output.claims.problems():
            stop(problems, self.build.path, self.build.say)

    def _make(self, artifacts: list[Artifact]) -> None:
        output, dependencies, base = self.build.output, self.build.dependencies, _base(self.build)
        declared = {one.name: digest(base, one.declared) for one in artifacts}
        wanted = [
            one for one in artifacts if not output.reuse(one.name, declared[one.name], dependencies)
        ]
        if not wanted:
            return
        self._prepare(one.lang for one in wanted)

        def make(one: Artifact) -> tuple[Entry, Uses] | Problem:
            try:
                return self._recorded(
                    one.name, declared[one.name], lambda: one.content(self.voices[one.lang])
                )
            except UserError as error:
                return Problem(one.source or one.name, 1, error.what, error.fix)

        made = parallel_map(wanted, make, self.build.cores, worthwhile=2)
        if problems := [one for one in made if isinstance(one, Problem)]:
            stop(problems, self.build.path, self.build.say)
        for one, done in zip(wanted, made, strict=True):
            output.trace(one.name, *done)  # type: ignore[misc]

    def _recorded(
        self, name: str, declared: str, make: Callable[[], str | bytes]
    ) -> tuple[Entry, Uses]:
        """The entry of the file `name`, which `make` makes, and what it used for that."""
        dependencies = self.build.dependencies
        with dependencies.recording() as record:
            content = make()
        return self.build.output.write(
            name, content, dependencies.key(declared, record.uses)
        ), record.uses

    def _render(self) -> None:
        output, jobs, key = self.build.output, self.build.plan.jobs, self.build.get(Keys).of_page
        keys = {} if output.first else {job.name: key(job) for job in jobs}
        wanted = [
            job
            for job in jobs
            if not output.reuse(job.name, keys.get(job.name, ""), self.build.dependencies)
        ]
        if not wanted:
            return
        self._prepare(job.page.lang for job in wanted)
        self.build.get(Compiling).wait()
        for job in wanted:  # compiled once, before the work is shared out
            self.voices[job.page.lang].get_template(job.template)

        def make(job: PageJob) -> tuple[Entry, Uses]:
            return self._recorded(
                job.name, keys.get(job.name) or key(job), lambda: render(job, self.voices)
            )

        for job, (entry, uses) in zip(
            wanted, parallel_map(wanted, make, self.build.cores), strict=True
        ):
            output.trace(job.name, entry, uses)
            signals.content_written.send(str(output.folder / job.name), context=self.build.settings)

    def voice_of(self, lang: str) -> Environment:
        """The voice of a language, for pages that speak to readers of several."""
        if lang not in self.voices:
            self._prepare([lang])
        return self.voices[lang]

    def _prepare(self, wanted: Iterable[str]) -> None:
        """The voices of the languages with those codes are there."""
        build, languages = self.build, self.build.get(Languages).shown
        missing = sorted(set(wanted) - self.voices.keys())
        catalogues = _catalogues(build, missing)
        shared = {name: build.settings[name] for name in SHARED}
        shared |= {"site": SeenSite(build.get(Site), build.dependencies), "voice_of": self.voice_of}
        for code in missing:
            self.voices[code] = voice(
                build.environment, languages[code], catalogues[code], shared, build.dependencies
            )


def render_all(build: Build) -> None:
    """Everything that is planned is in the output folder of this build."""
    gc.freeze()  # what there is now stays; only what pages leave behind is looked through
    gc.enable()
    Renderer(build).run()


def tell_keys(build: Build) -> None:
    """Keys are told when all documents are there, those that the build makes among them."""
    site = build.get(Site)
    documents = (document for found in (site.documents, site.fallbacks) for document in found)
    keys = Keys(build.fingerprint, documents, _base(build))
    build.dependencies.digests["faces"] = keys.faces
    build.add(keys)


def _base(build: Build) -> str:
    """The digest of what is in every key: code, settings and languages."""
    return digest(build.code, as_text(build.get(Languages).shown))


def remember_templates(build: Build) -> None:
    """Compiled templates are kept on disk; Jinja checks them against their sources."""
    folder = build.cache_path / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    build.dependencies.digests["global"] = partial(_of_global, build.environment)
    build.environment.add_extension(INTERFACE_TEXTS)
    build.environment.bytecode_cache = FileSystemBytecodeCache(
        str(folder), f"{_compiled_by(build)}-%s"
    )
    build.add(
        Compiling(
            _compile_ahead(build) if not any(folder.glob(f"{_compiled_by(build)}-*")) else list
        )
    )


def _compiled_by(build: Build) -> str:
    """The digest of all but its source that decides what a compiled template does."""
    return digest(build.program, as_text(build.settings["JINJA_ENVIRONMENT"]))[:16]


def _of_global(environment: Environment, name: str) -> str:
    return value_digest(plain_globals(environment).get(name, ""))


def _compile_ahead(build: Build) -> Callable[[], Any]:
    """Where no template is compiled yet, another core compiles those the documents need,
    and the catalogues."""
    names = needed(build.get(Found).documents.values(), build.theme / "templates")
    work: list[Callable[[], Any]] = [partial(_catalogues, build, build.get(Languages).shown)]
    work += [partial(compile_template, build.environment, name) for name in names]
    return start_map(work, _do, build.cores)


def _do(work: Callable[[], object]) -> None:
    work()


def _catalogues(build: Build, codes: Iterable[str]) -> dict[str, NullTranslations]:
    return read_catalogues(Path(build.settings["TRANSLATIONS_PATH"]), codes, build.cache)


def write(pelican: Pelican) -> type[Writer]:
    return PageWriter


def register() -> None:
    connect(signals.page_generator_init, remember_templates)
    connect(signals.all_generators_finalized, tell_keys)
    signals.get_writer.connect(write)
    connect(signals.finalized, render_all)
