"""The keys of the case file as a map names them, and where each value goes."""

import difflib
import re
from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import NamedTuple, get_origin

from pydantic.fields import FieldInfo

from udmaal.case.model import Case
from udmaal.faults import Path
from udmaal.reading.validation import bare, field_at, table_in
from udmaal.text.case_keys import CASE_KEYS

# A column of months beside one of hours: grants begin where the hours change.
MONTH_OF_HOURS = "lost_earnings.grant.month"
CASE_ID = "case_id"
_NEAR = 0.5


class Purpose(Enum):
    """What a column is for."""

    VALUE = "value"
    # It tells one table from another of the same name; its value is written nowhere.
    WHICH = "which"
    MONTH = "month"


class Target(NamedTuple):
    """Where a column goes: the tables it lies in, outermost first, and its key there.

    ``part`` is the key in a table of years or months, ``2024`` of ``earlier_gross``.
    """

    key: str
    tables: tuple[str, ...]
    name: str
    field: FieldInfo
    purpose: Purpose = Purpose.VALUE
    part: str = ""


@cache
def target_of(key: str) -> Target | None:
    """Give where a key goes, ``None`` for one that no column can fill."""
    if key == MONTH_OF_HOURS:
        field = field_at(Case, ("lost_earnings", "grant", "from"))
        return Target(key, ("lost_earnings", "grant"), "from", _there(field), Purpose.MONTH)
    *tables, name = key.split(".")
    field = field_at(Case, tuple(key.split("."))) if key in CASE_KEYS else None
    if field is None:
        return _of_part(key)
    if table_in(field.annotation) is not None:
        tells = is_several(key) and len(tables) == 0
        return Target(key, (key,), "", field, Purpose.WHICH) if tells else None
    plain = get_origin(bare(field.annotation)) is not dict and key != "format"
    return Target(key, tuple(tables), name, field) if plain else None


def _of_part(key: str) -> Target | None:
    """Give where ``lost_earnings.earlier_gross.2024`` goes."""
    whole, _, part = key.rpartition(".")
    field = field_at(Case, tuple(whole.split("."))) if whole in CASE_KEYS else None
    if field is None or get_origin(bare(field.annotation)) is not dict:
        return None
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2})?", part):
        return None
    *tables, name = whole.split(".")
    return Target(key, tuple(tables), name, field, part=part)


def _there(field: FieldInfo | None) -> FieldInfo:
    assert field is not None
    return field


@cache
def is_several(table: str) -> bool:
    """Tell whether a table of the case file, in dotted form, may stand more than once."""
    field = field_at(Case, tuple(table.split(".")))
    return field is not None and get_origin(bare(field.annotation)) is tuple


@cache
def all_keys() -> tuple[str, ...]:
    """Give every key that a column may fill; of tables of years and months an example."""
    return tuple(_all_keys())


def _all_keys() -> Iterator[str]:
    for key in CASE_KEYS:
        if key and target_of(key) is not None:
            yield key
        elif key and target_of(f"{key}.2024") is not None:
            yield f"{key}.2024"
    yield MONTH_OF_HOURS


def near(key: str) -> str:
    """Give the key that was probably meant."""
    ends = {known.rpartition(".")[2]: known for known in all_keys()}
    found = difflib.get_close_matches(key, all_keys(), 1, _NEAR)
    by_end = difflib.get_close_matches(key.rpartition(".")[2], ends, 1, _NEAR)
    return (found or [ends[each] for each in by_end] or ["lost_earnings.monthly_wage"])[0]


def place_of(target: Target) -> Path:
    """Give the path of a key in a case file that has one of each table."""
    path: list[str | int] = []
    for number, table in enumerate(target.tables):
        path.append(table)
        if is_several(".".join(target.tables[: number + 1])):
            path.append(0)
    return (*path, target.name)
