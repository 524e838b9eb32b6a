"""Tables out of files, cell by cell with their places: CSV of any kind, xlsx and ods.

What a file is, its bytes tell, never its name. A text may be separated by tab, semicolon or comma,
and be UTF-8, UTF-16 with its mark, or Windows-1252, as a Danish spreadsheet program saves it.
"""

import csv
import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from udmaal.faults import Cell, Fault, InputFaultsError
from udmaal.reading.source import BOM, MAX_BYTES, UTF16_MARKS, read_bytes, too_large

MAX_WORKBOOK_BYTES = 8 << 20
WORKBOOK_SUFFIXES = frozenset({".xlsx", ".ods"})

_ZIP = b"PK\x03\x04"
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Its list of streams names the one that holds an encrypted workbook.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# A row of its own above the table that tells spreadsheet programs the separator.
_SEPARATOR_ROW = re.compile(r"sep=([;,\t|])", re.IGNORECASE)
# More rows tell nothing new about the separator.
_ROWS_TO_TELL = 200
_LINE_END = re.compile(r"\r\n|\r|\n")


class Bounds(NamedTuple):
    """The most rows of a sheet, and the most bytes of a text."""

    rows: int
    text: int


OF_A_CASE = Bounds(10_000, MAX_BYTES)
# A month of each case of a large municipality over ten years.
OF_MANY_CASES = Bounds(500_000, 64 << 20)


class Broken(Enum):
    """What stands in a cell whose formula gives an error, or was never calculated."""

    BROKEN = "broken"


Value = str | Decimal | date | Broken
"""A text without blanks around it, empty where the cell is; a number; a date of a spreadsheet."""


class Row(NamedTuple):
    """A row: its number in the sheet, of a text the line it begins on, and its cells."""

    number: int
    cells: tuple[Value, ...]


class Sheet(NamedTuple):
    """The rows of a sheet that have anything in them; a text is one sheet without a name."""

    name: str
    rows: tuple[Row, ...]

    def cell(self, row: Row, position: int) -> Cell:
        """Give the place of a cell by its position in the row, from 0."""
        return Cell(self.name, row.number, position + 1)


@dataclass(frozen=True, slots=True)
class TableFile:
    """A file of sheets; ``lines`` and ``separator`` are those of a text."""

    name: str
    sha256: str
    sheets: tuple[Sheet, ...]
    lines: tuple[str, ...] = ()
    separator: str = ""

    def fault(self, code: str, cell: Cell | None = None, **values: object) -> Fault:
        """Make a fault of this file, at a cell where there is one."""
        if cell is None or not self.lines:
            return Fault(code, (), values, self.name, cell=cell)
        text = self.lines[cell.row - 1]
        starts = _starts(text, self.separator)
        column = starts[cell.column - 1] if cell.column <= len(starts) else 1
        return Fault(code, (), values, self.name, cell.row, column, text, cell)


def read_tables(path: Path | str, most: Bounds = OF_A_CASE) -> TableFile:
    """Read the sheets of a file (``-``: standard input).

    Raises ``InputFaultsError`` for a file that cannot be opened, is too large (``most``, a workbook
    8 MiB), is no table, is encrypted, has macros, or needs a library that is not installed.
    """
    return tables_from_bytes(str(path), read_bytes(path, max(MAX_WORKBOOK_BYTES, most.text)), most)


def tables_from_bytes(name: str, data: bytes, most: Bounds = OF_A_CASE) -> TableFile:
    """Read the sheets of bytes that were read elsewhere; raises as ``read_tables``."""
    if data.startswith(_OLD_WORKBOOK):
        code = "table.encrypted" if _ENCRYPTED in data else "table.old"
        raise InputFaultsError([Fault(code, file=name)])
    sha256 = hashlib.sha256(data).hexdigest()
    if data.startswith(_ZIP):
        from udmaal.reading.workbook import sheets_of  # noqa: PLC0415 - a text needs no library

        if len(data) > MAX_WORKBOOK_BYTES:
            raise InputFaultsError([too_large(name, MAX_WORKBOOK_BYTES)])
        return TableFile(name, sha256, sheets_of(name, data, most.rows))
    if len(data) > most.text:
        raise InputFaultsError([too_large(name, most.text)])
    lines = tuple(_LINE_END.split(_text(name, data)))
    separator = _separator(lines)
    rows = tuple(_rows(name, lines, separator))
    if not rows:
        raise InputFaultsError([Fault("table.empty", file=name)])
    return TableFile(name, sha256, (sheet_of(name, "", rows, most.rows),), lines, separator)


def sheet_of(file: str, name: str, rows: tuple[Row, ...], most: int) -> Sheet:
    """Make a sheet of its rows; raises ``InputFaultsError`` where it has more than ``most``."""
    if len(rows) > most:
        raise InputFaultsError([Fault("table.rows", values={"most": most}, file=file)])
    return Sheet(name, rows)


def _text(name: str, data: bytes) -> str:
    """Decode a text as spreadsheet programs save it."""
    if data.startswith(UTF16_MARKS):
        encodings = ["utf-16"]
    else:
        data = data.removeprefix(BOM)
        encodings = ["utf-8", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise InputFaultsError([Fault("table.no_text", file=name)])


def _separator(lines: Sequence[str]) -> str:
    """Give what parts most rows into as many cells each: tab before semicolon before comma.

    A comma also stands in Danish amounts, and a semicolon in remarks, but not as often in each row.
    """
    if stated := _SEPARATOR_ROW.fullmatch(lines[0].strip()):
        return stated[1]
    filled = list(islice(filter(str.strip, lines), _ROWS_TO_TELL))

    def alike(separator: str) -> int:
        widths = Counter(len(_starts(line, separator)) for line in filled)
        return max((number for width, number in widths.items() if width > 1), default=0)

    return max("\t;,", key=alike)


def _rows(name: str, lines: Sequence[str], separator: str) -> Iterator[Row]:
    reader = csv.reader(lines, delimiter=separator)
    before = 0
    try:
        for cells in reader:
            number, before = before + 1, reader.line_num
            row = Row(number, tuple(cell.strip() for cell in cells))
            if any(row.cells) and not (number == 1 and _SEPARATOR_ROW.fullmatch(lines[0].strip())):
                yield row
    except csv.Error:
        line = reader.line_num
        text = lines[line - 1] if line else None
        raise InputFaultsError([Fault("table.row", (), {}, name, line or None, 1, text)]) from None


def _starts(line: str, separator: str) -> list[int]:
    """Give where the cells of a line begin, from 1."""
    starts, quoted = [1], False
    for place, sign in enumerate(line, 1):
        if sign == '"':
            quoted = not quoted
        elif sign == separator and not quoted:
            starts.append(place + 1)
    return starts
