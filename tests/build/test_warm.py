"""What was loaded ahead is given for the very same bytes, once, and forgotten when it is not wanted."""

import json
import pickle

from plugins.build.warm import Warm


def test_given_once():
    """A value is loaded once for two askers at most: the second gets one of its own."""
    warm = Warm()
    warm.fill([(json.loads, b"[1]")])
    first, second = warm.load(json.loads, b"[1]"), warm.load(json.loads, b"[1]")
    first.append(2)
    assert (first, second) == ([1, 2], [1])


def test_given_at_once():
    """What was loaded ahead is not loaded again."""
    asked = []
    warm = Warm()
    warm.fill([(asked.append, b"a")])
    warm.load(asked.append, b"a")
    assert asked == [b"a"]


def test_kept_between():
    """What is wanted again is not loaded again."""
    asked = []
    warm = Warm()
    for _ in range(2):
        warm.fill([(asked.append, b"a")])
    assert asked == [b"a"]


def test_other_bytes():
    """Other bytes, and another way to load them, are loaded."""
    warm = Warm()
    warm.fill([(json.loads, b"[1]")])
    assert (warm.load(json.loads, b"[2]"), warm.load(bytes.decode, b"[1]")) == ([2], "[1]")


def test_forgotten():
    """What is not wanted any more is not held."""
    warm = Warm()
    for number in range(500):
        warm.fill([(json.loads, b"%d" % number)])
    assert len(warm) == 1


def test_damaged():
    """Damaged bytes are left to whoever asks for them."""
    warm = Warm()
    warm.fill([(pickle.loads, b"damaged"), (json.loads, b"{"), (json.loads, b"[]")])
    assert len(warm) == 1
