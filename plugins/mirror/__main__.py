"""`make mirror`: copies the published site into a folder that works from any place, and packs it."""

import argparse
import shutil
import zipfile
from hashlib import sha256
from pathlib import Path

from plugins.mirror.portable import loaded, portable_page, portable_script

# What only a web server or a search engine reads.
LEFT_OUT = {"_headers", "robots.txt", "sitemap.xml", "SHA256SUMS"}
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same content gives the same zip, byte for byte


def main() -> None:
    """Makes the folder and the zip, and prints the digest of the zip, to be published beside it."""
    wanted = arguments()
    shutil.rmtree(wanted.folder, ignore_errors=True)
    sums = copy(wanted.output, wanted.folder, wanted.site_url.rstrip("/"))
    (wanted.folder / "SHA256SUMS").write_text(sums, encoding="utf-8")
    packed = pack(wanted.folder)
    print(f"{sha256(packed.read_bytes()).hexdigest()}  {packed}")


def copy(output: Path, folder: Path, site_url: str) -> str:
    """Copies `output` into `folder`; returns the digests of its files, as `sha256sum --check` reads them."""
    pages = (page.read_text(encoding="utf-8") for page in output.rglob("*.html"))
    plain = set().union(*map(loaded, pages))
    sums = []
    for file in sorted(found for found in output.rglob("*") if found.is_file()):
        name = file.relative_to(output).as_posix()
        if name in LEFT_OUT or name.startswith("."):
            continue
        data = portable(file.read_bytes(), name, site_url, plain)
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
        sums.append(f"{sha256(data).hexdigest()}  {name}\n")
    return "".join(sums)


def portable(data: bytes, name: str, site_url: str, plain: set[str]) -> bytes:
    """The file `name` as the mirror has it; `plain` are the scripts that pages load by themselves."""
    if name.endswith(".html"):
        return portable_page(data.decode(), name, site_url).encode()
    return portable_script(data.decode()).encode() if name in plain else data


def pack(folder: Path) -> Path:
    """The zip of `folder`, beside it."""
    packed = folder.with_suffix(".zip")
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(found for found in folder.rglob("*") if found.is_file()):
            entry = zipfile.ZipInfo(f"{folder.name}/{file.relative_to(folder).as_posix()}", LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, file.read_bytes())
    return packed


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="make mirror", description=__doc__)
    parser.add_argument("--output", type=Path, default=Path("output"))
    parser.add_argument("--folder", type=Path, default=Path("mirror/la-strada-belarus"))
    parser.add_argument("--site-url", required=True)
    return parser.parse_args()


if __name__ == "__main__":
    main()
