"""The contact endpoint under load, under kill -9 and behind a failing mail server;
every figure of the README.

    python benchmarks/contact.py            all of it, about six minutes
    python benchmarks/contact.py load kills only these

Needs gpg, and nginx, caddy and apache2 for `fronts`. Everything happens below a temporary folder
and on 127.0.0.1, and ends by itself.
"""

import argparse
import asyncio
import compileall
import logging
import os
import random
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from pysequoia import Tsk, decrypt  # noqa: E402

from contact.letter import part  # noqa: E402
from contact.outbox import Outbox  # noqa: E402
from contact.seal import Seal  # noqa: E402
from contact.spool import new_name  # noqa: E402
from contact.token import new_id  # noqa: E402
from tests.contact import pages  # noqa: E402
from tests.contact.keyring import GnuPG, examine  # noqa: E402
from tests.contact.mailserver import AUTHORITY, Handler, mail_server  # noqa: E402
from tests.contact.test_fronts import apache, caddy, free_port, nginx, started  # noqa: E402

PORT = 8499
MEBI = 1024  # in KiB
FAULTY = 0.15
STANDARD = (
    "base64 collections contextlib datetime hashlib hmac html io itertools os pathlib re socket sys"
)
STANDARD += " threading time typing urllib.parse"
FIRST_MESSAGE = """
import time; begun, work = time.perf_counter(), time.process_time()
import io, os, sys
from contact.endpoint import application
from contact.settings import serving
app = application(serving(os.environ))
body = b"message=help"
environ = {"REQUEST_METHOD": "POST", "PATH_INFO": "/contact/en/message", "CONTENT_LENGTH": "12",
           "CONTENT_TYPE": "application/x-www-form-urlencoded", "wsgi.input": io.BytesIO(body)}
list(app(environ, lambda status, headers: status.startswith("303") or sys.exit(status)))
print(1000 * (time.perf_counter() - begun), 1000 * (time.process_time() - work))
"""
BARE = f"""
import time; begun, work = time.perf_counter(), time.process_time()
import {STANDARD.replace(" ", ", ")}
print(1000 * (time.perf_counter() - begun), 1000 * (time.process_time() - work))
"""


@dataclass
class Place:
    """A folder with keys, pages and a spool, and the environment that names them."""

    folder: Path
    environ: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        (self.folder / "gnupg").mkdir(mode=0o700)
        self.gnupg = GnuPG(self.folder / "gnupg")
        for name, form in (
            ("anna", "counselling"),
            ("vera", "counselling"),
            ("press", "press"),
            ("recovery", "recovery"),
        ):
            (self.folder / "keys" / form).mkdir(parents=True, exist_ok=True)
            (self.folder / "keys" / form / f"{name}.asc").write_bytes(self.gnupg.make(name))
        self.environ = os.environ | {
            "CONTACT_PAGES": str(pages.write(self.folder / "site" / "contact")),
            "CONTACT_KEYS": str(self.folder / "keys"),
            "CONTACT_SPOOL": str(self.folder / "spool"),
            "CONTACT_SECRET": "s" * 32,
            "CONTACT_LISTEN": f"127.0.0.1:{PORT}",
            "CONTACT_RATE": "1000000",
            "CONTACT_BOUND": "100000000",
            "PYTHONPATH": str(ROOT),
        }

    @property
    def spool(self) -> Outbox:
        """Where the endpoint keeps messages."""
        return Outbox(self.folder / "spool")

    def seal(self) -> Seal:
        """A seal to the counselling keys."""
        files = [
            *(self.folder / "keys" / "counselling").iterdir(),
            *(self.folder / "keys" / "recovery").iterdir(),
        ]
        return Seal([examine(file.name, file.read_bytes()) for file in files])

    def clear(self) -> None:
        """An empty spool."""
        for file in self.spool.waiting():
            file.unlink()

    def opened(self) -> list[str]:
        """The number in each message that waits, opened with a counsellor's secret key."""
        secret = Tsk.from_bytes(self.gnupg.run("--export-secret-keys", "anna@example.org"))
        texts = (
            decrypt(file.read_bytes(), decryptor=secret.decryptor()).bytes
            for file in self.spool.waiting()
        )
        return [
            found[1].decode()
            for text in texts
            if (found := re.search(rb"message: > number (\d+)", text))
        ]


class Server:
    """`python -m contact serve` in a process of its own."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self.start()

    def start(self) -> None:
        """Starts, and waits until it takes connections."""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "contact", "serve"], env=self._place.environ, cwd=ROOT
        )
        while not _listening():
            time.sleep(0.02)

    def kill(self) -> None:
        """kill -9."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def work(self) -> float:
        """Seconds of the processor so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> float:
        """Resident memory, MiB."""
        text = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", text)[1]) / MEBI


@contextmanager
def serving(place: Place) -> Iterator[Server]:
    """A server for as long as the block runs."""
    server = Server(place)
    try:
        yield server
    finally:
        server.kill()


@dataclass
class Visitors:
    """Clients that send one message after another, each on a new connection,
    until `wanted` are acknowledged."""

    wanted: int
    acknowledged: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    sent: int = 0

    async def run(self, count: int, beside: Callable[["Visitors"], object] | None = None) -> float:
        """Lets `count` clients work; returns the messages acknowledged per second."""
        begun = time.perf_counter()
        others = [asyncio.to_thread(beside, self)] if beside else []
        await asyncio.gather(*(self._visitor() for _ in range(count)), *others)
        return len(self.acknowledged) / (time.perf_counter() - begun)

    async def _visitor(self) -> None:
        while len(self.acknowledged) < self.wanted:
            self.sent += 1
            number, begun = str(self.sent), time.perf_counter()
            try:
                answer = await _post(f"message=number+{number}")
            except OSError:
                await asyncio.sleep(0.05)
                continue
            if answer.startswith(b"HTTP/1.1 303"):
                self.acknowledged.append(number)
                self.seconds.append(time.perf_counter() - begun)


async def _post(body: str, port: int = PORT) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(_request(body))
        return await reader.read()
    finally:
        writer.close()


def _request(body: str, length: int = 0) -> bytes:
    head = "POST /contact/en/message HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
    kind = "Content-Type: application/x-www-form-urlencoded\r\n"
    return f"{head}{kind}Content-Length: {length or len(body)}\r\n\r\n{body}".encode()


def _listening() -> bool:
    try:
        asyncio.run(_post(""))
    except OSError:
        return False
    return True


def start(place: Place) -> Iterator[tuple[str, str]]:
    """How long the first message takes in a new process, and the bare modules alone;
    in turn, 15 times."""
    compileall.compile_dir(ROOT / "contact", quiet=1)  # as the standard library is
    pairs = [(_timed(FIRST_MESSAGE, place), _timed(BARE, place)) for _ in range(15)]
    first, bare = zip(*pairs, strict=True)
    yield "import, start and first accepted message: median, least, CPU", _spread(first)
    yield "bare standard-library modules: median, least, CPU", _spread(bare)
    yield (
        "ratio of the least, of the CPU times",
        f"{min(first)[0] / min(bare)[0]:.2f}, {_median(first, 1) / _median(bare, 1):.2f}",
    )


def _timed(code: str, place: Place) -> tuple[float, float]:
    """Milliseconds by the clock and of the processor."""
    done = subprocess.run(
        [sys.executable, "-c", code], env=place.environ, capture_output=True, check=True
    )
    wall, processor = done.stdout.split()
    return float(wall), float(processor)


def _median(times: Sequence[tuple[float, float]], column: int) -> float:
    return statistics.median(pair[column] for pair in times)


def _spread(times: Sequence[tuple[float, float]]) -> str:
    return f"{_median(times, 0):.1f} ms, {min(times)[0]:.1f} ms, {_median(times, 1):.1f} ms"


def load(place: Place) -> Iterator[tuple[str, str]]:
    """A hundred clients; memory before, during and after ten thousand messages."""
    with serving(place) as server:
        asyncio.run(Visitors(1000).run(100))
        before, most, work = server.memory(), [], server.work()
        visitors = Visitors(10_000)
        rate = asyncio.run(visitors.run(100, lambda them: _watch(them, server, most)))
        after, work = server.memory(), server.work() - work
    seconds = sorted(visitors.seconds)
    yield "accepted per second, 100 clients", f"{rate:.0f}"
    yield (
        "median, p99, slowest",
        ", ".join(f"{1000 * _at(seconds, share):.0f} ms" for share in (0.5, 0.99, 1)),
    )
    yield (
        "work of the endpoint for one message (CPU)",
        f"{1000 * work / len(visitors.acknowledged):.2f} ms",
    )
    yield "resident memory under load, at most", f"{max(most):.1f} MiB"
    yield "growth over 10 000 messages", f"{after - before:.2f} MiB"
    sizes = {file.stat().st_size for file in place.spool.waiting()}
    yield "sizes of the files in the spool", ", ".join(map(str, sorted(sizes)))


def _watch(visitors: Visitors, server: Server, memory: list[float]) -> None:
    while len(visitors.acknowledged) < visitors.wanted:
        memory.append(server.memory())
        time.sleep(0.2)


def _at(ordered: list[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def slow(place: Place) -> Iterator[tuple[str, str]]:
    """Two hundred clients that send a byte every half second, and a normal one beside them."""

    async def run() -> list[float]:
        drips = [asyncio.create_task(_drip()) for _ in range(200)]
        await asyncio.sleep(1)
        seconds = []
        for _ in range(20):
            begun = time.perf_counter()
            assert (await _post("message=help")).startswith(b"HTTP/1.1 303")
            seconds.append(time.perf_counter() - begun)
        for drip in drips:
            drip.cancel()
        return seconds

    with serving(place):
        yield (
            "slowest of 20 normal messages beside 200 slow clients",
            f"{1000 * max(asyncio.run(run())):.0f} ms",
        )


async def _drip() -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", PORT)
    for byte in _request("message=", 5000):
        writer.write(bytes([byte]))
        await asyncio.sleep(0.5)


def kills(place: Place) -> Iterator[tuple[str, str]]:
    """Two hundred clients; the server is killed six times and started again;
    every acknowledged message is opened."""
    visitors = Visitors(10_500)
    with serving(place) as server:
        asyncio.run(visitors.run(200, lambda them: _kill(them, server)))
    lost = set(visitors.acknowledged) - set(place.opened())
    whole = {
        file.read_bytes().endswith(b"-----END PGP MESSAGE-----\n") for file in place.spool.waiting()
    }
    yield "acknowledged across six kill -9 under 200 clients", str(len(visitors.acknowledged))
    yield "of these lost", str(len(lost))
    yield "files that are not whole", str(0 if whole == {True} else "some")


def _kill(visitors: Visitors, server: Server) -> None:
    for time_ in range(1, 7):
        while len(visitors.acknowledged) < time_ * visitors.wanted / 7:
            time.sleep(0.01)
        server.kill()
        server.start()


@dataclass
class Patient(Visitors):
    """Clients that send the same form again until they are thanked;
    some break off before the answer."""

    broken: int = 0

    async def _visitor(self) -> None:
        while len(self.acknowledged) < self.wanted:
            self.sent += 1
            number = str(self.sent)
            body = f"message=number+{number}&id={new_id(b's' * 32, int(time.time()))}"
            if self.broken < 500 and self.sent % 5 == 0:
                self.broken += 1
                await self._break_off(body)
            while not await self._thanked(body):
                await asyncio.sleep(0.05)
            self.acknowledged.append(number)

    async def _thanked(self, body: str) -> bool:
        try:
            return (await _post(body)).startswith(b"HTTP/1.1 303")
        except OSError:
            return False

    async def _break_off(self, body: str) -> None:
        with suppress(OSError):
            _, writer = await asyncio.open_connection("127.0.0.1", PORT)
            writer.write(_request(body))
            await writer.drain()
            await asyncio.sleep(random.uniform(0, 0.05))
            writer.close()


def stops(place: Place) -> Iterator[tuple[str, str]]:
    """Six kill -9 and six SIGTERM under a hundred clients that try again: none lost, none twice."""
    place.clear()
    visitors = Patient(10_000)
    with serving(place) as server:
        asyncio.run(visitors.run(100, lambda them: _stop(them, server)))
    found = place.opened()
    yield (
        "thanked across six kill -9, six SIGTERM and connections broken before the answer",
        (f"{len(visitors.acknowledged)}, {visitors.broken} broken"),
    )
    yield (
        "of these lost, twice",
        f"{len(set(visitors.acknowledged) - set(found))}, {len(found) - len(set(found))}",
    )


def _stop(visitors: Visitors, server: Server) -> None:
    for number in range(1, 13):
        while len(visitors.acknowledged) < number * visitors.wanted / 13:
            time.sleep(0.01)
        if number % 2:
            server.process.terminate()
            server.process.wait()
        else:
            server.kill()
        server.start()


class Unlucky(Handler):
    """A mail server that fails by chance, in every way it can."""

    met: int = 0

    def _fault(self, *kinds: str) -> str:
        wanted = [kind for kind in kinds if kind != "550"]
        if not wanted or random.random() > FAULTY / 3:
            return ""
        self.met += 1
        return random.choice(wanted)


def _deliver_until_killed(environ: dict[str, str]) -> None:
    """Run the deliverer for two to five seconds, then kill it."""
    command = [sys.executable, "-m", "contact", "deliver"]
    process = subprocess.Popen(command, env=environ, cwd=ROOT, stderr=subprocess.DEVNULL)
    time.sleep(random.uniform(2, 5))
    process.kill()
    process.wait()


def faults(place: Place) -> Iterator[tuple[str, str]]:
    """Two thousand messages through a failing mail server,
    with a deliverer that is killed again and again."""
    random.seed(6)
    seal, spool = place.seal(), place.spool
    names = {_put(spool, seal, n) for n in range(2000)}
    AUTHORITY.cert_pem.write_to_path(str(place.folder / "ca.pem"))
    handler, killed, begun = Unlucky(stall=1.5), 0, time.perf_counter()
    with mail_server(handler) as port:
        environ = place.environ | _mail_environ(port, place)
        while _left(spool) and time.perf_counter() - begun < 300:
            _deliver_until_killed(environ)
            killed += 1
    arrived = {re.search(rb"<(.+)-counselling@", id_)[1].decode() for id_ in handler.mails}
    yield "messages through a failing mail server", str(len(names))
    yield "faults met, deliverers killed", f"{handler.met}, {killed}"
    yield (
        "of these lost, held",
        f"{len({name.partition('.')[0] for name in names} - arrived)}, {len(list(spool.held()))}",
    )
    yield (
        "sent more than once, always under the same Message-ID",
        str(handler.copies - len(handler.mails)),
    )
    yield "until all were there", f"{time.perf_counter() - begun:.0f} s"


def _left(spool: Outbox) -> bool:
    return bool(spool.waiting() or list((spool.folder / "out").iterdir()))


def _put(spool: Outbox, seal: Seal, number: int) -> str:
    name = new_name("counselling")
    spool.put(name, seal.seal(part(f"message: > number {number}")).encode())
    return name


def _mail_environ(port: int, place: Place) -> dict[str, str]:
    return {
        "CONTACT_DELIVER": f"smtp://127.0.0.1:{port}",
        "CONTACT_SMTP_CA": str(place.folder / "ca.pem"),
        "CONTACT_SMTP_PATIENCE": "1",
        "CONTACT_FROM": "form@example.org",
        "CONTACT_TO_COUNSELLING": "help@example.org",
        "CONTACT_TO_PRESS": "press@example.org",
    }


def drain(place: Place) -> Iterator[tuple[str, str]]:
    """Ten thousand messages that waited leave through a mail server that works."""
    seal, spool = place.seal(), place.spool
    for number in range(10_000):
        _put(spool, seal, number)
    AUTHORITY.cert_pem.write_to_path(str(place.folder / "ca.pem"))
    with mail_server(handler := Handler()) as port:
        command = [sys.executable, "-m", "contact", "deliver", "--once"]
        environ, begun = place.environ | _mail_environ(port, place), time.perf_counter()
        subprocess.run(command, env=environ, cwd=ROOT, check=True, stderr=subprocess.DEVNULL)
        seconds = time.perf_counter() - begun
    yield "10 000 queued, arrived, until all were there", f"{len(handler.mails)}, {seconds:.0f} s"


def fronts(place: Place) -> Iterator[tuple[str, str]]:
    """Eleven hundred connections that drip a message behind each front, and a normal one beside."""
    site = place.folder / "site"
    for front in (nginx, caddy, apache):
        folder, port = place.folder / front.__name__, free_port()
        folder.mkdir()
        command = front(folder, site, port, PORT)
        if front is apache:
            _as_advised(folder / "apache.conf")
        with serving(place), started(command, port, folder):
            seconds = asyncio.run(_beside_slow(port, 1100))
        said = f"{max(seconds):.2f} s"
        yield f"behind {front.__name__}: slowest of 10 beside 1100 slow connections", said


def _as_advised(conf: Path) -> None:
    """As many threads as deploy/apache/site.conf asks for; the tests do with a quarter."""
    fewer, more = "ServerLimit 16\nMaxRequestWorkers 400", "ServerLimit 64\nMaxRequestWorkers 1600"
    text = conf.read_text(encoding="utf-8")
    assert fewer in text
    conf.write_text(text.replace(fewer, more), encoding="utf-8")


async def _beside_slow(port: int, count: int) -> list[float]:
    half = _request("message=help", 500)[:-5]
    slow = [await _drop(port, half) for _ in range(count)]
    seconds = []
    for _ in range(10):
        begun = time.perf_counter()
        assert (await _post("message=help", port)).startswith(b"HTTP/1.1 303")
        seconds.append(time.perf_counter() - begun)
    for writer in filter(None, slow):
        writer.close()
    return seconds


async def _drop(port: int, data: bytes) -> asyncio.StreamWriter | None:
    """Send a part of a request; None where the front refuses so many of one address."""
    with suppress(OSError):
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(data)
        return writer
    return None


def sizes(place: Place) -> Iterator[tuple[str, str]]:
    """The sizes of sealed messages from 1 to 1500 characters, in three scripts."""
    seal = place.seal()
    found = {len(seal.seal(part(sign * count))) for sign in "aы😀" for count in range(1, 1501, 7)}
    yield "sizes of sealed messages of 1 to 1500 characters", ", ".join(map(str, sorted(found)))


PARTS = {
    "start": start,
    "load": load,
    "slow": slow,
    "kills": kills,
    "stops": stops,
    "faults": faults,
    "drain": drain,
    "fronts": fronts,
    "sizes": sizes,
}


def main() -> None:
    """Prints a table row for each figure."""
    logging.getLogger("mail.log").setLevel(
        logging.CRITICAL
    )  # the mail server of the tests fails on purpose
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], default=[])
    wanted = parser.parse_args().parts or PARTS
    (ROOT / ".cache").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=ROOT / ".cache") as folder:
        place = Place(Path(folder))
        for name in wanted:
            place.clear()
            for what, figure in PARTS[name](place):
                print(f"| {what} | {figure} |", flush=True)
        place.gnupg.close()


if __name__ == "__main__":
    main()
