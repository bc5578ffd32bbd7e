"""Work shared out over processes comes back as if one had done it."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time

import pytest

from plugins.build.parallel import WORTHWHILE, WorkError, parallel_map, start_map
from tests.conftest import MAIN

MANY = list(range(3 * WORTHWHILE))


@pytest.mark.parametrize("cores", [1, 2, 3, 0])
def test_order(cores):
    """Results come in the order of the items, however many cores there are."""
    assert parallel_map(MANY, lambda number: number * 2, cores) == [number * 2 for number in MANY]


def slowly(_):
    """Which process did it, slowly enough for another one to take its share."""
    time.sleep(0.01)
    return os.getpid()


def test_forked():
    """Two cores are two processes."""
    assert len(set(parallel_map(MANY, slowly, 2))) == 2


def test_begun():
    """What is begun goes on in other processes, and what is left when somebody waits is done
    here."""
    end = start_map(MANY, slowly, 2)
    time.sleep(0.3)
    found = end()
    assert found[0] != os.getpid()
    assert found[-1] in {found[0], os.getpid()}
    assert len(found) == len(MANY)


def test_begun_alone():
    """With one core it is done when somebody waits."""
    done = []
    end = start_map(MANY, done.append, 1)
    assert not done
    end()
    assert done == MANY


def test_nobody_waits():
    """Work for which nobody waits ends without a word."""
    start_map(MANY, slowly, 2)
    for process in multiprocessing.active_children():
        process.join(10)
    assert not multiprocessing.active_children()


KILLED = """
import os, signal, sys, time
from plugins.build.parallel import start_map
start_map(list(range(96)), lambda number: "x" * 100_000, 2)
time.sleep(0.5)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_parent_killed():
    """Where the process that began the work is killed, those that work end too, and let go of what
    they hold: a lock, say, or here the pipe."""
    done = subprocess.run(
        [sys.executable, "-c", KILLED], cwd=MAIN, stdout=subprocess.PIPE, timeout=30, check=False
    )
    assert done.returncode == -signal.SIGKILL


def test_few():
    """A few items are not worth another process."""
    assert set(parallel_map([1, 2, 3], lambda _: os.getpid(), 2)) == {os.getpid()}


@pytest.mark.parametrize("wrong", [1, 2])
def test_error(wrong):
    """What goes wrong in a process ends the work, wherever it was done."""

    def work(number):
        if number % 2 == wrong % 2:
            raise ValueError("this one")
        return number

    with pytest.raises((WorkError, ValueError), match="this one"):
        parallel_map(MANY, work, 2)


def test_killed():
    """So does a process that is gone."""
    parent = os.getpid()

    def work(number):
        if os.getpid() != parent:
            os._exit(1)
        time.sleep(0.01)
        return number

    with pytest.raises(WorkError, match="ended before"):
        parallel_map(MANY, work, 2)
