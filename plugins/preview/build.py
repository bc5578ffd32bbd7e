"""One build in a process of its own, and what it said when it failed."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Site:
    """What is built: the content folder, where the pages go, and the address they are served at."""

    content: Path
    output: Path
    url: str


def build(site: Site) -> str:
    """Builds `site`; returns the problem list as text, empty when all is well."""
    command = [
        *(sys.executable, "-m", "pelican", str(site.content), "-o", str(site.output), "-s", "pelicanconf.py"),
        *("-e", f"SITEURL={json.dumps(site.url)}", "--log-handler", "plain"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else (done.stderr or done.stdout).strip()
