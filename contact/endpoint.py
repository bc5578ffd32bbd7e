"""The endpoint put together from its settings: the same under waitress and on Lambda."""

import sys
from collections.abc import Callable
from pathlib import Path

from contact.app import Contact
from contact.health import read_seals
from contact.page import read_pages
from contact.rate_limit import RateLimit
from contact.settings import Serving, SettingsError
from contact.spool import Spool


def application(settings: Serving) -> Contact:
    """The endpoint for these settings; tells the journal about every key that cannot be used. Raises SettingsError."""
    pages, missing = read_pages(settings.pages)
    if missing:
        names = "\n".join(f"  {name}" for name in missing)
        raise SettingsError(f"CONTACT_PAGES lacks pages: build the site again, or name its folder `contact`.\n{names}")
    seals, lines = read_seals(settings.keys)
    for line in lines:
        print(f"contact: {line}", file=sys.stderr, flush=True)
    return Contact(pages, seals, keeper(settings.spool), settings.secrets, RateLimit(settings.rate))


def keeper(place: str) -> Callable[[str, bytes], bool]:
    """What keeps messages: the spool in a folder, or the queue at an address."""
    if place.startswith("/"):
        return Spool(Path(place)).put
    from contact.aws import Sqs  # noqa: PLC0415 (boto3 is installed only where it is needed)

    return Sqs(place).put
