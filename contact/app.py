"""The endpoint: one WSGI callable (PEP 3333). A message is sealed and kept before its writer is thanked."""

import sys
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any, NamedTuple

from contact import token
from contact.form import BODY_LIMIT, PLACES, Form, decode
from contact.key import Key, SealError
from contact.letter import part
from contact.page import POLICY, Pages, fill
from contact.rate_limit import RateLimit
from contact.seal import Seal
from contact.spool import new_name

STATUSES = {
    200: "200 OK",
    303: "303 See Other",
    400: "400 Bad Request",
    404: "404 Not Found",
    405: "405 Method Not Allowed",
    411: "411 Length Required",
    413: "413 Content Too Large",
    415: "415 Unsupported Media Type",
    422: "422 Unprocessable Content",
    503: "503 Service Unavailable",
}
HEADERS = [
    ("Content-Type", "text/html; charset=utf-8"),
    ("Cache-Control", "no-store"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
]
SAME_SITE = ("same-origin", "none", None)


class Answer(NamedTuple):
    """What goes back."""

    status: int
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()


class Request(NamedTuple):
    """What arrived, and for which language and form it asked; `known` when these exist."""

    environ: dict[str, Any]
    lang: str
    form: str
    known: bool


class Contact:
    """The application: `seals` by form, only those that can be used; `put` keeps a message for good or raises."""

    def __init__(
        self,
        pages: Pages,
        seals: dict[str, Seal],
        put: Callable[[str, bytes], bool],
        secrets: tuple[bytes, ...],
        rate_limit: RateLimit,
    ) -> None:
        self.pages, self.seals, self.put, self.secrets, self.rate_limit = pages, seals, put, secrets, rate_limit

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answers one request."""
        try:
            answer = self.answer(environ)
        except Exception as error:  # a server would write the request into its log
            alarm(error)
            answer = self.refuse(environ, 503)
        length = ("Content-Length", str(len(answer.body)))
        start_response(STATUSES[answer.status], [*HEADERS, *answer.headers, length])
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [answer.body]

    def answer(self, environ: dict[str, Any]) -> Answer:
        """What the request in `environ` gets."""
        request = self._request(environ)
        if not request.known:
            return self.refuse(environ, 404)
        if environ["REQUEST_METHOD"] in ("GET", "HEAD"):
            return _see(request, "")
        body = read_body(environ)
        return self.refuse(environ, body) if isinstance(body, int) else self._receive(request, body)

    def refuse(self, environ: dict[str, Any], status: int) -> Answer:
        """The page that says that nothing was sent, in the language of the address where it has one."""
        request = self._request(environ)
        page = self.pages.pages[request.lang, request.form, "refused"]
        allow = (("Allow", "GET, HEAD, POST"),) if status == 405 else ()
        return Answer(status, page.fill({}, set()), (*allow, ("Content-Security-Policy", POLICY)))

    def _request(self, environ: dict[str, Any]) -> Request:
        lang, _, form = environ.get("PATH_INFO", "").removeprefix("/contact/").partition("/")
        if self.pages.knows(lang, form):
            return Request(environ, lang, form, known=True)
        return Request(environ, *self.pages.anywhere, known=False)

    def _receive(self, request: Request, body: bytes) -> Answer:
        form, now = decode(body, request.form), time.time()
        if form.problems:
            return self._show(request, form, "again", 422, form.problems)
        suspicions = form.suspicions | self._suspicions(request, now)
        if suspicions and not token.valid(self.secrets, form, int(now)):
            return self._show(request, form, "confirm", 200, suspicions)
        return self._keep(request, form)

    def _suspicions(self, request: Request, now: float) -> set[str]:
        crowded = self.rate_limit.exceeded(request.environ.get("REMOTE_ADDR", ""), now)
        elsewhere = request.environ.get("HTTP_SEC_FETCH_SITE") not in SAME_SITE
        return ({"rate"} if crowded else set()) | ({"cross-site"} if elsewhere else set())

    def _keep(self, request: Request, form: Form) -> Answer:
        seal = self.seals.get(request.form)
        try:
            if seal is None:
                raise SealError(f"No key can be used for {request.form}: run `python -m contact health`.")
            words = fill(self.pages.letters[form.name], *_letter(request, form, seal.expired(datetime.now(UTC))))
            self.put(new_name(request.form), seal.seal(part(words)).encode())
        except Exception as error:  # whatever it is, the writer must get the text back
            alarm(error)
            return self._show(request, form, "unavailable", 503, set())
        return _see(request, "thanks/")

    def _show(self, request: Request, form: Form, kind: str, status: int, said: frozenset[str] | set[str]) -> Answer:
        page = self.pages.pages[request.lang, request.form, kind]
        signed = token.sign(self.secrets[0], form, int(time.time()))
        chosen = {f"reply-{form.values['reply']}"} if "reply" in form.values else set()
        body = page.fill(form.values | {"token": signed}, said | chosen)
        return Answer(status, body, (("Content-Security-Policy", POLICY),))


def read_body(environ: dict[str, Any]) -> bytes | int:
    """The whole body, or the status that says why not."""
    if environ["REQUEST_METHOD"] != "POST":
        return 405
    if environ.get("CONTENT_TYPE", "").partition(";")[0].strip().lower() != "application/x-www-form-urlencoded":
        return 415
    length = environ.get("CONTENT_LENGTH", "")
    if not (length.isascii() and length.isdigit()):
        return 411
    if len(length) > 9 or int(length) > BODY_LIMIT:
        return 413
    body: bytes = environ["wsgi.input"].read(int(length))
    return body if len(body) == int(length) else 400


def alarm(error: Exception) -> None:
    """One line for the staff that says what failed and nothing of what was written."""
    what = str(error) if isinstance(error, SealError) else f"{type(error).__name__} {getattr(error, 'errno', '')}"
    print(f"contact: a message could not be kept: {what}", file=sys.stderr, flush=True)


def _letter(request: Request, form: Form, expired: list[Key]) -> tuple[dict[str, str], set[str]]:
    """The values of a letter, and what of it is said."""
    said = {key for key, value in form.values.items() if value} | ({"expired"} if expired else set())
    said |= {f"reply-{form.values['reply']}"} if "reply" in form.values else set()
    owners = ", ".join(key.owner for key in expired)
    return form.values | {"lang": request.lang, "expired": owners}, said


def _see(request: Request, page: str) -> Answer:
    """On to a page of the site; relative, so that it holds wherever the site stands (RFC 9110, 10.2.2)."""
    return Answer(303, headers=(("Location", f"../../{request.lang}/{PLACES[request.form]}/{page}"),))
