"""Finds Chromium, or installs it where that is possible; says in one line when there is none.

Run by `make test` before the tests: `python tests/browser/chromium.py`.
"""

import os
import shutil
import subprocess

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "/usr/bin/chromium")
OPTIONS = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-gpu",
]
INSTALL = (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"])


def find() -> str:
    """The path of Chromium; empty when there is none. The variable CHROMIUM names another one."""
    wanted = [os.environ["CHROMIUM"]] if os.environ.get("CHROMIUM") else NAMES
    return next((path for name in wanted if (path := shutil.which(name))), "")


def install() -> str:
    """Installs Chromium with apt where the user may; returns why not, or nothing."""
    if os.environ.get("CHROMIUM"):
        return f"CHROMIUM is {os.environ['CHROMIUM']}, and there is no such program"
    if not shutil.which("apt-get"):
        return "there is no apt-get here"
    if os.geteuid() != 0:
        return "only root can install packages: sudo apt-get install chromium"
    print("Installing Chromium for the browser tests …", flush=True)
    for command in INSTALL:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            return f"`{' '.join(command)}` failed: {done.stderr.strip()[-200:]}"
    return "" if find() else "apt-get installed it, but it is not on the PATH"


def main() -> None:
    """What `make test` does first."""
    if find():
        return
    reason = install()
    if reason:
        print(f"Browser tests will be skipped: no Chromium ({reason}). CHROMIUM=/path/to/it names one.", flush=True)


if __name__ == "__main__":
    main()
