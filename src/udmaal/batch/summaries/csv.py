"""The summary as CSV: a row for each benefit."""

from pathlib import Path
from typing import Any

from udmaal.language import Language
from udmaal.output import write as files
from udmaal.output.batch_summary import CHANGES, TOTALS, changes_rows, totals_rows, written
from udmaal.output.csv import csv_rows, decimal_cell


def write(summary: dict[str, Any], language: Language, output: Path | None) -> None:
    """Write the sums, after a comparison what changed too."""
    compares = "changes" in summary
    heads = CHANGES if compares else TOTALS
    rows = changes_rows(summary, language) if compares else totals_rows(summary, language)
    cells = (written(row, lambda amount: decimal_cell(str(amount), language)) for row in rows)
    table = [[head.in_(language) for head in heads], *cells]
    files.write(csv_rows(table, language), output)
