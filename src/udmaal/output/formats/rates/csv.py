"""Rates as CSV."""

from pathlib import Path

from udmaal.language import Language
from udmaal.output import write as files
from udmaal.output.csv import csv_rows, decimal_cell
from udmaal.output.formats.rates import RateList
from udmaal.output.rate_tables import COLUMNS, SOURCE


def write(listed: RateList, language: Language, output: Path | None) -> None:
    """Write one row per rate."""
    head = [column.in_(language) for column in (*COLUMNS, SOURCE)]
    rows = (
        [rate.key, rate.effective.isoformat(), decimal_cell(rate.text, language), rate.unit,
         rate.status, rate.source]
        for rate in listed.rates
    )  # fmt: skip
    files.write(csv_rows([head, *rows], language), output)
