"""Where the content folder names pages by key: fields, data files, the ledger, folders."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from posixpath import relpath

from plugins.model.address import key_of
from plugins.reading.front_matter import split
from plugins.reading.links import classify

FIELDS = ("Next", "Popular", "Doors")
# Data files that name pages, each key in quotation marks.
DATA = ("menu", "pocket", "search", "languages", "security", "review")
LINK = re.compile(r"(?P<before>\]\(|^\[[^\]]+\]:[ \t]*)(?P<target>[^\s()<>]+)", re.MULTILINE)
LANGUAGE_TABLE = re.compile(r"\[[a-z]{2,3}(?:-[A-Za-z0-9]+)*[.\]]")
KEY = r"(?<![\w/.-]){}(?![\w/.-])"

Change = Callable[[str], str]


def with_links(text: str, file: str, moved: dict[str, str]) -> str:
    """Return `text` of `file` with its links to files that are `moved`, and, where `file` itself
    is, from its new place."""
    here = moved.get(file, file).rpartition("/")[0]

    def led_on(found: re.Match[str]) -> str:
        kind, target, anchor = classify(found["target"], file)
        own = found["target"].startswith("#")
        if kind not in ("document", "media") or own or (target not in moved and file not in moved):
            return found[0]
        new = relpath(moved.get(target, target), here or ".")
        return f"{found['before']}{new}{f'#{anchor}' if anchor else ''}"

    return LINK.sub(led_on, text)


def with_key(text: str, old: str, new: str) -> str:
    """Return the fields of `text` with the key `new` where `old` stood."""
    fields, _, first_line = split(text)
    lines = text.splitlines(keepends=True)
    ends = [*(field.number - 1 for field in fields[1:]), first_line - 2]
    for field, end in zip(fields, ends, strict=False):
        if field.name in FIELDS:
            for number in range(field.number - 1, min(end, len(lines))):
                lines[number] = _renamed(lines[number], old, new)
    return "".join(lines)


def _renamed(line: str, old: str, new: str) -> str:
    """The line of a field; what follows a bar is words for readers."""
    keys, bar, words = line.partition("|")
    return re.sub(KEY.format(re.escape(old)), new, keys) + bar + words


def with_key_in_data(text: str, old: str, new: str) -> str:
    """Return the text of a data file with the key `new` where `old` stood in quotation marks; words
    that people look for are no keys."""
    lines, names_pages = [], True
    for line in text.splitlines(keepends=True):
        if line.startswith("["):
            names_pages = not LANGUAGE_TABLE.match(line)
        lines.append(_named(line, old, new) if names_pages else line)
    return "".join(lines)


def _named(line: str, old: str, new: str) -> str:
    """The line of a data file with the key where it stands in quotation marks, or as the name of a
    value that begins the line."""
    value = re.match(rf"{re.escape(old)}(?=\s*=)", line)
    return new + line[value.end() :] if value else line.replace(f'"{old}"', f'"{new}"')


def naming(folder: Path, key: str, files: set[str]) -> Iterator[tuple[str, int]]:
    """Yield each place outside of `files` that names the page `key`, which stands in them: the
    file and the line."""
    for path in sorted(folder.glob("*/**/*.md")):
        file = path.relative_to(folder).as_posix()
        if file in files or key_of(file) is None:
            continue
        text = path.read_text(encoding="utf-8-sig", errors="replace")
        found = {text.count("\n", 0, one.start()) + 1 for one in LINK.finditer(text)
                 if classify(one["target"], file)[1] in files}  # fmt: skip
        changed = with_key(text, key, "\0")
        found |= {n for n, line in enumerate(changed.splitlines(), 1) if "\0" in line}
        yield from ((file, line) for line in sorted(found))
    for name in DATA:
        data = folder / "data" / f"{name}.toml"
        text = data.read_text(encoding="utf-8") if data.is_file() else ""
        lines = with_key_in_data(text, key, "\0").splitlines()
        yield from (
            (f"data/{name}.toml", number) for number, line in enumerate(lines, 1) if "\0" in line
        )
