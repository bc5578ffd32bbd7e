"""The ledger of published addresses: what was public once stays reachable,
at its address or by a redirect.

Only pages that somebody wrote are promised. Lists come and go with what they list. An address goes
without a trace when its text is withdrawn with `Withdrawn-Address: remove`; it sleeps while its
text is a draft again, or under embargo.
"""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import urlsplit

from plugins.data.ledger import REDIRECTS
from plugins.model.document import Problem
from plugins.model.kinds import MADE
from plugins.model.message import Message

LEDGER = "ledger/addresses.txt"
PAGE = "index.html"
FIX = Message(
    "Restore the page, withdraw it (`Withdrawn: …`), name its new address in "
    '%(redirects)s: "old/" = "new/", or delete this line if nobody is to find it '
    "any more.",
    redirects=REDIRECTS,
)


@dataclass(frozen=True)
class Unpublished:
    """Addresses that were taken back: `removed` for ever, and without a trace;
    `sleeping` for now."""

    removed: frozenset[str] = frozenset()
    sleeping: frozenset[str] = frozenset()


def addresses(names: Iterable[str]) -> list[str]:
    """The addresses of the pages among the files `names`, in order, without those of lists."""
    pages = (name.removesuffix(PAGE) for name in names if f"/{name}".endswith(f"/{PAGE}"))
    return sorted(page for page in pages if page and not made(page))


def made(address: str) -> bool:
    """Whether the page at `address` is one that the build makes itself,
    such as the list of a month."""
    return bool(MADE.fullmatch(address.partition("/")[2].rstrip("/")))


NOTHING = Unpublished()


def gone(
    ledger: str, there: Container[str], redirects: Mapping[str, str], back: Unpublished = NOTHING
) -> list[Problem]:
    """One problem for each address of `ledger` that is neither `there` nor led on by `redirects` to
    one that is.

    What was taken `back` on purpose is no problem, nor is what only led there.
    """
    meant = back.removed | back.sleeping
    lost = [
        (number, line)
        for number, line in enumerate(ledger.splitlines(), start=1)
        if line and not made(line) and not {line, redirects.get(line, line)} & meant
        if redirects.get(line, line) not in there
    ]
    return [
        Problem(LEDGER, number, Message("/%(line)s was public and is gone.", line=line), FIX)
        for number, line in lost
    ]


def renewed(ledger: str, there: Iterable[str], forgotten: Container[str] = ()) -> str:
    """`ledger` with the addresses that are `there` now,
    and without those of lists and the `forgotten`."""
    known = {
        address for address in ledger.split() if not made(address) and address not in forgotten
    }
    return "".join(f"{address}\n" for address in sorted({*known, *there}))


def led_on(redirects: Mapping[str, str], removed: Container[str]) -> dict[str, str]:
    """Those of `redirects` that neither stand at a `removed` address nor lead to one."""
    return {old: new for old, new in redirects.items() if old not in removed and new not in removed}


def page_of_redirect(site_url: str, target: str, warning: str = "") -> str:
    """A page that leads readers, and search engines, to the new address of what stood here.

    The `warning` of a demonstration is a paragraph of HTML; search engines are then told to stay
    away.
    """
    address = escape(f"{site_url}/{target}")
    # From the root of the same host, which may be an onion service.
    here = escape(f"{urlsplit(site_url).path}/{target}")
    robots = '<meta name="robots" content="noindex, nofollow">\n' if warning else ""
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n{robots}'
        f'<meta http-equiv="refresh" content="0; url={here}">\n'
        f'<link rel="canonical" href="{address}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{address}</title>\n</head>\n"
        f'<body>{warning}<h1><a href="{here}">{address}</a></h1></body>\n</html>\n'
    )
