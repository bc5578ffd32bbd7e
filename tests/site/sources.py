"""Every source of the site and a change to it that readers could see:
templates, assets, data, catalogues, code."""

import re
from collections.abc import Callable
from pathlib import Path

# Markup of a template that is no comment of its own: the first tag it writes.
TAG = re.compile(r"<[a-z][a-z0-9]*(?=[\s>])(?![^{]*#\})")
LENGTH = re.compile(r"(?<![\w.])(\d+)(?=pt|mm)")
MESSAGE = re.compile(r'^msgstr "(?=[^"%{]{12})', re.MULTILINE)
WORDS = re.compile(r'^((?:\w+\.)?en\s*=\s*")', re.MULTILINE)


def _tag(text: str) -> str:
    return TAG.sub(lambda found: f'{found[0]} data-changed="1"', text, count=1)


def _length(text: str) -> str:
    return LENGTH.sub(lambda found: str(int(found[1]) + 1), text, count=1)


def _rule(text: str) -> str:
    return f"{text}\n.changed {{ inline-size: 1px; }}\n"


def _statement(text: str) -> str:
    return f'{text}\nconst changed{len(text)} = "{len(text)}";\n'


def _line(text: str) -> str:
    return f"{text}\nchanged\n"


def _messages(text: str) -> str:
    return MESSAGE.sub('msgstr "Changed ', text)


def _words(text: str) -> str:
    return WORDS.sub(r"\g<1>Changed ", text)


def _replacing(before: str, after: str) -> Callable[[str], str]:
    return lambda text: re.sub(before, after, text, count=1, flags=re.MULTILINE)


# By the ending of a file, or its name where the ending says too little.
CHANGES: dict[str, Callable[[str], str]] = {
    ".html": _tag,
    ".xhtml": _tag,
    ".opf": _tag,
    ".svg": _tag,
    ".typ": _length,
    ".css": _rule,
    ".js": _statement,
    ".txt": _line,
    ".po": _messages,
    ".toml": _words,
    "menu.toml": _replacing(r'"home", ', ""),
    "languages.toml": _replacing(r'^(exit = ".+)"', r'\1?changed"'),
    "pocket.toml": _replacing(r'^pages = \["([^"]+)", "([^"]+)"', r'pages = ["\2", "\1"'),
    "pictures.toml": _replacing(r'^credit = "', 'credit = "Changed '),
    "security.toml": _replacing(r"^expires = 2027", "expires = 2026"),
}


def every_source(folder: Path) -> list[str]:
    """The files of a workplace that are no pages and no pictures of pages."""
    found = [
        *folder.glob("theme/**/*.*"),
        *folder.glob("content/data/*.toml"),
        *folder.glob("translations/*/*/*.po"),
    ]
    return sorted(path.relative_to(folder).as_posix() for path in found if path.is_file())


def change(file: Path) -> None:
    """Changes `file` as readers could see it. Raises AssertionError when it has nothing to
    change."""
    before = file.read_text(encoding="utf-8")
    after = CHANGES.get(file.name, CHANGES.get(file.suffix, _line))(before)
    assert after != before, f"{file.name}: say in tests/site/sources.py how it is changed"
    file.write_text(after, encoding="utf-8")
