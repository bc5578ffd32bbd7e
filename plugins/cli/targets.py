"""What `make` lists: each target with what it does, in the language of the staff.

Runs before anything is installed: python3 -m plugins.cli.targets Makefile
"""

import os
import re
import sys
from pathlib import Path

from plugins.model.message import Message
from plugins.model.speech import speech_of

TARGET = re.compile(r"^(?P<name>[a-z-]+):.*?## (?P<about>.*)$", re.MULTILINE)


def targets(makefile: Path) -> dict[str, str]:
    """Return what each target of `makefile` does, by its name."""
    found = TARGET.finditer(makefile.read_text(encoding="utf-8"))
    return {one["name"]: one["about"] for one in found}


def main() -> None:
    """Print the list."""
    say = speech_of(os.environ)
    for name, about in targets(Path(sys.argv[1])).items():
        print(f"make {name:13} {say(Message(about))}")


if __name__ == "__main__":
    main()
