"""Rendering: every page in the voice of its language, over all cores.

Pelican's generators say what is to be written; nothing is written until all of them have spoken, and then the files to
take away (plugins.build.artifact) are made, and all pages whose keys have changed (plugins.rendering.keys) rendered.
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

from jinja2 import FileSystemBytecodeCache
from pelican import signals
from pelican.writers import Writer

from plugins.build.artifact import Artifact
from plugins.build.claims import Claim
from plugins.build.dependencies import Uses
from plugins.build.digest import as_text, digest, value_digest
from plugins.languages.catalogue import read_catalogues
from plugins.languages.environment import plain_globals
from plugins.languages.seen import SeenSite
from plugins.languages.voice import voice
from plugins.parallel import hand_out, spread
from plugins.problems import stop
from plugins.rendering.compiling import compile_template, needed
from plugins.rendering.job import Job, render
from plugins.rendering.keys import Keys
from plugins.signals import documents_read, site_linked

# What templates see of Pelican's context. Each name costs a little on every page, and Pelican has hundreds.
SHARED = ("SITENAME", "SITEURL", "books", "feeds")

# Arguments of Pelican's own writer that mean nothing to a template.
PELICANS = {"relative_urls", "paginated", "template_name", "override_output", "url"}


class PageWriter(Writer):
    """Collects pages and writes them when `finish` is called; anything that is no page is written at once."""

    def __init__(self, output_path: str, settings: Any = None) -> None:
        super().__init__(output_path, settings)
        self.jobs: list[Job] = []
        self.artifacts: list[Artifact] = []
        self.files: list[tuple[str, Callable[[], str | bytes], str]] = []
        self.begun: list[tuple[str, Callable[[], list[dict[str, Any]]]]] = []
        self.voices: dict[str, Any] = {}
        self.context: Any = None
        self.env: Any = None
        settings["WRITER"] = self

    def write_page(self, name: str, template: Any, context: Any, page: Any, *texts: Any, **more: Any) -> None:
        """As `write_file`; `texts` are other documents that the page shows whole."""
        self.settings["OUTPUT"].claims.claim(claim_of(name, page))
        self.jobs.append(Job(name, template.name, page, more, texts))
        self.context, self.env = context, template.environment

    def write_file(self, name: str, template: Any, context: Any, *args: Any, page: Any = None, **more: Any) -> None:
        if page is None:
            self.settings["OUTPUT"].claims.claim(Claim(name, "", "a page of Pelican's own"))
            super().write_file(name, template, context, *args, **more)
        else:
            own = {key: value for key, value in more.items() if key not in PELICANS}
            self.write_page(name, template, context, page, **own)

    def run(self, artifact: Artifact) -> None:
        """The file is made before the pages, which may then say how large it is."""
        self.settings["OUTPUT"].claims.claim(Claim(artifact.name, artifact.source, "a file that the build makes"))
        self.artifacts.append(artifact)

    def put(self, claim: Claim, make: Callable[[], str | bytes], key: str = "") -> None:
        """The file of `claim` holds what `make` returns, as soon as it is sure that nobody else wants it; what was made
        from the same `key` before is kept.
        """
        self.settings["OUTPUT"].claims.claim(claim)
        self.files.append((claim.name, make, key))

    def wait_for(self, what: str, begun: Callable[[], list[dict[str, Any]]]) -> None:
        """`begun` will be asked, after the pages, for the entries of files that other cores write meanwhile; `what`
        says what these files are.
        """
        self.begun.append((what, begun))

    def finish(self) -> None:
        """Makes, renders and writes what was collected and is not as it was, unless two want the same address."""
        self._check_claims()
        for name, content, key in self.files:
            if not self.settings["OUTPUT"].keep(name, key):
                self.settings["OUTPUT"].write(name, content(), key)
        for stage in sorted({artifact.stage for artifact in self.artifacts}):
            self._make([artifact for artifact in self.artifacts if artifact.stage == stage])
        self._render()
        for what, begun in self.begun:
            for entries in begun():
                self._take(what, entries)
        self._check_claims()

    def _take(self, what: str, entries: dict[str, Any]) -> None:
        output = self.settings["OUTPUT"]
        for claim in (Claim(name, "", what) for name in entries):
            if output.claims.owner(claim.name) != claim:  # whoever knows a name early claims it early
                output.claims.claim(claim)
        output.entries.update(entries)

    def _check_claims(self) -> None:
        problems = self.settings["OUTPUT"].claims.problems()
        if problems:
            stop(problems, Path(self.settings["PATH"]))

    def _make(self, artifacts: list[Artifact]) -> None:
        output, dependencies = self.settings["OUTPUT"], self.settings["DEPENDENCIES"]
        declared = {one.name: digest(self._base(), one.declared) for one in artifacts}
        wanted = [one for one in artifacts if not output.reuse(one.name, declared[one.name], dependencies)]
        if not wanted:
            return
        voices = self._speaking(one.lang for one in wanted)

        def make(one: Artifact) -> tuple[Any, Uses]:
            return self._noted(one.name, declared[one.name], lambda: one.content(voices[one.lang]))

        made = spread(wanted, make, self.settings["CORES"], worthwhile=2)
        for one, (entry, uses) in zip(wanted, made, strict=True):
            output.trace(one.name, entry, uses)

    def _noted(self, name: str, declared: str, make: Callable[[], str | bytes]) -> tuple[Any, Uses]:
        """The entry of the file `name`, which `make` makes, and what it used for that."""
        dependencies = self.settings["DEPENDENCIES"]
        with dependencies.recording() as record:
            content = make()
        entry = self.settings["OUTPUT"].write(name, content, dependencies.key(declared, record.uses))
        return entry, record.uses

    def _base(self) -> str:
        """The digest of what is in every key: code, settings and languages."""
        return digest(self.settings["CODE"], as_text(self.settings["LANGUAGES"]))

    def _render(self) -> None:
        output, dependencies, key = self.settings["OUTPUT"], self.settings["DEPENDENCIES"], self.context["KEYS"].of_page
        keys = {} if output.first else {job.name: key(job) for job in self.jobs}
        wanted = [job for job in self.jobs if not output.reuse(job.name, keys.get(job.name, ""), dependencies)]
        if not wanted:
            return
        voices = self._speaking(job.page.lang for job in wanted)
        self.settings.pop("COMPILING", list)()
        for job in wanted:  # compiled once, before the work is shared out
            voices[job.page.lang].get_template(job.template)

        def make(job: Job) -> tuple[Any, Uses]:
            return self._noted(job.name, keys.get(job.name) or key(job), lambda: render(job, voices))

        for job, (entry, uses) in zip(wanted, spread(wanted, make, self.settings["CORES"]), strict=True):
            output.trace(job.name, entry, uses)
            signals.content_written.send(str(output.folder / job.name), context=self.context)

    def _speaking(self, wanted: Iterable[str]) -> dict[str, Any]:
        """The voices of the languages with those codes, and of those that had to speak before."""
        languages, settings, dependencies = self.settings["LANGUAGES"], self.settings, self.settings["DEPENDENCIES"]
        missing = sorted(set(wanted) - self.voices.keys())
        catalogues = _catalogues(settings, missing)
        shared = {name: self.context[name] for name in SHARED} | {"site": SeenSite(self.context["site"], dependencies)}
        for code in missing:
            self.voices[code] = voice(self.env, languages[code], catalogues[code], shared, dependencies)
        return self.voices


def claim_of(name: str, page: Any) -> Claim:
    """Who wants the address of a page: its file, also where it stands in for a missing one; else the build."""
    file = page.file or (page.original.file if page.original else "")
    what = "" if file else f"the page “{page.title or page.kind}” that the build makes"
    return Claim(name, file or page.made_from, what)


def tell_keys(site: Any, context: Any) -> None:
    """Keys are told when all documents are there, those that the build makes among them."""
    base = digest(context["CODE"], as_text(context["LANGUAGES"]))
    documents = (document for found in (site.documents, site.fallbacks) for document in found)
    context["KEYS"] = keys = Keys(context["FINGERPRINT"], documents, base)
    context["DEPENDENCIES"].digests["faces"] = keys.faces


def remember_templates(generator: Any) -> None:
    """Compiled templates are kept on disk; Jinja checks them against their sources. Our own generators borrow them."""
    folder = Path(generator.settings["CACHE_PATH"]) / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    generator.settings["DEPENDENCIES"].digests["global"] = partial(_of_global, generator.env)
    generator.env.bytecode_cache = FileSystemBytecodeCache(str(folder), f"{_compiled_by(generator.settings)}-%s")
    generator.settings["LENDER"] = generator


def _compiled_by(settings: Any) -> str:
    """The digest of all but its source that decides what a compiled template does."""
    return digest(settings["PROGRAM"], settings["GIVEN"]["JINJA_ENVIRONMENT"])[:16]


def _of_global(env: Any, name: str) -> str:
    return value_digest(plain_globals(env).get(name, ""))


def compile_ahead(documents: list[Any], generator: Any) -> None:
    """Where no template is compiled yet, another core compiles those the documents need, and the catalogues."""
    settings = generator.settings
    if not any((Path(settings["CACHE_PATH"]) / "templates").glob(f"{_compiled_by(settings)}-*")):
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
