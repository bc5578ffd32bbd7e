"""Typst is asked in any process, also in one that was forked from a process that has asked it."""

import os
import signal
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.export.compiler import CompileError, compiled

PAGES = "\n".join(f"= Heading {n}\n#lorem(90)\n#pagebreak()" for n in range(20))
PRINTED = {"format": "pdf", "timestamp": datetime(2026, 11, 29, tzinfo=UTC)}
LONGEST = 60  # seconds, where it takes one: a fork that hangs ends as a failure


def in_fork(work):
    """The exit code of a fork that does `work`, and ends when it hangs."""
    process = os.fork()
    if process == 0:
        signal.alarm(LONGEST)
        try:
            work()
        except BaseException:
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


@pytest.fixture(scope="module")
def before():
    """What Typst made in this process."""
    return compiled(input=PAGES.encode(), **PRINTED)


def test_forked(before, tmp_path):
    """A fork makes the same."""
    file = Path(tmp_path / "made")
    work = lambda: file.write_bytes(compiled(input=PAGES.encode(), **PRINTED))  # noqa: E731
    assert in_fork(work) == 0
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("source", "said"), [("#nothing()", "unknown variable: nothing"), ("#(", "unclosed")]
)
def test_told(before, tmp_path, source, said):
    """What is wrong with a source is said in the same words, here and in a fork."""
    with pytest.raises(CompileError, match=said) as here:
        compiled(input=source.encode(), **PRINTED)
    file = Path(tmp_path / "said")

    def work():
        with pytest.raises(CompileError) as there:
            compiled(input=source.encode(), **PRINTED)
        file.write_text(str(there.value))

    assert in_fork(work) == 0
    assert file.read_text() == str(here.value)


def test_ended(before, tmp_path, monkeypatch):
    """A process of Typst that ends without an answer is told with its last words."""
    monkeypatch.setattr("plugins.export.compiler.PROGRAM", "raise SystemExit('no room left')")
    file = Path(tmp_path / "said")

    def work():
        with pytest.raises(CompileError) as there:
            compiled(input=b"", **PRINTED)
        file.write_text(str(there.value))

    assert in_fork(work) == 0
    assert file.read_text() == "no room left"
