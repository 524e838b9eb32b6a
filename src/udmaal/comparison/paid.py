"""Read what was actually paid: a CSV of months, Danish or English."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from udmaal.calendar_month import Month
from udmaal.faults import Fault, InputFaultsError
from udmaal.ledger import Paid
from udmaal.reading.source import Source, read_source
from udmaal.reading.written import written_amount
from udmaal.shown import without_cpr

_COLUMNS = {
    "month": ("month", "måned", "maaned"),
    "gross": ("gross", "brutto", "bruttoydelse"),
    "pension": ("pension",),
    "holiday": ("holiday", "ferie", "feriepenge", "ferietillæg"),
    "parent": ("parent", "forælder", "foraelder"),
}
_REQUIRED = ("month", "gross", "pension", "holiday")

_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})", re.ASCII)
_MONTH_FIRST = re.compile(r"(\d{1,2})[-/.](\d{4})", re.ASCII)


class PaidMonth(NamedTuple):
    """One row: month, parent (empty where the file has no such column), amounts, line."""

    month: Month
    parent: str
    amounts: Paid
    line: int


class PaidFile(NamedTuple):
    """The rows of a file and the text they were read from."""

    rows: tuple[PaidMonth, ...]
    source: Source


@dataclass(slots=True)
class _Reader:
    """Reads rows and collects every fault with its line."""

    name: str
    lines: list[str]
    faults: list[Fault]

    def fault(self, code: str, line: int, **values: str | int) -> None:
        text = self.lines[line - 1]
        self.faults.append(Fault(code, (), values, self.name, line, 1, text))

    def rows(self) -> Iterator[PaidMonth]:
        lines = self.lines
        separator = max(";,\t", key=lines[0].count)
        reader = csv.reader(lines, delimiter=separator)
        head = [cell.strip().lower() for cell in next(reader)]
        places = {
            name: head.index(word)
            for name, words in _COLUMNS.items()
            for word in words
            if word in head
        }
        missing = [name for name in _REQUIRED if name not in places]
        if missing:
            self.fault("paid.header", 1, missing=", ".join(missing))
            return
        for cells in reader:
            line = reader.line_num
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(head):
                self.fault("paid.cells", line, found=len(cells), wanted=len(head))
                continue
            given = {name: cells[place].strip() for name, place in places.items()}
            row = self._row(given, line)
            if row is not None:
                yield row

    def _row(self, given: dict[str, str], line: int) -> PaidMonth | None:
        month = _month(given["month"])
        if month is None:
            self.fault("paid.month", line, found=given["month"])
        amounts = []
        for name in ("gross", "pension", "holiday"):
            amount = written_amount(given[name] or "0.00")
            if amount is None:
                self.fault("paid.amount", line, found=given[name])
            else:
                amounts.append(amount)
        if month is None or len(amounts) < len(Paid._fields):
            return None
        # The ledger it is held against shows no CPR number either.
        return PaidMonth(month, without_cpr(given.get("parent", "")), Paid(*amounts), line)


def read_paid(path: Path | str) -> PaidFile:
    """Read the rows of a file; raises ``InputFaultsError`` with every bad row and its line."""
    return paid_from_source(read_source(path))


def paid_from_source(source: Source) -> PaidFile:
    """Read the rows of a text that was read already; raises as ``read_paid``."""
    reader = _Reader(source.name, source.text.splitlines(), [])
    try:
        rows = list(reader.rows())
    except csv.Error as error:
        raise InputFaultsError([source.fault("toml.syntax", message=str(error))]) from None
    seen: set[tuple[Month, str]] = set()
    for row in rows:
        if (row.month, row.parent) in seen:
            reader.fault("paid.twice", row.line, month=str(row.month))
        seen.add((row.month, row.parent))
    if reader.faults:
        raise InputFaultsError(reader.faults)
    return PaidFile(tuple(rows), source)


def _month(text: str) -> Month | None:
    if found := _YEAR_FIRST.fullmatch(text):
        year, month = int(found[1]), int(found[2])
    elif found := _MONTH_FIRST.fullmatch(text):
        year, month = int(found[2]), int(found[1])
    else:
        return None
    try:
        return Month.parse(f"{year:04d}-{month:02d}")
    except ValueError:
        return None
