"""Keys as people make them: with GnuPG and with RNP (the library of Thunderbird),
in homes that are thrown away."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from contact.key import SealError, judge
from contact.keyring import NO_KEY, parse

LONG_AGO = ("--faked-system-time", "20240101T000000")


@dataclass
class GnuPG:
    """A GnuPG home."""

    home: Path

    def run(self, *arguments, data=b""):
        """What gpg writes."""
        command = [
            "gpg",
            "--homedir",
            str(self.home),
            "--batch",
            "--pinentry-mode",
            "loopback",
            "--passphrase",
            "",
        ]
        done = subprocess.run([*command, *arguments], input=data, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout

    def make(self, name, kind="future-default", usage="default", lasts="2y", when=()):
        """Makes a key and returns its public part."""
        self.run(*when, "--quick-gen-key", f"{name} <{name}@example.org>", kind, usage, lasts)
        return self.public(name)

    def public(self, name):
        return self.run("--armor", "--export", f"{name}@example.org")

    def fingerprints(self, name):
        lines = (
            self.run("--with-colons", "--list-keys", f"{name}@example.org").decode().splitlines()
        )
        return [line.split(":")[9] for line in lines if line.startswith("fpr")]

    def revoke(self, name):
        """Revokes a key with the certificate that gpg made for it."""
        file = self.home / "openpgp-revocs.d" / f"{self.fingerprints(name)[0]}.rev"
        self.run("--import", data=file.read_bytes().replace(b":-----BEGIN", b"-----BEGIN"))
        return self.public(name)

    def revoke_subkey(self, name, number=1):
        """Revokes one part of a key."""
        answers = f"key {number}\nrevkey\ny\n0\n\ny\nsave\n".encode()
        command = [
            "gpg",
            "--homedir",
            str(self.home),
            "--pinentry-mode",
            "loopback",
            "--passphrase",
            "",
            "--no-tty",
        ]
        command += [
            "--command-fd",
            "0",
            "--status-fd",
            "2",
            "--expert",
            "--edit-key",
            f"{name}@example.org",
        ]
        done = subprocess.run(command, input=answers, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return self.public(name)

    def close(self):
        """Ends the agent that gpg left running."""
        subprocess.run(
            ["gpgconf", "--homedir", str(self.home), "--kill", "all"],
            capture_output=True,
            check=False,
        )

    def decrypt(self, sealed):
        return self.run("--decrypt", data=sealed if isinstance(sealed, bytes) else sealed.encode())


@dataclass
class Rnp:
    """An RNP home."""

    home: Path

    def run(self, program, *arguments):
        done = subprocess.run(
            [program, "--homedir", str(self.home), *arguments], capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout

    def make(self, name):
        """Makes a key as Thunderbird does and returns its public part."""
        self.run("rnpkeys", "--generate-key", "--userid", f"{name}@example.org", "--password", "")
        self.run(
            "rnpkeys",
            "--export-key",
            f"{name}@example.org",
            "--output",
            str(self.home / "public.asc"),
            "--overwrite",
        )
        return (self.home / "public.asc").read_bytes()

    def decrypt(self, sealed):
        (self.home / "sealed.asc").write_text(sealed)
        self.run(
            "rnp",
            "--decrypt",
            str(self.home / "sealed.asc"),
            "--password",
            "",
            "--output",
            str(self.home / "open"),
            "--overwrite",
        )
        return (self.home / "open").read_bytes()


def examine(name, data):
    """The first usable key in `data`. Raises SealError when there is none."""
    certs, revocations = parse(data)
    if not certs:
        raise SealError(NO_KEY)
    return judge(name, certs[0], revocations)
