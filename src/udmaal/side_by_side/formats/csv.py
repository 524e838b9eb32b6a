"""A comparison as CSV: a row for each amount, line and fact."""

from decimal import Decimal
from pathlib import Path

from udmaal.language import Language
from udmaal.output import write as files
from udmaal.output.csv import csv_rows, decimal_cell, with_known
from udmaal.output.document import amount_text
from udmaal.side_by_side.compare import Comparisons
from udmaal.side_by_side.rows import COLUMNS, Row, rows


def write(found: Comparisons, language: Language, output: Path | None) -> None:
    """Write all comparisons as one table."""
    head = [column.in_(language) for column in COLUMNS]
    cells = (_cells(row, language) for row in rows(found, language))
    files.write(csv_rows(with_known(head, cells, found[0].known, language), language), output)


def _cells(row: Row, language: Language) -> list[str]:
    return [
        decimal_cell(amount_text(cell) or "", language) if isinstance(cell, Decimal) else cell or ""
        for cell in row
    ]
