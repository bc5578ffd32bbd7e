"""What a build is going to write: pages to render, other files to make,
and what other cores write already."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from plugins.build.artifact import Artifact
from plugins.build.claims import Claim, Claims
from plugins.build.manifest import Entry
from plugins.build.page_job import PageJob
from plugins.model.message import Message
from plugins.model.page import Page

Written = list[dict[str, Entry]]


class PlainFile(NamedTuple):
    """The file `name` holds what `make` returns; what was made from the same `key` before is
    kept."""

    name: str
    make: Callable[[], str | bytes]
    key: str = ""


@dataclass
class Plan:
    """`jobs` are pages, `artifacts` other files, made before the pages,
    which may then say how large they are.

    Whatever is added here claims its address; nothing is written until it is sure that nobody else
    wants it. Each of `pending` says what it makes, and is asked, after the pages, for the entries
    of files that other cores write meanwhile.
    """

    claims: Claims
    jobs: list[PageJob] = field(default_factory=list)
    artifacts: list[Artifact] = field(default_factory=list)
    files: list[PlainFile] = field(default_factory=list)
    pending: list[tuple[Message, Callable[[], Written]]] = field(default_factory=list)

    def add_page(self, page: Page, *texts: Page, **more: Any) -> None:
        """Render `page` with its template; `texts` are other documents that it shows whole,
        `more` its other values."""
        self.claims.claim(claim_of(page))
        self.jobs.append(PageJob(page.save_as, f"{page.template}.html", page, more, texts))

    def add_artifact(self, artifact: Artifact, claim: Claim | None = None) -> None:
        """Make a file whose dependencies are noted meanwhile;
        `claim` says more of who wants its address."""
        self.claims.claim(
            claim or Claim(artifact.name, artifact.source, Message("a file that the build makes"))
        )
        self.artifacts.append(artifact)

    def add_file(self, claim: Claim, make: Callable[[], str | bytes], key: str = "") -> None:
        """Make a plain file; without a `key` it is made in each build."""
        self.claims.claim(claim)
        self.files.append(PlainFile(claim.name, make, key))

    def wait_for(self, what: Message, pending: Callable[[], Written]) -> None:
        """Ask `pending`, after the pages, which files other cores have written;
        `what` says what these files are."""
        self.pending.append((what, pending))


def claim_of(page: Page) -> Claim:
    """Return who wants the address of a page: its file, also where it stands in for a missing one;
    else the build."""
    file = page.file or (page.original.file if page.original else "")
    what = (
        None
        if file
        else Message("the page “%(title)s” that the build makes", title=page.title or page.kind)
    )
    return Claim(page.save_as, file or page.made_from, what)
