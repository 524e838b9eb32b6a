"""Work spread over the processes of this machine, its pieces given back in their order."""

import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

P = TypeVar("P")
R_co = TypeVar("R_co", covariant=True)

# Pieces under way for each worker: enough to keep it busy, few enough to hold in memory.
_AHEAD = 3
# Windows waits for no more processes at once.
_MOST_ON_WINDOWS = 61


class Pending(Protocol[R_co]):
    """A piece of work under way."""

    def result(self) -> R_co:
        """Wait for what it gives."""


def default_jobs() -> int:
    """Give the number of cores this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity is not None else os.cpu_count() or 1


def at_once(jobs: int) -> int:
    """Give how many of the processes that were asked for can work at the same time."""
    return min(jobs, _MOST_ON_WINDOWS) if sys.platform == "win32" else jobs


def in_order(
    submit: Callable[[P], Pending[R_co]], pieces: Iterable[P], workers: int
) -> Iterator[R_co]:
    """Keep a bounded number of pieces under way, and give what they make in order."""
    under_way: deque[Pending[R_co]] = deque()
    for piece in pieces:
        under_way.append(submit(piece))
        if len(under_way) > workers * _AHEAD:
            yield under_way.popleft().result()
    while under_way:
        yield under_way.popleft().result()
