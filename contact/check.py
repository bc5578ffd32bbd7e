"""Everything that a new installation needs, in one list: settings, pages, keys, spool, endpoint, mail server."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from contact.health import look
from contact.outgoing import Smtp, delivering
from contact.page import read_pages
from contact.report import Line
from contact.settings import SettingsError, serving
from contact.spool import Spool, SpoolError
from contact.transport import Mailer, Unreachable


def check(environ: Mapping[str, str]) -> list[Line]:
    """Return one line for each thing, with an alarm where something is missing or wrong."""
    lines = [*_serving(environ), *_delivering(environ)]
    listen = {"CONTACT_LISTEN": environ.get("CONTACT_LISTEN", "127.0.0.1:8401")}
    return [*lines, *look({**environ, **listen})]


def _serving(environ: Mapping[str, str]) -> Iterator[Line]:
    try:
        settings = serving(environ)
    except SettingsError as error:
        yield from (Line(line, alarm=True, check="endpoint") for line in str(error).splitlines())
        return
    yield Line("the settings of the endpoint are complete", check="endpoint")
    _, missing = read_pages(settings.pages)
    yield from (Line(f"a page is missing: {name}", alarm=True, check="endpoint") for name in missing)
    if settings.spool.startswith("/"):
        yield _spool(Path(settings.spool))


def _spool(folder: Path) -> Line:
    try:
        Spool(folder)
    except SpoolError as error:
        return Line(str(error), alarm=True, check="disk")
    return Line(f"{folder} can be used, and by nobody else", check="disk")


def _delivering(environ: Mapping[str, str]) -> Iterator[Line]:
    try:
        settings = delivering(environ)
    except SettingsError as error:
        yield from (Line(line, alarm=True, check="mail") for line in str(error).splitlines())
        return
    yield Line("the settings of the deliverer are complete", check="mail")
    if isinstance(settings.to, Smtp):
        try:
            Mailer(settings, settings.to).check()
        except Unreachable as error:
            yield Line(f"the mail server cannot be used: {error}", alarm=True, check="mail")
        else:
            yield Line("the mail server can be reached, and takes the login", check="mail")
