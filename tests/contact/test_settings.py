"""Settings: everything wrong is said at once, with the key and how to fix it."""

from pathlib import Path

import pytest

from contact.outgoing import Smtp, delivering
from contact.settings import SettingsError, serving


@pytest.fixture
def environ(tmp_path):
    """What is enough for the endpoint and the deliverer."""
    return {
        "CONTACT_PAGES": str(tmp_path),
        "CONTACT_KEYS": str(tmp_path),
        "CONTACT_SPOOL": str(tmp_path / "spool"),
        "CONTACT_SECRET": "s" * 32,
        "CONTACT_DELIVER": "smtps://user%40example.org@mail.example.org",
        "CONTACT_SMTP_PASSWORD": "pass",
        "CONTACT_FROM": "form@example.org",
        "CONTACT_TO_COUNSELLING": "help@example.org",
        "CONTACT_TO_PRESS": "press@example.org",
    }


def test_serving(environ):
    """What is not said has a default."""
    settings = serving(environ)
    assert (settings.listen, settings.secrets, settings.rate) == (
        ("127.0.0.1", 8401),
        (b"s" * 32,),
        10,
    )


def test_all_at_once():
    """With nothing set, every necessary key is named."""
    with pytest.raises(SettingsError) as error:
        serving({})
    assert [line.split()[0] for line in str(error.value).splitlines()] == [
        "CONTACT_PAGES", "CONTACT_KEYS", "CONTACT_SPOOL", "CONTACT_SECRET",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("key", "value", "fix"),
    [
        ("CONTACT_PAGES", "/nowhere", "name a folder"),
        ("CONTACT_SPOOL", "spool", "from / on"),
        ("CONTACT_SECRET", "short", "at least 32"),
        ("CONTACT_SECRET_BEFORE", "short", "at least 32"),
        ("CONTACT_LISTEN", "8401", "address:port"),
        ("CONTACT_LISTEN", "127.0.0.1:99999", "address:port"),
        ("CONTACT_LISTEN", f"127.0.0.1:{'9' * 5000}", "address:port"),
        ("CONTACT_RATE", "0", "whole number"),
        ("CONTACT_RATE", "9" * 5000, "whole number"),
        ("CONTACT_PROXY", "nginx", "as numbers"),
        ("CONTACT_SITE", "www.example.org", "write an address"),
        ("CONTACT_SITE", "https://www.example.org/", "without a slash"),
        ("CONTACT_SITE", "https://a.example; script-src *", "write an address"),
        ("PORT", "eighty", "address:port"),
        ("CONTACT_SECRET_FILE", "/nowhere", "readable text file"),
    ],
)
def test_wrong_for_serving(environ, key, value, fix):
    """A wrong value is named by its key with what it should be; a secret is not repeated."""
    with pytest.raises(SettingsError) as error:
        serving(environ | {key: value})
    assert str(error.value).startswith(key.removesuffix("_FILE").replace("PORT", "CONTACT_LISTEN"))
    assert fix in str(error.value)


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ({"CONTACT_LISTEN": "[::1]:8401"}, ("::1", 8401)),
        ({"PORT": "8080"}, ("0.0.0.0", 8080)),
        ({"PORT": "8080", "CONTACT_LISTEN": "127.0.0.1:8402"}, ("127.0.0.1", 8402)),
    ],
)
def test_listen(environ, said, place):
    """IPv6 is written as everywhere; a container listens at the port that its host names."""
    assert serving(environ | said).listen == place


@pytest.mark.parametrize(
    ("key", "value", "fix"),
    [
        ("CONTACT_DELIVER", "mail.example.org", "smtps://"),
        ("CONTACT_DELIVER", "smtps://user:pass@mail.example.org", "without password"),
        ("CONTACT_DELIVER", "smtp://host:99999", "smtps://"),
        ("CONTACT_DELIVER", "smtp://[", "smtps://"),
        ("CONTACT_FROM", "form", "exactly one address"),
        ("CONTACT_FROM", "форма@example.org", "exactly one address"),
        ("CONTACT_TO_PRESS", "a@example.org, b@example.org", "exactly one address"),
        ("CONTACT_TO_PRESS", "a@example.org\nBcc: b@example.org", "exactly one address"),
        ("CONTACT_SMTP_CA", "/nowhere", "certificates"),
        ("CONTACT_SMTP_PATIENCE", "0", "seconds"),
    ],
)
def test_wrong_for_delivering(environ, key, value, fix):
    """The same holds for the deliverer."""
    with pytest.raises(SettingsError) as error:
        delivering(environ | {key: value})
    assert str(error.value).startswith(key)
    assert fix in str(error.value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "smtps://user%40example.org@mail.example.org",
            Smtp("mail.example.org", 465, True, "user@example.org", "pass"),
        ),
        ("smtp://mail.example.org:25", Smtp("mail.example.org", 25, False, "", "pass")),
        ("maildir:/var/mail", Path("/var/mail")),
    ],
)
def test_destination(environ, text, expected):
    """Mail goes to a server with TLS, with STARTTLS, or into a folder."""
    assert delivering(environ | {"CONTACT_DELIVER": text}).to == expected


def test_secrets_in_files(environ, tmp_path):
    """A secret may stand in a file, and is in no representation of the settings."""
    (tmp_path / "secret").write_text("f" * 40 + "\n")
    settings = serving(
        environ
        | {"CONTACT_SECRET_FILE": str(tmp_path / "secret"), "CONTACT_SECRET_BEFORE": "b" * 32}
    )
    assert settings.secrets == (b"f" * 40, b"b" * 32)
    assert "fff" not in repr(settings)
    assert "pass" not in repr(delivering(environ)).replace("password", "")
