"""A talk with Firefox in its own protocol, Marionette (Firefox Source Docs, Remote Protocols):
a few lines of JSON.

Mozilla's client for Python brings sixteen packages, of which one has no wheel and one needs a
module that Python 3.13 does not have any more; and it removes the file that it is to log into, be
it /dev/null.
"""

import json
import socket
import subprocess
import time

# Nothing is asked of the reader, and nobody is told; the port is one that is free.
PREFS = {
    "marionette.port": 0,
    "browser.startup.page": 0,
    "browser.aboutwelcome.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "signon.rememberSignons": False,
    "termsofuse.bypassNotification": True,
}


class Marionette:
    """One Firefox (or Thunderbird) without a window, with a new profile in `folder`; `options` are
    added to its command."""

    def __init__(self, program, folder, prefs, options=()):
        lines = (
            f"user_pref({json.dumps(name)}, {json.dumps(value)});"
            for name, value in (PREFS | prefs).items()
        )
        (folder / "user.js").write_text("\n".join(lines))
        command = [program, "--marionette", "--headless", "--no-remote", *options]
        command += ["--profile", str(folder)]
        self.process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self.talk = socket.create_connection(
            ("127.0.0.1", port(folder / "MarionetteActivePort")), timeout=60
        )
        self.number = 0
        self._hear()
        self.ask("WebDriver:NewSession", capabilities={})

    def ask(self, command, **parameters):
        """What Firefox answers to `command`; raises AssertionError with its words where it cannot
        do it."""
        self.number += 1
        text = json.dumps([0, self.number, command, parameters]).encode()
        self.talk.sendall(b"%d:%s" % (len(text), text))
        _, _, error, found = self._hear()
        assert error is None, f"{command}: {error}"
        return found

    def element(self, selector):
        """The name Firefox has for the first element of `selector`."""
        found = self.ask("WebDriver:FindElement", using="css selector", value=selector)["value"]
        return next(iter(found.values()))

    def end(self):
        """Ends it; whoever made the folder removes it."""
        self.talk.close()
        self.process.terminate()
        self.process.wait(20)

    def kill(self):
        """Ends it at once, as a battery does: it can tidy nothing away."""
        self.process.kill()
        self.process.wait(20)
        self.talk.close()

    def _hear(self):
        length = b""
        while not length.endswith(b":"):
            length += self._read(1)
        return json.loads(self._read(int(length[:-1])))

    def _read(self, size):
        text = b""
        while len(text) < size:
            more = self.talk.recv(size - len(text))
            assert more, "Firefox has ended"
            text += more
        return text


def port(file):
    """The port that Firefox writes into its profile once it listens."""
    for _ in range(600):
        if file.is_file() and (text := file.read_text()):
            return int(text)
        time.sleep(0.1)
    raise AssertionError("Firefox has not started in a minute")
