"""The flat table of a batch: typed columns, so that each format writes a value in its own way."""

from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from udmaal.language import Language, Text
from udmaal.output.csv import decimal_cell
from udmaal.output.document import amount_text

Cell = str | Decimal | int | date | None


class Column(NamedTuple):
    """A column: its head, and what its cells hold, kroner as exact decimals."""

    head: Text
    kind: Literal["text", "kroner", "count", "day"] = "text"


def cell_text(cell: Cell, language: Language) -> str:
    """Write a cell as text, amounts with the decimal sign of the language."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, Decimal):
        return decimal_cell(amount_text(cell) or "", language)
    return "" if cell is None else str(cell)
