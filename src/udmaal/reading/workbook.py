"""Sheets out of a workbook, xlsx or ods, by python-calamine.

A workbook is a zip of XML, and either can be made so that a small file fills all memory. So it is
unpacked here first, within bounds, and the library reads nothing but what was looked at: the parts
of XML, their sizes held to what they say, and the cells counted. The look also finds the cells of
which the library gives nothing at all, where a formula has an error or no value yet: nothing paid
is another thing.
"""

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from itertools import product
from typing import Any
from xml.etree import ElementTree as ET

from udmaal.faults import Fault, InputFaultsError
from udmaal.reading.tables import Broken, Row, Sheet, Value, sheet_of

MAX_UNPACKED_BYTES = 32 << 20
MAX_PARTS = 2000
# Of the rectangle from the first cell to the last, empty ones too; and of all texts in it.
MAX_CELLS = 1_000_000
MAX_SIGNS = 64 << 20

_BOOK, _CONTENT, _OLD_BOOK = "xl/workbook.xml", "content.xml", "xl/workbook.bin"
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})", re.ASCII)
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_EXTENDED = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_OTHER_ENCODING = re.compile(
    rb"\s*<\?xml[^>]*encoding\s*+=\s*+(?!.utf-8.)|\xfe\xff|\xff\xfe", re.IGNORECASE
)
_UNREADABLE = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, ET.ParseError,
    EOFError, OSError, ValueError, LookupError, NotImplementedError, RuntimeError,
)  # fmt: skip


@dataclass(slots=True)
class _Look:
    """What was seen of a sheet: its last row and column, its broken cells, and its signs."""

    rows: int = 0
    columns: int = 0
    signs: int = 0
    broken: set[tuple[int, int]] = field(default_factory=set)

    def saw(self, row: int, column: int, signs: int = 0) -> None:
        self.rows, self.columns = max(self.rows, row), max(self.columns, column)
        self.signs += signs
        if self.rows * self.columns > MAX_CELLS or self.signs > MAX_SIGNS:
            raise _TooLargeError


class _TooLargeError(Exception):
    """A sheet has more cells or signs than are read."""


class _RefusedError(Exception):
    """A workbook is of a kind that is not read; its argument is the code of the fault."""


def sheets_of(name: str, data: bytes, most_rows: int) -> tuple[Sheet, ...]:
    """Give the sheets that can be seen and have anything in them; raises as ``read_tables``."""
    code = "table.unreadable"
    try:
        parts = _unpacked(data)
        looks = _looks(parts)
        sheets = tuple(_read(name, _packed(parts), looks, most_rows))
    except _TooLargeError:
        code = "table.too_large"
    except _RefusedError as refused:
        code = str(refused)
    except ImportError:
        code = "table.library"
    except _UNREADABLE:
        pass
    else:
        if sheets:
            return sheets
        code = "table.empty"
    raise InputFaultsError([Fault(code, file=name)])


def _unpacked(data: bytes) -> dict[str, bytes]:
    """Give the parts a sheet is made of; a size that is not what the zip says is refused by it."""
    with zipfile.ZipFile(BytesIO(data)) as packed:
        entries = packed.infolist()
        names = {entry.filename for entry in entries}
        if len({name.casefold() for name in names}) < len(entries):
            raise _RefusedError("table.unreadable")  # the library might read the other one
        if len(entries) > MAX_PARTS or sum(each.file_size for each in entries) > MAX_UNPACKED_BYTES:
            raise _TooLargeError
        if any(entry.flag_bits & 1 for entry in entries):
            raise _RefusedError("table.encrypted")
        if any(each.endswith("vbaProject.bin") or each.startswith("Basic/") for each in names):
            raise _RefusedError("table.macros")
        if _OLD_BOOK in names:
            raise _RefusedError("table.old")
        kept = [each for each in names if each.endswith((".xml", ".rels")) or each == "mimetype"]
        parts = {each: packed.read(each) for each in sorted(kept)}
    if any(_OTHER_ENCODING.match(part) or b"<!DOCTYPE" in part for part in parts.values()):
        raise _RefusedError("table.unreadable")
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise _RefusedError("table.encrypted")
    if _BOOK not in parts and _CONTENT not in parts:
        raise _RefusedError("table.no_workbook")
    return parts


def _packed(parts: dict[str, bytes]) -> BytesIO:
    """Pack what was looked at, and nothing else, for the library."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    file.seek(0)
    return file


def _looks(parts: dict[str, bytes]) -> dict[str, _Look]:
    """Look through all sheets, by name."""
    if _BOOK not in parts:
        return dict(_looks_of_ods(parts[_CONTENT]))
    longest = max(map(len, parts.get("xl/sharedStrings.xml", b"").split(b"</si>")))
    return {name: _look_of_xlsx(parts[part], longest) for name, part in _parts_of(parts)}


def _parts_of(parts: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """Give the name of each sheet of cells with the part that holds it."""
    relations = ET.fromstring(parts["xl/_rels/workbook.xml.rels"])
    targets = {each.get("Id"): each.get("Target", "") for each in relations}
    for element in ET.fromstring(parts[_BOOK]).iter():
        if _local(element) == "sheet":
            target = posixpath.normpath(posixpath.join("/xl", targets[element.get(_RELATION)]))
            if "/worksheets/" in target:
                yield element.get("name", ""), target.lstrip("/")


def _look_of_xlsx(part: bytes, longest: int) -> _Look:
    look = _Look()
    row = column = 0
    for event, element in ET.iterparse(BytesIO(part), ("start", "end")):
        kind = _local(element)
        if event == "start" and kind == "row":
            row, column = int(element.get("r") or row + 1), 0
        if event == "start" or kind != "c":
            continue
        if found := _REFERENCE.fullmatch(element.get("r") or ""):
            row, column = int(found[2]), _column(found[1])
        else:
            column += 1
        inside = {_local(each): each.text or "" for each in element}
        of_kind = element.get("t")
        not_calculated = "f" in inside and not inside.get("v") and of_kind != "str"
        look.saw(row, column, longest if of_kind == "s" else 0)
        if of_kind == "e" or not_calculated:
            look.broken.add((row, column))
        element.clear()
    return look


def _looks_of_ods(part: bytes) -> Iterator[tuple[str, _Look]]:
    name, look, row = "", _Look(), 0
    for event, element in ET.iterparse(BytesIO(part), ("start", "end")):
        if element.tag == f"{_TABLE}table" and event == "start":
            name, look, row = element.get(f"{_TABLE}name", ""), _Look(), 0
        elif element.tag == f"{_TABLE}table":
            yield name, look
        elif element.tag == f"{_TABLE}table-row" and event == "end":
            again = int(element.get(f"{_TABLE}number-rows-repeated", 1))
            for first, wide, signs, broken in _filled(element):
                look.saw(row + again, first + wide - 1, signs * wide * again)
                if broken:
                    rows, columns = range(row + 1, row + again + 1), range(first, first + wide)
                    look.broken |= set(product(rows, columns))
            row += again
            element.clear()


def _filled(row: ET.Element) -> Iterator[tuple[int, int, int, bool]]:
    """Give the cells of a row that hold anything: column, how often, signs, whether broken."""
    column = 1
    for cell in row:
        wide = int(cell.get(f"{_TABLE}number-columns-repeated", 1))
        # A run of spaces is written as its length, which no file has to hold.
        spaces = (int(each.get(f"{_TEXT}c", 1)) for each in cell.iter(f"{_TEXT}s"))
        signs = sum(map(len, cell.itertext())) + sum(spaces)
        if signs or cell.get(f"{_OFFICE}value-type"):
            signs += sum(map(len, cell.attrib.values()))
            yield column, wide, signs, cell.get(f"{_EXTENDED}value-type") == "error"
        column += wide


def _read(name: str, file: BytesIO, looks: dict[str, _Look], most_rows: int) -> Iterator[Sheet]:
    import python_calamine as calamine  # noqa: PLC0415 - an optional library

    try:
        book = calamine.CalamineWorkbook.from_filelike(file)
        for about in book.sheets_metadata:
            look = looks.get(about.name)
            if look is None or about.visible != calamine.SheetVisibleEnum.Visible:
                continue
            rows = book.get_sheet_by_name(about.name).to_python(skip_empty_area=False)
            found = tuple(_rows(rows, look))
            if found:
                yield sheet_of(name, about.name, found, most_rows)
    except calamine.PasswordError:
        raise _RefusedError("table.encrypted") from None
    except calamine.CalamineError:
        raise _RefusedError("table.unreadable") from None
    except BaseException as error:  # a panic of the library is no Exception
        if type(error).__name__ != "PanicException":
            raise
        raise _RefusedError("table.unreadable") from None


def _rows(rows: list[list[Any]], look: _Look) -> Iterator[Row]:
    for number, cells in enumerate(rows, 1):
        values = tuple(
            Broken.BROKEN if (number, column) in look.broken else _value(cell)
            for column, cell in enumerate(cells, 1)
        )
        if any(value != "" for value in values):
            yield Row(number, values)


def _value(cell: Any) -> Value:
    """Give the value of a cell; a number by the 15 digits that a spreadsheet holds of it.

    ``0.1 + 0.2`` is 0.3 there, and so it is here: no float is calculated with.
    """
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        number = Decimal(f"{cell:.15g}")
        return number if number.is_finite() else Broken.BROKEN
    return str(cell).strip()


def _local(element: ET.Element) -> str:
    """Give the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
