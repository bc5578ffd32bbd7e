"""Finds the programs that tests talk to besides a browser, or installs them where that is possible.

Run by `make test` before the tests: `python tests/contact/programs.py`. Says in one line which
tests will be skipped.
"""

import os
import shutil
import subprocess

import pytest

PACKAGES = {
    "gpg": "gpg",
    "gpg-agent": "gpg-agent",
    "rnp": "rnp",
    "nginx": "nginx-light",
    "caddy": "caddy",
    "apache2": "apache2",
    "w3m": "w3m",
    "dovecot": "dovecot-imapd",
}
PATH = os.environ.get("PATH", "") + os.pathsep + "/usr/sbin"


def find(name: str) -> str:
    """The path of a program; empty when there is none."""
    return shutil.which(name, path=PATH) or ""


def needs(*names: str):
    """A mark for tests that talk to these programs."""
    missing = [name for name in names if not find(name)]
    return pytest.mark.skipif(
        bool(missing), reason=f"there is no {' and no '.join(missing)} here (apt-get install)"
    )


def install(missing: list[str]) -> str:
    """Installs what is missing with apt where the user may; returns why not, or nothing."""
    if not shutil.which("apt-get"):
        return "there is no apt-get here"
    if os.geteuid() != 0:
        return f"only root can install packages: sudo apt-get install {' '.join(PACKAGES[name] for name in missing)}"
    print(f"Installing {', '.join(missing)} for the tests …", flush=True)
    packages = [PACKAGES[name] for name in missing]
    # Programs are only run by tests: Debian's services of the same names stay off.
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages],
    ):
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            return f"`{' '.join(command)}` failed: {done.stderr.strip()[-200:]}"
    return ""


def main() -> None:
    """What `make test` does first."""
    missing = [name for name in PACKAGES if not find(name)]
    reason = install(missing) if missing else ""
    if reason:
        print(f"Some tests will be skipped: no {', '.join(missing)} ({reason}).", flush=True)


if __name__ == "__main__":
    main()
