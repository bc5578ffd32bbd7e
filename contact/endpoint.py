"""The endpoint put together from its settings: the same under waitress and on Lambda."""

import sys
import time
from pathlib import Path

from contact.app import Contact, Store
from contact.page import read_pages
from contact.rate_limit import RateLimit
from contact.report import plain
from contact.seal import Seal
from contact.seals import read_seals
from contact.settings import Serving, SettingsError
from contact.spool import Spool, SpoolError


def application(settings: Serving) -> Contact:
    """The endpoint for these settings; tells the journal about every key that cannot be used. Raises SettingsError."""
    pages, missing = read_pages(settings.pages)
    if missing:
        names = "\n".join(f"  {name}" for name in missing)
        raise SettingsError(f"CONTACT_PAGES lacks pages: build the site again, or name its folder `contact`.\n{names}")
    app = Contact(
        pages,
        seals_of(settings.keys),
        store(settings.spool, settings.reserve),
        settings.secrets,
        RateLimit(settings.rate, settings.bound, settings.proxy),
    )
    app.renew, app.site = Renewal(settings.keys), settings.site
    return app


def seals_of(keys: Path) -> dict[str, Seal]:
    """Return the seals that can be used; print a line for every key that cannot."""
    seals, lines = read_seals(keys)
    for line in lines:
        print(f"contact: {plain(line.text)}", file=sys.stderr, flush=True)
    return seals


class Renewal:
    """Reads the keys again while some are missing: the clock may be right by now, or a file be there."""

    def __init__(self, keys: Path) -> None:
        self._keys, self._next = keys, 0.0
        self._seals: dict[str, Seal] = {}

    def __call__(self) -> dict[str, Seal]:
        """Return the seals, read at most every ten seconds."""
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + 10
            self._seals, _ = read_seals(self._keys)
        return self._seals


def store(place: str, reserve: int = 0) -> Store:
    """Return what keeps messages: the spool in a folder, or the queue at an address. Raise SettingsError."""
    if place.startswith("/"):
        try:
            return Spool(Path(place), reserve)
        except SpoolError as error:
            raise SettingsError(f"CONTACT_SPOOL: {error}") from None
    from contact.aws import Sqs  # noqa: PLC0415 (boto3 is installed only where it is needed)

    return Sqs(place)
