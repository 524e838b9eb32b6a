"""The result of a case as some of its inputs vary (``udmaal what-if``).

Every combination is read, checked and calculated as a case file of its own. What decided an amount
is read off the lines: their formulas, and of "the smaller of" the value that was taken.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, product
from pathlib import Path as FilePath
from typing import Any, NamedTuple

from udmaal.amounts import Amount
from udmaal.api import calculate, case_from_document
from udmaal.breakdown import Line, Result
from udmaal.case.model import Case
from udmaal.faults import Fault, InputFaultsError
from udmaal.lines.limit import Limit, limits
from udmaal.rates.book import RateBook
from udmaal.reading.source import Parsed, Source
from udmaal.reading.validation import check_read, placed
from udmaal.settings import Value, Variation
from udmaal.shown import without_cpr


class Change(NamedTuple):
    """What decides at a step and did not in the combination before; ``None``: no such step.

    Where both are ``None``, a rounded amount jumped though what it is rounded from changed by at
    most half a step of the rounding.
    """

    where: str
    before: Limit | None
    now: Limit | None


@dataclass(frozen=True, slots=True)
class Varied:
    """One benefit of a combination: the result without its lines, and what is kept of them.

    ``units`` are those of the amounts that a line has, ``rounding`` the line that rounds in steps.
    """

    result: Result
    limits: Mapping[str, Limit]
    units: Mapping[str, str]
    rounding: Line | None


@dataclass(frozen=True, slots=True)
class Row:
    """One combination of values: its benefits by their place in the case, or why there are none."""

    values: tuple[Value, ...]
    benefits: Mapping[str, Varied]
    findings: tuple[str, ...] = ()
    rates_sha256: str = ""
    faults: tuple[Fault, ...] = ()
    changes: tuple[Change, ...] = ()

    def amount(self, where: str, key: str) -> Amount:
        """Give an amount of a benefit; ``None`` where the row has no such benefit."""
        varied = self.benefits.get(where)
        return varied.result.amounts.get(key) if varied is not None else None


class Deciding(NamedTuple):
    """The numbers of the inputs that something depends on, and a row for each of their values."""

    inputs: tuple[int, ...]
    rows: tuple[Row, ...]

    def values(self, row: Row) -> tuple[Value, ...]:
        """Give the values of these inputs."""
        return tuple(row.values[number] for number in self.inputs)

    def series(self) -> list[tuple[Row, ...]]:
        """Give the rows in runs over the first of the inputs, the others being the same."""
        runs = groupby(self.rows, lambda row: self.values(row)[1:])
        return [tuple(run) for _, run in runs]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """All combinations: the first input varies fastest, then the second, and so on.

    ``on`` is the date of all of them, ``None`` where the date is what varies.
    """

    case_id: str
    on: date | None
    case_sha256: str
    variations: tuple[Variation, ...]
    rows: tuple[Row, ...]

    @property
    def calculated(self) -> tuple[Row, ...]:
        """Give the rows that were not refused."""
        return tuple(row for row in self.rows if not row.faults)

    def benefits(self) -> dict[str, Varied]:
        """Give the benefits of all rows by place, each as it first occurs."""
        found: dict[str, Varied] = {}
        for row in self.rows:
            for where, varied in row.benefits.items():
                found.setdefault(where, varied)
        return found

    def amounts(self, where: str) -> dict[str, bool]:
        """Give the keys of a benefit's amounts, and of each whether it varies over the rows."""
        found: dict[str, set[Amount]] = {}
        for row in self.calculated:
            for key in (
                row.benefits[where].result.amounts.all_keys() if where in row.benefits else ()
            ):
                found.setdefault(key, set())
        for key, amounts in found.items():
            amounts.update(row.amount(where, key) for row in self.calculated)
        return {key: len(amounts) > 1 for key, amounts in found.items()}

    def deciding(self, of: Callable[[Row], Hashable]) -> "Deciding":
        """Leave out the inputs that change nothing about something, and the rows they repeat."""
        inputs, rows = list(range(len(self.variations))), list(self.rows)
        for number in tuple(inputs):
            others = [index for index in inputs if index != number]
            groups: dict[tuple[Value, ...], list[Row]] = {}
            for row in rows:
                groups.setdefault(tuple(row.values[index] for index in others), []).append(row)
            if all(len({of(row) for row in group}) == 1 for group in groups.values()):
                inputs, rows = others, [group[0] for group in groups.values()]
        return Deciding(tuple(inputs), tuple(rows))

    def unit(self, where: str, key: str) -> str:
        """Give the unit of an amount, as its line has it; nothing for one without a line."""
        units = (row.benefits[where].units.get(key) for row in self.rows if where in row.benefits)
        return next(filter(None, units), "")


def what_if(
    source: Source,
    document: dict[str, Any],
    variations: tuple[Variation, ...],
    rates: RateBook,
    on: date,
    municipality_folders: Sequence[FilePath | str] = (),
    *,
    corrected_ceilings: bool = False,
) -> WhatIf:
    """Calculate every combination of the values on a date; ``document`` is the parsed source.

    ``on`` is the date of all combinations but for a variation of the date itself.

    A combination that the case file or the rules refuse is a row with its faults. Raises
    ``InputFaultsError`` for faults of the file itself, and of tables that the variations add.
    """
    case_id = _form_checked(source, document, variations)["case_id"]
    rows: list[Row] = []
    first, *others = variations
    for rest in product(*(variation.values for variation in reversed(others))):
        before: Row | None = None
        for value in first.values:
            values = (value, *reversed(rest))
            row = _row(
                source, document, variations, values, rates, on, municipality_folders,
                corrected_ceilings=corrected_ceilings,
            )  # fmt: skip
            before = replace(row, changes=tuple(changes(before, row)) if before else ())
            rows.append(before)
    return WhatIf(
        case_id=without_cpr(case_id),
        on=None if any(each.is_calculation_date for each in variations) else on,
        case_sha256=source.sha256,
        variations=variations,
        rows=tuple(rows),
    )


def _form_checked(
    source: Source, document: dict[str, Any], variations: Sequence[Variation]
) -> dict[str, Any]:
    """Give the first combination; refuse what all of them would be refused for."""
    varied = document
    for variation in variations:
        varied = variation.put(varied, variation.values[0])
    own, faults = (
        check_read(Case, Parsed(each, source.text)).faults for each in (document, varied)
    )
    of_own = {(fault.path, fault.code) for fault in own}
    of_file = [fault for fault in faults if (fault.path, fault.code) in of_own]
    if of_file:
        raise InputFaultsError(placed(of_file, source))
    if faults:
        raise InputFaultsError(replace(fault, file="--set") for fault in faults)
    return varied


def _row(
    source: Source,
    document: dict[str, Any],
    variations: Sequence[Variation],
    values: tuple[Value, ...],
    rates: RateBook,
    on: date,
    folders: Sequence[FilePath | str],
    *,
    corrected_ceilings: bool,
) -> Row:
    for variation, value in zip(variations, values, strict=True):
        document = variation.put(document, value)
        if variation.is_calculation_date and isinstance(value, date):
            on = value
    try:
        case_file = case_from_document(document, source, rates, values)
        made = calculate(case_file, rates, on, folders, corrected_ceilings=corrected_ceilings)
    except InputFaultsError as refused:
        return Row(values, {}, faults=refused.faults)
    return Row(
        values,
        {result.where: _varied(result) for result in made.results},
        tuple(dict.fromkeys(each.code for each in made.findings if each.accepted is None)),
        made.rates_sha256,
    )


def _varied(result: Result) -> Varied:
    return Varied(
        result=result._replace(lines=()),
        limits=limits(result.lines),
        units={line.id: line.unit for line in result.lines if line.id in result.amounts.all_keys()},
        rounding=next((line for line in result.lines if "step" in line.values), None),
    )


def changes(before: Row, now: Row) -> Iterator[Change]:
    """Give what decides in a combination and not in its neighbour; none beside a refused one."""
    if before.faults or now.faults:
        return
    for where in dict.fromkeys((*before.benefits, *now.benefits)):
        old, new = before.benefits.get(where), now.benefits.get(where)
        had: Mapping[str, Limit] = old.limits if old else {}
        has: Mapping[str, Limit] = new.limits if new else {}
        for step in dict.fromkeys((*had, *has)):
            if had.get(step) != has.get(step):
                yield Change(where, had.get(step), has.get(step))
        if old and new and _jumps(old.rounding, new.rounding):
            yield Change(where, None, None)


def _jumps(old: Line | None, new: Line | None) -> bool:
    """Tell whether a rounded amount changed though what it is rounded from hardly did."""
    if old is None or new is None or old.amount == new.amount:
        return False
    return 2 * abs(new.number("amount") - old.number("amount")) <= new.number("step")
