"""The map: which column of a list is which key of the case file, and what its values mean."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path as FilePath
from typing import Annotated, Any, Literal

from pydantic import Field

from udmaal.case.fields import Day, Label, Reason, Table
from udmaal.case.model import Case, Several
from udmaal.exchange import keys
from udmaal.exchange.keys import CASE_ID, MONTH_OF_HOURS, Purpose, Target, near, place_of
from udmaal.exchange.payroll import COLUMNS
from udmaal.faults import Fault, InputFaultsError, Path
from udmaal.reading.columns import heading
from udmaal.reading.source import read_source, read_toml
from udmaal.reading.validation import check, check_read, placed, several_tables

NumberForm = Literal["1.234,56", "1,234.56"]
DayForm = Literal["day-month-year", "month-day-year", "year-month-day"]

# Headings over what is never taken: who somebody is, and where they live.
_OF_PERSON = re.compile(
    r".*\b(navn|\w*fornavn|\w*efternavn|\w+s navn|name|first name|surname|last name|cpr|"
    r"cprnr|cprnummer|personnummer|person nr|adresse|address|telefon|mail)\b.*"
)


class Column(Table):
    """A column of the list and the key it fills."""

    heading: Reason = Field(examples=['"Månedsløn"'])
    above: Reason | None = Field(None, examples=['"Løn"'])
    key: Label = Field(examples=['"lost_earnings.monthly_wage"'])
    rows: Several[Reason] = Field((), examples=['["Bevilling"]'])
    values: dict[str, Any] = Field(default_factory=dict, examples=['{"L" = "employee"}'])
    number: NumberForm | None = Field(None, examples=['"1.234,56"'])
    date: DayForm | None = Field(None, examples=['"day-month-year"'])
    repeat: bool = Field(default=False, examples=["true"])


class ExportColumn(Table):
    """A column of what ``udmaal export`` writes."""

    heading: Reason = Field(examples=['"Brutto"'])
    key: Label | None = Field(None, examples=['"gross"'])
    value: Reason | None = Field(None, examples=['"4711"'])
    values: dict[str, str] = Field(default_factory=dict, examples=['{"A" = "Mor"}'])


class Map(Table):
    """A map of a list."""

    format: Literal[1] = Field(examples=["1"])
    sheet: Reason | None = Field(None, examples=['"Sager"'])
    row_kind: Reason | None = Field(None, examples=['"Type"'])
    ignore: Several[Reason] = Field((), examples=['["Notat"]'])
    same: Literal["once", "each"] | None = Field(None, examples=['"each"'])
    begins: Day | None = Field(None, examples=["2024-01-01"])
    file: Annotated[
        str, Field(pattern=r"^[A-Za-z0-9_-]{0,40}\{case_id\}[A-Za-z0-9_-]{0,40}\.toml$")
    ] = Field("{case_id}.toml", examples=['"sag-{case_id}.toml"'])
    number: NumberForm | None = Field(None, examples=['"1.234,56"'])
    date: DayForm | None = Field(None, examples=['"day-month-year"'])
    column: Several[Column] = ()
    defaults: dict[str, Any] = Field(
        default_factory=dict, examples=['{"lost_earnings.occupation" = "employee"}']
    )
    export: Several[ExportColumn] = ()

    def constants(self) -> dict[str, Any]:
        """Give the values that stand for empty cells, by dotted key."""
        return {key: value for key, _, value in _flat(self.defaults)}


def read_map(path: FilePath | str) -> Map:
    """Read a map; raises ``InputFaultsError`` with every fault and its place."""
    source = read_source(path)
    parsed = read_toml(source, several_tables(Map))
    checked = check_read(Map, parsed)
    faults = list(checked.faults)
    if checked.model is not None and not parsed.lost:
        of_keys = (each for each in _faults(checked.model) if each.path not in checked.unsure)
        faults += of_keys
    if faults or parsed.faults or checked.model is None:
        raise InputFaultsError([*parsed.faults, *placed(faults, source, parsed)])
    return checked.model


def _flat(
    table: Mapping[str, Any], at: str = "", path: Path = ()
) -> Iterator[tuple[str, Path, Any]]:
    """Give dotted keys with their places; tables in tables and keys in quotes are the same."""
    for key, value in table.items():
        name = f"{at}.{key}" if at else key
        if isinstance(value, dict):
            yield from _flat(value, name, (*path, key))
        else:
            yield name, (*path, key), value


def _faults(read: Map) -> Iterator[Fault]:
    """Give what is wrong between the keys of a map."""
    for number, column in enumerate(read.column):
        yield from _of_column(read, column, ("column", number))
    yield from _twice(read)
    if read.column and not any(each.key == CASE_ID and not each.rows for each in read.column):
        yield Fault("map.no_case", ("column",))
    months = {each.key for each in read.column}
    if MONTH_OF_HOURS in months and "lost_earnings.grant.hours" not in months:
        yield Fault("map.no_hours", ("column",))
    for key, path, value in _flat(read.defaults):
        place = ("defaults", *path)
        target = keys.target_of(key)
        if target is None or target.purpose is not Purpose.VALUE or key == CASE_ID:
            yield Fault("map.key", place, {"key": key, "near": near(key)})
        else:
            yield from _refused(target, value, place)
    for number, each in enumerate(read.export):
        yield from _of_export(each, ("export", number))


def _of_column(read: Map, column: Column, path: Path) -> Iterator[Fault]:
    target = keys.target_of(column.key)
    if target is None:
        values = {"key": column.key, "near": near(column.key)}
        yield Fault("map.key", (*path, "key"), values)
    if names_person(column.heading):
        yield Fault("map.person", (*path, "heading"), {"found": column.heading})
    if column.rows and read.row_kind is None:
        yield Fault("map.rows", (*path, "rows"))
    if target is not None and target.purpose is Purpose.VALUE:
        for text, value in column.values.items():
            if value != "":
                yield from _refused(target, value, (*path, "values", text))


def _refused(target: Target, value: Any, place: Path) -> Iterator[Fault]:
    """Give the faults of a value that the case file cannot hold, as its reader finds them."""
    if target.part:
        return
    holder: Any = [value] if target.name == "yearly_results" else value
    where = place_of(target)
    for part in reversed(where):
        holder = [holder] if isinstance(part, int) else {part: holder}
    for fault in check(Case, holder).faults:
        if fault.path[: len(where)] == where and fault.code != "value.missing":
            yield Fault(fault.code, place, fault.values)


def _twice(read: Map) -> Iterator[Fault]:
    """Find two columns of one key that the same row could fill."""
    seen: dict[str, list[Column]] = {}
    for number, column in enumerate(read.column):
        others = seen.setdefault(column.key, [])
        several = column.key == "lost_earnings.yearly_results"
        if not several and any(_meet(column.rows, each.rows) for each in others):
            yield Fault("map.twice", ("column", number, "key"), {"key": column.key})
        others.append(column)


def _meet(one: Iterable[str], other: Iterable[str]) -> bool:
    first, second = ({text.casefold() for text in each} for each in (one, other))
    return not first or not second or bool(first & second)


def _of_export(column: ExportColumn, path: Path) -> Iterator[Fault]:
    if (column.key is None) == (column.value is None):
        yield Fault("map.export", path)
    if column.key is not None and column.key not in COLUMNS:
        yield Fault("map.export_key", (*path, "key"),
                    {"key": column.key, "known": ", ".join(COLUMNS)})  # fmt: skip


def names_person(text: str) -> bool:
    """Tell whether a heading stands over names, CPR numbers or addresses of persons."""
    return _OF_PERSON.fullmatch(heading(text)) is not None
