"""`python -m contact`: serve the endpoint, deliver what it keeps, say how it is.

serve      take messages (waitress)
deliver    send what waits; --once: one look only
health     keys, queue and last delivery; exit code 1 when a person must act
release    put held messages back into the queue
inbox      development only: open what `make serve` delivered into var/contact
"""

import os
import sys
from pathlib import Path

from contact.settings import SettingsError


def main(arguments: list[str]) -> None:
    """Does what the command line asks for."""
    commands = {"serve": serve, "deliver": deliver, "health": health, "release": release, "inbox": inbox}
    command = commands.get(arguments[0]) if arguments else None
    if command is None or any(argument != "--once" for argument in arguments[1:]):
        sys.exit(__doc__)
    try:
        command(*arguments[1:])
    except SettingsError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(0)


def serve() -> None:
    """Takes messages."""
    from contact import serve as server  # noqa: PLC0415 (each process loads only what it needs)

    server.serve(os.environ)


def deliver(once: str = "") -> None:
    """Sends what waits."""
    from contact import deliver as deliverer  # noqa: PLC0415
    from contact.outgoing import delivering  # noqa: PLC0415

    try:
        deliverer.deliver(delivering(os.environ), bool(once))
    except BlockingIOError:
        sys.exit("Another deliverer works on this spool. Stop it first.")


def health() -> None:
    """Says how it is."""
    from contact.health import report  # noqa: PLC0415

    keys, spool = os.environ.get("CONTACT_KEYS"), os.environ.get("CONTACT_SPOOL")
    text, alarm = report(Path(keys) if keys else None, Path(spool) if spool else None)
    print(text or "Set CONTACT_KEYS, CONTACT_SPOOL or both.")
    sys.exit(alarm or not text)


def release() -> None:
    """Puts held messages back."""
    from contact.settings import Reader, place  # noqa: PLC0415
    from contact.spool import Spool  # noqa: PLC0415

    reader = Reader(os.environ)
    spool = reader.read("CONTACT_SPOOL", place)
    reader.done()
    print(f"{Spool(Path(spool)).release()} put back into the queue.")


def inbox() -> None:
    """Shows what was delivered on this machine."""
    from contact import development  # noqa: PLC0415

    try:
        mails = list(development.inbox(Path("var/contact")))
    except development.ForeignKey as error:
        sys.exit(str(error))
    print(f"\n{'-' * 72}\n".join(mails) or "Nothing yet. `make serve`, then write something in a form of the site.")


if __name__ == "__main__":
    main(sys.argv[1:])
