"""What happens to one case of a batch: from a path to its line, in every engine the same."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from udmaal.api import CaseFile, calculate, case_from_document, case_from_source, read_case
from udmaal.batch.summary import MAIN_AMOUNTS, Outcome, Person, Summary, mains_of
from udmaal.batch.table import Cell
from udmaal.breakdown import Breakdown
from udmaal.differences.difference import Difference, difference
from udmaal.faults import Fault, InputFaultsError
from udmaal.language import Language
from udmaal.output.case_fault import case_fault, unexpected
from udmaal.output.csv import amount_rows, line_rows
from udmaal.output.document import FORMAT, document
from udmaal.rates.book import RateBook
from udmaal.rates.read import read_rates
from udmaal.reading.source import parse, read_source
from udmaal.settings import Setting, json_value, with_settings
from udmaal.shown import named, shown


@dataclass(frozen=True, slots=True)
class Side:
    """What every case is calculated with: the date, rates, service levels, and facts set anew.

    ``name`` is that of a proposal.
    """

    on: date
    rates: Path | None = None
    municipality_folders: tuple[Path, ...] = ()
    settings: tuple[Setting, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """What is the same for all cases of a batch; small, so that it travels with every chunk.

    With ``before`` each case is calculated twice, with ``redecide`` as it is and as if its last
    decision on extra costs were made anew on that day. ``with_rows`` asks for table rows in place
    of the JSON line, ``corrected_ceilings`` for the ceilings of 2014 to 2019 as they should have
    been, ``brief`` for results without their lines.
    """

    after: Side
    language: Language
    before: Side | None = None
    redecide: date | None = None
    with_rows: bool = False
    corrected_ceilings: bool = False
    brief: bool = False

    @property
    def compares(self) -> bool:
        """Tell whether each case is calculated before and after."""
        return self.before is not None

    @property
    def sides(self) -> tuple[Side, ...]:
        """Give what the cases are calculated with, before and after."""
        return (self.after,) if self.before is None else (self.before, self.after)


class Chunk(NamedTuple):
    """The cases of a chunk: their JSON lines, table rows, sums and messages of faults.

    ``paths`` are those of the cases, a line for each.
    """

    lines: bytes
    rows: tuple[tuple[Cell, ...], ...]
    summary: Summary
    faults: tuple[str, ...]
    paths: tuple[str, ...]


def work_chunk(job: Job, paths: Sequence[str]) -> Chunk:
    """Calculate the cases of a chunk, in order, and add them up."""
    _rates.cache_clear()  # a worker may outlive a batch, and the folder may have changed since
    summary = Summary(job.compares)
    lines = []
    rows: list[tuple[Cell, ...]] = []
    faults: list[str] = []
    for outcome in _outcomes(job, paths):
        summary.add(outcome)
        lines.append(outcome.line)
        rows += outcome.rows
        faults += outcome.faults
    lines.append(b"")
    return Chunk(b"\n".join(lines), tuple(rows), summary, tuple(faults), tuple(paths))


class _Read(NamedTuple):
    """A case as each side of the job reads it, before and after."""

    path: str
    cases: tuple[CaseFile, ...]


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
    steps = (_read, _calculated, _written) if job.redecide is None else (_decided_anew,)
    for step in steps:
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
    before, after = job.before, job.after
    case = _case(path, after)
    if before is None:
        return _Read(path, (case,))
    as_before = (before.rates, before.settings) == (after.rates, after.settings)
    return _Read(path, (case if as_before else _case(path, before), case))


def _case(path: str, side: Side) -> CaseFile:
    """Read a case with the rates and the settings of a side."""
    rates = _rates(side.rates)
    if not side.settings:
        return read_case(path, rates)
    source = read_source(path)
    document = with_settings(parse(source), side.settings)
    values = [setting.value for setting in side.settings]
    return case_from_document(document, source, rates, values)


def _calculated(job: Job, read: _Read) -> _Calculated:
    *before, after = (
        calculate(
            case, _rates(side.rates), side.on, side.municipality_folders,
            corrected_ceilings=job.corrected_ceilings,
        )
        for side, case in zip(job.sides, read.cases, strict=True)
    )  # fmt: skip
    return _Calculated(read.path, read.cases[-1], before[0] if before else None, after)


def _written(job: Job, calculated: _Calculated) -> Outcome:
    path, case, before, after = calculated
    mains, codes = mains_of(_main_amounts(before), _main_amounts(after)), _codes(after)
    differences = difference(case.case, before, after) if before is not None else []
    line = b"" if job.with_rows else _line(job, calculated, differences)
    rows = tuple(_rows(job, calculated, differences)) if job.with_rows else ()
    return Outcome(path, line, after.case_id, mains, bool(differences), codes, (), rows)


def _line(job: Job, calculated: _Calculated, differences: Sequence[Difference]) -> bytes:
    path, _, before, after = calculated
    head = {"format": FORMAT, **named("path", path)}
    if before is None:
        return compact_json({**head, **_document(after, job.after, job)})
    return compact_json(
        {
            **head,
            "case_id": after.case_id,
            "before": _document(before, job.sides[0], job),
            "after": _document(after, job.after, job),
            "difference": [each.document() for each in differences],
        }
    )


def _rows(
    job: Job, calculated: _Calculated, differences: Sequence[Difference]
) -> Iterator[tuple[str, ...]]:
    path, _, before, after = calculated
    if before is None:
        yield from (amount_rows if job.brief else line_rows)(after, shown(path), job.language)
        return
    for each in differences:
        yield from ((shown(path), after.case_id, *row) for row in each.rows(job.language))


def _decided_anew(job: Job, path: str) -> Outcome:
    from udmaal.batch.redecision.case import Anew, redecided  # noqa: PLC0415 - few batches need it

    side, day = job.after, job.redecide
    assert day is not None
    rates, source = _rates(side.rates), read_source(path)
    anew = Anew(
        side.on, day, rates, side.municipality_folders, job.language, job.corrected_ceilings,
        job.brief,
    )  # fmt: skip
    found = redecided(case_from_source(source, rates), parse(source), anew)
    line = compact_json({"format": FORMAT, **named("path", path), **found})
    return Outcome(path, line, found["case_id"])


def _document(breakdown: Breakdown, side: Side, job: Job) -> dict[str, Any]:
    """Give a result, and what it has set anew that does not stand in the case file."""
    made = document(breakdown, job.language, brief=job.brief)
    if side.settings:
        made["set"] = {setting.key: json_value(setting.value) for setting in side.settings}
    return made


@lru_cache(maxsize=4)
def _rates(folder: Path | None) -> RateBook:
    return read_rates(folder)


def _codes(breakdown: Breakdown) -> tuple[str, ...]:
    return tuple(each.code for each in breakdown.findings if each.accepted is None)


def _main_amounts(breakdown: Breakdown | None) -> Iterator[tuple[Person, Decimal]]:
    for result in breakdown.results if breakdown is not None else ():
        key = MAIN_AMOUNTS.get(result.benefit)
        amount = result.amounts.get(key) if key is not None else None
        if isinstance(amount, Decimal):
            yield (result.benefit, result.parent, result.child), amount


def compact_json(value: Any) -> bytes:
    """Write JSON on one line, as UTF-8; the same value gives the same bytes."""
    line: bytes = orjson.dumps(value)
    return line


def _at_fault(job: Job, path: str, faults: Iterable[Fault]) -> Outcome:
    fault = case_fault(path, faults, job.language)
    return Outcome(path, compact_json(fault.document), faults=fault.texts)
