"""A language that was begun and that no reader has seen, taken back."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from plugins.model.document import UNFINISHED, Problem
from plugins.model.language import Language
from plugins.model.message import Message
from plugins.model.user_error import UserError, did_you_mean
from plugins.reading.front_matter import read_fields, split

LEDGER = "ledger/addresses.txt"
FROM_IT = re.compile(r"^Translated-From:\s*(?P<code>[\w-]+)@", re.MULTILINE)


class UndoError(UserError):
    """A language that cannot be taken back; `problems` has the files that keep it."""

    def __init__(self, what: Message, fix: Message, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(what, fix)
        self.problems = problems


def require_undoable(content: Path, code: str, languages: Mapping[str, Language]) -> None:
    """Raise UndoError where the language is not there, or where readers have seen it, or where a
    file would be lost that somebody has finished."""
    if code not in languages:
        what = Message("There is no language %(lang)r.", lang=code)
        raise UndoError(what, did_you_mean(code, languages))
    ledger = content / LEDGER
    known = ledger.read_text(encoding="utf-8").split() if ledger.exists() else []
    if languages[code].complete or any(line.startswith(f"{code}/") for line in known):
        what = Message("Readers have seen the language %(lang)r.", lang=code)
        raise UndoError(what, Message("Withdraw its pages instead: make withdraw."))
    if found := tuple(_keeping(content, code)):
        what = Message("In the language %(lang)r there is work that would be lost.", lang=code)
        fix = Message("Move or delete these files yourself, then ask again.")
        raise UndoError(what, fix, found)


def _keeping(content: Path, code: str) -> Iterator[Problem]:
    """What is finished in the language, and what was translated from it."""
    fix = Message("Delete it yourself if nobody needs it.")
    for path in sorted(path for path in (content / code).rglob("*") if path.is_file()):
        file = path.relative_to(content).as_posix()
        if path.suffix != ".md":
            yield Problem(file, 1, Message("This is no page."), fix)
        elif not _is_unfinished(path, file):
            yield Problem(file, 1, Message("This page is finished."), fix)
    for path in sorted(content.glob("*/**/*.md")):
        file, text = path.relative_to(content).as_posix(), path.read_text("utf-8-sig", "replace")
        found = FROM_IT.search(text)
        if found and found["code"] == code and not file.startswith(f"{code}/"):
            line = text.count("\n", 0, found.start()) + 1
            what = Message("This was translated from %(lang)r.", lang=code)
            yield Problem(file, line, what, Message("Stamp it from another: make stamp FROM=…"))


def _is_unfinished(path: Path, file: str) -> bool:
    fields, _, _ = split(path.read_text("utf-8-sig", "replace"))
    return read_fields(fields, file, "plain")[0].get("draft") == UNFINISHED


def undeclared(declarations: str, code: str) -> str:
    """Return the text of languages.toml without the language `code`, also where the texts of other
    languages are offered in its stead."""
    table = re.compile(rf"\n*^\[{re.escape(code)}\][^\n]*\n(?:(?!\[).*\n?)*", re.MULTILINE)
    rest = table.sub("\n\n", declarations, count=1).rstrip("\n") + "\n"
    quoted = rf'"{re.escape(code)}"'
    fallback = re.compile(rf"^(fallback = \[[^\]\n]*?)(?:, {quoted}|{quoted}(?:, )?)", re.MULTILINE)
    return fallback.sub(r"\1", rest)


def still_said(content: Path, code: str) -> Iterator[str]:
    """Yield the lines of data files that still say something in the language; they harm nobody."""
    named = re.compile(rf"^\s*(?:[\w\"-]+\.)*{re.escape(code)}\s*=|^\[{re.escape(code)}\b")
    for path in sorted((content / "data").glob("*.toml")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if named.match(line):
                yield f"data/{path.name}:{number}"
