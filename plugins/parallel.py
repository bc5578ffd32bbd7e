"""Work shared out over the cores of the machine, by forking: each core sees all that is known so far."""

import multiprocessing
import os
import traceback
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import TypeVar

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
    if cores == 1 or len(items) < worthwhile or "fork" not in multiprocessing.get_all_start_methods():
        return [work(item) for item in items]
    parts = [items[start::cores] for start in range(cores)]
    done = _fork(parts, work)
    results: list[Result] = [None] * len(items)  # type: ignore[list-item]
    for start, part in enumerate(done):
        results[start::cores] = part
    return results


def _fork(parts: list[Sequence[Item]], work: Callable[[Item], Result]) -> list[list[Result]]:
    """Each part in a process of its own, but the first, which this process does itself."""
    forked = multiprocessing.get_context("fork")
    ends: list[Connection] = []
    processes = []
    for part in parts[1:]:
        here, there = forked.Pipe(duplex=False)
        process = forked.Process(target=_child, args=(part, work, there), daemon=True)
        process.start()
        there.close()
        ends.append(here)
        processes.append(process)
    own = [work(item) for item in parts[0]]
    others: list[list[Result]] = [_received(end) for end in ends]
    for process in processes:
        process.join()
    return [own, *others]


def _child(part: Sequence[Item], work: Callable[[Item], Result], end: Connection) -> None:
    try:
        end.send((True, [work(item) for item in part]))
    except OSError as error:  # a full disk, say, is nobody's mistake in the code
        end.send((False, error))
    except Exception:
        end.send((False, traceback.format_exc()))
    finally:
        end.close()


def _received(end: Connection) -> list[Result]:
    try:
        fine, result = end.recv()
    except EOFError:
        raise WorkError("A process of the build ended before its work was done.") from None
    if isinstance(result, OSError):
        raise result
    if not fine:
        raise WorkError(str(result))
    return list(result)
