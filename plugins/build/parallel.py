"""Work shared out over the cores of the machine, by forking:
each core sees all that is known so far."""

import multiprocessing
import os
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from operator import itemgetter
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Share = tuple[int, list[Result]]  # the place of its first item, and the results

# Below this a fork costs more than it gains.
WORTHWHILE = 32
# Into so many shares for each core the work is divided; who has ended one takes the next, so that
# none waits long.
SHARES = 32
NUMBER = 4  # bytes of the number of a share


class WorkError(Exception):
    """What went wrong in another process, as its traceback said."""


def parallel_map(
    items: Sequence[Item],
    work: Callable[[Item], Result],
    cores: int = 0,
    worthwhile: int = WORTHWHILE,
) -> list[Result]:
    """`work` done on each of `items`, the results in the order of the items;
    `cores` 0 means all of them.

    Fewer items than are `worthwhile` to share out are left to this process.

    What `work` changes in memory is seen by no other process; results must be picklable.
    Raises WorkError when `work` raises in another process, but an OSError as it is.
    """
    return start_map(items, work, cores, worthwhile)()


def start_map(
    items: Sequence[Item],
    work: Callable[[Item], Result],
    cores: int = 0,
    worthwhile: int = WORTHWHILE,
) -> Callable[[], list[Result]]:
    """As `spread`, but the other cores begin at once,
    while this process goes on with something else.

    What it returns does what is left to be done, waits for the others, and returns the results.
    """
    cores = cores or len(os.sched_getaffinity(0))
    if (
        cores == 1
        or len(items) < worthwhile
        or "fork" not in multiprocessing.get_all_start_methods()
    ):
        return lambda: [work(item) for item in items]
    size = max(1, len(items) // (cores * SHARES))
    pile = _pile(-(-len(items) // size))
    begun = [_begin(pile, size, items, work) for _ in range(cores - 1)]

    def end() -> list[Result]:
        own = _taken(pile, size, items, work)
        shares = own + [share for one in begun for share in _ended(*one)]
        os.close(pile)
        return [result for _, results in sorted(shares, key=itemgetter(0)) for result in results]

    return end


def _pile(shares: int) -> int:
    """The end of a pipe from which each process takes the number of its next share;
    it is empty when all are taken."""
    take, put = os.pipe()
    os.write(put, b"".join(number.to_bytes(NUMBER) for number in range(shares)))
    os.close(put)
    return take


def _taken(
    pile: int, size: int, items: Sequence[Item], work: Callable[[Item], Result]
) -> list[Share[Result]]:
    """Work on one share after the other, as long as there are any."""
    done: list[Share[Result]] = []
    while number := os.read(pile, NUMBER):
        start = int.from_bytes(number) * size
        done.append((start, [work(item) for item in items[start : start + size]]))
    return done


def _begin(
    pile: int, size: int, items: Sequence[Item], work: Callable[[Item], Result]
) -> tuple[BaseProcess, Connection]:
    """A process that takes shares from the pile, and the end of the pipe where its results
    arrive."""
    forked = multiprocessing.get_context("fork")
    here, there = forked.Pipe(duplex=False)
    process = forked.Process(
        target=_child, args=((here, there), lambda: _taken(pile, size, items, work)), daemon=True
    )
    process.start()
    there.close()
    return process, here


def _child(pipe: tuple[Connection, Connection], work: Callable[[], object]) -> None:
    """Do the work and send what came of it. Only the parent reads: while another end for reading
    were open here, a long result would wait for ever for a parent that was killed."""
    here, end = pipe
    here.close()
    try:
        done = True, work()
    except OSError as error:  # a full disk, say, is nobody's mistake in the code
        done = False, error
    except Exception:
        done = False, traceback.format_exc()
    with suppress(BrokenPipeError), end:  # nobody waits any more
        end.send(done)


def _ended(process: BaseProcess, end: Connection) -> list[Share[Any]]:
    try:
        fine, found = end.recv()
    except EOFError:
        raise WorkError("A process of the build ended before its work was done.") from None
    process.join()
    if isinstance(found, OSError):
        raise found
    if not fine:
        raise WorkError(str(found))
    return list(found)
