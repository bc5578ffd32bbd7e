"""A page, or a section with all that is in it, gets another key: in every language at once, with
what leads there, and with a redirect from where it was public."""

from dataclasses import dataclass
from pathlib import Path

from plugins.editing.edits import EditError, Edits
from plugins.editing.elsewhere import drawings, in_queries
from plugins.editing.keys import DATA, with_key, with_key_in_data, with_links
from plugins.editing.leading import lead_on
from plugins.features.newsroom.addresses import LEDGER
from plugins.model.address import CLEAN, NUMBERED, address, key_of
from plugins.model.message import Message
from plugins.model.user_error import did_you_mean
from plugins.reading.front_matter import split


@dataclass(frozen=True)
class Renaming:
    """From the key `old` to the key `new`, in `languages`."""

    old: str
    new: str
    languages: tuple[str, ...]

    def key(self, key: str) -> str:
        """Return what becomes of a key."""
        inside = key.startswith(f"{self.old}/")
        return self.new + key[len(self.old) :] if inside or key == self.old else key


def rename(folder: Path, renaming: Renaming) -> list[str]:
    """Rename, and return the names of the files that were changed. Raises EditError, and then
    nothing was changed."""
    files = markdown(folder, renaming.languages)
    moved = _moved(files, renaming)
    _require_sense(files, moved, renaming)
    edits = Edits(folder)
    keys = {key: renaming.key(key) for file in moved if (key := key_of(file))}
    public = _public(edits, renaming, files)
    for file in files:
        _rewrite(edits, file, moved, keys)
    for name in DATA:
        _in_data(edits, f"data/{name}.toml", keys)
    for old, new in {**moved, **_beside(folder, keys)}.items():
        edits.move(old, new)
    in_queries(edits, keys)
    drawings(edits, keys, {key for file in files if (key := key_of(file))})
    lead_on(edits, _addresses(renaming, {key: keys[key] for key in keys if key in public}))
    return edits.make()


def _addresses(renaming: Renaming, keys: dict[str, str]) -> dict[str, str]:
    """The new addresses by the old ones, in every language: who has no page of its own is shown
    that of another one there."""
    return {
        f"{lang}/{old}/": f"{lang}/{new}/"
        for old, new in keys.items()
        for lang in renaming.languages
    }


def markdown(folder: Path, languages: tuple[str, ...]) -> list[str]:
    """Return the names of all files of pages."""
    return [
        path.relative_to(folder).as_posix()
        for lang in languages
        for path in sorted((folder / lang).rglob("*.md"))
    ]


def _moved(files: list[str], renaming: Renaming) -> dict[str, str]:
    """The new names by the old ones. Folders keep their names and numbers, as far as they are
    those of the new key."""
    return {
        file: _new_name(file, renaming, files)
        for file in files
        if (key := key_of(file)) and renaming.key(key) != key
    }


def _new_name(file: str, renaming: Renaming, files: list[str]) -> str:
    lang, *parts = file.split("/")
    depth = renaming.old.count("/") + 1
    rest, own = parts[depth:], parts[depth - 1]
    parent, _, name = renaming.new.rpartition("/")
    number = NUMBERED.fullmatch(own)
    ending = "" if rest else ".md"
    numbered = f"{number['number']}-{name}{ending}" if number else f"{name}{ending}"
    return "/".join([_folder(lang, parent, files), numbered, *rest])


def _folder(lang: str, key: str, files: list[str]) -> str:
    """The folder of the section `key`, with its numbers."""
    index = next((file for file in files if file.startswith(f"{lang}/")
                  and file.endswith("/index.md") and key_of(file) == key), "")  # fmt: skip
    return index.removesuffix("/index.md") or "/".join(filter(None, (lang, key)))


def _require_sense(files: list[str], moved: dict[str, str], renaming: Renaming) -> None:
    keys = {key for file in files if (key := key_of(file))}
    if renaming.old == renaming.new and renaming.old in keys:
        what = Message("%(key)r has this name already.", key=renaming.new)
        raise EditError(what, Message("Name another one behind TO=."))
    if renaming.old in ("home", "404") or not moved:
        what = Message("There is no page %(key)r that can be renamed.", key=renaming.old)
        raise EditError(what, did_you_mean(renaming.old, keys - {"home", "404"}))
    if not all(CLEAN.fullmatch(part) for part in renaming.new.split("/")):
        what = Message("The name %(name)r cannot be part of an address.", name=renaming.new)
        fix = Message("Use lower-case Latin letters, digits and hyphens only.")
        raise EditError(what, fix)
    if renaming.new in keys or renaming.new.startswith(f"{renaming.old}/"):
        what = Message("There is a page at %(old)r.", old=renaming.new)
        raise EditError(what, Message("Choose another name."))
    parent = renaming.new.rpartition("/")[0]
    if parent and parent not in keys:
        what = Message("There is no section %(key)r.", key=parent)
        raise EditError(what, did_you_mean(parent, keys))
    _require_kind(moved)


def _require_kind(moved: dict[str, str]) -> None:
    """A page stays of its kind: another one has other fields."""
    for old, new in moved.items():
        before, after = address(old).kind, address(new).kind
        if before != after:
            what = Message(
                "%(old)s is a page of the kind %(before)s, and %(new)s would be of the kind "
                "%(after)s.",
                old=old,
                before=before,
                new=new,
                after=after,
            )
            raise EditError(what, Message("Choose a name in the same section, of the same form."))


def _rewrite(edits: Edits, file: str, moved: dict[str, str], keys: dict[str, str]) -> None:
    text = edits.read(file)
    changed = with_links(text, file, moved)
    for old, new in keys.items():
        changed = with_key(changed, old, new)
    if changed != text:
        edits.write(file, changed)


def _in_data(edits: Edits, name: str, keys: dict[str, str]) -> None:
    text = changed = edits.read(name)
    for old, new in keys.items():
        changed = with_key_in_data(changed, old, new)
    if changed != text:
        edits.write(name, changed)


def _beside(folder: Path, keys: dict[str, str]) -> dict[str, str]:
    """What lies elsewhere under the name of a page: snapshots, and the pictures of releases."""
    found: dict[str, str] = {}
    for old, new in keys.items():
        for path in sorted(folder.glob(f"revisions/*/{old}@*.txt")):
            name = path.relative_to(folder).as_posix()
            found[name] = name.replace(f"/{old}@", f"/{new}@")
        kit = f"kits/{old.rpartition('/')[2]}/"
        if old.startswith("press/"):
            for path in sorted((folder / kit).rglob("*")):
                name = path.relative_to(folder).as_posix()
                if path.is_file():
                    found[name] = f"kits/{new.rpartition('/')[2]}/{name.removeprefix(kit)}"
    return found


def _public(edits: Edits, renaming: Renaming, files: list[str]) -> set[str]:
    """The keys that readers may have: all but those of pages that were never more than drafts."""
    known = {address.partition("/")[2].rstrip("/") for address in edits.read(LEDGER).split()}
    shown = {key for file in files if (key := key_of(file)) and not _is_draft(edits.read(file))}
    return {key for key in known | shown if renaming.key(key) != key}


def _is_draft(text: str) -> bool:
    return any(field.name == "Draft" for field in split(text)[0])
