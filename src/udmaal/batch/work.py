"""What happens to one case of a batch: from a path to its line, in every engine the same."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from udmaal.api import CaseFile, calculate, read_case
from udmaal.batch.summary import MAIN_AMOUNTS, Main, Outcome, Summary
from udmaal.breakdown import Breakdown
from udmaal.differences.difference import difference
from udmaal.faults import Fault, InputFaultsError
from udmaal.language import Language
from udmaal.output.case_fault import case_fault, unexpected
from udmaal.output.csv import line_rows
from udmaal.output.document import FORMAT, document
from udmaal.rates.book import RateBook
from udmaal.rates.read import read_rates
from udmaal.shown import shown


@dataclass(frozen=True, slots=True)
class Job:
    """What is the same for all cases of a batch; small, so that it travels with every chunk.

    ``against`` and ``against_rates`` ask for each case before and after. ``with_rows`` asks for
    table rows besides the JSON line, ``corrected_ceilings`` for the ceilings of 2014 to 2019 as
    they should have been.
    """

    on: date
    language: Language
    rates: Path | None = None
    municipality_folders: tuple[Path, ...] = ()
    against: date | None = None
    against_rates: Path | None = None
    with_rows: bool = False
    corrected_ceilings: bool = False

    @property
    def compares(self) -> bool:
        """Tell whether each case is calculated before and after."""
        return self.against is not None or self.against_rates is not None


class Chunk(NamedTuple):
    """The cases of a chunk: their JSON lines, table rows, sums and messages of faults.

    ``paths`` are those of the cases, a line for each.
    """

    lines: bytes
    rows: tuple[tuple[str, ...], ...]
    summary: Summary
    faults: tuple[str, ...]
    paths: tuple[str, ...]


def work_chunk(job: Job, paths: Sequence[str]) -> Chunk:
    """Calculate the cases of a chunk, in order, and add them up."""
    _rates.cache_clear()  # a worker may outlive a batch, and the folder may have changed since
    summary = Summary(job.compares)
    lines = []
    rows: list[tuple[str, ...]] = []
    faults: list[str] = []
    for outcome in _outcomes(job, paths):
        summary.add(outcome)
        lines.append(outcome.line)
        rows += outcome.rows
        faults += outcome.faults
    lines.append(b"")
    return Chunk(b"\n".join(lines), tuple(rows), summary, tuple(faults), tuple(paths))


class _Read(NamedTuple):
    """A case, and the same as other rates read it, where they differ."""

    path: str
    case: CaseFile
    old_case: CaseFile


class _Calculated(NamedTuple):
    """A case with its result; ``before`` is ``None`` without comparison."""

    path: str
    case: CaseFile
    before: Breakdown | None
    after: Breakdown


def _outcomes(job: Job, paths: Sequence[str]) -> list[Outcome]:
    """Calculate the cases; a case at fault becomes an error line and never an exception.

    Each step is taken for all of them before the next step: the processor is quicker when it stays
    with one thing.
    """
    cases: list[Any] = list(paths)
    for step in (_read, _calculated, _written):
        cases = [_taken(step, job, path, case) for path, case in zip(paths, cases, strict=True)]
    return cases


def _taken(step: Callable[[Job, Any], Any], job: Job, path: str, case: Any) -> Any:
    """Take a step with a case, unless an earlier one has found it at fault."""
    if isinstance(case, Outcome):
        return case
    try:
        return step(job, case)
    except InputFaultsError as error:
        return _at_fault(job, path, error.faults)
    except Exception as error:
        return _at_fault(job, path, [unexpected(error, path)])


def _read(job: Job, path: str) -> _Read:
    rates = _rates(job.rates)
    case = read_case(path, rates)
    if job.against_rates is None:
        return _Read(path, case, case)
    return _Read(path, case, read_case(path, _rates(job.against_rates)))


def _calculated(job: Job, read: _Read) -> _Calculated:
    after = _calculate(job, read.case, _rates(job.rates), job.on)
    before = None
    if job.compares:
        old_rates = _rates(job.against_rates or job.rates)
        before = _calculate(job, read.old_case, old_rates, job.against or job.on)
    return _Calculated(read.path, read.case, before, after)


def _calculate(job: Job, case: CaseFile, rates: RateBook, on: date) -> Breakdown:
    return calculate(
        case, rates, on, job.municipality_folders, corrected_ceilings=job.corrected_ceilings
    )


def _written(job: Job, calculated: _Calculated) -> Outcome:
    path, case, before, after = calculated
    mains, codes = tuple(_mains(before, after)), _codes(after)
    if before is None:
        line = compact_json(document(after, job.language))
        rows = tuple(line_rows(after, shown(path), job.language)) if job.with_rows else ()
        return Outcome(path, line, mains, False, codes, (), rows)
    differences = difference(case.case, before, after)
    value: dict[str, Any] = {
        "format": FORMAT,
        "case_id": after.case_id,
        "before": document(before, job.language),
        "after": document(after, job.language),
        "difference": [each.document() for each in differences],
    }
    rows = tuple(
        (shown(path), after.case_id, *row)
        for each in differences
        for row in each.rows(job.language)
    ) if job.with_rows else ()  # fmt: skip
    return Outcome(path, compact_json(value), mains, bool(differences), codes, (), rows)


@lru_cache(maxsize=4)
def _rates(folder: Path | None) -> RateBook:
    return read_rates(folder)


def _codes(breakdown: Breakdown) -> tuple[str, ...]:
    return tuple(each.code for each in breakdown.findings if each.accepted is None)


def _mains(before: Breakdown | None, after: Breakdown) -> Iterable[Main]:
    """Give the main amounts of all benefits on either side, each benefit's results added up."""
    sums: dict[str, list[Decimal]] = {}
    for side, breakdown in enumerate((before, after)):
        for result in breakdown.results if breakdown is not None else ():
            key = MAIN_AMOUNTS.get(result.benefit)
            amount = result.amounts.get(key) if key is not None else None
            if isinstance(amount, Decimal):
                sums.setdefault(result.benefit, [Decimal(0), Decimal(0)])[side] += amount
    return (Main(benefit, old, new) for benefit, (old, new) in sums.items())


def compact_json(value: Any) -> bytes:
    """Write JSON on one line, as UTF-8; the same value gives the same bytes."""
    line: bytes = orjson.dumps(value)
    return line


def _at_fault(job: Job, path: str, faults: Iterable[Fault]) -> Outcome:
    fault = case_fault(path, faults, job.language)
    return Outcome(path, compact_json(fault.document), faults=fault.texts)
