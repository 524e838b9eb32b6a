"""From drafts to case files: each checked as if written by hand, then written, never over one."""

import contextlib
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Literal

from udmaal.api import case_from_source, check_case
from udmaal.breakdown import Finding
from udmaal.calendar_month import months_later
from udmaal.case.model import Case
from udmaal.exchange.drafts import Draft, Drafts, Written, written
from udmaal.exchange.listing import listing_of
from udmaal.exchange.map import Map
from udmaal.faults import Cell, Fault, InputFaultsError
from udmaal.faults import Path as KeyPath
from udmaal.language import Language, Text
from udmaal.output.case_file import case_file_text
from udmaal.output.write import write_bytes
from udmaal.rates.book import RateBook
from udmaal.reading.source import source_from_bytes
from udmaal.reading.tables import TableFile
from udmaal.shown import plain

State = Literal["new", "there", "other", "fault"]
"""To be written; there already, the same; there with another content; at fault."""

_HEAD = Text(" Dannet af {list}, {rows}.", " Made from {list}, {rows}.")
_ROWS = (Text("række {}", "row {}"), Text("rækkerne {}", "rows {}"))
# What Windows takes for a device, whatever stands behind the point.
_DEVICES = frozenset({
    "con", "prn", "aux", "nul",
    *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)),
})  # fmt: skip
_UNSAFE = re.compile(r"[^\w.-]+")
_YEAR = 12
_PART = re.compile(r"\.(.+\.toml)\.[0-9a-f]{8}")


@dataclass(slots=True)
class Imported:
    """A case of the list: its file, what is in it, and all that there is to say of it."""

    case_id: str
    name: str
    rows: tuple[int, ...]
    state: State
    data: bytes = b""
    case: Case | None = None
    faults: list[Fault] = field(default_factory=list)
    notes: list[Fault] = field(default_factory=list)
    findings: list[tuple[Finding, Cell | None]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Import:
    """A list read with its map: its cases, and the faults of rows that are of no case."""

    file: TableFile
    cases: tuple[Imported, ...]
    faults: tuple[Fault, ...]


def read_import(
    file: TableFile,
    read: Map,
    rates: RateBook,
    folders: Sequence[Path],
    on: date,
    language: Language,
) -> Import:
    """Put the cases of a list together and check each; ``on`` is the day of the findings.

    Raises ``InputFaultsError`` where the list has no table of the map.
    """
    drafts = Drafts(listing_of(file, read), read)
    drafts.read()
    names: dict[str, str] = {}
    cases = []
    for draft in drafts.cases.values():
        name = file_name(draft.case_id, read.file)
        first = names.setdefault(name.casefold(), draft.case_id)
        if first != draft.case_id and draft.root.cell is not None:
            values = {"name": name, "first": first}
            draft.faults.append(file.fault("list.same_file", draft.root.cell, **values))
        cases.append(_imported(draft, name, file, read, rates, folders, on, language))
    if not cases and not drafts.faults:
        drafts.faults.append(file.fault("list.no_case"))
    return Import(file, tuple(cases), tuple(drafts.faults))


def file_name(case_id: str, pattern: str) -> str:
    """Give the name of a case's file, as Windows takes it too: letters, digits, ``-._``."""
    bare = _UNSAFE.sub("-", case_id).strip(".-") or "sag"
    if bare.partition(".")[0].casefold() in _DEVICES:
        bare = f"sag-{bare}"
    return pattern.replace("{case_id}", bare)


def _imported(
    draft: Draft, name: str, file: TableFile, read: Map, rates: RateBook,
    folders: Sequence[Path], on: date, language: Language,
) -> Imported:  # fmt: skip
    found = written(draft, read)
    rows = tuple(draft.root.rows)
    made = Imported(draft.case_id, name, rows, "new", faults=draft.faults, notes=draft.notes)
    made.data = _text(found, file, rows, language).encode()
    try:
        source = source_from_bytes(name, made.data)
        case = case_from_source(source, rates)
        made.case = case.case
        findings = check_case(case, rates, on, folders)
        made.findings = [(each, _cell_of(each.where, found)) for each in findings]
        made.notes += _history(case.case, found, file, read)
    except InputFaultsError as error:
        # What a cell that could not be read leaves missing is no fault of its own.
        own = [each for each in error.faults if not made.faults or _is_of_value(each, found)]
        made.faults += [_in_list(each, found, file) for each in own]
    if made.faults:
        made.state = "fault"
    return made


def _text(found: Written, file: TableFile, rows: Sequence[int], language: Language) -> str:
    name = plain(os.path.basename(file.name))  # noqa: PTH119 - ``-`` is a name too
    head = _HEAD.in_(language).format(list=name, rows=_rows(rows, language))
    notes = {
        path: _rows(numbers, language)
        for path, numbers in found.rows.items()
        if path and tuple(numbers) != tuple(rows)
    }
    return case_file_text(found.facts, (), language, [head], notes)


def row_numbers(numbers: Sequence[int]) -> str:
    """List rows, those that follow each other by the first and the last."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    texts = [str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]
    return ", ".join(texts)


def _rows(numbers: Sequence[int], language: Language) -> str:
    return _ROWS[len(numbers) > 1].in_(language).format(row_numbers(numbers))


def _is_of_value(fault: Fault, found: Written) -> bool:
    """Tell whether a fault is about a value of the list, not about what a table lacks."""
    return fault.path in found.cells and fault.path not in found.rows


def _in_list(fault: Fault, found: Written, file: TableFile) -> Fault:
    """Give a fault of a case file the place in the list that it came from."""
    path = fault.path
    while path and path not in found.cells:
        path = path[:-1]
    cell = found.cells.get(path)
    if cell is None:
        return replace(fault, file=file.name, line=None, column=None, source_line=None)
    placed = file.fault(fault.code, cell, **fault.values)
    return replace(placed, path=fault.path)


def _cell_of(where: str, found: Written) -> Cell | None:
    """Give the cell of the table that a finding is about."""
    path: KeyPath = tuple(
        int(part) if part.isdecimal() else part for part in re.findall(r"[^.\[\]]+", where)
    )
    while path and path not in found.cells:
        path = path[:-1]
    return found.cells.get(path)


def _history(case: Case, found: Written, file: TableFile, read: Map) -> Iterator[Fault]:
    """Say of which courses and decisions the list has only the later part.

    What was applied for more than a year before the first decision of the list was decided before;
    so was what begins on the day that the list begins. A basis at the level of a year is taken over
    (as U115, which looks at the year before a date alone).
    """
    begun: list[tuple[KeyPath, date | None, date]] = [
        (("lost_earnings", number), course.applied, min(grant.from_ for grant in course.grant))
        for number, course in enumerate(case.lost_earnings)
        if course.grant and course.basis_level is None
    ]
    for number, course in enumerate(case.lost_earnings):
        year = min((grant.from_.year for grant in course.grant), default=0) - 1
        if course.basis_level is not None and str(year) not in course.earlier_gross:
            at: KeyPath = ("lost_earnings", number)
            fault = file.fault("list.earlier_gross", found.cells.get(at), year=year)
            yield replace(fault, path=at)
    if case.extra_costs:
        first = case.extra_costs[0]
        begun.append((("extra_costs", 0), first.applied, first.from_ or first.decided))
    for path, applied, day in begun:
        late = applied is not None and months_later(applied, _YEAR) < day
        if late or day == read.begins:
            code = "list.history_applied" if late else "list.history"
            values = {"applied": applied, "first": day}
            yield replace(file.fault(code, found.cells.get(path), **values), path=path)


def state_in(folder: Path, made: Imported) -> State:
    """Tell whether a case is to be written, is there already, or something else is."""
    if made.state == "fault":
        return "fault"
    path = folder / made.name
    try:
        there = path.read_bytes()
    except FileNotFoundError:
        return "new"
    except OSError:
        return "other"
    return "there" if there == made.data else "other"


def write_cases(folder: Path, cases: Sequence[Imported]) -> None:
    """Write every case that is not there yet; each file appears whole or not at all.

    Raises ``InputFaultsError`` where one cannot be written.
    """
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        fault = Fault("output.unwritable", values={"reason": reason}, file=str(folder))
        raise InputFaultsError([fault]) from error
    for made in cases:
        made.state = state_in(folder, made)
        if made.state == "new":
            write_bytes(made.data, folder / made.name, new=True)
    _clear(folder, {made.name for made in cases})


def _clear(folder: Path, names: set[str]) -> None:
    """Take away the parts of these files that a killed run left behind."""
    with os.scandir(folder) as entries:
        parts = [
            Path(each.path)
            for each in entries
            if (found := _PART.fullmatch(each.name)) and found[1] in names
        ]
    for part in parts:
        with contextlib.suppress(OSError):
            part.unlink()


def counts(cases: Sequence[Imported]) -> dict[str, int]:
    """Count the cases by what became of them."""
    states: tuple[State, ...] = ("new", "there", "other", "fault")
    return {state: sum(made.state == state for made in cases) for state in states}
