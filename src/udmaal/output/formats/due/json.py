"""What falls due as JSON."""

from datetime import date
from pathlib import Path
from typing import Any

from udmaal.language import Language
from udmaal.output import write as files
from udmaal.output.document import FORMAT, PROGRAM, amount_text
from udmaal.output.formats.due import DueEntry, DueList
from udmaal.shown import named
from udmaal.text.deadlines import law_texts, task_text


def write(due: DueList, language: Language, output: Path | None) -> None:
    """Write the document."""
    document = {
        "format": FORMAT,
        "from": due.since.isoformat(),
        "to": due.until.isoformat(),
        "program": PROGRAM,
        "cases": due.cases,
        "due": [_document(each, due.since, language) for each in due.entries],
    }
    files.write(files.json_text(document), output)


def _document(entry: DueEntry, since: date, language: Language) -> dict[str, Any]:
    """Give a deadline; keys that say of whom or by which rules are left out where none is."""
    deadline = entry.deadline
    about = {
        "benefit": deadline.benefit,
        "rules": deadline.rules,
        "parent": deadline.parent,
        "child": deadline.child,
    }
    return {
        "date": deadline.day.isoformat(),
        "overdue": deadline.overdue(since),
        "kind": deadline.kind.id,
        "case_id": entry.case_id,
        **named("path", entry.path),
        "where": deadline.where,
        **{key: value for key, value in about.items() if value is not None},
        "title": deadline.kind.title.in_(language),
        "text": task_text(deadline, language),
        "amount": amount_text(deadline.amount),
        "law": list(law_texts(deadline, language)),
    }
