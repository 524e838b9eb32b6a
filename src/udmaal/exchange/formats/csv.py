"""The months as CSV, in the form of the language."""

from pathlib import Path

from udmaal.exchange.formats import Export
from udmaal.language import Language
from udmaal.output import write as files
from udmaal.output.csv import csv_rows


def write(export: Export, language: Language, output: Path | None) -> None:
    """Write a row a month of each person and benefit."""
    rows = (export.cells(row, language) for row in export.rows)
    files.write(csv_rows([export.head(language), *rows], language), output)
