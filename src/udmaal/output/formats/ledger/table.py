"""The printed ledger: a row a month, what happened, what is outstanding; and the picture."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path

from rich.bar import Bar
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text as Rich

from udmaal.language import Language, Text
from udmaal.ledger import NOTHING, BenefitLedger, BenefitMonth, CourseLedger, CourseMonth, Ledger
from udmaal.output import headings
from udmaal.output.formats.ledger import ShownLedger
from udmaal.output.ledger_back import back_sections
from udmaal.output.ledger_columns import (
    COLUMNS,
    TOTAL,
    amount_cell,
    cell,
    one_line,
    other_totals,
    shown_columns,
    total_of,
)
from udmaal.output.page import Page
from udmaal.output.table import (
    Footnotes,
    findings_section,
    footnotes,
    lines_block,
    notes_section,
    section,
)
from udmaal.text import numbers
from udmaal.text.remarks import remark_text

_NUMBER = Text("{}. forløb", "course {}")
OWED = Text("Efterbetaling til familien", "Owed to the family")
OVERPAID = Text("For meget udbetalt", "Paid too much")
SUM = Text("i alt", "together")
PERIOD = Text("{} til {}", "{} to {}")
DIFFERENCE_PARTS = {
    "gross": Text("brutto", "gross"),
    "pension": Text("pension", "pension"),
    "holiday": Text("ferie", "holiday"),
}


def write(shown: ShownLedger, language: Language, output: Path | None) -> None:
    """Print a ledger."""
    page = Page(output)
    _print(shown.ledger, language, page.console, shown.explained, plot=shown.plot)
    page.close()


def _print(
    ledger: Ledger, language: Language, console: Console, explained: frozenset[str], *, plot: bool
) -> None:
    """Print all courses and the extra costs; ``explained`` months with their lines."""
    period = PERIOD.in_(language).format(ledger.first, ledger.last)
    period += headings.as_known(ledger.known, language)
    console.print(Rich(f"{headings.CASE.in_(language)} {ledger.case_id} · {period}", "bold"))
    notes = footnotes(console)
    for number, course in enumerate(ledger.courses, 1):
        name = headings.benefit_name(course, language)
        if len(ledger.courses) > 1:
            name += f" ({_NUMBER.in_(language).format(number)})"
        console.print(Rich(f"\n{name}", "bold"))
        if plot:
            console.print(_picture(course, language))
        console.print(_course_table(course, language))
        _print_course_notes(course, language, console)
        for month in course.months:
            if str(month.month) in explained:
                _print_lines(month, notes, language, console)
    for other in ledger.others:
        _print_other(other, language, console, explained, notes)
    parts = [
        *findings_section(ledger.findings, language),
        *notes_section(notes, ledger.assumptions, language),
    ]
    if parts:
        console.print(*parts, sep="\n")


def _course_table(course: CourseLedger, language: Language) -> Table:
    keys = shown_columns(course)
    table = _table(["month", *keys], language)
    for month in course.months:
        cells = [cell(month, key, language) for key in keys]
        style = "bold" if month.remarks else None
        table.add_row(str(month.month), *cells, style=style)
    totals = [numbers.kroner(total_of(course, key), language) for key in keys]
    table.add_section()
    table.add_row(TOTAL.in_(language), *totals, style="bold")
    return table


def _table(keys: Sequence[str], language: Language) -> Table:
    table = Table(box=SIMPLE_HEAD, padding=0, pad_edge=False, show_edge=False)
    for key in keys:
        left = key == "month"
        table.add_column(
            COLUMNS[key].in_(language), justify="left" if left else "right", no_wrap=True
        )
    return table


def _print_course_notes(course: CourseLedger, language: Language, console: Console) -> None:
    _print_happened(course, language, console)
    if course.outstanding:
        due = []
        for each in course.outstanding:
            amount = numbers.kroner(each.amount, language)
            text = f"{one_line(COLUMNS[each.kind], language)}: {amount}"
            due.append((str(each.month), text, ""))
        console.print(*section(headings.OUTSTANDING.in_(language), due), sep="\n")
    for title, sign in ((OWED, 1), (OVERPAID, -1)):
        rows = list(_differences(course, sign, language))
        if rows:
            console.print(*section(title.in_(language), rows), sep="\n")


def _print_happened(
    part: CourseLedger | BenefitLedger, language: Language, console: Console
) -> None:
    happened = [
        (str(month.month), remark_text(remark, language), "")
        for month in part.months
        for remark in month.remarks
    ]
    if happened:
        console.print(*section(headings.HAPPENED.in_(language), happened), sep="\n")


def _differences(
    course: CourseLedger, sign: int, language: Language
) -> Iterable[tuple[str, str, str]]:
    """Give the months of one sign, the largest first, and their sum."""
    found = [
        (month.difference.total * sign, month.month, month.difference)
        for month in course.months
        if month.difference is not None and month.difference.total * sign > 0
    ]
    for total, month, parts in sorted(found, key=lambda each: (-each[0], each[1])):
        details = ", ".join(
            f"{DIFFERENCE_PARTS[key].in_(language)} {numbers.kroner(amount * sign, language)}"
            for key, amount in parts._asdict().items()
            if amount
        )
        yield str(month), f"{numbers.kroner(total, language)} ({details})", ""
    if found:
        together = sum((total for total, _, _ in found), NOTHING)
        yield SUM.in_(language), numbers.kroner(together, language), "bold"


def _picture(course: CourseLedger, language: Language) -> Table:
    """Draw the gross benefit a month as bars, the months with changes marked."""
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    table.add_column(justify="right", no_wrap=True)
    most = max((month.gross for month in course.months), default=NOTHING) or Decimal(1)
    for month in course.months:
        # A picture has no øre: the bar's length is a share of the largest month.
        length = float(month.gross / most)
        table.add_row(
            str(month.month),
            "◆" if month.remarks else " ",
            Bar(1.0, 0.0, length, color="cyan"),
            numbers.kroner(month.gross, language),
        )
    return table


def _print_other(
    other: BenefitLedger,
    language: Language,
    console: Console,
    explained: frozenset[str],
    notes: Footnotes,
) -> None:
    console.print(Rich(f"\n{headings.benefit_name(other, language)}", "bold"))
    table = _table(["month", *other.columns], language)
    for month in other.months:
        cells = [amount_cell(month.amounts[key], language) for key in other.columns]
        table.add_row(str(month.month), *cells, style="bold" if month.remarks else None)
    table.add_section()
    table.add_row(TOTAL.in_(language), *other_totals(other, language), style="bold")
    console.print(table)
    _print_happened(other, language, console)
    for heading, rows in back_sections(other, language):
        console.print(*section(heading, [(*row, "") for row in rows]), sep="\n")
    for month in other.months:
        if str(month.month) in explained and month.lines:
            _print_lines(month, notes, language, console)


def _print_lines(
    month: CourseMonth | BenefitMonth, notes: Footnotes, language: Language, console: Console
) -> None:
    console.print()
    for row in lines_block(str(month.month), month.lines, notes, language, console):
        console.print(row)
