"""Where the table of a list stands, and which of its columns a map speaks of."""

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from udmaal.exchange.keys import CASE_ID
from udmaal.exchange.map import Column, Map
from udmaal.faults import Cell, Fault, InputFaultsError
from udmaal.reading.cells import cell_at, filled, says_total
from udmaal.reading.columns import Head, find_head, heading
from udmaal.reading.tables import Row, Sheet, TableFile, Value

_NEAR = 0.6


@dataclass(frozen=True, slots=True)
class Listing:
    """A table in a file: its head, and where each column of the map stands, from 0.

    ``row_kind`` is the position of the column that says what a row is, ``None`` without one.
    """

    file: TableFile
    sheet: Sheet
    head: Head
    columns: tuple[tuple[Column, int], ...]
    row_kind: int | None = None

    def rows(self) -> Iterator[tuple[Row, dict[int, Value]]]:
        """Give each row below the head with the cells of its columns by position.

        An empty cell of a column that is repeated holds what stands above it in the same case.
        Totals, repeated heads and rows that the map's columns are empty in are left out.
        """
        positions = {at for _, at in self.columns}
        if self.row_kind is not None:
            positions.add(self.row_kind)
        (case, *_) = [at for column, at in self.columns if column.key == CASE_ID]
        repeated = {at for column, at in self.columns if column.repeat}
        above: dict[int, Value] = {}
        for row in self.sheet.rows:
            if row.number <= self.head.row.number or row.cells == self.head.row.cells:
                continue
            cells = {at: cell_at(row, at) for at in positions}
            if not any(cell != "" for cell in cells.values()) or self._is_total(row, cells[case]):
                continue
            if cells[case] not in ("", above.get(case, "")):
                above = {}
            cells |= {at: above[at] for at in repeated if cells[at] == "" and at in above}
            above = {at: cells[at] for at in repeated}
            yield row, cells

    def _is_total(self, row: Row, case: Value) -> bool:
        first = next((cell for cell in row.cells if cell != ""), "")
        return says_total(case) or (case == "" and says_total(first))

    def cell(self, row: Row, position: int) -> Cell:
        """Give the place of a cell."""
        return self.sheet.cell(row, position)

    def fault_of_row(self, row: Row) -> Fault | None:
        """Give the fault of a row of a text with more cells than headings: a comma in an amount."""
        found, wanted = filled(row), len(self.head.row.cells)
        if not self.file.lines or found <= wanted:
            return None
        return self.file.fault("paid.cells", self.cell(row, 0), found=found, wanted=wanted)


def listing_of(file: TableFile, read: Map) -> Listing:
    """Find the table of a map in a file.

    Raises ``InputFaultsError`` where no sheet has it, where several have, and for each heading of
    the map that is not there or stands over several columns.
    """
    wanted = list(dict.fromkeys(heading(each) for each in _headings(read)))
    words = {word: (word,) for word in wanted}
    enough = max(1, (len(wanted) + 1) // 2)
    sheets = [each for each in file.sheets if read.sheet in (None, each.name)]
    if not sheets:
        names = ", ".join(each.name for each in file.sheets)
        raise InputFaultsError([file.fault("list.no_sheet", sheet=read.sheet, known=names)])
    tables = [
        (sheet, head)
        for sheet in sheets
        if (head := find_head(sheet, words, lambda names: len(names) >= enough))
    ]
    if not tables:
        raise InputFaultsError([file.fault("list.no_head", wanted=", ".join(_headings(read)))])
    if len(tables) > 1:
        names = ", ".join(sheet.name for sheet, _ in tables)
        raise InputFaultsError([file.fault("list.sheets", sheets=names)])
    sheet, head = tables[0]
    return _with_columns(file, sheet, head, read)


def _headings(read: Map) -> Iterable[str]:
    return dict.fromkeys(
        [*(each.heading for each in read.column), *([read.row_kind] if read.row_kind else ())]
    )


def _with_columns(file: TableFile, sheet: Sheet, head: Head, read: Map) -> Listing:
    faults: list[Fault] = []

    def position(text: str, above: str | None) -> int:
        found = head.named(heading(text))
        if above is not None:
            found = tuple(each for each in found if each.above == heading(above))
        if len(found) == 1:
            return found[0].position
        place = sheet.cell(head.row, found[1].position if found else 0)
        named = text if above is None else f"{above} / {text}"
        code = "list.several" if found else "list.no_column"
        known = [str(cell) for cell in head.row.cells if cell != ""]
        near = difflib.get_close_matches(text, known, 1, _NEAR)
        fault = file.fault(code, place, heading=named, near=(near or known)[0])
        if fault not in faults:
            faults.append(fault)
        return -1

    columns = tuple((each, position(each.heading, each.above)) for each in read.column)
    row_kind = position(read.row_kind, None) if read.row_kind else None
    if faults:
        raise InputFaultsError(faults)
    return Listing(file, sheet, head, columns, row_kind)
