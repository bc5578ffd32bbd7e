"""What has expired on the day the site goes public. It stops nothing, because an embargo ends
without anybody being there: numbers are shown as not confirmed, security.txt is left out."""

from collections.abc import Iterator
from datetime import date

from plugins.checks.known import Known
from plugins.checks.rules.entries import to_verify
from plugins.data.entries import has_lapsed
from plugins.features.hosting.security_txt import is_over
from plugins.model.document import Problem
from plugins.model.message import Message

KINDS = {
    "contacts": ("contacts", "[contact.{}]"),
    "mailboxes": ("contacts", "[mailbox.{}]"),
    "country_numbers": ("countries", "[number.{}]"),
}


def check(known: Known, today: date) -> Iterator[Problem]:
    """Yield every number that has expired, and security.txt."""
    for kind, (name, header) in KINDS.items():
        for key, number in getattr(known.library, kind).items():
            if has_lapsed(number, today):
                what = Message(
                    "The number %(key)r expired on %(day)s; pages show it as not confirmed.",
                    key=key,
                    day=number.expires.isoformat(),
                )
                yield known.problem_in(name, header.format(key), what, to_verify(number))
    yield from _security(known, today)


def _security(known: Known, today: date) -> Iterator[Problem]:
    file = known.library.files.get("security")
    day = file.tables.get("expires") if file else None
    if is_over(day, today):
        what = Message("`expires` was %(day)s, so security.txt is left out.", day=str(day))
        fix = Message(
            "Make sure that somebody reads what is sent there, then write a day at most "
            "a year ahead."
        )
        yield known.problem_in("security", "expires", what, fix)
