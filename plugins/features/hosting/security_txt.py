"""security.txt: where to report a weakness of the site (RFC 9116),
and until when that is said to be true."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from plugins.model.message import Message

PLACE = ".well-known/security.txt"
LONGEST = timedelta(days=365)  # RFC 9116, section 2.5.5: less than a year ahead is recommended


def security_txt(site_url: str, contact: str, expires: date, languages: Iterable[str]) -> str:
    """The file of a site at `site_url`; `contact` is the path of the page to write from,
    `expires` the last day."""
    end = datetime.combine(expires, time(23, 59, 59), UTC)
    return (
        f"Contact: {site_url}/{contact}\n"
        f"Expires: {end:%Y-%m-%dT%H:%M:%SZ}\n"
        f"Preferred-Languages: {', '.join(languages)}\n"
        f"Canonical: {site_url}/{PLACE}\n"
    )


def is_over(expires: object, today: date) -> bool:
    """Return whether nothing of the file counts any more on `today` (RFC 9116, 2.5.5)."""
    return type(expires) is date and expires < today


def unfit(expires: object, today: date) -> Message | None:
    """Why a file that ends with the day `expires` cannot go public on `today`; None when it can,
    or when that day is over: then it is left out, and stops nothing else."""
    if not isinstance(expires, date):
        return Message("`expires` is not a day, such as 2027-05-24.")
    if expires - today > LONGEST:
        return Message("`expires` is %(expires)s, more than a year ahead.", expires=expires)
    return None
