"""What happens to one case of a batch: from a path to its line, in every engine the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from udmaal.api import CaseFile, calculate, read_case
from udmaal.batch.difference import difference
from udmaal.batch.summary import MAIN_AMOUNTS, Main, Outcome, Summary
from udmaal.breakdown import Breakdown
from udmaal.faults import Fault, InputFaultsError
from udmaal.output.csv import line_rows
from udmaal.output.document import FORMAT, document
from udmaal.rates.book import RateBook
from udmaal.rates.read import read_rates
from udmaal.text.faults import mend, problem
from udmaal.text.language import Language


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


# A file that is no case file at all has more faults than anybody reads.
_MOST_FAULTS = 200


class Chunk(NamedTuple):
    """The cases of a chunk: their JSON lines, table rows, sums and messages of faults."""

    lines: bytes
    rows: tuple[tuple[str, ...], ...]
    summary: Summary
    faults: tuple[str, ...]


def work_chunk(job: Job, paths: Iterable[str]) -> Chunk:
    """Calculate the cases of a chunk, in order, and add them up."""
    summary = Summary(job.compares)
    lines = []
    rows: list[tuple[str, ...]] = []
    faults: list[str] = []
    for path in paths:
        outcome = work_one(job, path)
        summary.add(outcome)
        lines.append(outcome.line)
        rows += outcome.rows
        faults += outcome.faults
    lines.append(b"")
    return Chunk(b"\n".join(lines), tuple(rows), summary, tuple(faults))


def work_one(job: Job, path: str) -> Outcome:
    """Calculate one case; a case at fault becomes an error line and never an exception."""
    try:
        return _calculated(job, path)
    except InputFaultsError as error:
        return _at_fault(job, path, error.faults)
    except Exception as error:
        values = {"message": f"{type(error).__name__}: {error}"}
        return _at_fault(job, path, [Fault("batch.unexpected", values=values, file=path)])


def _calculated(job: Job, path: str) -> Outcome:
    rates = _rates(job.rates)
    case = read_case(path, rates)
    after = _calculate(job, case, rates, job.on)
    if not job.compares:
        line = compact_json(document(after, job.language))
        mains = tuple(_mains(None, after))
        rows = tuple(line_rows(after, path, job.language)) if job.with_rows else ()
        return Outcome(path, line, mains, False, _codes(after), (), rows)
    old_rates = _rates(job.against_rates or job.rates)
    old_case = case if old_rates is rates else read_case(path, old_rates)
    before = _calculate(job, old_case, old_rates, job.against or job.on)
    differences = difference(case.case, before, after)
    value: dict[str, Any] = {
        "format": FORMAT,
        "case_id": after.case_id,
        "before": document(before, job.language),
        "after": document(after, job.language),
        "difference": [each.document() for each in differences],
    }
    rows = tuple(
        (path, after.case_id, *row)
        for each in differences
        for row in each.rows(job.language)
    ) if job.with_rows else ()  # fmt: skip
    mains = tuple(_mains(before, after))
    return Outcome(path, compact_json(value), mains, bool(differences), _codes(after), (), rows)


def _calculate(job: Job, case: CaseFile, rates: RateBook, on: date) -> Breakdown:
    return calculate(
        case, rates, on, job.municipality_folders, corrected_ceilings=job.corrected_ceilings
    )


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
            amount = result.amounts[key] if key is not None else None
            if isinstance(amount, Decimal):
                sums.setdefault(result.benefit, [Decimal(0), Decimal(0)])[side] += amount
    return (Main(benefit, old, new) for benefit, (old, new) in sums.items())


def compact_json(value: Any) -> bytes:
    """Write JSON on one line, as UTF-8; the same value gives the same bytes."""
    line: bytes = orjson.dumps(value)
    return line


def _at_fault(job: Job, path: str, faults: Iterable[Fault]) -> Outcome:
    errors = []
    texts = []
    faults = list(faults)
    if len(faults) > _MOST_FAULTS:
        more = {"count": len(faults) - _MOST_FAULTS}
        faults = [*faults[:_MOST_FAULTS], Fault("batch.more", values=more, file=path)]
    for fault in faults:
        what, right = problem(fault, job.language), mend(fault, job.language)
        errors.append(
            {
                "code": fault.code,
                "where": fault.where,
                "line": fault.line,
                "column": fault.column,
                "problem": what,
                "mend": right,
            }
        )
        place = ":".join(str(part) for part in (path, fault.line, fault.column) if part)
        texts.append(": ".join(filter(None, (place, fault.where, what))))
    line = compact_json({"format": FORMAT, "path": path, "error": errors})
    return Outcome(path, line, faults=tuple(texts))
