"""Every line as a spreadsheet formula, calculated by a program that is not ours, is its amount."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

import pytest

from conftest import EXAMPLES, case_of, example_date, table
from spreadsheet_program import calculated, missing
from udmaal.api import calculate, make_ledger, read_case
from udmaal.breakdown import Line
from udmaal.calendar_month import Month
from udmaal.faults import InputFaultsError
from udmaal.law.benefits import kinds_by_id
from udmaal.ledger import BenefitLedger, CourseLedger
from udmaal.lines.cells import addresses, cell_formula
from udmaal.rates.book import RateBook

pytestmark = pytest.mark.skipif(missing() is not None, reason=str(missing()))

ORE = Decimal("0.01")
TODAY = date(2026, 11, 21)


class Written(NamedTuple):
    """Lines that stand below one another on a sheet, from a row on."""

    name: str
    lines: Sequence[Line]

    first: int = 1

    def formulas(self) -> Iterator[tuple[Line, str, str]]:
        """Give each line with its cell and its formula."""
        known = addresses(self.lines, "B", self.first)
        for line in self.lines:
            yield line, known[id(line)], cell_formula(line, lambda line: known.get(id(line)))


def _of_examples(book: RateBook) -> Iterator[Written]:
    for path in EXAMPLES:
        case = read_case(path, book)
        breakdown = calculate(case, book, date.fromisoformat(example_date(path)))
        for result in breakdown.results:
            yield Written(f"{path.stem} {result.where}", result.lines)
        yield from _of_months(path.stem, make_ledger(case, book, today=TODAY).courses)
        others = make_ledger(case, book, last=Month(2026, 12), today=TODAY).others
        yield from _of_months(path.stem, others)


def _of_months(name: str, ledgers: Iterable[CourseLedger | BenefitLedger]) -> Iterator[Written]:
    for ledger in ledgers:
        for month in ledger.months:
            yield Written(f"{name} {ledger.where} {month.month}", month.lines)


def _of_tables(book: RateBook) -> Iterator[Written]:
    for number, row in enumerate((*table("amounts"), *table("pages"))):
        if "level" in row:
            continue
        try:
            breakdown = calculate(case_of(row["case"], book), book, row["on"])
        except InputFaultsError:
            continue
        for result in breakdown.results:
            yield Written(f"{number} {row['says']} {result.where}", result.lines)


class Cell(NamedTuple):
    """A line in its cell."""

    name: str
    line: Line
    address: str
    formula: str


@pytest.fixture(scope="module")
def cells(book: RateBook) -> list[Cell]:
    found: list[Cell] = []
    for each in (*_of_examples(book), *_of_tables(book)):
        placed = each._replace(first=len(found) + 1)
        found += (Cell(each.name, *formula) for formula in placed.formulas())
    return found


def test_every_line_as_a_formula_comes_to_its_amount(cells: list[Cell]) -> None:
    values = calculated({"lines": {cell.address: cell.formula for cell in cells}})["lines"]
    wrong = [
        f"{cell.name}: {cell.line.id} {cell.formula} = {values[cell.address]}, {cell.line.amount}"
        for cell in cells
        if _to_ore(values[cell.address]) != cell.line.amount.quantize(ORE)
    ]
    assert wrong == []


def _to_ore(value: Decimal | str) -> Decimal | str:
    return value.quantize(ORE, ROUND_HALF_UP) if isinstance(value, Decimal) else value


def test_formulas_stand_over_the_cells_of_other_lines(cells: list[Cell]) -> None:
    """Most are made of lines above them; a formula of numbers alone would never be wrong."""
    over_cells = {cell.line.id for cell in cells if re.search(r"B\d", cell.formula)}
    assert {"regulation", "claim", "gross", "pension", "before_tax", "municipality_cost"} <= (
        over_cells
    )
    met = {cell.line.id for cell in cells}
    assert len(over_cells) > len(met) / 2
    assert len(met) > len(kinds_by_id()) * 0.9
