"""What falls due as CSV, one row each."""

from pathlib import Path

from udmaal.language import Language, Text
from udmaal.output import write as files
from udmaal.output.csv import csv_rows, decimal_cell
from udmaal.output.document import amount_text
from udmaal.output.formats.due import OVERDUE, DueEntry, DueList, benefit_of, person
from udmaal.shown import shown
from udmaal.text.deadlines import law_texts, task_text

_COLUMNS = (
    Text("dato", "date"),
    OVERDUE,
    Text("sag", "case_id"),
    Text("ydelse", "benefit"),
    Text("hvem", "person"),
    Text("kode", "code"),
    Text("hvad", "what"),
    Text("opgave", "task"),
    Text("beløb", "amount"),
    Text("lov", "law"),
    Text("fil", "path"),
)
_YES = Text("ja", "yes")


def write(due: DueList, language: Language, output: Path | None) -> None:
    """Write head and rows."""
    head = [column.in_(language) for column in _COLUMNS]
    rows = (_row(each, due, language) for each in due.entries)
    files.write(csv_rows([head, *rows], language), output)


def _row(entry: DueEntry, due: DueList, language: Language) -> tuple[str, ...]:
    deadline = entry.deadline
    return (
        deadline.day.isoformat(),
        _YES.in_(language) if deadline.overdue(due.since) else "",
        entry.case_id,
        benefit_of(deadline, language),
        person(deadline, language),
        deadline.kind.id,
        deadline.kind.title.in_(language),
        task_text(deadline, language),
        decimal_cell(amount_text(deadline.amount) or "", language),
        "; ".join(law_texts(deadline, language)),
        shown(entry.path),
    )
