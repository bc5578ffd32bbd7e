"""What the counsellor will read, as a MIME part whose length says nothing about the message."""

STEP = 2048  # bytes
LEAST = 4 * STEP  # 1500 characters of any script, and the words around them, fit into this
LINE = 64
HEAD = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n"
FILLER = "X-Padding:"


def part(text: str) -> bytes:
    """`text` as a MIME part (RFC 2045) of a multiple of 2 KiB, at least 8, filled up by a header that none shows."""
    body = "\r\n" + text.replace("\n", "\r\n") + "\r\n"
    bare = len((HEAD + FILLER + "\r\n" + body).encode())
    room = max(LEAST, -(-bare // STEP) * STEP) - bare
    return (HEAD + FILLER + _filling(room) + "\r\n" + body).encode()


def quoted(text: str) -> str:
    """Return a visitor's text with each line marked, so that none can look like a line of ours."""
    return "\n".join(f"> {line}" for line in text.split("\n"))


def _filling(room: int) -> str:
    """Exactly `room` characters, folded as a header field may be (RFC 5322, 2.2.3)."""
    folded = ("\r\n " + "x" * LINE) * (room // (LINE + 3))
    return "x" * (room - len(folded)) + folded
