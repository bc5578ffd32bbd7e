"""Work shared out over processes comes back as if one had done it."""

import os

import pytest

from plugins.parallel import WORTHWHILE, WorkError, spread

MANY = list(range(3 * WORTHWHILE))


@pytest.mark.parametrize("cores", [1, 2, 3, 0])
def test_order(cores):
    """Results come in the order of the items, however many cores there are."""
    assert spread(MANY, lambda number: number * 2, cores) == [number * 2 for number in MANY]


def test_forked():
    """Two cores are two processes."""
    assert len(set(spread(MANY, lambda _: os.getpid(), 2))) == 2


def test_few():
    """A few items are not worth another process."""
    assert set(spread([1, 2, 3], lambda _: os.getpid(), 2)) == {os.getpid()}


@pytest.mark.parametrize("wrong", [1, 2])
def test_error(wrong):
    """What goes wrong in a process ends the work, wherever it was done."""

    def work(number):
        if number % 2 == wrong % 2:
            raise ValueError("this one")
        return number

    with pytest.raises((WorkError, ValueError), match="this one"):
        spread(MANY, work, 2)


def test_killed():
    """So does a process that is gone."""
    parent = os.getpid()

    def work(number):
        if os.getpid() != parent:
            os._exit(1)
        return number

    with pytest.raises(WorkError, match="ended before"):
        spread(MANY, work, 2)
