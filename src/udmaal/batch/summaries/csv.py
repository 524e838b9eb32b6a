"""The summary as CSV: a row for each benefit."""

from pathlib import Path
from typing import Any

from udmaal.language import Language
from udmaal.output import write as files
from udmaal.output.batch_summary import sums_table, written
from udmaal.output.csv import csv_rows, decimal_cell


def write(summary: dict[str, Any], language: Language, output: Path | None) -> None:
    """Write the sums, after a comparison what changed too."""
    heads, rows = sums_table(summary, language)
    cells = (written(row, lambda amount: decimal_cell(str(amount), language)) for row in rows)
    table = [[head.in_(language) for head in heads], *cells]
    files.write(csv_rows(table, language), output)
