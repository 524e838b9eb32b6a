"""A comparison as a workbook for Excel: a row for each amount, line and fact."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from udmaal.language import Language, Text
from udmaal.side_by_side.compare import Comparisons
from udmaal.side_by_side.rows import COLUMNS, Row, rows
from udmaal.side_by_side.words import title

if TYPE_CHECKING:
    from udmaal.output.excel.workbook import Cell, ColumnKind

BINARY = True
NEEDS = ("xlsxwriter", "excel")

_NAME = Text("Side om side", "Side by side")
_WIDTHS = {
    "case_id": 22, "benefit": 36, "parent": 10, "kind": 10, "label": 36, "unit": 10,
    "formula_before": 36, "formula_after": 36, "cause": 60,
}  # fmt: skip
_SIDES = ("before", "after")


def write(found: Comparisons, language: Language, output: Path | None) -> None:
    """Write all comparisons on one sheet, in the columns of the CSV."""
    from udmaal.output.excel.table import Column, Table, write_tables  # noqa: PLC0415 - an extra

    dated = not any(each.of_two_files for each in found)
    columns = [
        Column(
            text.in_(language).replace("_", " ").capitalize(),
            _kind(name, dated=dated),
            _WIDTHS.get(name),
        )
        for name, text in zip(Row._fields, COLUMNS, strict=True)
    ]
    cells = (tuple(_cells(row, dated=dated)) for row in rows(found, language))
    table = Table(_NAME.in_(language), title(found[0], language), columns, cells)
    write_tables([table], language, output)


def _kind(name: str, *, dated: bool) -> "ColumnKind":
    if name in _SIDES and dated:
        return "date"
    return "kroner" if Row.__annotations__[name] is not str else "text"


def _cells(row: Row, *, dated: bool) -> "Iterator[Cell]":
    for name, value in row._asdict().items():
        yield date.fromisoformat(value) if dated and name in _SIDES else value
