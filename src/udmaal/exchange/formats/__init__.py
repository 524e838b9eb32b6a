"""Months of many cases for a payroll system: the rows, and the columns they are written in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from udmaal.calendar_month import Month
from udmaal.exchange.map import ExportColumn, Map
from udmaal.exchange.payroll import COLUMNS, PayRow
from udmaal.language import Language
from udmaal.output import headings
from udmaal.output.csv import decimal_cell
from udmaal.output.document import amount_text


@dataclass(frozen=True, slots=True)
class Export:
    """The rows of a period; ``columns`` are those of a map, none without one."""

    first: Month
    last: Month
    rows: tuple[PayRow, ...]
    columns: tuple[ExportColumn, ...] = ()

    def head(self, language: Language) -> list[str]:
        """Give the headings: the map's, or the columns' own names."""
        if self.columns:
            return [each.heading for each in self.columns]
        return [COLUMNS[each.heading].in_(language) for each in _own_columns()]

    def cells(self, row: PayRow, language: Language) -> Iterator[str]:
        """Give the cells of a row as a CSV of the language has them."""
        for value in self.values(row, language):
            is_amount = isinstance(value, Decimal)
            yield decimal_cell(amount_text(value) or "", language) if is_amount else str(value)

    def values(self, row: PayRow, language: Language) -> Iterator[str | Decimal]:
        """Give the texts and amounts of a row; an amount that the map has a word for as that."""
        for column in self.columns or _own_columns():
            if column.key is None:
                yield column.value or ""
            elif column.key in row.amounts:
                amount = row.amounts[column.key]
                yield column.values.get(amount_text(amount) or "", amount)
            else:
                text = row.texts[column.key]
                said = column.values.get(text)
                yield said if said is not None else self._named(column.key, row, language)

    def _named(self, key: str, row: PayRow, language: Language) -> str:
        """Write a text; a benefit by its name, and its rules with it."""
        if key == "benefit":
            return headings.name_of(row.texts["benefit"], row.texts["rules"] or None, language)
        return row.texts[key]


def _own_columns() -> Sequence[ExportColumn]:
    # The name of a benefit says by which rules it is.
    return [ExportColumn(heading=key, key=key) for key in COLUMNS if key != "rules"]


def columns_of(read: Map) -> tuple[ExportColumn, ...]:
    """Give the columns of a map's export.

    Where it names none, they are all of them, and what the list has too, the case and the parent,
    is headed and worded as there.
    """
    if read.export:
        return read.export
    found = []
    for key in (each.heading for each in _own_columns()):
        names = {"case_id": "case_id", "parent": "lost_earnings.parent"}
        same = next((each for each in read.column if each.key == names.get(key)), None)
        head = same.heading if same else COLUMNS[key].da
        back = {str(value): text for text, value in same.values.items()} if same else {}
        found.append(ExportColumn(heading=head, key=key, values=back))
    return tuple(found)
