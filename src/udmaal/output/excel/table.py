"""A flat sheet: a title, headings, rows that can be sorted and filtered, and notes below."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from udmaal.language import Language
from udmaal.output.excel.workbook import WIDTHS, Book, Cell, ColumnKind, book_to

_HEAD = 2
# A sheet has 2^20 rows; some are left for notes.
_LAST_ROW = 1_048_000


class Column(NamedTuple):
    """A column of a flat sheet: heading, what stands in it, and a width of its own, in signs."""

    heading: str
    kind: ColumnKind = "text"
    width: int | None = None


class Table(NamedTuple):
    """What stands on a flat sheet; ``name`` is that of its tab.

    A cell of a row is a text, a number, a day or a month; ``None`` leaves it empty. A text stands
    as it is in a column of any kind. Notes stand below the rows.
    """

    name: str
    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Cell]]
    notes: Sequence[str] = ()


class OpenTable:
    """A flat sheet whose rows come one after the other, as where a workbook keeps none."""

    def __init__(self, book: Book, name: str, title: str, columns: Sequence[Column]) -> None:
        self._book = book
        self._name = name
        self._title = title
        self._columns = columns
        self._widths = [each.width or WIDTHS[each.kind] for each in columns]
        self._open()

    def _open(self) -> None:
        """Begin a sheet with title and headings."""
        book = self._book
        self._sheet = book.sheet(self._name, self._widths)
        book.write(self._sheet, 0, 0, self._title, look="title")
        book.fit(self._sheet, _HEAD, [each.heading for each in self._columns], self._widths)
        for place, column in enumerate(self._columns):
            kind = column.kind
            book.write(self._sheet, _HEAD, place, column.heading, kind=kind, look="heading")
        self._sheet.freeze_panes(_HEAD + 1, 0)
        self._sheet.repeat_rows(_HEAD)
        self._next = _HEAD + 1

    def add(self, row: Sequence[Cell], look: str = "cell") -> None:
        """Write the next row; on a further sheet, where this one is full."""
        if self._next > _LAST_ROW:
            self.close()
            self._open()
        self._book.fit(self._sheet, self._next, row, self._widths)
        for place, (column, value) in enumerate(zip(self._columns, row, strict=True)):
            self._book.write(self._sheet, self._next, place, value, kind=column.kind, look=look)
        self._next += 1

    def close(self, notes: Sequence[str] = ()) -> None:
        """Let the rows be filtered, and write the notes."""
        self._sheet.autofilter(_HEAD, 0, max(self._next - 1, _HEAD), len(self._columns) - 1)
        self._book.notes(self._sheet, self._next + 1, notes, self._widths)


def add_table(book: Book, table: Table) -> None:
    """Add a flat sheet to a workbook."""
    opened = OpenTable(book, table.name, table.title, table.columns)
    for row in table.rows:
        opened.add(row)
    opened.close(table.notes)


def write_tables(tables: Iterable[Table], language: Language, output: Path | None) -> None:
    """Write a workbook of flat sheets to a file or to standard output.

    Raises ``InputFaultsError`` as ``output.write.write_bytes``.
    """
    with book_to(output, language) as book:
        for table in tables:
            add_table(book, table)
