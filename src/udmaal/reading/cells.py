"""What a cell of a table says: an amount, a month, a whole number; or what to ask back."""

import re
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from udmaal.calendar_month import Month
from udmaal.money import ZERO, to_ore
from udmaal.reading.columns import heading
from udmaal.reading.numbers import written_in_thousands
from udmaal.reading.tables import Broken, Row, Value
from udmaal.reading.written import amounts_of, is_nothing, months_of

_TOTAL = re.compile(r"(i ?alt|total|sum|subtotal|samlet|tilsammen)\b.*")
_DIGITS = 9


class Asked(NamedTuple):
    """What a cell is asked back with: the code of a fault, and its values."""

    code: str
    values: dict[str, object]


def month_in(value: Value) -> Month | Asked:
    """Give the month of a cell, of a number ``202603`` alone; or what to ask back."""
    if isinstance(value, date):
        return Month.of(value)
    if value == "":
        return Asked("paid.no_month", {})
    if isinstance(value, Broken):
        return Asked("table.broken", {})
    found = months_of(value if isinstance(value, str) else whole_digits(value))
    if len(found) > 1:
        one, other = map(str, found[:2])
        return Asked("paid.month_unsure", {"found": value, "one": one, "other": other})
    return found[0] if found else Asked("paid.month", {"found": value})


def amount_in(value: Value) -> Decimal | Asked:
    """Give the amount of a cell in whole øre, or what to ask back.

    A computed amount of a spreadsheet has more decimals than it shows, and is rounded as it shows
    it; one with exactly three may be thousands.
    """
    if isinstance(value, Broken):
        return Asked("table.broken", {})
    found: tuple[Decimal, ...] = ()
    if isinstance(value, str):
        if is_nothing(value):
            return to_ore(ZERO)
        found = amounts_of(value)
    elif isinstance(value, Decimal) and value.adjusted() < _DIGITS:
        found = (value,)
    if not found:
        return Asked("paid.amount", {"found": value})
    if written_in_thousands(found[-1]):
        other = found[-1]
        return Asked("paid.amount_unsure", {"found": value, "one": 1000 * other, "other": other})
    return to_ore(found[0])


def whole_digits(value: Value) -> str:
    """Write a whole number as its digits; anything else is no text."""
    whole = isinstance(value, Decimal) and value == value.to_integral_value()
    return f"{value:.0f}" if whole else ""


def cell_at(row: Row, position: int) -> Value:
    """Give a cell by its position, from 0; a row may be shorter than its head."""
    return row.cells[position] if position < len(row.cells) else ""


def filled(row: Row) -> int:
    """Count the cells of a row up to the last that is not empty."""
    return max((number for number, cell in enumerate(row.cells, 1) if cell != ""), default=0)


def says_total(value: Value) -> bool:
    """Tell whether a cell says that its row adds up what stands above."""
    return _TOTAL.fullmatch(heading(value)) is not None
