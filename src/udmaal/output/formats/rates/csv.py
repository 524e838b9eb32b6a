"""Rates as CSV; values are words of the language, as its heads are."""

from pathlib import Path

from udmaal.language import Language
from udmaal.output import headings
from udmaal.output import write as files
from udmaal.output.csv import csv_rows, decimal_cell
from udmaal.output.formats.rates import RateList
from udmaal.output.rate_tables import COLUMNS, SOURCE
from udmaal.rates.book import Period, Rate
from udmaal.text.terms import TERMS, UNITS


def write(listed: RateList, language: Language, output: Path | None) -> None:
    """Write one row per rate."""
    head = [column.in_(language) for column in (*COLUMNS, SOURCE)]
    rows = (
        [rate.key, rate.effective.isoformat(), _value(rate, language),
         UNITS[rate.unit].in_(language), TERMS[rate.status].in_(language), rate.source_in(language)]
        for rate in listed.rates
    )  # fmt: skip
    files.write(csv_rows([head, *rows], language), output)


def _value(rate: Rate, language: Language) -> str:
    """Write the digits of the file, a period in words."""
    if isinstance(rate.value, Period):
        return headings.rate_number(rate, language)
    return decimal_cell(rate.text, language)
