"""Asks the editor's own scripts, run by Node.js."""

import json
import subprocess
from pathlib import Path

from tests.node import NODE

SCRIPT = Path(__file__).with_name("ask.mjs")


def answers(questions):
    """The answer to each of `questions`, in one run."""
    done = subprocess.run(
        [NODE, str(SCRIPT)],
        input=json.dumps(questions),
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    return json.loads(done.stdout)


def answer(ask, **question):
    """The answer to one question."""
    return answers([{"ask": ask} | question])[0]
