"""A trial of the running endpoint: does it answer, and would it keep a message."""

import http.client
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlencode

from contact.form import FIELDS, ROUTES
from contact.page import read_pages
from contact.settings import MEBI, Reader, host_and_port, is_set, secret
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
        yield f"no message was tried: {'; '.join(reader.problems)}", is_set(environ, "CONTACT_SECRET")
        return
    for form in FIELDS:
        yield _try_form(place, form, _languages(environ, form), key)


def _try_form(place: tuple[str, int], form: str, langs: list[str], key: bytes) -> tuple[str, bool]:
    """Return whether a trial message was taken in each language: one that is new needs a restart."""
    refused = []
    for lang in langs:
        values = {"message": "trial", "id": new_id(key, int(time.time()), "trial")}
        try:
            status, _ = _ask(place, "POST", f"/contact/{lang}/{ROUTES[form]}", urlencode(values))
        except (OSError, http.client.HTTPException) as error:
            return f"{form}: a trial message got no answer ({type(error).__name__})", True
        refused += [f"{lang} {status}"] if status != 303 else []
    said = f"not accepted ({', '.join(refused)})" if refused else "accepted"
    return f"{form}: a trial message was {said}", bool(refused)


def _ask(place: tuple[str, int], method: str, path: str, body: str | None = None) -> tuple[int, bool]:
    connection = http.client.HTTPConnection(*place, timeout=PATIENCE)
    try:
        connection.request(method, path, body, FORM_TYPE if body else {})
        answer = connection.getresponse()
        answer.read(MEBI)
        return answer.status, bool(answer.getheader(OURS))
    finally:
        connection.close()


def _languages(environ: Mapping[str, str], form: str) -> list[str]:
    pages, missing = read_pages(Path(environ.get("CONTACT_PAGES", "/nowhere")))
    return ["be"] if missing else sorted({lang for lang, found, _ in pages.pages if found == form})
