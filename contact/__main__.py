"""`python -m contact`: serve the endpoint, deliver what it keeps, say how it is.

serve      take messages (waitress)
deliver    send what waits; --once: one look only
check      everything that a new installation needs, in one list
health     endpoint, disk, queue, mail and keys; --json for programs. Exit code 0, or that of the most
           urgent alarm: 10 keys, 15 mail, 20 queue, 30 disk, 40 endpoint
heartbeat  put a sealed message to ourselves into the queue, for `health` to see it arrive
release    put held messages back into the queue
resend     put what was sent and kept (CONTACT_KEEP_DAYS) back into the queue
"""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from contact.settings import SettingsError

if TYPE_CHECKING:
    from contact.outbox import Outbox
    from contact.report import Line

OPTIONS = {"deliver": "--once", "health": "--json", "check": "--json"}


def main(arguments: list[str]) -> None:
    """Do what the command line asks for."""
    commands = (serve, deliver, check, health, heartbeat, release, resend)
    named = {command.__name__: command for command in commands}
    command = named.get(arguments[0]) if arguments else None
    if command is None or any(option != OPTIONS.get(arguments[0]) for option in arguments[1:]):
        sys.exit(__doc__)
    try:
        command(*arguments[1:2])
    except SettingsError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(0)
    except (OSError, ValueError) as error:
        sys.exit(f"contact: {arguments[0]} ended: {error}")


def serve() -> None:
    """Take messages."""
    from contact import serve as server  # noqa: PLC0415 (each process loads only what it needs)

    server.serve(os.environ)


def deliver(once: str = "") -> None:
    """Send what waits."""
    from contact import deliver as deliverer  # noqa: PLC0415
    from contact.outgoing import delivering  # noqa: PLC0415

    try:
        deliverer.deliver(delivering(os.environ), bool(once))
    except BlockingIOError:
        sys.exit("Another deliverer works on this spool. Stop it first.")


def check(as_json: str = "") -> None:
    """Say what an installation lacks."""
    from contact.check import check as check_all  # noqa: PLC0415

    _tell(check_all(os.environ), bool(as_json))


def health(as_json: str = "") -> None:
    """Say how it is."""
    from contact.health import look  # noqa: PLC0415

    lines = look(os.environ)
    if not lines:
        sys.exit("Set CONTACT_LISTEN, CONTACT_SPOOL, CONTACT_KEYS or all of them.")
    _tell(lines, bool(as_json))


def _tell(lines: "list[Line]", as_json: bool) -> None:
    from contact.health import as_json as to_json  # noqa: PLC0415
    from contact.health import exit_code  # noqa: PLC0415

    print(to_json(lines) if as_json else "\n".join(map(str, lines)))
    sys.exit(exit_code(lines))


def heartbeat() -> None:
    """Put a heartbeat into the queue."""
    from contact.heartbeat import beat  # noqa: PLC0415
    from contact.seals import read_seals  # noqa: PLC0415
    from contact.settings import Reader, folder  # noqa: PLC0415

    reader = Reader(os.environ)
    keys = reader.read("CONTACT_KEYS", folder)
    reader.done()
    seals, _ = read_seals(keys)
    if not seals:
        raise SettingsError("No key can be used: run `python -m contact health`.")
    print(beat(_spool(), next(iter(seals.values())), datetime.now(UTC)))


def release() -> None:
    """Put held messages back."""
    print(f"{_spool().release()} put back into the queue.")


def resend() -> None:
    """Put back what was sent and kept."""
    print(f"{_spool().resend()} put back into the queue.")


def _spool() -> "Outbox":
    from contact.outbox import Outbox  # noqa: PLC0415
    from contact.settings import Reader, place  # noqa: PLC0415

    reader = Reader(os.environ)
    found = reader.read("CONTACT_SPOOL", place)
    reader.done()
    return Outbox(Path(found))


if __name__ == "__main__":
    main(sys.argv[1:])
