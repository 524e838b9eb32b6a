"""A batch from paths to output: engine, sink, summary and progress put together."""

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import Any, Literal

from udmaal import __version__
from udmaal.batch.engines import here, in_chunks, in_processes, on_dask
from udmaal.batch.sink import Growing, Lines, Rows, Sink, whole
from udmaal.batch.summary import Summary, outcome_of_line
from udmaal.batch.work import Chunk, Job
from udmaal.faults import Fault, InputFaultsError
from udmaal.output.csv import line_columns
from udmaal.rates.book import RateBook
from udmaal.text.language import Language, Text

BatchFormat = Literal["jsonl", "csv", "parquet"]

_PATH = Text("fil", "path")
_DIFFERENCE_COLUMNS = (
    Text("fil", "path"),
    Text("sag", "case_id"),
    Text("ydelse", "benefit"),
    Text("forælder", "parent"),
    Text("beløb", "amount"),
    Text("før", "before"),
    Text("efter", "after"),
    Text("forskel", "difference"),
    Text("årsag", "drivers"),
)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a batch does: the job, its paths, where it works and where it writes.

    ``paths`` are gone through more than once, where a run is taken up again; ``identity`` is what
    ``identity()`` gives for such a run.
    """

    job: Job
    paths: Iterable[str]
    format: BatchFormat = "jsonl"
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


def default_jobs() -> int:
    """Give the number of cores this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity is not None else os.cpu_count() or 1


def identity(job: Job, paths: Iterable[str], rates: RateBook, against: RateBook) -> dict[str, Any]:
    """Name everything that must be the same when a run is taken up again."""
    listed = hashlib.sha256()
    for path in paths:
        listed.update(os.fsencode(path) + b"\0")
    return {
        "program": __version__,
        "date": job.on.isoformat(),
        "against": job.against.isoformat() if job.against else None,
        "language": job.language,
        "rates": rates.sha256,
        "against_rates": against.sha256,
        "municipalities": _folders_sha256(job.municipality_folders),
        "paths": listed.hexdigest(),
    }


def _folders_sha256(folders: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.glob("*.toml")):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def run(plan: Plan, on_cases: Callable[[int], None]) -> Done:
    """Calculate all cases; ``on_cases`` is told how many more are done.

    Raises ``InputFaultsError`` where the output cannot be written or taken up again.
    """
    summary = Summary(plan.job.compares)
    faults: list[str] = []

    try:
        with ExitStack() as stack:
            paths = iter(plan.paths)
            if plan.resume and plan.output is not None:
                growing = Growing(plan.output, plan.identity)
                done = growing.lines_done()
                if done is None:
                    _refuse_other_output(plan, growing.earlier_lines())
                for line, path in zip(growing.earlier_lines(), paths, strict=False):
                    earlier = outcome_of_line(line.rstrip(b"\n"), path)
                    summary.add(earlier)
                    faults += earlier.faults
                    on_cases(1)
                if done is None:
                    return Done(summary, tuple(faults))
                sink: Sink = Lines(stack.enter_context(growing.file()))
            else:
                sink = _sink(plan, stack)
            for chunk in _work(plan, paths):
                sink.put(chunk)
                summary.merge(chunk.summary)
                faults += chunk.faults
                on_cases(chunk.summary.done + chunk.summary.at_fault)
    except BrokenPipeError:
        raise
    except OSError as error:
        values = {"reason": error.strerror or type(error).__name__}
        fault = Fault("output.unwritable", values=values, file=str(plan.output or "-"))
        raise InputFaultsError([fault]) from error
    return Done(summary, tuple(faults))


def _refuse_other_output(plan: Plan, lines: Iterable[bytes]) -> None:
    """Hold a complete output to this run: a line for each path, calculated for the same dates.

    Raises ``InputFaultsError`` for the output of another run, or a file that is no output at all.
    """
    job = plan.job
    wanted = [job.on.isoformat()]
    if job.compares:
        wanted = [(job.against or job.on).isoformat(), *wanted]
    count = 0
    other = False
    for line in lines:
        count += 1
        try:
            value = json.loads(line)
            if "error" not in value:
                sides = [value["before"], value["after"]] if "after" in value else [value]
                other |= [side["date"] for side in sides] != wanted
        except (ValueError, KeyError, TypeError):
            other = True
    if other or count != sum(1 for _ in plan.paths):
        keys = "date" if other else "paths"
        fault = Fault("batch.other_run", values={"keys": keys}, file=str(plan.output))
        raise InputFaultsError([fault])


def _work(plan: Plan, paths: Iterable[str]) -> Iterator[Chunk]:
    """Work on the paths in the engine of the plan; a single chunk is not worth more processes."""
    chunks = in_chunks(paths)
    if plan.scheduler is not None:
        return on_dask(plan.job, chunks, plan.scheduler)
    first = list(islice(chunks, 1))
    second = list(islice(chunks, 1))
    chunks = chain(first, second, chunks)
    if plan.jobs == 1 or not second:
        return here(plan.job, chunks)
    return in_processes(plan.job, chunks, plan.jobs)


def _sink(plan: Plan, stack: ExitStack) -> Sink:
    if plan.format == "parquet":
        from udmaal.batch.parquet import Parquet  # noqa: PLC0415 - an optional extra

        if plan.output is None:
            raise TypeError(plan.format)
        file = stack.enter_context(whole(plan.output))
        return stack.enter_context(Parquet(file, columns(plan.job)))
    file = stack.enter_context(whole(plan.output))
    if plan.format == "csv":
        return Rows(file, columns(plan.job), plan.job.language)
    return Lines(file)


def columns(job: Job) -> list[str]:
    """Give the heads of the table formats."""
    if job.compares:
        return [column.in_(job.language) for column in _DIFFERENCE_COLUMNS]
    return [_path_column(job.language), *line_columns(job.language)]


def _path_column(language: Language) -> str:
    return _PATH.in_(language)
