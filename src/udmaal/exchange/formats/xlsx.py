"""The months as a workbook for Excel: a row a month of each person and benefit."""

from decimal import Decimal
from pathlib import Path

from udmaal.exchange.formats import Export
from udmaal.language import Language, Text
from udmaal.text import numbers

BINARY = True
NEEDS = ("xlsxwriter", "excel")

_NAME = Text("Udbetalinger", "Payments")
_TITLE = Text("Til udbetaling, {first} til {last}", "To be paid, {first} to {last}")
_WIDTH, _WIDE = 14, 26


def write(export: Export, language: Language, output: Path | None) -> None:
    """Write one sheet in the columns of the CSV, the amounts as numbers."""
    from udmaal.output.excel.table import Column, Table, write_tables  # noqa: PLC0415 - an extra

    rows = [tuple(export.values(row, language)) for row in export.rows]
    columns = []
    for place, heading in enumerate(export.head(language)):
        is_amount = any(isinstance(row[place], Decimal) for row in rows)
        columns.append(
            Column(heading, "kroner", _WIDTH) if is_amount else Column(heading, width=_WIDE)
        )
    first, last = (numbers.month(str(each), language) for each in (export.first, export.last))
    title = _TITLE.in_(language).format(first=first, last=last)
    write_tables([Table(_NAME.in_(language), title, columns, rows)], language, output)
