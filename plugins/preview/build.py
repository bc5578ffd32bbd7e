"""Each build is forked from a resident process, which has loaded everything already."""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from plugins.preview.resident import ENDED

RESIDENT = (sys.executable, "-m", "plugins.preview.resident")


@dataclass(frozen=True)
class Site:
    """What is built: the content folder, where the pages go, and the address they are served at;
    and other settings of Pelican's.
    """

    content: Path
    output: Path
    url: str
    settings: Mapping[str, object] = field(default_factory=dict)

    @property
    def arguments(self) -> list[str]:
        """What Pelican is told."""
        settings = {"SITEURL": self.url, "TOLERANT": True, **self.settings}
        values = [f"{name}={json.dumps(value)}" for name, value in settings.items()]
        places = [str(self.content), "-o", str(self.output), "-s", "pelicanconf.py"]
        return [*places, "-e", *values, "--log-handler", "plain"]


class Builder:
    """Builds `site` again and again; `notes` is what the last build said to look at, without being
    a problem."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.notes = ""
        self._resident = self._start()

    @property
    def pid(self) -> int:
        """The number of the resident process."""
        return self._resident.pid

    def build(self) -> str:
        """Build; return the problem list as text, empty when all is well. A resident process that
        ends instead of answering has old code, and a new one is asked; but only once.
        """
        answer = self._ask()
        if not answer:
            self.close()
            self._resident = self._start()
            answer = self._ask()
        if not answer:
            return self._last_words()
        failed, said = json.loads(answer)
        self.notes = "" if failed else str(said)
        return str(said) if failed else ""

    def close(self) -> None:
        """Leave no process waiting."""
        self._resident.communicate()

    def _ask(self) -> str:
        """The answer to a question; empty when the resident process has ended."""
        if self._resident.stdin is None or self._resident.stdout is None:
            return ""
        try:
            print("build", file=self._resident.stdin, flush=True)
        except (OSError, ValueError):  # it could not even begin, or has ended
            return ""
        return self._resident.stdout.readline()

    def _last_words(self) -> str:
        """Why the resident process could not begin; the next build tries again."""
        _, complained = self._resident.communicate()
        return complained.strip() or ENDED

    def _start(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [*RESIDENT, *self.site.arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
