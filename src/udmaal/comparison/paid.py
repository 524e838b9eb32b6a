"""Read what was actually paid: a table of months, CSV or a workbook, Danish or English."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from udmaal.calendar_month import Month
from udmaal.faults import Cell, Fault, InputFaultsError
from udmaal.language import LANGUAGES
from udmaal.law.benefits import BENEFITS
from udmaal.ledger import NOTHING, Paid
from udmaal.output.headings import OUTSTANDING
from udmaal.reading.cells import (
    Asked,
    amount_in,
    cell_at,
    filled,
    month_in,
    says_total,
    whole_digits,
)
from udmaal.reading.columns import Column, Head, find_head
from udmaal.reading.tables import Row, Sheet, TableFile, Value, read_tables
from udmaal.shown import without_cpr

# The headings of each thing, without signs. Those of `ledger -f csv` are among them.
_HEADINGS = {
    "month": (
        "month", "måned", "maaned", "mdr", "periode", "period", "ydelsesmåned", "lønmåned",
        "for måned", "for month", "lønperiode", "ydelsesperiode", "år måned", "måned år",
    ),
    "date": (
        "date", "dato", "udbetalingsdato", "dispositionsdato", "betalingsdato", "udbetalt den",
        "payment date", "paid on",
    ),
    "gross": (
        "gross", "brutto", "bruttoydelse", "bruttobeløb", "bruttobeloeb", "ydelse brutto",
        "brutto ydelse", "gross benefit", "gross amount", "tabt arbejdsfortjeneste",
        "lost earnings",
    ),
    "amount": (
        "amount", "beløb", "beloeb", "udbetalt", "betalt", "udbetaling", "udbetalt beløb", "paid",
        "betalt beløb", "udbetalt brutto", "amount paid", "paid amount", "payment", "kr", "kroner",
        "dkk",
    ),
    "single_days": ("single days", "enkeltdage", "enkeltdag", "single day"),
    "pension": (
        "pension", "pensionsbidrag", "pensionsindbetaling", "pension contribution", "pensioner",
        "pensionsbeløb",
    ),
    "holiday": (
        "holiday", "ferie", "feriepenge", "ferietillæg", "ferietillaeg", "holiday supplement",
        "holiday pay", "feriegodtgørelse",
    ),
    "holiday_1": ("holiday 1", "ferie 1", "ferietillæg 1"),
    "holiday_125": (
        "holiday 125", "ferie 125", "holiday 12 5", "ferie 12 5", "ferietillæg 12 5",
    ),
    "parent": ("parent", "forælder", "foraelder", "forældre"),
    "benefit": ("benefit", "ydelse", "ydelsesart", "ydelsestype"),
    "case": ("case id", "case", "sag", "sagsnr", "sagsnummer"),
    "difference": ("difference", "forskel"),
    "remarks": ("remarks", "bemærkninger"),
}  # fmt: skip
# What a part that is compared is made of.
_PARTS = {
    "gross": ("gross", "amount", "single_days"),
    "pension": ("pension",),
    "holiday": ("holiday", "holiday_1", "holiday_125"),
}
_AMOUNTS = frozenset(name for names in _PARTS.values() for name in names)
# `Brutto, forælder A`, or `Forælder A` alone, over a column or several.
_OF_PARENT = re.compile(r"(?P<what>.*?) ?\b(?:forælder|foraelder|parent) (?P<parent>\w)")
_PARENT = re.compile(r"(?:forælder|foraelder|parent)\s+", re.IGNORECASE)
_LOST_EARNINGS = "lost_earnings"
_LATER = frozenset(OUTSTANDING.in_(language).lower() for language in LANGUAGES)
_BENEFITS = {
    text.in_(language).casefold(): benefit.key
    for benefit in BENEFITS
    for text in benefit.names.values()
    for language in LANGUAGES
}


class Named(NamedTuple):
    """What a row names, empty where it names nothing, and the cell that does or might."""

    text: str
    cell: Cell


class Payment(NamedTuple):
    """What was paid in a month, to whom and in which case; the cell is that of the month."""

    month: Month
    parent: Named
    case: Named
    amounts: Paid
    cell: Cell


class PaidFile(NamedTuple):
    """The payments of a file, the parts it has a column for, and the table they were read from."""

    payments: tuple[Payment, ...]
    parts: frozenset[str]
    file: TableFile


@dataclass(slots=True)
class _Reader:
    """Reads the rows below a head and collects every fault with its cell."""

    file: TableFile
    sheet: Sheet
    head: Head
    faults: list[Fault] = field(default_factory=list)

    def fault(self, code: str, row: Row, position: int, **values: object) -> None:
        self.faults.append(self.file.fault(code, self.sheet.cell(row, position), **values))

    def payments(self) -> Iterator[Payment]:
        """Give what each row says was paid, of each parent; a total is not counted."""
        month = self.month_columns()[0]
        amounts = self.amount_columns()
        read: dict[int, Decimal] = {}
        after_total = False
        for row in self.below():
            at_month = cell_at(row, month.position)
            given = {each.position: cell_at(row, each.position) for each in amounts}
            given = {position: value for position, value in given.items() if value != ""}
            if _is_total(row, at_month) or (at_month == "" and _adds_up(given, read)):
                after_total = True
                continue
            # A month that nothing is said of yet, or a note between the rows.
            without = after_total or at_month == "" or isinstance(month_in(at_month), Month)
            if (given or not without) and self._of_lost_earnings(row) and self._has_its_cells(row):
                taken = self._amounts(row, given)
                for position, amount in taken.items():
                    read[position] = read.get(position, NOTHING) + amount
                yield from self._paid(row, month.position, taken)

    def below(self) -> Iterable[Row]:
        """Give the rows below the head."""
        return (row for row in self.sheet.rows if row.number > self.head.row.number)

    def month_columns(self) -> tuple[Column, ...]:
        """Give the columns of months; the day of a payment tells one where no other column does."""
        return self.head.named("month") or self.head.named("date")

    def amount_columns(self) -> list[Column]:
        """Give the columns of amounts; a plain ``beløb`` is the gross where no other one is."""
        found = [each for each in self.head.columns if each.name in _AMOUNTS]
        with_gross = {_parent_of(each) for each in found if each.name == "gross"}
        return [
            each for each in found if each.name != "amount" or _parent_of(each) not in with_gross
        ]

    def _named(self, row: Row, name: str) -> Named:
        """Give what a row says in a column of words."""
        for column in self.head.named(name):
            value = cell_at(row, column.position)
            text = value if isinstance(value, str) else whole_digits(value)
            return Named(without_cpr(text), self.sheet.cell(row, column.position))
        return Named("", self.sheet.cell(row, self.month_columns()[0].position))

    def _of_lost_earnings(self, row: Row) -> bool:
        """Tell whether a row is about a payment of lost earnings that was made."""
        if self._named(row, "remarks").text.casefold() in _LATER:
            return False
        text, cell = self._named(row, "benefit")
        benefit = _BENEFITS.get(text.casefold().partition(",")[0])
        if text and benefit is None:
            self.faults.append(self.file.fault("paid.benefit", cell, found=text))
        return not text or benefit == _LOST_EARNINGS

    def _has_its_cells(self, row: Row) -> bool:
        """Tell whether a row of a text has the cells of its head: a comma may part an amount."""
        found, wanted = len(row.cells), len(self.head.row.cells)
        right = not self.file.lines or (found >= wanted >= filled(row))
        if not right:
            self.fault("paid.cells", row, 0, found=found, wanted=wanted)
        return right

    def _amounts(self, row: Row, given: Mapping[int, Value]) -> dict[int, Decimal]:
        """Give the amounts of a row by their columns, without those that are asked back."""
        taken = {}
        for position, value in given.items():
            amount = amount_in(value)
            if isinstance(amount, Asked):
                self.fault(amount.code, row, position, **amount.values)
            else:
                taken[position] = amount
        return taken

    def _paid(self, row: Row, position: int, taken: Mapping[int, Decimal]) -> Iterator[Payment]:
        """Give what a row says was paid, of each parent that stands in its own columns."""
        month = month_in(cell_at(row, position))
        if isinstance(month, Asked):
            self.fault(month.code, row, position, **month.values)
            return
        named, case = self._named(row, "parent"), self._named(row, "case")
        columns = [each for each in self.head.columns if each.position in taken]
        for parent in dict.fromkeys(map(_parent_of, columns)):
            own = [each for each in columns if _parent_of(each) == parent]
            paid = Paid(*(
                sum((taken[each.position] for each in own if each.name in names), NOTHING)
                for names in _PARTS.values()
            ))  # fmt: skip
            whose = named._replace(text=_PARENT.sub("", named.text))
            if parent:
                whose = Named(parent, self.sheet.cell(row, own[0].position))
            yield Payment(month, whose, case, paid, self.sheet.cell(row, position))


def read_paid(path: Path | str) -> PaidFile:
    """Read what was paid from a file; raises ``InputFaultsError`` with every fault and its cell."""
    return paid_in(read_tables(path))


def paid_in(file: TableFile) -> PaidFile:
    """Read what was paid from a file of tables; raises as ``read_paid``."""
    tables = [
        (sheet, head)
        for sheet in file.sheets
        if (head := find_head(sheet, _HEADINGS, _enough, _without_parent))
    ]
    if not tables:
        raise InputFaultsError([_no_table(file)])
    if len(tables) > 1:
        names = ", ".join(sheet.name for sheet, _ in tables)
        raise InputFaultsError([file.fault("paid.sheets", None, sheets=names)])
    sheet, head = tables[0]
    reader = _Reader(file, sheet, head)
    reader.faults.extend(_of_head(reader))
    payments = () if reader.faults else tuple(reader.payments())
    if not payments and not reader.faults:
        reader.fault("paid.none", head.row, 0)
    if reader.faults:
        raise InputFaultsError(reader.faults)
    there = {column.name for column in head.columns}
    parts = frozenset(part for part, names in _PARTS.items() if there & set(names))
    return PaidFile(payments, parts, file)


def _enough(names: Collection[str]) -> bool:
    """Tell whether columns make a table of payments: a month, and an amount."""
    return bool({"month", "date"} & set(names)) and bool(_AMOUNTS & set(names))


def _without_parent(word: str) -> str:
    """Take the parent off a heading; one that names nothing else stands over the amounts."""
    found = _OF_PARENT.fullmatch(word)
    return (found["what"] or "amount") if found else word


def _parent_of(column: Column) -> str:
    """Give the parent that a column, or several below one heading, is about; else nothing."""
    found = _OF_PARENT.fullmatch(column.above)
    return found["parent"].upper() if found else ""


def _no_table(file: TableFile) -> Fault:
    """Say what is missing in the fullest row of headings."""
    nearly = [find_head(sheet, _HEADINGS, bool, _without_parent) for sheet in file.sheets]
    for sheet, head in zip(file.sheets, nearly, strict=True):
        if head is not None:
            names = {column.name for column in head.columns}
            has_month = {"month", "date"} & names
            code = "paid.no_amount_column" if has_month else "paid.no_month_column"
            return file.fault(code, sheet.cell(head.row, 0))
    return file.fault("paid.header")


def _of_head(reader: _Reader) -> Iterator[Fault]:
    """Ask back for two columns of one thing, and for a file that is a comparison itself."""
    file, head, sheet = reader.file, reader.head, reader.sheet
    of_words = [each for each in head.columns if each.name in {"parent", "benefit", "case"}]
    seen: dict[tuple[str, str], Column] = {}
    for column in (*reader.month_columns(), *of_words, *reader.amount_columns()):
        first = seen.setdefault((column.name, _parent_of(column)), column)
        if first is not column:
            one, other = (head.row.cells[each.position] for each in (first, column))
            cell = sheet.cell(head.row, column.position)
            yield file.fault("paid.columns", cell, one=one, other=other)
    for column in head.named("difference"):
        filled = (row for row in reader.below() if cell_at(row, column.position) != "")
        for row in islice(filled, 1):
            yield file.fault("paid.compared", sheet.cell(row, column.position))


def _adds_up(given: Mapping[int, Value], read: Mapping[int, Decimal]) -> bool:
    """Tell whether a row without a month has the sums of what stands above it, and no more."""
    return bool(given) and all(read.get(at) == amount_in(given[at]) for at in given)


def _is_total(row: Row, at_month: Value) -> bool:
    """Tell whether a row says that it adds up what stands above: for a month, or before all."""
    first = next((cell for cell in row.cells if cell != ""), "")
    return says_total(at_month or first)
