"""The published site copied into a folder that works from any place, and packed."""

from datetime import date
from hashlib import sha256
from pathlib import Path

from plugins.build.output import COMPRESSED
from plugins.export import archive
from plugins.mirror import folder_search
from plugins.mirror.portable import loaded, portable_page, portable_script

# What only a web server or a search engine reads.
LEFT_OUT = {"_headers", "_redirects", "robots.txt", "sitemap.xml", "SHA256SUMS"}
LONG_AGO = date(1980, 1, 1)  # the same content gives the same zip, byte for byte


def copy(output: Path, folder: Path, site_url: str) -> str:
    """Copies `output` into `folder`; returns the digests of its files,
    as `sha256sum --check` reads them."""
    pages = (page.read_text(encoding="utf-8") for page in output.rglob("*.html"))
    plain = set().union(*map(loaded, pages))
    made = {}
    for file in sorted(found for found in output.rglob("*") if found.is_file()):
        name = file.relative_to(output).as_posix()
        if name not in LEFT_OUT and not name.startswith(".") and not is_compressed(file):
            made[name] = write(folder / name, portable(file.read_bytes(), name, site_url, plain))
    made |= {
        name: write(folder / name, text.encode())
        for name, text in search_scripts(folder, sorted(made)).items()
    }
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(made.items()))


def is_compressed(file: Path) -> bool:
    """Whether `file` is another one, compressed for web servers."""
    return file.suffix in COMPRESSED and file.with_suffix("").exists()


def write(file: Path, data: bytes) -> str:
    """Writes a file of the mirror; returns its digest."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return sha256(data).hexdigest()


def search_scripts(folder: Path, names: list[str]) -> dict[str, str]:
    """What the search needs where there is no server, from the files `names` of the mirror."""
    texts = {
        name: (folder / name).read_text(encoding="utf-8")
        for name in names
        if name.startswith("search/")
    }
    scripts = {
        f"{name}.js": folder_search.as_script(name.removeprefix("search/"), text)
        for name, text in texts.items()
    }
    parts = {
        found["part"]: (folder / name).read_text(encoding="utf-8")
        for name in names
        if (found := folder_search.MODULE.fullmatch(name))
    }
    if parts:
        scripts[folder_search.TOGETHER] = folder_search.together(parts)
    return scripts


def portable(data: bytes, name: str, site_url: str, plain: set[str]) -> bytes:
    """The file `name` as the mirror has it; `plain` are the scripts that pages load by
    themselves."""
    if name.endswith(".html"):
        return portable_page(data.decode(), name, site_url).encode()
    if folder_search.ENTRIES.fullmatch(name):
        return folder_search.entry(data.decode()).encode()
    if name in plain:
        text = folder_search.loader() if folder_search.LOADER.fullmatch(name) else data.decode()
        return portable_script(text).encode()
    return data


def pack(folder: Path) -> Path:
    """The zip of `folder`, beside it."""
    packed = folder.with_suffix(".zip")
    files = sorted(found for found in folder.rglob("*") if found.is_file())
    with packed.open("wb") as target:
        archive.pack(
            target, ((_member(file, folder), file.read_bytes()) for file in files), LONG_AGO
        )
    return packed


def _member(file: Path, folder: Path) -> str:
    return f"{folder.name}/{file.relative_to(folder).as_posix()}"
