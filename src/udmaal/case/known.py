"""A case as it was known on a day: what is dated after it is left out.

What has no date of its own, such as a wage, a municipality or an accepted finding, stays. A month
or a year came later when it begins after the day.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from operator import is_
from typing import Any, Final, NamedTuple

from udmaal.case.fields import Table
from udmaal.case.model import (
    Alone,
    Case,
    Companion,
    CostItem,
    End,
    ExtraCosts,
    Grant,
    HomeTraining,
    Leisure,
    LostEarnings,
    NewIncome,
    PaidHoliday,
    Payslip,
    Remaining,
    Respite,
    Saving,
    Sibling,
    SingleDay,
    Supplementary,
    numbered,
    placed_in,
)
from udmaal.faults import Path

# By what a table came to be known: the first of these keys that it has.
KNOWN_BY: Final[Mapping[type[Table], tuple[str, ...]]] = {
    Sibling: ("born",),
    LostEarnings: ("applied",),
    Payslip: ("month",),
    Grant: ("from_",),
    Saving: ("from_",),
    SingleDay: ("date",),
    NewIncome: ("from_",),
    PaidHoliday: ("from_",),
    End: ("decision_received", "date"),
    ExtraCosts: ("decided",),
    CostItem: ("date",),
    Supplementary: ("unemployed_from",),
    HomeTraining: ("year",),
    Companion: ("from_", "year"),
    Leisure: ("year",),
    Respite: ("year",),
}
# What was written into a table later. An ``until`` that was agreed with the rest is none of it.
ADDED: Final[Mapping[type[Table], tuple[str, ...]]] = {
    LostEarnings: ("followed_up", "earlier_gross"),
    ExtraCosts: ("until", "oneoffs_when_documented"),
    Supplementary: ("until",),
    Companion: ("until", "hours_used"),
}
# A course without one of these is none. Its basis lies before it, and is never taken from it.
_COURSE: Final = ("grant", "single_day")
_BASIS: Final = ("payslip",)


class Known(NamedTuple):
    """A case without what came after a day, and the places in the file of what was left out."""

    case: Case
    left_out: tuple[Path, ...]


def known_on(case: Case, asof: date) -> Known:
    """Give a case as it was known on a day; its tables keep their numbers in the file."""
    left_out = tuple(_later_in(case, (), asof))
    return Known(_without(case, (), frozenset(left_out)), left_out)


def _later_in(table: Table, at: Path, asof: date) -> Iterator[Path]:
    """Give the places of what came later: the table, else tables and keys in it."""
    known_by = (getattr(table, name) for name in KNOWN_BY.get(type(table), ()))
    if _is_later(next((value for value in known_by if value is not None), None), asof):
        yield at
        return
    gone = [path for name, value in table for path in _later(table, name, value, at, asof)]
    if isinstance(table, LostEarnings):
        if not _left(table, _COURSE, at, gone):
            yield at
            return
        if not _left(table, _BASIS, at, gone):
            gone = [path for path in gone if path[len(at)] not in _BASIS]
    yield from gone


def _later(table: Table, name: str, value: object, at: Path, asof: date) -> Iterator[Path]:
    here = (*at, name)
    if isinstance(value, Table):
        yield from _later_in(value, here, asof)
    elif isinstance(value, tuple):
        for place, each in placed_in(value, here):
            if isinstance(each, Table):
                yield from _later_in(each, place, asof)
    elif name in ADDED.get(type(table), ()):
        if isinstance(value, Mapping):
            yield from ((*here, key) for key in value if _is_later(key, asof))
        elif _is_later(value, asof):
            yield here


def _left(table: Table, names: Iterable[str], at: Path, gone: Iterable[Path]) -> bool:
    """Tell whether any table of these names is left without those that are gone."""
    gone = frozenset(gone)
    return any(
        place not in gone
        for name in names
        for place, _ in placed_in(getattr(table, name), (*at, name))
    )


def _is_later(value: object, asof: date) -> bool:
    """Tell whether a day, a month or a year, where there is one, begins after a day."""
    match value:
        case date():
            return value > asof
        case int():
            return value > asof.year
        case str():
            return value > asof.isoformat()[: len(value)]
    return False


def _without(table: Table, at: Path, gone: frozenset[Path]) -> Any:
    """Give a table without the places below it that are gone; itself where there are none."""
    found = {name: _value_without(value, (*at, name), gone) for name, value in table}
    changed = {name: value for name, value in found.items() if value is not getattr(table, name)}
    return table.model_copy(update=changed) if changed else table


def _value_without(value: Any, at: Path, gone: frozenset[Path]) -> Any:
    if at in gone and not isinstance(value, tuple):
        return None
    match value:
        case Table():
            return _without(value, at, gone)
        case tuple():
            return _tables_without(value, at, gone)
        case Mapping():
            left = {key: each for key, each in value.items() if (*at, key) not in gone}
            return left if len(left) < len(value) else value
    return value


def _tables_without(tables: tuple[Any, ...], at: Path, gone: frozenset[Path]) -> tuple[Any, ...]:
    left = {
        place: _value_without(each, place, gone)
        for place, each in placed_in(tables, at)
        if place not in gone
    }
    if len(left) == len(tables) and all(map(is_, left.values(), tables)):
        return tables
    if isinstance(tables, Alone):
        return Alone(left.values())
    numbers = [number for number, _ in numbered(tables) if (*at, number) not in gone]
    return Remaining(left.values(), numbers)
