"""A run from paths to the list, who loses most first, and what it adds up to.

The lines grow in a work file, in the order of the paths; the list is made from it at the end, at
once. So a run that is taken up again gives the same bytes, in every format.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from itertools import islice
from tempfile import TemporaryFile
from typing import IO, NamedTuple

from udmaal.batch.redecision.records import Record, in_order, records_of
from udmaal.batch.run import Plan, unwritable, work
from udmaal.batch.sink import Growing, other_run, whole
from udmaal.batch.summary import Summary
from udmaal.batch.work import Chunk
from udmaal.output.case_fault import faults_told
from udmaal.output.write import reader_gone

_WORK_SUFFIX = ".redecide"


class Redecided(NamedTuple):
    """A finished run: a record of every case in the order of the paths, the messages of faults."""

    records: tuple[Record, ...]
    faults: tuple[str, ...]


def run_anew(plan: Plan, on_cases: Callable[[int], None]) -> Redecided:
    """Decide all cases anew and write the list; ``on_cases`` is told how many more are done.

    Raises ``InputFaultsError`` where the output cannot be written or taken up again.
    """
    try:
        with _work_file(plan) as file:
            done = sum(1 for _ in file)
            on_cases(done)
            for chunk in work(plan, islice(plan.paths, done, None)):
                _append(file, chunk.lines)
                on_cases(chunk.summary.done + chunk.summary.at_fault)
            file.seek(0)
            records = tuple(records_of(file))
            _write_list(plan, file, records)
    except OSError as error:
        if reader_gone(error):
            raise
        raise unwritable(plan, error) from error
    faults = tuple(
        told
        for record in records
        for told in faults_told(record.value.get("error", ()), record.path)
    )
    return Redecided(records, faults)


@contextmanager
def _work_file(plan: Plan) -> Iterator[IO[bytes]]:
    """Give the file of the lines, at its start; beside the output, or in memory without one.

    That of a run that can be taken up again holds what is done, and goes once the block ends well.
    """
    if plan.output is None:
        yield BytesIO()
    elif not plan.resume:
        with TemporaryFile("wb+", dir=plan.output.resolve().parent) as file:
            yield file
    else:
        path = plan.output.with_name(plan.output.name + _WORK_SUFFIX)
        growing = Growing(path, plan.identity)
        if growing.lines_done() is None:
            raise other_run(path, {"format"})
        with path.open("rb+") as file:
            yield file
        path.unlink()
        growing.complete()


def _append(file: IO[bytes], lines: bytes) -> None:
    """Write whole lines at the end; what is done stays done, if the run is killed then."""
    file.seek(0, os.SEEK_END)
    file.write(lines)
    file.flush()


def _write_list(plan: Plan, file: IO[bytes], records: Sequence[Record]) -> None:
    """Write the listed cases in their order, in the format of the plan."""
    job = plan.job
    with whole(plan.output) as output, plan.format.sink(output, job) as sink:
        for record in in_order(records):
            file.seek(record.start)
            line = file.read(record.end - record.start)
            rows = (record.row(job.language),)
            sink.put(Chunk(line, rows, Summary(compares=False), (), (record.path,)))
