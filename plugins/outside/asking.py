"""Asks other sites for their pages: politely, with limits of time, one question to a host at a
time."""

import logging
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from urllib3 import PoolManager, Timeout
from urllib3.exceptions import (
    HTTPError,
    LocationParseError,
    MaxRetryError,
    NameResolutionError,
    NewConnectionError,
    SSLError,
    TimeoutError,
)
from urllib3.util import Retry

from plugins.model.message import Message

HOSTS = 8  # asked at once
SECONDS = 15.0  # for one answer
HOPS = 6  # redirects that are followed
AGENT = "Mozilla/5.0 (compatible; link check of the editors)"
FOR_GOOD = (301, 308)  # RFC 9110, 15.4.2 and 15.4.9
LEADING = (301, 302, 303, 307, 308)
REDIRECTS, REFUSALS = 300, 400  # from which status on (RFC 9110, 15)
WHY = {
    NameResolutionError: Message("its name is not known here, or there is no network"),
    NewConnectionError: Message("the connection failed"),
    SSLError: Message("its certificate is not valid"),
    TimeoutError: Message("no answer came in time"),
    LocationParseError: Message("it is no address"),
}


@dataclass(frozen=True)
class Answer:
    """What an address answers: a status of HTTP, or `why` none came; `leads_to` is where it leads
    on for good."""

    status: int = 0
    leads_to: str = ""
    why: str = ""

    @property
    def is_fine(self) -> bool:
        """Whether the page is there, at this address."""
        return 0 < self.status < REDIRECTS and not self.leads_to


Ask = Callable[[str], Answer]


def asked(addresses: Iterable[str], ask: Ask) -> dict[str, Answer]:
    """Return the answer of each address; several hosts are asked at once, each one thing at a
    time."""
    of_host: dict[str, list[str]] = {}
    for address in addresses:
        of_host.setdefault(urlsplit(address).netloc, []).append(address)
    with ThreadPoolExecutor(HOSTS) as pool:
        parts = pool.map(lambda some: {one: ask(one) for one in some}, of_host.values())
        return {address: answer for part in parts for address, answer in part.items()}


def asker(seconds: float = SECONDS) -> Ask:
    """Return what asks for a page: its head, and the page itself where a server knows no heads."""
    logging.getLogger("urllib3").setLevel(logging.ERROR)  # what it tries again is told by nobody
    pool = PoolManager(
        HOSTS,
        headers={"User-Agent": AGENT},
        timeout=Timeout(seconds),
        retries=Retry(1, redirect=False, status=False, other=0),
    )

    def ask(address: str) -> Answer:
        try:
            return _followed(pool, address)
        except HTTPError as error:
            return Answer(why=_why(error))

    return ask


def _followed(pool: PoolManager, address: str) -> Answer:
    """The answer at the end of all redirects; where all of them are for good, it is told where."""
    here, for_good, status = address, True, 0
    for _ in range(HOPS):
        status, location = _status(pool, here)
        if status not in LEADING or not location:
            break
        here, for_good = urljoin(here, location), for_good and status in FOR_GOOD
    moved = for_good and here.rstrip("/") != address.rstrip("/") and status < REDIRECTS
    return Answer(status, here if moved else "")


def _status(pool: PoolManager, address: str) -> tuple[int, str]:
    for method in ("HEAD", "GET"):
        answer = pool.request(method, address, redirect=False, preload_content=False)
        answer.close()
        if answer.status < REFUSALS:
            break
    return answer.status, answer.headers.get("Location", "")


def _why(error: HTTPError) -> Message:
    reason = error.reason if isinstance(error, MaxRetryError) and error.reason else error
    known = next((said for kind, said in WHY.items() if isinstance(reason, kind)), None)
    return known or Message("the connection failed")
