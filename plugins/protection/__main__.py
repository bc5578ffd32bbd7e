"""`make headers`: writes the headers, in the words of each server, into its file in deploy/ (DEMO=1: for a
demonstration)."""

import argparse
from pathlib import Path

from plugins.protection.servers import SNIPPETS, of_a_demonstration, renewed


def main() -> None:
    """Writes every snippet anew, between the lines that mark its place."""
    parser = argparse.ArgumentParser(prog="make headers", description=__doc__)
    parser.add_argument("--demo", action="store_true", help="the server serves a demonstration")
    wanted = parser.parse_args()
    for name, snippets in (of_a_demonstration() if wanted.demo else SNIPPETS).items():
        file = Path("deploy") / name
        file.write_text(renewed(file.read_text(encoding="utf-8"), snippets), encoding="utf-8")
        print(file)


if __name__ == "__main__":
    main()
