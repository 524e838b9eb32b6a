"""A case with varied inputs as a workbook for Excel: a row per combination."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from udmaal.language import Language, Text
from udmaal.output import headings
from udmaal.text.faults import problem
from udmaal.text.limits import limit_text
from udmaal.what_if.combinations import Row, WhatIf
from udmaal.what_if.formats.table import DECIDED_BY, amount_label
from udmaal.what_if.words import change_text, input_name, title, value_text

if TYPE_CHECKING:
    from udmaal.output.excel.workbook import Cell, ColumnKind

BINARY = True
NEEDS = ("xlsxwriter", "excel")

_NAME = Text("Hvad hvis", "What if")
_CHANGES = Text("Skifter her", "Changes here")
_REFUSED = Text("Afvist", "Refused")
_NOTE = Text(
    "Hver række er sagen beregnet med rækkens værdier; sagsfilen er ikke ændret.",
    "Each row is the case calculated with the values of the row; the case file is not changed.",
)
_WIDE = 40


def write(found: WhatIf, language: Language, output: Path | None) -> None:
    """Write one row per combination with every amount and what decides it."""
    from udmaal.output.excel.table import Column, Table, write_tables  # noqa: PLC0415 - an extra

    keys = [(where, key) for where in found.benefits() for key in found.amounts(where)]
    columns = [
        Column(input_name(each, language), _kind_of_input(each.values), 22)
        for each in found.variations
    ]
    for where, key in keys:
        benefit = headings.benefit_name(found.benefits()[where].result, language)
        name = f"{benefit}: {amount_label(key, language)}"
        columns.append(Column(name, _kind_of_amount(found, where, key), 18))
    columns += [
        Column(heading.in_(language), width=_WIDE)
        for heading in (DECIDED_BY, _CHANGES, headings.FOUND, _REFUSED)
    ]
    rows = (tuple(_cells(row, keys, language)) for row in found.rows)
    table = Table(_NAME.in_(language), title(found, language), columns, rows, [_NOTE.in_(language)])
    write_tables([table], language, output)


def _cells(row: Row, keys: Sequence[tuple[str, str]], language: Language) -> "Iterator[Cell]":
    for value in row.values:
        yield value_text(value, language) if isinstance(value, str | bool) else value
    for where, key in keys:
        yield row.amount(where, key)
    limits = (limit for varied in row.benefits.values() for limit in varied.limits.values())
    yield "; ".join(limit_text(limit, language) for limit in limits)
    yield "; ".join(change_text(change, language) for change in row.changes)
    yield " ".join(row.findings)
    yield "; ".join(problem(fault, language) for fault in row.faults)


def _kind_of_input(values: Sequence[object]) -> "ColumnKind":
    if all(isinstance(value, date) for value in values):
        return "date"
    if all(isinstance(value, int | Decimal) for value in values):
        return "number"
    return "text"


def _kind_of_amount(found: WhatIf, where: str, key: str) -> "ColumnKind":
    amounts = [row.amount(where, key) for row in found.calculated]
    if any(isinstance(amount, date) for amount in amounts):
        return "date"
    if any(isinstance(amount, str) for amount in amounts):
        return "text"
    unit = found.unit(where, key)
    return "kroner" if not unit or unit.startswith("DKK") else "number"
