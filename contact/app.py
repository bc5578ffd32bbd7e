"""The endpoint: one WSGI callable (PEP 3333). A message is sealed and kept before its writer is thanked."""

import sys
import time
from collections.abc import Callable, Iterable, Set
from datetime import UTC, datetime
from threading import Lock
from typing import NamedTuple, Protocol
from weakref import WeakSet
from wsgiref.types import StartResponse, WSGIEnvironment

from contact import token
from contact.form import BODY_LIMIT, PLACES, ROUTES, THANKS, Form, decode, foreign_letters
from contact.headers import STATUSES, headers_for
from contact.key import Key, SealError
from contact.letter import part, quoted
from contact.page import Pages
from contact.rate_limit import Load, RateLimit
from contact.seal import Seal
from contact.spool import Unsure, new_name
from contact.stream import Stream

SAME_SITE = ("same-origin", "none", None)
FORM_TYPE = "application/x-www-form-urlencoded"
# Characters of visitors' texts in answers that are not yet read to their end, all together.
ROOM_FOR_ANSWERS = 24 * 1024 * 1024
WAIT_WHEN_SHARED = 20  # seconds from the confirm page to its click, where too many share an address


class Store(Protocol):
    """What keeps sealed messages."""

    def put(self, name: str, sealed: bytes) -> bool:
        """Keep a message for good, or raise; Unsure when that is not known."""

    def probe(self, data: bytes) -> None:
        """Do all of it and keep nothing, or raise."""


class Answer(NamedTuple):
    """What goes back."""

    status: int
    body: Stream = Stream(())
    headers: tuple[tuple[str, str], ...] = ()


class Request(NamedTuple):
    """What arrived, and for which language and form it asked; `known` when these exist."""

    environ: WSGIEnvironment
    lang: str
    form: str
    known: bool
    place: str = ""


class Contact:
    """The application: `seals` by form, only those that can be used; `store` keeps messages.

    `renew` is asked for the seals again when one is missing; `site` is where the forms stand, unless
    it is here: another name of the same site.
    """

    renew: Callable[[], dict[str, Seal]] | None = None
    site = ""

    def __init__(
        self, pages: Pages, seals: dict[str, Seal], store: Store, secrets: tuple[bytes, ...], rate_limit: RateLimit
    ) -> None:
        self.pages, self.seals, self.store, self.secrets = pages, seals, store, secrets
        self.rate_limit = rate_limit
        self._answers: WeakSet[Stream] = WeakSet()
        self._lock = Lock()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        try:
            answer = self._within_room(environ, self.answer(environ))
        except Exception as error:  # a server would write the request into its log
            alarm(error)
            answer = self.refuse(environ, 503)
        length = ("Content-Length", str(len(answer.body)))
        start_response(STATUSES[answer.status], [*headers_for(self.site), *answer.headers, length])
        if environ["REQUEST_METHOD"] == "HEAD":
            return []
        as_file = environ.get("wsgi.file_wrapper")
        return as_file(answer.body) if as_file and len(answer.body) else [answer.body.read()]

    def answer(self, environ: WSGIEnvironment) -> Answer:
        """Return what the request in `environ` gets."""
        request = self._request(environ)
        if not request.known:
            return self.refuse(environ, 404)
        if environ["REQUEST_METHOD"] in ("GET", "HEAD"):
            return self._form_page(request) if request.place else self._see(request, "")
        body = 405 if request.place else read_body(environ)
        return self.refuse(environ, body) if isinstance(body, int) else self._receive(request, body)

    def refuse(self, environ: WSGIEnvironment, status: int) -> Answer:
        """Return the page that says that nothing was sent, in the language nearest to the address; after a
        fault nobody knows, and it says so.
        """
        request = self._request(environ)
        page = self.pages.page(request.lang, request.form, "interrupted" if status == 503 else "refused")
        allow = (("Allow", "GET, HEAD, POST"),) if status == 405 else ()
        return Answer(status, page.stream({}, set()), allow)

    def _within_room(self, environ: WSGIEnvironment, answer: Answer) -> Answer:
        """Many who read slowly get a short page, instead of all the memory there is."""
        if not answer.body.text_size:
            return answer
        with self._lock:
            held = sum(stream.text_size for stream in self._answers)
            self._answers.add(answer.body)
        return answer if held + answer.body.text_size <= ROOM_FOR_ANSWERS else self.refuse(environ, 503)

    def _request(self, environ: WSGIEnvironment) -> Request:
        """Return the request; `/form` below a form's address is its page, for a server in front."""
        path = str(environ.get("PATH_INFO", "")).removeprefix("/contact/")
        lang, _, rest = path.partition("/")
        route, slash, place = rest.partition("/")
        form = next((name for name, own in ROUTES.items() if own == route), "")
        known = self.pages.knows(lang, form) and place == ("form" if slash else "")
        return Request(environ, *self.pages.nearest(lang, form), known=known, place=place)

    def _form_page(self, request: Request) -> Answer:
        """Return the form page with an id of its own, by which a second try is the same message."""
        file = self.pages.forms.get((request.lang, request.form))
        if file is None:
            return self.refuse(request.environ, 404)
        made = token.new_id(self.secrets[0], int(time.time()))
        return Answer(203, file.template.stream({"id": made}, set()))

    def _receive(self, request: Request, body: bytes) -> Answer:
        form, now = decode(body, request.form), time.time()
        if form.problems:
            return self._show(request, form, "again", 422, form.problems)
        if token.id_key(self.secrets, form.id, int(now), "trial"):
            return self._keep(request, form, self.store.probe)
        key = token.id_key(self.secrets, form.id, int(now))
        load = self.rate_limit.load(request.environ.get("REMOTE_ADDR", ""), now)
        suspicions = form.suspicions | self._suspicions(request, load)
        confirmed = token.confirmed_for(self.secrets, form, int(now))
        if load > Load.MANY and (load == Load.TOO_MANY or (confirmed or 0) < WAIT_WHEN_SHARED):
            return self._show(request, form, "confirm", 429, suspicions | {"busy"})
        if suspicions and confirmed is None:
            return self._show(request, form, "confirm", 200, suspicions)
        form = form._replace(suspicions=frozenset(suspicions))
        name = token.message_name(key, form) if key else new_name(form.name)
        return self._keep(request, form, lambda sealed: self._put(request, name, sealed))

    def _suspicions(self, request: Request, load: Load) -> set[str]:
        known = (*SAME_SITE, "same-site") if self.site else SAME_SITE
        elsewhere = request.environ.get("HTTP_SEC_FETCH_SITE") not in known
        return ({"rate"} if load > Load.FEW else set()) | ({"cross-site"} if elsewhere else set())

    def _put(self, request: Request, name: str, sealed: bytes) -> None:
        if self.store.put(name, sealed):
            self.rate_limit.kept(request.environ.get("REMOTE_ADDR", ""), time.time())

    def _keep(self, request: Request, form: Form, put: Callable[[bytes], None]) -> Answer:
        try:
            put(self._seal(request, form))
        except Unsure as error:
            alarm(error)
            return self._show(request, form, "unsure", 503, set())
        except Exception as error:  # whatever it is, the writer must get the text back
            alarm(error)
            return self._show(request, form, "unavailable", 503, set())
        return self._see(request, THANKS)

    def _seal(self, request: Request, form: Form) -> bytes:
        if request.form not in self.seals and self.renew:
            self.seals = self.renew()
        seal = self.seals.get(request.form)
        if seal is None:
            raise SealError(f"No key can be used for {request.form}: run `python -m contact health`.")
        values, said = _letter(request, form, seal.expired(datetime.now(UTC)))
        words = self.pages.letters[form.name].template.text(values, said)
        return seal.seal(part(words)).encode()

    def _see(self, request: Request, page: str) -> Answer:
        """Return the way to a page; relative, so that it holds wherever the site stands (RFC 9110, 10.2.2)."""
        place = f"{self.site or '../..'}/{request.lang}/{PLACES[request.form]}/{page}"
        return Answer(303, headers=(("Location", place),))

    def _show(self, request: Request, form: Form, kind: str, status: int, said: Set[str]) -> Answer:
        """Return a page that shows what was written, with an id and a token for the next try."""
        now = int(time.time())
        if not token.id_key(self.secrets, form.id, now):
            form = form._replace(id=token.new_id(self.secrets[0], now))
        page = self.pages.page(request.lang, request.form, kind)
        signed = {"token": token.sign(self.secrets[0], form, now), "id": form.id}
        body = page.stream(form.values | form.excess | signed, said | _reply(form))
        return Answer(status, body)


def read_body(environ: WSGIEnvironment) -> bytes | int:
    """Return the whole body, or the status that says why not."""
    if environ["REQUEST_METHOD"] != "POST":
        return 405
    if environ.get("CONTENT_TYPE", "").partition(";")[0].strip().lower() != FORM_TYPE:
        return 415
    length = environ.get("CONTENT_LENGTH", "")
    if not (length.isascii() and length.isdigit()):
        return 411
    if len(length) > 9 or int(length) > BODY_LIMIT:
        return 413
    body: bytes = environ["wsgi.input"].read(int(length))
    return body if len(body) == int(length) else 400


def alarm(error: Exception) -> None:
    """Tell the staff in one line what failed, and nothing of what was written."""
    what = str(error) if isinstance(error, SealError) else f"{type(error).__name__} {getattr(error, 'errno', '')}"
    print(f"contact: a message could not be kept: {what}", file=sys.stderr, flush=True)


def _letter(request: Request, form: Form, expired: list[Key]) -> tuple[dict[str, str], set[str]]:
    """Return the values of a letter, and what of it is said."""
    said = {key for key, value in form.values.items() if value} | ({"expired"} if expired else set())
    said |= _reply(form) | form.suspicions | ({"suspicions"} if form.suspicions else set())
    more = {
        "lang": request.lang,
        "expired": ", ".join(key.owner for key in expired),
        "letters": foreign_letters(form.values["contact"]),
        "message": quoted(form.values["message"]),
    }
    return form.values | more, said


def _reply(form: Form) -> set[str]:
    return {f"reply-{form.values['reply']}"} if "reply" in form.values else set()
