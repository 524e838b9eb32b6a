"""The rows of a case put together: its tables, each value with the cell it came from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from udmaal.calendar_month import Month
from udmaal.exchange.keys import CASE_ID, Purpose, Target, is_several, target_of
from udmaal.exchange.listing import Listing
from udmaal.exchange.map import Column, Map
from udmaal.exchange.values import text_of, value_in
from udmaal.faults import Cell, Fault, Path
from udmaal.reading.cells import Asked
from udmaal.reading.tables import Row, Value
from udmaal.shown import holds_cpr_number, without_cpr

# What tells the tables of one name apart where the map has no column for it.
_APART: dict[str, tuple[str, ...]] = {
    "lost_earnings": ("parent", "child"),
    "extra_costs": ("decided",),
    "supplementary": ("parent", "unemployed_from"),
    "sibling": ("label",),
    **dict.fromkeys(("home_training", "companion", "leisure", "respite"), ("year",)),
}
# Tables of which the same one cannot stand twice: a repeated row says nothing new.
_ONCE = frozenset({
    "lost_earnings.grant", "lost_earnings.new_income", "lost_earnings.paid_holiday",
})  # fmt: skip
# What a row may say of a month that has no payslip.
_TELLING = {"lost_earnings.payslip": ("month", "employer")}
# Texts that name something and are never changed; in others a CPR number is masked.
_LABELS = frozenset({
    CASE_ID, "municipality", "sibling.label", "lost_earnings.parent", "lost_earnings.child",
    "lost_earnings.payslip.employer", "extra_costs.item.child", "extra_costs.item.standard",
    "supplementary.parent",
})  # fmt: skip
_PERSONS = frozenset({
    "sibling.label", "lost_earnings.parent", "lost_earnings.child", "supplementary.parent",
    "extra_costs.item.child",
})  # fmt: skip
_TEN_DIGITS = 10


class Given(NamedTuple):
    """A value of a row: where it goes, what it is, its cell and column."""

    target: Target
    value: Any
    cell: Cell
    column: Column


@dataclass(slots=True)
class Node:
    """A table of a case in the making, with the cell of each value and the rows it stands in."""

    values: dict[str, Any] = field(default_factory=dict)
    cells: dict[str, Cell] = field(default_factory=dict)
    singles: dict[str, "Node"] = field(default_factory=dict)
    several: dict[str, list["Node"]] = field(default_factory=dict)
    told_by: tuple[Any, ...] = ()
    rows: list[int] = field(default_factory=list)
    cell: Cell | None = None
    hours: list[tuple[Month, Decimal, Cell]] = field(default_factory=list)

    def seen_in(self, row: Row, cell: Cell) -> None:
        """Remember a row that the table stands in."""
        if row.number not in self.rows:
            self.rows.append(row.number)
        self.cell = self.cell or cell


@dataclass(slots=True)
class Draft:
    """A case in the making: what its rows say, and what is wrong with them."""

    case_id: str
    root: Node = field(default_factory=Node)
    faults: list[Fault] = field(default_factory=list)
    notes: list[Fault] = field(default_factory=list)


class Written(NamedTuple):
    """The facts of a case, the cells they came from by path, and the rows of each table."""

    facts: dict[str, Any]
    cells: dict[Path, Cell]
    rows: dict[Path, tuple[int, ...]]


@dataclass(slots=True)
class Drafts:
    """All cases of a list in the order of their first rows, and the faults of no case."""

    listing: Listing
    map: Map
    cases: dict[str, Draft] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def read(self) -> None:
        """Go through all rows."""
        kinds = {text.casefold() for each in self.map.column for text in each.rows}
        ignored = {text.casefold() for text in self.map.ignore}
        at_kind = self.listing.row_kind
        for row, cells in self.listing.rows():
            kind = ""
            if at_kind is not None:
                kind = text_of(cells[at_kind]).casefold()
                if kind in ignored:
                    continue
                if kinds and kind not in kinds:
                    found = text_of(cells[at_kind])
                    cell = self.listing.cell(row, at_kind)
                    self.fault(None, "list.row_kind", cell, found=found)
                    continue
            if broken := self.listing.fault_of_row(row):
                self.faults.append(broken)
                continue
            _RowReader(self, row, cells, kind).read()

    def fault(self, draft: Draft | None, code: str, cell: Cell, **values: object) -> None:
        """Note a fault of a case, or of a row that is of no case."""
        fault = self.listing.file.fault(code, cell, **values)
        (self.faults if draft is None else draft.faults).append(fault)


@dataclass(slots=True)
class _RowReader:
    """Reads one row and puts its values into the case."""

    drafts: Drafts
    row: Row
    cells: Mapping[int, Value]
    kind: str
    draft: Draft = field(default_factory=lambda: Draft(""))

    def read(self) -> None:
        used = [
            (column, at)
            for column, at in self.drafts.listing.columns
            if not column.rows or self.kind in {text.casefold() for text in column.rows}
        ]
        case_at = next(at for column, at in used if column.key == CASE_ID)
        case_id = text_of(self.cells[case_at])
        cell = self._cell(case_at)
        if not case_id:
            self.drafts.fault(None, "list.no_case_id", cell)
            return
        if _is_cpr(case_id, self.cells[case_at]):
            self.drafts.fault(None, "list.cpr", cell)
            return
        self.draft = self.drafts.cases.setdefault(case_id, Draft(case_id))
        self.draft.root.seen_in(self.row, cell)
        given = [found for column, at in used if (found := self._given(column, at)) is not None]
        self._place(given, [column for column, _ in used])

    def _cell(self, at: int) -> Cell:
        return self.drafts.listing.cell(self.row, at)

    def _given(self, column: Column, at: int) -> Given | None:
        """Give the value of a cell; what has to be asked back is a fault of the case."""
        target = target_of(column.key)
        assert target is not None
        cell = self._cell(at)
        value = value_in(self.cells[at], column, target, self.drafts.map)
        if isinstance(value, Asked):
            self._fault(value.code, cell, **value.values)
            return None
        if isinstance(value, str) and target.purpose is Purpose.VALUE:
            value = self._text(value, target, at, cell)
        return None if value is None else Given(target, value, cell, column)

    def _text(self, value: str, target: Target, at: int, cell: Cell) -> str | None:
        """Refuse a CPR number or a name where a label stands, mask a number in any other text."""
        if target.key in _PERSONS and _is_name(value):
            self._fault("list.name", cell)
            return None
        if not _is_cpr(value, self.cells[at]):
            return value
        if target.key in _LABELS:
            self._fault("list.cpr", cell)
            return None
        file = self.drafts.listing.file
        self.draft.notes.append(file.fault("list.masked", cell, key=target.key))
        return without_cpr(value)

    def _fault(self, code: str, cell: Cell, **values: object) -> None:
        self.drafts.fault(self.draft, code, cell, **values)

    def _place(self, given: Sequence[Given], used: Sequence[Column]) -> None:
        """Put the values of the row into the tables of the case."""
        root = self.draft.root
        by_table: dict[str, list[Given]] = {}
        for each in given:
            by_table.setdefault(each.target.tables[0] if each.target.tables else "", []).append(
                each
            )
        for table, values in by_table.items():
            if table and is_several(table):
                node = self._node_of(root, table, values, used)
            else:
                node = root.singles.setdefault(table, Node()) if table else root
            if node is not None:
                self._fill(node, table, values)

    def _node_of(
        self, root: Node, table: str, given: Sequence[Given], used: Sequence[Column]
    ) -> Node | None:
        """Find the table of the case that a row is about, or make it; nothing for no table."""
        apart = _APART.get(table, ())
        which = [each.value for each in given if each.target.purpose is Purpose.WHICH]
        plain = {
            each.target.name: each.value
            for each in given
            if each.target.tables == (table,) and each.target.purpose is Purpose.VALUE
        }
        constants = self.drafts.map.constants()
        told_by: tuple[Any, ...] = tuple(which) or tuple(
            plain.get(key, constants.get(f"{table}.{key}")) for key in apart
        )
        nodes = root.several.setdefault(table, [])
        if told_by and not any(each is not None for each in told_by) and nodes:
            if len(nodes) > 1:
                self._fault("list.which", given[0].cell, table=table)
                return None
            return nodes[0]
        found = next((node for node in nodes if told_by and node.told_by == told_by), None)
        if found is None:
            # A column that is filled in every row makes no table: it only tells which.
            telling = {table} if which else {f"{table}.{key}" for key in apart}
            of_kind = {column.key for column in used if column.rows}
            if all(each.target.key in telling - of_kind for each in given):
                return None
            found = Node(told_by=told_by)
            nodes.append(found)
        return found

    def _fill(self, node: Node, table: str, given: Sequence[Given]) -> None:
        """Put values into a table, and into those within it."""
        node.seen_in(self.row, given[0].cell)
        inner: dict[str, list[Given]] = {}
        for each in given:
            if len(each.target.tables) > 1:
                inner.setdefault(each.target.tables[1], []).append(each)
            elif each.target.purpose is Purpose.VALUE:
                self._set(node, each)
        for name, values in inner.items():
            if not is_several(f"{table}.{name}"):
                single = node.singles.setdefault(name, Node())
                single.seen_in(self.row, values[0].cell)
                for each in values:
                    self._set(single, each)
            else:
                self._add(node, f"{table}.{name}", name, values)

    def _add(self, node: Node, table: str, name: str, given: Sequence[Given]) -> None:
        """Add a table that stands several times in another: a grant, a payslip, a cost."""
        months = [each for each in given if each.target.purpose is Purpose.MONTH]
        if months:
            hours = [each for each in given if each.target.name == "hours"]
            node.hours += [(months[0].value, each.value, each.cell) for each in hours]
            return
        values = {each.target.name: each.value for each in given}
        if not any(_says_something(table, key, value) for key, value in values.items()):
            return
        nodes = node.several.setdefault(name, [])
        twin = next((each for each in nodes if each.values == values), None)
        if twin is not None and table in _ONCE:
            twin.seen_in(self.row, given[0].cell)
            return
        if twin is not None and self.drafts.map.same == "once":
            return
        if twin is not None and self.drafts.map.same is None:
            self._fault("list.same", given[0].cell, table=table, row=twin.rows[0])
            return
        new = Node(values, {each.target.name: each.cell for each in given})
        new.seen_in(self.row, given[0].cell)
        nodes.append(new)

    def _set(self, node: Node, given: Given) -> None:
        """Set a value of a table; another one in an earlier row is a fault."""
        target, value = given.target, given.value
        if target.part:
            inner = node.singles.setdefault(target.name, Node())
            inner.seen_in(self.row, given.cell)
            self._set(inner, given._replace(target=target._replace(name=target.part, part="")))
            return
        if target.key == "lost_earnings.yearly_results":
            if node.rows == [self.row.number]:
                node.values.setdefault(target.name, []).append(value)
                node.cells.setdefault(target.name, given.cell)
            return
        first = node.values.setdefault(target.name, value)
        earlier = node.cells.setdefault(target.name, given.cell)
        if first != value:
            values = {"key": target.key, "found": value, "first": first, "row": earlier.row}
            self._fault("list.other", given.cell, **values)


def _says_something(table: str, key: str, value: Any) -> bool:
    """Tell what makes a table from what only tells which it is, and from a saving of 0 kr."""
    return key not in _TELLING.get(table, ()) and (
        isinstance(value, str) or value not in (False, 0)
    )


def _is_cpr(text: str, cell: Value) -> bool:
    """Tell a CPR number, also one that a spreadsheet took the first 0 of."""
    number = isinstance(cell, Decimal) and text.isdecimal()
    return holds_cpr_number(text.zfill(_TEN_DIGITS) if number else text)


def _is_name(text: str) -> bool:
    """Tell whether a label looks like a person's name: two words with capitals, no digits."""
    words = text.replace(",", " ").split()
    return (
        len(words) > 1
        and all(word.isalpha() and word[0].isupper() for word in words)
        and (not any(len(word) == 1 for word in words))
    )


def written(draft: Draft, read: Map) -> Written:
    """Give the facts of a case as its file holds them, constants in place of empty cells."""
    found = Written({"format": 1, CASE_ID: draft.case_id}, {}, {})
    constants: dict[str, Any] = read.constants()
    draft.root.singles.setdefault("child", Node())
    _write(draft.root, "", (), found.facts, found, constants)
    return found


def _write(
    node: Node, table: str, path: Path, facts: dict[str, Any], found: Written,
    constants: Mapping[str, Any],
) -> None:  # fmt: skip
    at = f"{table}." if table else ""
    if node.cell is not None:
        found.cells[path] = node.cell
        found.rows[path] = tuple(node.rows)
    for name, value in node.values.items():
        if not (table == "" and name == CASE_ID):
            facts[name] = value
            found.cells[*path, name] = node.cells[name]
    for key, value in constants.items():
        whole, _, name = key.rpartition(".")
        if whole == table:
            facts.setdefault(name, value)
    for name, single in node.singles.items():
        _write(single, f"{at}{name}", (*path, name), facts.setdefault(name, {}), found, constants)
    several = dict(node.several)
    if node.hours:
        several["grant"] = [*several.get("grant", ()), *grants_of(node.hours)]
    for name, nodes in several.items():
        tables: list[dict[str, Any]] = []
        for number, each in enumerate(sorted(nodes, key=_order)):
            inner: dict[str, Any] = {}
            _write(each, f"{at}{name}", (*path, name, number), inner, found, constants)
            tables.append(inner)
        if tables:
            facts[name] = tables


def _order(node: Node) -> tuple[str, str]:
    """Put decisions, grants and years in the order of time; all others stay as they stand."""
    days = [node.values.get(key) for key in ("decided", "from", "year")]
    first = [str(day) for day in days if isinstance(day, date | int)]
    return (first[0] if first else "", first[-1] if first else "")


def grants_of(hours: Sequence[tuple[Month, Decimal, Cell]]) -> Iterator[Node]:
    """Make grants of hours month by month: one begins where the hours change.

    Before a month without hours, or one that is not in the list, a grant ends; after the last
    month it goes on.
    """
    listed = sorted(hours, key=lambda each: each[0])
    current: Node | None = None
    before: tuple[Month, Decimal] | None = None
    for month, number, cell in listed:
        gap = before is not None and month.since(before[0]) > 1
        changed = before is None or gap or number != before[1]
        if current is not None and (gap or (changed and not number)) and before is not None:
            current.values["until"] = before[0].last
            current.cells["until"] = cell
            current = None
        if changed and number:
            current = Node(
                {"from": month.first, "hours": number}, {"from": cell, "hours": cell},
                rows=[cell.row], cell=cell,
            )  # fmt: skip
            yield current
        elif current is not None and cell.row not in current.rows:
            current.rows.append(cell.row)
        before = (month, number)
