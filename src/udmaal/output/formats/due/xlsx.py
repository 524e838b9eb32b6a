"""What falls due as a workbook for Excel, one row each."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from udmaal.language import Language, Text
from udmaal.output import headings
from udmaal.output.formats.due import OVERDUE, DueEntry, DueList, benefit_of, person
from udmaal.shown import shown
from udmaal.text import numbers
from udmaal.text.deadlines import law_texts, task_text

if TYPE_CHECKING:
    from udmaal.output.excel.workbook import Cell

BINARY = True
NEEDS = ("xlsxwriter", "excel")

_NAME = Text("Frister", "Deadlines")
_TITLE = Text("Frister fra {since} til {until}", "Deadlines from {since} to {until}")
_NOTE = Text(
    "Dage før perioden er overskredne frister, der stadig er åbne.",
    "Days before the period are overdue and still open.",
)
_YES = Text("ja", "yes")


def write(due: DueList, language: Language, output: Path | None) -> None:
    """Write a row for each, in the order of the days."""
    from udmaal.output.excel.table import Column, Table, write_tables  # noqa: PLC0415 - an extra

    columns = [
        Column(Text("Dag", "Day").in_(language), "date"),
        Column(OVERDUE.in_(language).capitalize(), width=12),
        Column(headings.CASE.in_(language), width=22),
        Column(Text("Ydelse", "Benefit").in_(language), width=28),
        Column(Text("Hvem", "Who").in_(language), width=16),
        Column(Text("Hvad", "What").in_(language), width=28),
        Column(Text("Opgave", "Task").in_(language), width=60),
        Column(headings.AMOUNT.in_(language), "kroner"),
        Column(headings.LAW.in_(language), width=36),
        Column(Text("Fil", "File").in_(language), width=36),
    ]
    title = _TITLE.in_(language).format(
        since=numbers.day(due.since, language), until=numbers.day(due.until, language)
    )
    rows = (tuple(_cells(each, due, language)) for each in due.entries)
    table = Table(_NAME.in_(language), title, columns, rows, [_NOTE.in_(language)])
    write_tables([table], language, output)


def _cells(entry: DueEntry, due: DueList, language: Language) -> "Iterator[Cell]":
    deadline = entry.deadline
    yield deadline.day
    yield _YES.in_(language) if deadline.overdue(due.since) else None
    yield entry.case_id
    yield benefit_of(deadline, language)
    yield person(deadline, language)
    yield deadline.kind.title.in_(language)
    yield task_text(deadline, language)
    yield deadline.amount
    yield "; ".join(law_texts(deadline, language))
    yield shown(entry.path)
