"""Counting by network, without knowing anybody."""

import pytest

from contact import rate_limit as module
from contact.rate_limit import DAY, WINDOW, RateLimit, network

NOON = 20_000 * DAY + DAY // 2


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.1", "192.0.2.254", True),
        ("192.0.2.1", "192.0.3.1", False),
        ("2001:db8:1::1", "2001:db8:1:ffff::1", True),
        ("2001:db8:1::1", "2001:db8:2::1", False),
        ("::ffff:192.0.2.1", "192.0.2.9", True),
        ("fe80::1%eth0", "fe80::2", True),
        ("localhost", "", True),
        ("1\0", "nonsense", True),
    ],
)
def test_network(one, other, same):
    """Addresses of one /24 or /48 are one network."""
    assert (network(one) == network(other)) == same


def test_exceeded():
    """The message after the last allowed one is one too many; another network is not concerned."""
    limit = RateLimit(2)
    assert [limit.exceeded("192.0.2.1", NOON) for _ in range(3)] == [False, False, True]
    assert not limit.exceeded("198.51.100.1", NOON)


def test_forgotten():
    """After ten minutes everything is forgotten."""
    limit = RateLimit(1)
    limit.exceeded("192.0.2.1", NOON)
    assert not limit.exceeded("192.0.2.1", NOON + WINDOW)


def test_salt():
    """What is remembered is no address, and is another thing the next day."""
    limit = RateLimit(1)
    limit.exceeded("192.0.2.1", NOON)
    today = set(limit._counts)
    limit.exceeded("192.0.2.1", NOON + DAY)
    assert not today & set(limit._counts)
    assert all(len(key) == 16 and network("192.0.2.1") not in key for key in today)


def test_room(monkeypatch):
    """However many networks there are, memory is bounded."""
    monkeypatch.setattr(module, "ROOM", 10)
    limit = RateLimit(1)
    for number in range(100):
        limit.exceeded(f"10.0.{number}.1", NOON)
    assert len(limit._counts) <= 10
