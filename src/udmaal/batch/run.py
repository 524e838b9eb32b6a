"""A batch from paths to output: engine, sink, summary and progress put together."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from udmaal.batch.earlier import differences
from udmaal.batch.engines import here, in_chunks, in_processes, on_dask
from udmaal.batch.sink import BatchFormat, Growing, other_run, whole
from udmaal.batch.summary import Summary, outcome_of_line
from udmaal.batch.work import Chunk, Job
from udmaal.faults import Fault, InputFaultsError
from udmaal.output.write import reader_gone


@dataclass(frozen=True, slots=True)
class Plan:
    """What a batch does: the job, its paths, where it works and where it writes.

    ``paths`` are gone through more than once, where a run is taken up again; ``identity`` is what
    ``earlier.identity`` gives for such a run.
    """

    job: Job
    paths: Iterable[str]
    format: BatchFormat
    output: Path | None = None
    jobs: int = 1
    resume: bool = False
    scheduler: str | None = None
    identity: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Done:
    """A finished batch: its summary and the messages of the cases at fault, by path."""

    summary: Summary
    faults: tuple[str, ...]


def run(plan: Plan, on_cases: Callable[[int], None]) -> Done:
    """Calculate all cases; ``on_cases`` is told how many more are done.

    Raises ``InputFaultsError`` where the output cannot be written or taken up again.
    """
    summary = Summary(plan.job.compares)
    faults: list[str] = []
    growing: Growing | None = None
    try:
        with ExitStack() as stack:
            paths = iter(plan.paths)
            if plan.resume and plan.output is not None:
                growing = Growing(plan.output, plan.identity)
                done = growing.lines_done()
                if done is None:
                    other = differences(plan.job, plan.paths, growing.earlier_lines())
                    if other:
                        raise other_run(plan.output, other)
                for line, path in zip(growing.earlier_lines(), paths, strict=False):
                    earlier = outcome_of_line(line.rstrip(b"\n"), path)
                    summary.add(earlier)
                    faults += earlier.faults
                    on_cases(1)
                if done is None:
                    return Done(summary, tuple(faults))
                file = stack.enter_context(growing.file())
            else:
                file = stack.enter_context(whole(plan.output))
            sink = stack.enter_context(plan.format.sink(file, plan.job))
            for chunk in work(plan, paths):
                sink.put(chunk)
                summary.merge(chunk.summary)
                faults += chunk.faults
                on_cases(chunk.summary.done + chunk.summary.at_fault)
        if growing is not None:
            growing.complete()
    except OSError as error:
        if reader_gone(error):
            raise
        raise unwritable(plan, error) from error
    return Done(summary, tuple(faults))


def unwritable(plan: Plan, error: OSError) -> InputFaultsError:
    """Make the fault of an output that cannot be written."""
    values = {"reason": error.strerror or type(error).__name__}
    fault = Fault("output.unwritable", values=values, file=str(plan.output or "-"))
    return InputFaultsError([fault])


def work(plan: Plan, paths: Iterable[str]) -> Iterator[Chunk]:
    """Work on the paths in the engine of the plan; a single chunk is not worth more processes."""
    chunks = in_chunks(paths)
    if plan.scheduler is not None:
        return on_dask(plan.job, chunks, plan.scheduler)
    if plan.jobs == 1 or not any(islice(in_chunks(plan.paths), 1, 2)):
        return here(plan.job, chunks)
    return in_processes(plan.job, chunks, plan.jobs)
