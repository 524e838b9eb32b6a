"""What an import says: the cases on a page, the rows that were not read as CSV, the counts."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text as Rich

from udmaal.breakdown import Finding
from udmaal.case.model import Case
from udmaal.exchange.importing import Import, Imported, State, counts, row_numbers
from udmaal.faults import Cell, Fault
from udmaal.language import Language, Text
from udmaal.law.benefits import BENEFITS
from udmaal.output import headings
from udmaal.output.csv import csv_rows
from udmaal.output.write import write
from udmaal.shown import plain
from udmaal.text.faults import cell_name, mend, problem
from udmaal.text.findings import finding_text
from udmaal.text.terms import TERMS

_COLUMNS: Final = (
    Text("sag", "case_id"), Text("fil", "file"), Text("ark", "sheet"), Text("række", "row"),
    Text("kolonne", "column"), Text("slags", "kind"), Text("kode", "code"),
    Text("nøgle", "key"), Text("problem", "problem"), Text("rettelse", "mend"),
)  # fmt: skip
_NOTE: Final = Text("bemærk", "note")
_HEADS: Final = (
    Text("Sag", "Case"), Text("Rækker", "Rows"), Text("Indhold", "Content"),
    Text("Bliver til", "Becomes"),
)  # fmt: skip
_STATES: Final[dict[State, Text]] = {
    "new": Text("{name}", "{name}"),
    "there": Text("er der allerede", "is there already"),
    "other": Text("{name} findes med andet indhold", "{name} is there, with another content"),
    "fault": Text("skrives ikke: fejl", "not written: faults"),
}
_WOULD: Final = Text(
    "{new} sager ville blive skrevet, {there} er der allerede, {other} findes med andet indhold, "
    "{fault} har fejl.",
    "{new} cases would be written, {there} are there already, {other} are there with another "
    "content, {fault} have faults.",
)
_DONE: Final = Text(
    "{new} sager skrevet, {there} var der allerede, {other} findes med andet indhold og er ikke "
    "rørt, {fault} har fejl og er ikke skrevet.",
    "{new} cases written, {there} were there already, {other} are there with another content and "
    "were left, {fault} have faults and were not written.",
)
_OF_NO_CASE: Final = Text(
    "{count} rækker kunne ikke føres til en sag.", "{count} rows could not be led to a case."
)
_FOUND: Final = Text(
    "Anmærkninger i de nye sager (se dem med udmaal check): {codes}",
    "Findings in the new cases (see them with udmaal check): {codes}",
)
_MISSING: Final = Text("Mangler", "Missing")


def print_plan(found: Import, language: Language, console: Console) -> None:
    """Print each case with its rows and content, then what is missing."""
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False)
    for head in _HEADS:
        table.add_column(head.in_(language), overflow="fold")
    for made in found.cases:
        becomes = _STATES[made.state].in_(language).format(name=made.name)
        content = _content(made.case, language) if made.case is not None else ""
        rows = row_numbers(made.rows)
        table.add_row(*(Rich(plain(each)) for each in (made.case_id, rows, content, becomes)))
    console.print(table)
    missing = [
        (made.case_id, f"{finding.code}: {finding_text(finding, language)}")
        for made in found.cases
        for finding, _ in made.findings
        if headings.needs_a_hand(finding)
    ]
    missing += [
        (made.case_id, f"{problem(note, language)}; {mend(note, language)}")
        for made in found.cases
        for note in made.notes
    ]
    if missing:
        console.print(Rich(f"\n{_MISSING.in_(language)}", "bold"))
        for case_id, text in missing:
            console.print(Rich(plain(f"  {case_id}: {text}")))


def _content(case: Case, language: Language) -> str:
    """Name the benefits of a case, with how many tables each has."""
    named = []
    for benefit in BENEFITS:
        tables = getattr(case, benefit.key)
        if tables:
            name = benefit.names[""].in_(language).lower()
            named.append(name if len(tables) == 1 else f"{name} ({len(tables)})")
    return ", ".join(named)


def summary(found: Import, language: Language, *, dry: bool) -> Iterator[str]:
    """Give the lines that are told at the end."""
    yield (_WOULD if dry else _DONE).in_(language).format_map(counts(found.cases))
    if found.faults:
        yield _OF_NO_CASE.in_(language).format(count=len(found.faults))
    codes = Counter(
        finding.code for made in found.cases if made.state == "new"
        for finding, _ in made.findings if finding.accepted is None
    )  # fmt: skip
    if codes:
        listed = ", ".join(f"{code} ({number})" for code, number in sorted(codes.items()))
        yield _FOUND.in_(language).format(codes=listed)


def all_faults(found: Import) -> Iterator[Fault]:
    """Give every fault of the list, in the order of its rows."""
    faults = [*found.faults, *(fault for made in found.cases for fault in made.faults)]
    yield from sorted(faults, key=lambda each: each.cell or Cell("", 0, 0))


def write_report(found: Import, language: Language, output: Path) -> None:
    """Write what was not read, what was found and what is to be noted, a row each."""
    rows = [row for _, row in sorted(_rows(found, language), key=lambda each: each[0])]
    write(csv_rows([[head.in_(language) for head in _COLUMNS], *rows], language), output)


def _rows(found: Import, language: Language) -> Iterator[tuple[Cell, list[str]]]:
    error = TERMS["error"].in_(language)
    for fault in found.faults:
        yield _of_fault(fault, None, error, language)
    for made in found.cases:
        for fault in made.faults:
            yield _of_fault(fault, made, error, language)
        for note in made.notes:
            yield _of_fault(note, made, _NOTE.in_(language), language)
        for finding, cell in made.findings:
            yield _of_finding(finding, cell, made, language)
        if made.state == "other":
            text = _STATES["other"].in_(language).format(name=made.name)
            row = [made.case_id, made.name, "", "", "", _NOTE.in_(language), "", "", text, ""]
            yield Cell("", made.rows[0], 0), row


def _of_fault(
    fault: Fault, made: Imported | None, kind: str, language: Language
) -> tuple[Cell, list[str]]:
    names = [plain(made.case_id), made.name] if made else ["", ""]
    said = [problem(fault, language), mend(fault, language)]
    return fault.cell or Cell("", 0, 0), [
        *names, *_place(fault.cell, language), kind, fault.code, fault.where, *said,
    ]  # fmt: skip


def _of_finding(
    finding: Finding, cell: Cell | None, made: Imported, language: Language
) -> tuple[Cell, list[str]]:
    return cell or Cell("", made.rows[0], 0), [
        plain(made.case_id), made.name, *_place(cell, language),
        TERMS[finding.severity].in_(language), finding.code, finding.where,
        finding_text(finding, language), "",
    ]  # fmt: skip


def _place(cell: Cell | None, language: Language) -> list[str]:
    """Give sheet, row and column; a column of a sheet by its letters."""
    if cell is None:
        return ["", "", ""]
    letters = str(cell.column)
    if cell.sheet:
        letters = cell_name(cell, language).rpartition(" ")[2].rstrip("0123456789")
    return [plain(cell.sheet), str(cell.row), letters]
