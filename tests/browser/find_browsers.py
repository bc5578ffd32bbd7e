"""Finds the browsers that tests drive, Chromium and Firefox,
or installs them where that is possible.

Two programs are the same Chromium: the browser, and its headless shell, which has no windows, menus
and profiles around the page. A new tab costs the shell a fifth of the work, so all tests use it but
those that ask about the browser itself.

Run by `make test` before the tests: `python tests/browser/find_browsers.py`. Says in one line what
is missing.
"""

import os
import shutil
import subprocess
from dataclasses import dataclass

OPTIONS = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-gpu",
]
INSTALL = ["apt-get", "install", "-y", "-qq", "--no-install-recommends"]


@dataclass(frozen=True)
class Browser:
    """A program: the variable that names another one, its names on other systems,
    and what its lack means."""

    variable: str
    names: tuple[str, ...]
    package: str
    without: str

    @property
    def named(self) -> str:
        """What the variable says; empty where nobody set it."""
        return os.environ.get(self.variable, "")

    def find(self) -> str:
        """Return the path of the program; empty when there is none."""
        wanted = [self.named] if self.named else self.names
        return next((path for name in wanted if (path := shutil.which(name))), "")


CHROMIUM_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/usr/bin/chromium",
)
CHROMIUM = Browser("CHROMIUM", CHROMIUM_NAMES, "chromium", "Browser tests will be skipped")
SHELL = Browser(
    "CHROMIUM",
    ("chromium-headless-shell",),
    "chromium-headless-shell",
    "Browser tests take twice as long",
)
FIREFOX = Browser(
    "FIREFOX", ("firefox-esr", "firefox"), "firefox-esr", "Tests in Firefox will be skipped"
)
BROWSERS = (CHROMIUM, SHELL, FIREFOX)


def find_shell() -> str:
    """Return the path of Chromium's headless shell,
    or of Chromium where there is none or CHROMIUM names one."""
    return SHELL.find() or CHROMIUM.find()


def install(browser: Browser) -> str:
    """Install `browser` with apt where the user may; return why not, or nothing."""
    if browser.named:
        return f"{browser.variable} is {browser.named}, and there is no such program"
    if not shutil.which("apt-get"):
        return "there is no apt-get here"
    if os.geteuid() != 0:
        return f"only root can install packages: sudo apt-get install {browser.package}"
    print(f"Installing {browser.package} for the browser tests …", flush=True)
    for command in (["apt-get", "update", "-qq"], [*INSTALL, browser.package]):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            return f"`{' '.join(command)}` failed: {done.stderr.strip()[-200:]}"
    return ""


def missing_line(browser: Browser, reason: str) -> str:
    """Return the line that says what lacks without `browser`, why, and how to name another one."""
    return f"{browser.without}: no {browser.package} ({reason}). {browser.variable}=/path/to/it names one."


def main() -> None:
    """Do what `make test` does first."""
    for browser in BROWSERS:
        reason = "" if browser.find() else install(browser)
        if not browser.find():
            print(missing_line(browser, reason), flush=True)


if __name__ == "__main__":
    main()
