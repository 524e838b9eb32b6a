"""The ledger as a workbook for Excel: a sheet of months for each benefit, and the lines behind."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from udmaal.calendar_month import Month
from udmaal.language import Language, Text
from udmaal.law.benefits import BY_KEY
from udmaal.ledger import (
    AMOUNTS,
    BenefitLedger,
    BenefitMonth,
    CourseLedger,
    CourseMonth,
    Due,
    Ledger,
    Paid,
    Remark,
)
from udmaal.output import headings
from udmaal.output.formats.ledger import ShownLedger
from udmaal.output.ledger_columns import COLUMNS, TOTAL, one_line
from udmaal.text import numbers
from udmaal.text.remarks import remark_text

if TYPE_CHECKING:
    from udmaal.output.excel.living import Answer, Living
    from udmaal.output.excel.workbook import Book

BINARY = True
NEEDS = ("xlsxwriter", "excel")

_PERIOD = Text("{} til {}", "{} to {}")
_OF_PAID = {
    "gross": Text("Betalt, brutto", "Paid, gross"),
    "pension": Text("Betalt, pension", "Paid, pension"),
    "holiday": Text("Betalt, ferie", "Paid, holiday"),
}
# The columns that each part of what was paid is held against.
_DUE = ("gross", "pension", "single_days", "holiday_1", "holiday_125")
_PAID_NOTE = Text(
    "Forskel er det, der skulle betales (brutto med enkeltdage, pension og ferie), minus det, der "
    "er betalt: over 0 skylder kommunen familien.",
    "Difference is what was due (gross with single days, pension and holiday) less what was paid: "
    "above 0 is owed to the family.",
)
_BACK = Text("Efterbetaling", "Back payment")
_DECIDED = Text("Afgørelse", "Decision")
_BY = Text("afgørelsen af", "decision of")
_THEN = Text("Før", "Before")
_NOW = Text("Nu", "Now")
_BACK_NOTE = Text(
    "Efterbetaling følger ikke med, når beløb ændres i mappen. En måned, der giver mindre nu, "
    "kræves ikke tilbage.",
    "Back payments do not follow what is changed in the workbook. A month with less due now is "
    "not claimed back.",
)
_FIRST = 3
_MONTH_WIDTH, _AMOUNT_WIDTH, _REMARK_WIDTH = 17, 14, 70


def write(shown: ShownLedger, language: Language, output: Path | None) -> None:
    """Write the overview, a sheet of months for each benefit, and all lines behind them."""
    from udmaal.output.excel.living import Block, Living, write_remarks  # noqa: PLC0415 - an extra
    from udmaal.output.excel.workbook import book_to  # noqa: PLC0415

    ledger = shown.ledger
    living = Living(language, merged=True)
    ledgers: list[CourseLedger | BenefitLedger] = [*ledger.courses, *ledger.others]
    sheets: list[_Months] = []
    for each in ledgers:
        name = headings.benefit_name(each, language)
        # A parent may have several courses: their facts are not those of one.
        number = sum(sheet.ledger_name == name for sheet in sheets) + 1
        sheets.append(_Months(each, living, language, name, number))
    for sheet in sheets:
        for month in sheet.months:
            of = sheet.of(month)
            named = numbers.month(str(month.month), language)
            # What counts and is no line of the month follows from lines that are.
            lines = (*month.lines, *(each.line for each in month.counted))
            living.add(Block(f"{sheet.name}, {named}", of, lines))
        later = [due.line for due in sheet.outstanding]
        living.add(Block(f"{sheet.name}, {headings.OUTSTANDING.in_(language)}", sheet.name, later))
    living.complete(sum(len(sheet.summed) for sheet in sheets))
    title = _title(ledger, language)
    with book_to(output, language) as book:
        for sheet in sheets:
            sheet.take_name(book)
        answers = [answer for sheet in sheets for answer in sheet.answers()]
        living.write_overview(book, title, answers)
        for sheet in sheets:
            sheet.write(book)
        _write_back_payments(book, title, ledger.others)
        living.write_lines(book, title)
        living.write_rates(book, title)
        write_remarks(book, title, ledger.findings, ledger.assumptions)


def _title(ledger: Ledger, language: Language) -> str:
    first, last = (numbers.month(str(each), language) for each in (ledger.first, ledger.last))
    period = _PERIOD.in_(language).format(first, last) + headings.as_known(ledger.known, language)
    return f"{headings.CASE.in_(language)} {ledger.case_id} · {period}"


class _Months:
    """The sheet of months of a course or of another benefit."""

    def __init__(
        self,
        ledger: CourseLedger | BenefitLedger,
        living: "Living",
        language: Language,
        name: str,
        number: int,
    ) -> None:
        self.ledger = ledger
        self.months: Sequence[CourseMonth | BenefitMonth] = ledger.months
        self.ledger_name = name
        self.name = name if number == 1 else f"{name} ({number})"
        self._living = living
        self._language: Language = language
        self._tab = ""
        if isinstance(ledger, CourseLedger):
            self.outstanding: tuple[Due, ...] = ledger.outstanding
            dues = {due.kind for due in ledger.outstanding}
            self._keys = [
                key for key in AMOUNTS if key == "gross" or ledger.total(key) or key in dues
            ]
            self.summed = self._keys
            self._paid = list(_OF_PAID) if ledger.differences else []
            self._decided = False
        else:
            self.outstanding = ()
            self._keys = list(ledger.columns)
            columns = BY_KEY[ledger.benefit].columns
            self.summed = [key for key in self._keys if columns[key].summed]
            self._paid = []
            self._decided = any(month.decided is not None for month in ledger.months)
        self._first_amount = 2 if self._decided else 1

    def of(self, month: CourseMonth | BenefitMonth) -> str:
        """Say what the facts of a month are of: where decisions pay, of which one."""
        if isinstance(month, CourseMonth) or month.decided is None:
            return self.name
        day = numbers.day(month.decided, self._language)
        return f"{self.name}, {_BY.in_(self._language)} {day}"

    @property
    def _last(self) -> int:
        """Give the row of the totals."""
        return _FIRST + len(self.months)

    def take_name(self, book: "Book") -> None:
        """Take the name of its tab, which formulas of earlier sheets need."""
        parent = self.ledger.parent
        name = headings.name_of(self.ledger.benefit, self.ledger.rules, self._language)
        if parent is not None:
            who = headings.of_parent(parent, self.ledger.child, self._language)
            whose = f"{who[0].upper()}{who[1:]}"
            # A tab holds few signs, and most parents have a course alone.
            name = whose if isinstance(self.ledger, CourseLedger) else f"{whose}, {name}"
        self._tab = book.free_name(name)

    def _cell(self, row: int, column: int) -> str:
        from xlsxwriter.utility import xl_rowcol_to_cell  # noqa: PLC0415 - an optional extra

        cell: str = xl_rowcol_to_cell(row, column)
        return cell

    def _column(self, key: str) -> int:
        return self._first_amount + self._keys.index(key)

    def answers(self) -> "Iterator[Answer]":
        """Give the totals for the first sheet."""
        from udmaal.output.excel.living import Answer  # noqa: PLC0415 - an optional extra

        for key in self.summed:
            quoted = self._tab.replace("'", "''")
            place = self._cell(self._last, self._column(key))
            unit = "hours" if _in_hours(key) else "DKK"
            name = one_line(COLUMNS[key], self._language)
            yield Answer(self.name, name, f"='{quoted}'!{place}", self.ledger.total(key), unit)

    def write(self, book: "Book") -> None:
        """Write the months, their totals, and what falls due later."""
        language = self._language
        heads = ["month", *(["decided"] if self._decided else []), *self._keys]
        names = [one_line(COLUMNS[key], language) for key in heads]
        names += [_OF_PAID[key].in_(language) for key in self._paid]
        names += [one_line(COLUMNS["difference"], language)] if self._paid else []
        widths = [_MONTH_WIDTH, *[_AMOUNT_WIDTH] * (len(names) - 1), _REMARK_WIDTH]
        if self._decided:
            widths[1] = _MONTH_WIDTH
        sheet = book.sheet_named(self._tab, widths)
        book.write(sheet, 0, 0, self.name, look="title")
        for column, name in enumerate(names):
            kind: Any = "kroner" if column >= self._first_amount else "text"
            book.write(sheet, _FIRST - 1, column, name, kind=kind, look="heading")
        happened = headings.HAPPENED.in_(language)
        book.write(sheet, _FIRST - 1, len(names), happened, look="heading")
        for row, month in enumerate(self.months, _FIRST):
            told = "; ".join(_told(month.remarks, language))
            book.fit(sheet, row, [*[None] * len(names), told], widths)
            book.write(sheet, row, 0, month.month, kind="month")
            if isinstance(month, BenefitMonth):
                if self._decided:
                    book.write(sheet, row, 1, month.decided, kind="date")
                self._write_amounts(book, sheet, row, month, month.amounts)
            else:
                self._write_amounts(
                    book, sheet, row, month, {key: getattr(month, key) for key in self._keys}
                )
                self._write_paid(book, sheet, row, month)
            book.write(sheet, row, len(names), told)
        self._write_totals(book, sheet, len(names))
        row = self._write_outstanding(book, sheet)
        if self._paid:
            book.notes(sheet, row + 1, [_PAID_NOTE.in_(language)], widths)
        sheet.freeze_panes(_FIRST, 1)
        sheet.repeat_rows(_FIRST - 1)

    def _write_amounts(
        self,
        book: "Book",
        sheet: Any,
        row: int,
        month: CourseMonth | BenefitMonth,
        amounts: Any,
    ) -> None:
        """Write each amount as the sum of its lines; without lines, as it is."""
        for key in self._keys:
            parts = [
                ("-" if each.sign < 0 else "+") + str(self._living.cell(each.line))
                for each in month.counted
                if each.amount == key
            ]
            column, amount = self._column(key), amounts[key]
            kind: Any = "number" if _in_hours(key) else "kroner_or_dash"
            if parts:
                made = "=" + "".join(parts).lstrip("+")
                book.formula(sheet, row, column, made, amount, kind=kind)
            else:
                book.write(sheet, row, column, amount, kind=kind)

    def _write_paid(self, book: "Book", sheet: Any, row: int, month: CourseMonth) -> None:
        """Write what was paid, and what was due less that."""
        first = self._first_amount + len(self._keys)
        if month.paid is None or month.difference is None:
            return
        for column, part in enumerate(self._paid, first):
            amount: Decimal = getattr(month.paid, part)
            book.write(sheet, row, column, amount, kind="kroner", look="input")
        due = "+".join(self._cell(row, self._column(key)) for key in _DUE if key in self._keys)
        last = first + len(self._paid)
        paid = f"SUM({self._cell(row, first)}:{self._cell(row, last - 1)})"
        book.formula(sheet, row, last, f"=ROUND({due}-{paid},2)", month.difference.total)

    def _write_totals(self, book: "Book", sheet: Any, columns: int) -> None:
        """Add the columns up, but no balance."""
        for column in range(columns + 1):
            book.write(sheet, self._last, column, None, look="total")
        book.write(sheet, self._last, 0, TOTAL.in_(self._language), look="total")
        sums = [(self._column(key), self.ledger.total(key)) for key in self.summed]
        if isinstance(self.ledger, CourseLedger) and self._paid:
            paid = [month.paid for month in self.ledger.months if month.paid is not None]
            first = self._first_amount + len(self._keys)
            sums += [(column, _total(paid, part)) for column, part in enumerate(self._paid, first)]
            difference = sum((each.total for each in self.ledger.differences), Decimal(0))
            sums.append((first + len(self._paid), difference))
        for column, amount in sums:
            months = f"{self._cell(_FIRST, column)}:{self._cell(self._last - 1, column)}"
            book.formula(
                sheet, self._last, column, f"=ROUND(SUM({months}),2)", amount, look="total"
            )

    def _write_outstanding(self, book: "Book", sheet: Any) -> int:
        """Write what falls due after the months; give the row after it."""
        row = self._last + 1
        if self.outstanding:
            row += 1
            book.write(sheet, row, 0, headings.OUTSTANDING.in_(self._language), look="part")
        for due in self.outstanding:
            row += 1
            book.write(sheet, row, 0, due.month, kind="month")
            cell = f"={self._living.cell(due.line)}"
            book.formula(sheet, row, self._column(due.kind), cell, due.amount)
        return row + 1


def _in_hours(key: str) -> bool:
    """Tell whether a column has hours, as those of the companion scheme do."""
    return "hours" in key.split("_")


def _total(paid: Sequence[Paid], part: str) -> Decimal:
    return sum((getattr(each, part) for each in paid), Decimal(0))


def _told(remarks: Sequence[Remark], language: Language) -> Iterator[str]:
    return (remark_text(remark, language) for remark in remarks)


def _write_back_payments(book: "Book", title: str, others: Sequence[BenefitLedger]) -> None:
    """Add a sheet of what decisions that work back bring, where there are any."""
    from udmaal.output.excel.table import Column, Table, add_table  # noqa: PLC0415 - an extra

    language = book.language
    rows: list[tuple[Any, ...]] = [
        (
            headings.benefit_name(other, language),
            back.decided,
            Month(*month.month),
            sum(month.then.values(), Decimal(0)),
            sum(month.now.values(), Decimal(0)),
            month.difference,
        )
        for other in others
        for back in other.back_payments
        for month in back.months
    ]
    if rows:
        columns = (
            Column(Text("Ydelse", "Benefit").in_(language)),
            Column(_DECIDED.in_(language), "date"),
            Column(one_line(COLUMNS["month"], language), "month"),
            Column(_THEN.in_(language), "kroner"),
            Column(_NOW.in_(language), "kroner"),
            Column(one_line(COLUMNS["difference"], language), "kroner"),
        )
        table = Table(_BACK.in_(language), title, columns, rows, [_BACK_NOTE.in_(language)])
        add_table(book, table)
