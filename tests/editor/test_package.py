"""The package of the editor comes as it was locked, and asks nobody else."""

import json
import re

from plugins.editor.package import LOCKED, MODULES, asked, fonts, program
from tests.conftest import MAIN

# Hosts that a program could fetch something from by itself; others are links for people.
FETCHED = re.compile(
    rb"https://(?:unpkg\.com|cdn\.jsdelivr\.net|www\.githubstatus\.com/api|status-api\.[a-z.]+)/"
)


def test_every_package_has_its_digest():
    """The lock file has a digest of every package, and no address."""
    lock = json.loads((MAIN / LOCKED / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: one for name, one in lock["packages"].items() if name}
    assert [
        name for name, one in packages.items() if not one["integrity"].startswith("sha512-")
    ] == []
    assert [name for name, one in packages.items() if "resolved" in one] == []


def test_no_address_of_a_cdn_is_left(package):
    """The program that is served names no host to fetch from; the one that was released does."""
    assert FETCHED.search((package / "dist" / "sveltia-cms.js").read_bytes())
    assert FETCHED.findall(program(package)) == []


def test_the_fonts_are_served(package):
    """Every font that the program asks for is one that the package has."""
    named = set(re.findall(rb"\./fonts/([a-z0-9-]+\.woff2)", program(package)))
    assert named and {name.decode() for name in named} == set(fonts(package))


def test_what_is_loaded_later_is_there(package):
    """What the program loads later is in the packages that are installed."""
    found = asked(package)
    assert [name for name, file in found.items() if not file.is_file()] == []
    assert len([name for name in found if not name.startswith("@sveltia")]) == len(MODULES)
