"""What `make` lists: each target with what it does, in the language of the staff.

Runs before anything is installed: python3 -m plugins.cli.targets Makefile (or `--installing site
.venv`, what is going to be installed where).
"""

import os
import re
import sys
from pathlib import Path

from plugins.model.message import Message
from plugins.model.speech import speech_of

TARGET = re.compile(r"^(?P<name>[a-z-]+):.*?## (?P<about>.*)$", re.MULTILINE)
SETTINGS = Path(__file__).parents[2] / "pelicanconf.py"  # what it imports is not installed yet
CHOSEN = re.compile(r'^STAFF_LANG\b[^=\n]*= "(?P<code>[a-z]*)"', re.MULTILINE)
INSTALLING = {
    "again": Message("%(folder)s is not whole, since a command was interrupted: it is made anew."),
    "site": Message("Installing what the site needs into %(folder)s …"),
    "dictionaries": Message("Installing the dictionaries into %(folder)s …"),
    "links": Message("Installing what asks for links into %(folder)s …"),
    "tests": Message("Installing what the tests need into %(folder)s …"),
}


def setting(settings: Path) -> str:
    """Return the language of messages that the file of settings chooses; "" where it does not."""
    found = CHOSEN.search(settings.read_text(encoding="utf-8"))
    return found["code"] if found else ""


def targets(makefile: Path) -> dict[str, str]:
    """Return what each target of `makefile` does, by its name."""
    found = TARGET.finditer(makefile.read_text(encoding="utf-8"))
    return {one["name"]: one["about"] for one in found}


def main() -> None:
    """Print the list, or what is going to be installed."""
    say = speech_of(os.environ, setting(SETTINGS))
    if sys.argv[1] == "--installing":
        print(say(Message(INSTALLING[sys.argv[2]].id, folder=sys.argv[3])))
        return
    for name, about in targets(Path(sys.argv[1])).items():
        print(f"make {name:13} {say(Message(about))}")


if __name__ == "__main__":
    main()
