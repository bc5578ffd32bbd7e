"""`make headers`: writes the headers in the words of each server into deploy/."""

from pathlib import Path

from plugins.protection.servers import SNIPPETS


def main() -> None:
    """Writes every snippet anew."""
    for name, snippet in SNIPPETS.items():
        file = Path("deploy") / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(snippet(), encoding="utf-8")
        print(file)


if __name__ == "__main__":
    main()
