"""Each build is a process of its own, started ahead of time:
when a file changes, everything is loaded already."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

# Loads everything a build needs and waits for a word; a build that is not wanted any more is told
# to go.
WAITING = """
import sys
from importlib import import_module
from pelican import main
import pelicanconf
for name in pelicanconf.PLUGINS:
    import_module(name)
if sys.stdin.readline().strip() == "build":
    main(sys.argv[1:])
"""


@dataclass(frozen=True)
class Site:
    """What is built: the content folder, where the pages go, and the address they are served at."""

    content: Path
    output: Path
    url: str


class Builder:
    """Builds `site` again and again."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._waiting = self._start()

    def build(self, code_changed: bool = False) -> str:
        """Builds; returns the problem list as text, empty when all is well.
        Changed code needs a new process."""
        if code_changed:
            self._waiting.communicate("go\n")
            self._waiting = self._start()
        said, complained = self._waiting.communicate("build\n")
        failed = self._waiting.returncode
        self._waiting = self._start()
        return (complained or said).strip() if failed else ""

    def close(self) -> None:
        """Leaves no process waiting."""
        self._waiting.communicate("go\n")

    def _start(self) -> subprocess.Popen[str]:
        places = [str(self.site.content), "-o", str(self.site.output), "-s", "pelicanconf.py"]
        more = ["-e", f"SITEURL={json.dumps(self.site.url)}", "--log-handler", "plain"]
        command = [sys.executable, "-c", WAITING, *places, *more]
        return subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
