"""Finds Chromium, or installs it where that is possible; says in one line when there is none.

Two programs are the same Chromium: the browser, and its headless shell, which has no windows, menus and profiles around
the page. A new tab costs the shell a fifth of the work, so all tests use it but those that ask about the browser itself.

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
SHELL = "chromium-headless-shell"
INSTALL = ["apt-get", "install", "-y", "-qq", "--no-install-recommends"]


def find() -> str:
    """The path of Chromium; empty when there is none. The variable CHROMIUM names another one."""
    wanted = [os.environ["CHROMIUM"]] if os.environ.get("CHROMIUM") else NAMES
    return next((path for name in wanted if (path := shutil.which(name))), "")


def find_shell() -> str:
    """The path of Chromium's headless shell, or of Chromium where there is none or CHROMIUM names one."""
    return ("" if os.environ.get("CHROMIUM") else shutil.which(SHELL)) or find()


def install(missing: list[str]) -> str:
    """Installs packages with apt where the user may; returns why not, or nothing."""
    if os.environ.get("CHROMIUM"):
        return f"CHROMIUM is {os.environ['CHROMIUM']}, and there is no such program"
    if not shutil.which("apt-get"):
        return "there is no apt-get here"
    if os.geteuid() != 0:
        return f"only root can install packages: sudo apt-get install {' '.join(missing)}"
    print(f"Installing {', '.join(missing)} for the browser tests …", flush=True)
    for command in (["apt-get", "update", "-qq"], [*INSTALL, *missing]):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            return f"`{' '.join(command)}` failed: {done.stderr.strip()[-200:]}"
    return ""


def main() -> None:
    """What `make test` does first."""
    missing = [] if find() else ["chromium"]
    missing += [] if os.environ.get("CHROMIUM") or shutil.which(SHELL) else [SHELL]
    reason = install(missing) if missing else ""
    if not find():
        print(f"Browser tests will be skipped: no Chromium ({reason}). CHROMIUM=/path/to/it names one.", flush=True)
    elif reason:
        print(f"Browser tests take twice as long: no {SHELL} ({reason}).", flush=True)


if __name__ == "__main__":
    main()
