"""Words that were read in another encoding than they were written in: `Ð¿Ñ€Ð¸`, `Itâ€™s`."""

import re
from collections.abc import Iterator

from plugins.model.message import Message

# What Windows shows for the bytes 80 to BF that stand behind the first byte of a letter in UTF-8.
WESTERN = "".join(
    bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xC0)
)
CYRILLIC = "".join(bytes([byte]).decode("cp1251", "ignore") for byte in range(0x80, 0xC0))
MISREAD = re.compile(
    rf"(?:[ÐÑ][{re.escape(WESTERN)}]){{2,}}[ÐÑ]?"
    rf"|(?:[ÃÅÄØÙ][{re.escape(WESTERN)}]){{2,}}|Ã[¡-ª¬-º¼-¿]"
    r"|Â[\u00a0«»°§©®]|(?:â€|вЂ).|пїЅ|ï»¿|п»ї"
    rf"|(?:[РСШЩ][{re.escape(CYRILLIC)}]){{3,}}"
    r"|(?<![A-Za-z])[\u00c0-\u00ff]{5,}"
)
WHAT = Message("%(text)r was read in another encoding than it was written in: nobody can read it.")
FIX = Message("Write or paste these words again, and save the file as UTF-8.")


def misread(text: str) -> Iterator[tuple[int, str]]:
    """Yield the line (from 1) of each line of `text` with such words, and the words."""
    if text.isascii() or not MISREAD.search(text):
        return
    for number, line in enumerate(text.split("\n"), 1):
        if found := MISREAD.search(line):
            around = re.compile(r"\S*" + re.escape(found[0]) + r"\S*").search(line)
            yield number, (around or found)[0]
