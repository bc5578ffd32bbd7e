"""A trial of the running endpoint: does it answer, and would it keep a message."""

import http.client
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlencode

from contact.form import FIELDS, ROUTES
from contact.page import read_pages
from contact.settings import MEBI, Reader, host_and_port, secret
from contact.token import new_id

PATIENCE = 15  # seconds
FORM_TYPE = {"Content-Type": "application/x-www-form-urlencoded"}
OURS = "Permissions-Policy"  # a header that our answers have, and no other program's on that port


def endpoint_lines(environ: Mapping[str, str]) -> Iterator[tuple[str, bool]]:
    """Yield whether the endpoint answers, and for each form whether it takes a trial message."""
    reader = Reader(environ)
    place = reader.read("CONTACT_LISTEN", host_and_port)
    if place is None:
        yield "; ".join(reader.problems), True
        return
    try:
        status, ours = _ask(place, "GET", "/contact/")
    except (OSError, http.client.HTTPException) as error:
        yield f"the endpoint does not answer ({type(error).__name__}): visitors cannot write", True
        return
    yield "the endpoint answers" if ours else f"something else answers there ({status})", not ours
    key = reader.read("CONTACT_SECRET", secret)
    if key is None:
        yield "no message was tried: CONTACT_SECRET is not set here", False
        return
    for form in FIELDS:
        yield _try_form(place, form, _language(environ, form), key)


def _try_form(place: tuple[str, int], form: str, lang: str, key: bytes) -> tuple[str, bool]:
    values = {"message": "trial", "id": new_id(key, int(time.time()), "trial")}
    try:
        status, _ = _ask(place, "POST", f"/contact/{lang}/{ROUTES[form]}", urlencode(values))
    except (OSError, http.client.HTTPException) as error:
        return f"{form}: a trial message got no answer ({type(error).__name__})", True
    taken = status == 303
    return f"{form}: a trial message was {'accepted' if taken else f'not accepted ({status})'}", not taken


def _ask(place: tuple[str, int], method: str, path: str, body: str | None = None) -> tuple[int, bool]:
    connection = http.client.HTTPConnection(*place, timeout=PATIENCE)
    try:
        connection.request(method, path, body, FORM_TYPE if body else {})
        answer = connection.getresponse()
        answer.read(MEBI)
        return answer.status, bool(answer.getheader(OURS))
    finally:
        connection.close()


def _language(environ: Mapping[str, str], form: str) -> str:
    folder = Path(environ.get("CONTACT_PAGES", "/nowhere"))
    pages, missing = read_pages(folder)
    return pages.nearest("", form)[0] if not missing else "be"
