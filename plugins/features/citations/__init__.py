"""Citations: releases, the manual and its chapters as reference managers read them.

Hears    `page_generator_init`: templates can say where the citations of a page are, and what its
         head says; `page_writer_finalized`: makes the files.
Adds     `citations` and `citation_meta` to every template. Settings SITENAME, SITEURL.
"""

from typing import Any

from pelican import signals

from plugins.build.build import Build
from plugins.build.receivers import connect
from plugins.features.citations.citation import Work, artifacts, files_of, meta, work_of
from plugins.model.site import Site


def teach(build: Build) -> None:
    """Templates can ask for the citations of a page."""
    build.globals["citations"] = files_of
    build.globals["citation_meta"] = lambda document: meta(_work(build, document), document)


def _work(build: Build, document: Any) -> Work | None:
    return work_of(document, build.settings["SITENAME"], build.site_url)


def write(build: Build) -> None:
    """The citations of every page that is cited."""
    for page in build.get(Site).documents:
        work = _work(build, page)
        for artifact in artifacts(page, work) if work else ():
            build.plan.add_artifact(artifact)


def register() -> None:
    connect(signals.page_generator_init, teach)
    connect(signals.page_writer_finalized, write)
