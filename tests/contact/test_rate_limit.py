"""Counting by network, without knowing anybody."""

import pytest

from contact import rate_limit as module
from contact.rate_limit import DAY, WINDOW, Load, RateLimit, is_shared, network

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


def test_many():
    """The message after the last allowed one is one too many; another network is not concerned."""
    limit = RateLimit(2)
    assert [limit.load("192.0.2.1", NOON) for _ in range(3)] == [Load.FEW, Load.FEW, Load.MANY]
    assert limit.load("198.51.100.1", NOON) == Load.FEW


def test_forgotten():
    """After ten minutes everything is forgotten."""
    limit = RateLimit(1)
    limit.load("192.0.2.1", NOON)
    assert limit.load("192.0.2.1", NOON + WINDOW) == Load.FEW


def test_salt():
    """What is remembered is no address, and is another thing the next day."""
    limit = RateLimit(1)
    limit.load("192.0.2.1", NOON)
    today = set(limit._counts)
    limit.load("192.0.2.1", NOON + DAY)
    assert not today & set(limit._counts)
    assert all(len(key) == 16 and network("192.0.2.1") not in key for key in today)


def test_room(monkeypatch):
    """However many networks there are, memory is bounded."""
    monkeypatch.setattr(module, "ROOM", 10)
    limit = RateLimit(1)
    for number in range(100):
        limit.load(f"10.0.{number}.1", NOON)
    assert len(limit._counts) <= 10


@pytest.mark.parametrize(
    ("address", "load"),
    [
        ("192.0.2.1", Load.TOO_MANY),
        ("2001:db8::1", Load.TOO_MANY),
        ("127.0.0.1", Load.SHARED),
        ("::1", Load.SHARED),
    ],
)
def test_bound(address, load):
    """From the bound on nothing of a network is kept;
    who shares an address with many is not shut out."""
    limit = RateLimit(1000, 3)
    for _ in range(3):
        assert limit.load(address, NOON) == Load.FEW
        limit.kept(address, NOON)
    assert limit.load(address, NOON) == load


def test_front():
    """Nor are those shut out who come from the server in front itself, wherever that stands."""
    limit = RateLimit(1000, 1, "203.0.113.9")
    for address, load in (("203.0.113.9", Load.SHARED), ("198.51.100.1", Load.TOO_MANY)):
        limit.kept(address, NOON)
        assert limit.load(address, NOON) == load


@pytest.mark.parametrize(
    ("address", "shared"),
    [("10.1.2.3", True), ("172.16.0.1", True), ("172.32.0.1", False), ("192.168.1.1", True), ("fd00::1", True),
     ("8.8.8.8", False), ("2001:db8::1", False), ("", True), ("::1", True), ("::ffff:127.0.0.1", True)],
)  # fmt: skip
def test_shared(address, shared):
    """Private addresses are servers in front of visitors."""
    assert is_shared(network(address)) == shared
