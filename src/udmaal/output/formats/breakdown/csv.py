"""The breakdown as CSV: all lines of all cases in one table."""

from pathlib import Path

from udmaal.language import Language
from udmaal.output import write as files
from udmaal.output.csv import csv_rows, line_columns, line_rows, with_known
from udmaal.output.formats.breakdown import Breakdowns


def write(breakdowns: Breakdowns, language: Language, output: Path | None) -> None:
    """Write one row per line."""
    rows = (row for breakdown in breakdowns.cases for row in line_rows(breakdown, None, language))
    known = breakdowns.cases[0].known  # one option for all cases
    table = with_known(line_columns(language), rows, known, language)
    files.write(csv_rows(table, language), output)
