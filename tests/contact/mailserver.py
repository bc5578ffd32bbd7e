"""A mail server that can be told to fail: each delivery meets the next fault of a list,
then all goes well."""

import asyncio
import ssl
from contextlib import contextmanager

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP

AUTHORITY = trustme.CA()
STRANGER = trustme.CA()
FAULTS = (
    "450",
    "421",
    "451",
    "drop before",
    "drop after",
    "stall",
    "bad certificate",
    "no starttls",
    "550",
)


def certificate(authority=AUTHORITY):
    """A server's certificate for 127.0.0.1."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1", "localhost").configure_cert(context)
    return context


class Handler:
    """Keeps what arrives by Message-ID; `faults` are met in turn."""

    def __init__(self, faults=(), stall=3.0):
        self.faults = list(faults)
        self.stall = stall
        self.mails = {}
        self.copies = 0

    def _fault(self, *kinds):
        return self.faults.pop(0) if self.faults and self.faults[0] in kinds else ""

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        fault = self._fault("450", "421", "550")
        if fault:
            return f"{fault} not now {address}"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        fault = self._fault("451", "drop before", "drop after", "stall")
        if fault in ("", "drop after"):
            self.keep(envelope.content)
        if fault.startswith("drop"):
            server.transport.abort()
        if fault == "stall":
            await asyncio.sleep(self.stall)
        return "451 try later" if fault == "451" else "250 OK"

    def keep(self, content):
        """Keeps one mail."""
        (id_,) = [line for line in content.splitlines() if line.startswith(b"Message-ID:")]
        assert self.mails.setdefault(id_, content) == content, (
            "the same Message-ID with another text"
        )
        self.copies += 1


class Server(SMTP):
    """Refuses STARTTLS when that is the next fault."""

    async def smtp_STARTTLS(self, arg):  # noqa: N802
        if self.event_handler._fault("no starttls"):
            await self.push("454 TLS not available")
        else:
            await super().smtp_STARTTLS(arg)


class Mail(Controller):
    """The server; STARTTLS is required unless it speaks TLS from the first byte."""

    def __init__(self, handler, tls=False, authority=AUTHORITY):
        self.context = certificate(authority)
        super().__init__(
            handler, hostname="127.0.0.1", port=0, ssl_context=self.context if tls else None
        )
        self.tls = tls

    def factory(self):
        bad = self.handler._fault("bad certificate")
        context = certificate(STRANGER) if bad else self.context
        more = {} if self.tls else {"tls_context": context, "require_starttls": True}
        return Server(self.handler, hostname="localhost", **more)

    def _trigger_server(self):
        """The port is known once the server runs."""
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def mail_server(handler, **how):
    """Runs a server and gives its port."""
    controller = Mail(handler, **how)
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()
