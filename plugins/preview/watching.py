"""Builds, serves, and builds again whenever a file that matters changes."""

import threading
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment

from watchfiles import watch

from plugins.editor.serving import LocalEditor
from plugins.model.message import Message
from plugins.model.speech import Speech
from plugins.model.user_error import UserError
from plugins.preview import endpoint as contact
from plugins.preview.build import Builder, Site
from plugins.preview.server import Preview

# Milliseconds: how long changes are gathered at most, and how long nothing must change before a
# build begins.
DEBOUNCE, STEP = 400, 30
WAKE = 200  # milliseconds until the watcher answers when nothing changes
WATCHED = ("theme", "translations", "plugins", "contact", "pelicanconf.py")


def serve(
    site: Site, port: int, names: frozenset[str], say: Speech, editor: LocalEditor | None = None
) -> None:
    """Build and serve `site` until interrupted, to browsers that ask for this machine or one of
    `names`, and its `editor`. Raises UserError when the port cannot be used."""
    site.output.mkdir(parents=True, exist_ok=True)
    server = _opened(site, port)
    server.names |= names
    server.say, server.editor = say, editor
    print(say(Message("Building …")), flush=True)
    builder = Builder(site)
    changes = watched(site.content, *(Path(name) for name in WATCHED))
    report(server, builder.build(), builder)
    threading.Thread(target=server.run, daemon=True).start()
    follow(changes, server, builder)
    builder.close()


def _opened(site: Site, port: int) -> Preview:
    try:
        return Preview(site.output.resolve(), port)
    except OSError:
        raise UserError(
            Message("Port %(port)s cannot be used; something else may use it.", port=port),
            Message("Choose another: make serve PORT=8001"),
        ) from None


def watched(*places: Path) -> Iterator[list[Path]]:
    """What changes from now on, gathered: also what is written before somebody asks,
    as during the first build."""
    changes = watch(
        *places,
        debounce=DEBOUNCE,
        step=STEP,
        rust_timeout=WAKE,
        yield_on_timeout=True,
        raise_interrupt=False,
    )
    next(
        changes
        # the watcher begins with the first question; what changed until its answer is in the first
        # build
    )
    return (sorted(Path(path) for _, path in found) for found in changes if found)


def follow(changes: Iterable[list[Path]], server: Preview, builder: Builder) -> None:
    """Builds again after every change until the program is interrupted."""
    for paths in changes:
        names = tuple(path.name for path in paths[:3])
        print(server.say(Message("Changed: %(names)s. Building …", names=names)), flush=True)
        began = time.monotonic()
        problems = builder.build()
        report(server, problems, builder)
        seconds = f"{time.monotonic() - began:.1f}"
        print(server.say(Message("Built in %(seconds)s s.", seconds=seconds)), flush=True)


def report(server: Preview, problems: str, builder: Builder) -> None:
    """Tells the terminal and the browser how the build went."""
    site = builder.site
    server.problems = server.say(problems)
    server.endpoint = endpoint(site.output)
    fine = server.say(Message("The site is at %(url)s/  (Ctrl-C ends)", url=site.url))
    print(server.problems or "\n".join(filter(None, (builder.notes, fine))), flush=True)


def endpoint(output: Path) -> Any:
    """The contact endpoint with the pages of the last build;
    after each message the mail is in the Maildir."""
    made = contact.endpoint(contact.FOLDER, output / "contact")

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Any:
        body = made(environ, start_response) if made else []
        contact.deliver(contact.FOLDER)
        return body

    return answer if made else None
