"""What a build is going to write: pages to render, other files to make, and what other cores write already."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from plugins.build.errand import Errand
from plugins.build.job import Job
from plugins.build.manifest import Entry

Written = list[dict[str, Entry]]


@dataclass
class Plan:
    """`jobs` are pages, `errands` other files, made before the pages, which may then say how large they are.

    Each of `pending` is asked, after the pages, for the entries of files that other cores write meanwhile.
    """

    jobs: list[Job] = field(default_factory=list)
    errands: list[Errand] = field(default_factory=list)
    pending: list[Callable[[], Written]] = field(default_factory=list)

    def add_page(self, page: Any, *texts: Any, **more: Any) -> None:
        """Render `page` with its template; `texts` are other documents that it shows whole, `more` its other values."""
        self.jobs.append(Job(page.save_as, f"{page.template}.html", page, more, texts))

    def add_file(self, errand: Errand) -> None:
        """Make a file that is no page."""
        self.errands.append(errand)

    def wait_for(self, pending: Callable[[], Written]) -> None:
        """Ask `pending`, after the pages, which files other cores have written."""
        self.pending.append(pending)
