"""Where the work is done: in this process, in several, or on a Dask cluster.

Each engine maps ``work_chunk`` over chunks of paths and gives the chunks in the order of the
paths, with a bounded number of chunks under way, so that memory does not grow with the cases.
"""

import multiprocessing
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from typing import Any

from udmaal.batch.work import Chunk, Job, work_chunk
from udmaal.processes import at_once, in_order

_CHUNK = 50
# A chunk whose worker was lost is done again this many times.
_RETRIES = 5


def in_chunks(paths: Iterable[str]) -> Iterator[Sequence[str]]:
    """Give the paths in the portions that are worked on at once, each when it is asked for."""
    left = iter(paths)
    while chunk := tuple(islice(left, _CHUNK)):
        yield chunk


def here(job: Job, chunks: Iterable[Sequence[str]]) -> Iterator[Chunk]:
    """Work in this process."""
    for chunk in chunks:
        yield work_chunk(job, chunk)


def in_processes(job: Job, chunks: Iterable[Sequence[str]], jobs: int) -> Iterator[Chunk]:
    """Work in several processes of this machine.

    They are forked where that is safe and quick (Linux), else started afresh.
    """
    method = "fork" if sys.platform == "linux" else "spawn"
    context = multiprocessing.get_context(method)
    with ProcessPoolExecutor(at_once(jobs), mp_context=context) as pool:
        # Starts the processes while no folder has been read: they would keep a copy of its names.
        pool.submit(work_chunk, job, ())
        try:
            yield from in_order(lambda chunk: pool.submit(work_chunk, job, chunk), chunks, jobs)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def on_dask(job: Job, chunks: Iterable[Sequence[str]], scheduler: str) -> Iterator[Chunk]:
    """Work on a Dask cluster; chunks of a worker that is lost are done again by another.

    The workers need udmaal installed, and the case files and rates under the same paths.
    """
    from distributed import Client  # noqa: PLC0415 - an optional extra

    with Client(scheduler, set_as_default=False) as client:  # type: ignore[no-untyped-call]
        workers = max(1, len(client.scheduler_info()["workers"]))

        def submit(chunk: Sequence[str]) -> Any:
            return client.submit(work_chunk, job, chunk, pure=False, retries=_RETRIES)

        yield from in_order(submit, chunks, workers)
