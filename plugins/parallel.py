"""Work shared out over the cores of the machine, by forking: each core sees all that is known so far."""

import multiprocessing
import os
import traceback
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# Below this a fork costs more than it gains.
WORTHWHILE = 32


class WorkError(Exception):
    """What went wrong in another process, as its traceback said."""


def spread(
    items: Sequence[Item], work: Callable[[Item], Result], cores: int = 0, worthwhile: int = WORTHWHILE
) -> list[Result]:
    """`work` done on each of `items`, the results in the order of the items; `cores` 0 means all of them.

    Fewer items than are `worthwhile` to share out are left to this process.

    What `work` changes in memory is seen by no other process; results must be picklable.
    Raises WorkError when `work` raises in another process, but an OSError as it is.
    """
    cores = cores or len(os.sched_getaffinity(0))
    if _not_worth_it(len(items), cores, worthwhile):
        return [work(item) for item in items]
    parts = [items[start::cores] for start in range(cores)]
    begun = [_begin(part, work) for part in parts[1:]]
    own = [work(item) for item in parts[0]]
    return _in_order([own, *map(_ended, begun)])


def begin(
    items: Sequence[Item], work: Callable[[Item], Result], cores: int = 0, worthwhile: int = WORTHWHILE
) -> Callable[[], list[Result]]:
    """As `spread`, but on the other cores only, while this process goes on; what it returns waits for the results.

    On one core, and for fewer items than are `worthwhile`, nothing is done before somebody waits.
    """
    cores = cores or len(os.sched_getaffinity(0))
    if _not_worth_it(len(items), cores, worthwhile):
        return lambda: [work(item) for item in items]
    begun = [_begin(items[start :: cores - 1], work) for start in range(cores - 1)]
    return lambda: _in_order([_ended(one) for one in begun])


def _not_worth_it(items: int, cores: int, worthwhile: int) -> bool:
    return cores == 1 or items < worthwhile or "fork" not in multiprocessing.get_all_start_methods()


def _in_order(done: list[list[Result]]) -> list[Result]:
    """The results of items that were dealt out one by one."""
    results: list[Result] = [None] * sum(map(len, done))  # type: ignore[list-item]
    for start, part in enumerate(done):
        results[start :: len(done)] = part
    return results


def _begin(part: Sequence[Item], work: Callable[[Item], Result]) -> tuple[BaseProcess, Connection]:
    """A process of its own for `part`, and the end of the pipe where its results arrive."""
    forked = multiprocessing.get_context("fork")
    here, there = forked.Pipe(duplex=False)
    process = forked.Process(target=_child, args=(part, work, there), daemon=True)
    process.start()
    there.close()
    return process, here


def _ended(begun: tuple[BaseProcess, Connection]) -> list[Any]:
    process, end = begun
    found = _received(end)
    process.join()
    return found


def _child(part: Sequence[Item], work: Callable[[Item], Result], end: Connection) -> None:
    try:
        end.send((True, [work(item) for item in part]))
    except OSError as error:  # a full disk, say, is nobody's mistake in the code
        end.send((False, error))
    except Exception:
        end.send((False, traceback.format_exc()))
    finally:
        end.close()


def _received(end: Connection) -> list[Any]:
    try:
        fine, result = end.recv()
    except EOFError:
        raise WorkError("A process of the build ended before its work was done.") from None
    if isinstance(result, OSError):
        raise result
    if not fine:
        raise WorkError(str(result))
    return list(result)
