"""What ``--set`` asks for: ``KEY=20``, and of what varies ``KEY=5..37``, ``KEY=a,b,c``.

Numbers are exact; a range of dates goes by months. The key is the dotted form that faults use, or
as much of its end as names one place of the case. ``[*]`` in the place of a number names every
table of a list. ``date`` alone is the date of the calculation, which stands in no case; a date of
the case has at least its table before it, ``end.date``.
"""

import contextlib
import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice
from math import prod
from typing import Any, Final, NamedTuple, TypeGuard, get_origin

from pydantic import BaseModel

from udmaal.calendar_month import Month, day_in, months_later
from udmaal.case.model import Case
from udmaal.faults import Fault, InputFaultsError, Path, dotted
from udmaal.reading.validation import bare, check, keys_of, table_in
from udmaal.shown import shown

MOST_COMBINATIONS = 10_000
CALCULATION_DATE: Final[Path] = ("date",)

Value = int | Decimal | date | bool | str

EVERY = "*"

_PART = re.compile(r"([\w-]+)(?:\[(\d{1,4}|\*)\])?", re.ASCII)
_COMMA = re.compile(r',(?=(?:[^"]*"[^"]*")*[^"]*$)')  # outside quotes
_WHOLE = re.compile(r"[+-]?\d{1,12}", re.ASCII)
_DECIMAL = re.compile(r"[+-]?\d{1,12}\.\d{1,12}", re.ASCII)
_QUOTED = re.compile(r'"[^"]*"')
_RANGE = re.compile(r"(.+?)\.\.([^/]+)(?:/(.+))?")
_WHOLE_MONTH = re.compile(r"(?<![\d-])(\d{4}-\d\d)(?![\d-])", re.ASCII)
_NEAR, _SHOWN_KEYS = 0.3, 6
_MOST_FAULTS_OF_A_KEY = 20

# The names of a key, each with the number of a table, ``EVERY``, or ``None`` for the only one.
_Parts = list[tuple[str, int | str | None]]


@dataclass(frozen=True, slots=True)
class Variation:
    """A key of the case, where it stands, and the values it takes in turn.

    ``key`` is the dotted form, with ``[*]`` where every table is meant; ``paths`` are all places.
    """

    key: str
    paths: tuple[Path, ...]
    values: tuple[Value, ...]

    @property
    def name(self) -> str:
        """Give the last part of the key."""
        return self.key.rpartition(".")[2]

    @property
    def is_calculation_date(self) -> bool:
        """Tell whether it is the date of the calculation that varies, and no key of the case."""
        return self.paths == (CALCULATION_DATE,)

    def put(self, document: dict[str, Any], value: Value) -> dict[str, Any]:
        """Give the parsed TOML of a case with one of the values."""
        for path in () if self.is_calculation_date else self.paths:
            document = with_value(document, path, value)
        return document


def read_variations(texts: Sequence[str], document: dict[str, Any]) -> tuple[Variation, ...]:
    """Read all ``--set`` of a command for the parsed TOML of a case.

    Raises ``InputFaultsError`` with everything wrong with them, the values the case file cannot
    hold too; each fault is placed at its ``--set``.
    """
    faults: list[Fault] = []
    read: list[Variation] = []
    known = list(keys_of(Case, document))
    for text in texts:
        try:
            variation = _variation(text, document, known)
        except InputFaultsError as error:
            faults += error.faults
        else:
            if any(set(other.paths) & set(variation.paths) for other in read):
                faults.append(_fault(text, "set.twice", key=variation.key))
            read.append(variation)
    if not faults:
        _not_too_many(" --set ".join(texts), prod(len(each.values) for each in read))
    faults += _refused_values(read, document)
    if faults:
        raise InputFaultsError(faults)
    return tuple(read)


def plain_keys(document: dict[str, Any]) -> list[str]:
    """Give every key of a case as ``--set`` takes it: without numbers where there is only one."""
    known = list(keys_of(Case, document))
    plain = [".".join(part for part in path if isinstance(part, str)) for path in known]
    counts = Counter(plain)
    keys = (key if counts[key] == 1 else dotted(at) for key, at in zip(plain, known, strict=True))
    return [dotted(CALCULATION_DATE), *keys]


class Setting(NamedTuple):
    """A value that a key is to have in every case; ``key`` is the dotted form from the top."""

    key: str
    value: Value

    def places(self, document: dict[str, Any]) -> list[Path]:
        """Give where the key stands in the parsed TOML of a case.

        None where the case has no such table. Raises ``InputFaultsError`` where it has several and
        the key says neither which nor ``[*]``.
        """
        *holders, (name, _) = _parts(self.key)
        found: list[tuple[Path, Any]] = [((), document)]
        for part in holders:
            found = [each for path, table in found for each in self._tables(path, table, part)]
        return [(*path, name) for path, _ in found]

    def _tables(
        self, path: Path, holder: Any, part: tuple[str, int | str | None]
    ) -> list[tuple[Path, Any]]:
        name, number = part
        held = holder.get(name) if isinstance(holder, dict) else None
        if not isinstance(held, list):
            return [((*path, name), held)] if held is not None else []
        if number is None and len(held) > 1:
            known = dotted((*path, name)) + f"[0], {dotted((*path, name))}[{EVERY}]"
            raise InputFaultsError([_fault(self.key, "set.several", key=self.key, known=known)])
        tables = [((*path, name, index), table) for index, table in enumerate(held)]
        return [each for each in tables if number in (None, EVERY, each[0][-1])]


def read_settings(texts: Sequence[str]) -> tuple[Setting, ...]:
    """Read ``--set`` for cases that are not known yet; each key has one value.

    Raises ``InputFaultsError`` with everything wrong with them, as ``read_variations``.
    """
    whole = _one_of_each(Case)
    faults: list[Fault] = []
    read: list[Setting] = []
    for text in texts:
        key, equals, value = text.partition("=")
        generic = re.sub(r"\[\d{1,4}\]", f"[{EVERY}]", key) + equals + value
        try:
            (variation,) = read_variations([generic], whole)
        except InputFaultsError as error:
            faults += error.faults
            continue
        if len(variation.values) > 1:
            faults.append(_fault(text, "set.one", key=variation.key))
        if variation.is_calculation_date:
            faults.append(_fault(text, "set.date_option"))
        read.append(Setting(_with_numbers(variation, _parts(key.strip())), variation.values[0]))
    repeated = Counter(setting.key for setting in read)
    faults += [_fault(key, "set.twice", key=key) for key, count in repeated.items() if count > 1]
    if faults:
        raise InputFaultsError(faults)
    return tuple(read)


def json_value(value: Value) -> str | int | bool:
    """Give a value as JSON has it: whole numbers and true and false plain, all others as texts."""
    if isinstance(value, int):
        return value
    return shown(value) if isinstance(value, str) else str(value)


def with_settings(document: dict[str, Any], settings: Iterable[Setting]) -> dict[str, Any]:
    """Give the parsed TOML of a case with other values; raises as ``Setting.places``."""
    for setting in settings:
        for path in setting.places(document):
            document = with_value(document, path, setting.value)
    return document


def _one_of_each(model: type[BaseModel]) -> dict[str, Any]:
    """Give a document with one table of each kind, so that every key has a place in it."""
    made: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        table, several = table_in(field.annotation), get_origin(bare(field.annotation)) is tuple
        if table is not None:
            made[field.alias or name] = [_one_of_each(table)] if several else _one_of_each(table)
    return made


def _with_numbers(variation: Variation, written: _Parts) -> str:
    """Give the whole key with the numbers that were written, none where none was."""
    names = [part for part in variation.paths[0] if isinstance(part, str)]
    numbers = [None] * (len(names) - len(written)) + [number for _, number in written]
    return _dotted(list(zip(names, numbers, strict=True)))


def with_value(document: dict[str, Any], path: Path, value: Value) -> dict[str, Any]:
    """Give the parsed TOML with another value at a key; what is not there yet is added."""
    varied: dict[str, Any] = _with_value(document, path, value)
    return varied


def _with_value(holder: Any, path: Path, value: Value) -> Any:
    if not path:
        return value
    first, rest = path[0], path[1:]
    if isinstance(first, int):
        return [*holder[:first], _with_value(holder[first], rest, value), *holder[first + 1 :]]
    holder = holder if isinstance(holder, dict) else {}
    return {**holder, first: _with_value(holder.get(first), rest, value)}


def _variation(text: str, document: dict[str, Any], known: Sequence[Path]) -> Variation:
    key, equals, values = text.partition("=")
    key, parts = key.strip(), _parts(key.strip())
    if not parts or not equals or not values.strip():
        raise InputFaultsError([_fault(text, "set.form", found=text)])
    if key == dotted(CALCULATION_DATE):
        paths: tuple[Path, ...] = (CALCULATION_DATE,)
        values = _WHOLE_MONTH.sub(r"\1-01", values)
    else:
        paths = _paths(text, key, parts, document, known)
    faults: list[Fault] = []
    found: list[Value] = []
    for item in _COMMA.split(values):
        try:
            found += _values(text, item.strip())
        except InputFaultsError as error:
            faults += error.faults
    if faults:
        raise InputFaultsError(faults)
    key = _dotted(_starred(paths[0], parts))
    return Variation(key, paths, tuple(dict.fromkeys(found)))


def _paths(
    text: str, key: str, parts: _Parts, document: dict[str, Any], known: Sequence[Path]
) -> tuple[Path, ...]:
    """Find the one place a key names, with ``[*]`` that in every table.

    Written in full, else one that stands in the case, else in a table the case has, else any.
    """
    fitting = [path for path in known if _ends_with(_parts_of(path), parts)]
    for choice in (
        [path for path in fitting if len(_parts_of(path)) == len(parts)],
        [path for path in fitting if _holds(document, path)],
        [path for path in fitting if _holds(document, path[:-1])],
        fitting,
    ):
        named = list(dict.fromkeys(_dotted(_starred(path, parts)) for path in choice))
        if len(named) == 1:
            return tuple(choice)
        if named:
            shown = ", ".join(named[:_SHOWN_KEYS])
            raise InputFaultsError([_fault(text, "set.several", key=key, known=shown)])
    by_name = {dotted(path): path for path in known}
    # A short key is compared with the ends of the keys, so that a slip in it is recognised.
    ends = {".".join(name.rsplit(".", len(parts))[-len(parts) :]): name for name in by_name}
    near = difflib.get_close_matches(key, [*by_name, *ends], 1, _NEAR) or [*by_name]
    name = ends.get(near[0], near[0])
    raise InputFaultsError([_fault(text, "set.unknown", key=key, near=name)])


def _parts(key: str) -> _Parts:
    """Take a key apart; nothing for what is no key."""
    found = [_PART.fullmatch(part) for part in key.split(".")]
    return [
        (part[1], _number(part[2])) for part in found if part is not None
    ] if all(found) else []  # fmt: skip


def _number(written: str | None) -> int | str | None:
    return written if written in (None, EVERY) else int(written)


def _dotted(parts: _Parts) -> str:
    """Write a key; a number stands in brackets behind its name."""
    return ".".join(name if number is None else f"{name}[{number}]" for name, number in parts)


def _starred(path: Path, wanted: _Parts) -> _Parts:
    """Give the parts of a path, with ``EVERY`` where a key that it ends with says so."""
    parts = _parts_of(path)
    for index, (_, number) in enumerate(wanted, len(parts) - len(wanted)):
        if number == EVERY and parts[index][1] is not None:
            parts[index] = (parts[index][0], EVERY)
    return parts


def _parts_of(path: Path) -> _Parts:
    parts: _Parts = []
    for part in path:
        if isinstance(part, int):
            parts[-1] = (parts[-1][0], part)
        else:
            parts.append((part, None))
    return parts


def _ends_with(parts: _Parts, wanted: _Parts) -> bool:
    """Compare from the end; an index that is left out, or ``EVERY``, fits any."""
    return len(parts) >= len(wanted) and all(
        name == other and index in (None, EVERY, number)
        for (other, number), (name, index) in zip(
            parts[len(parts) - len(wanted) :], wanted, strict=True
        )
    )


def _holds(document: Any, path: Path) -> bool:
    for part in path:
        if isinstance(part, str) and not (isinstance(document, dict) and part in document):
            return False
        if isinstance(part, int) and not (isinstance(document, list) and part < len(document)):
            return False
        document = document[part]
    return True


def _values(text: str, item: str) -> list[Value]:
    """Give the values of one item: a range or a value."""
    found = None if item.startswith('"') else _RANGE.fullmatch(item)
    if found is None:
        return [_value(item)]
    first, last = _value(found[1].strip()), _value(found[2].strip())
    step = _value(found[3].strip()) if found[3] else 1
    wrong_step = _fault(text, "set.step", found=item)
    backwards = _fault(text, "set.backwards", found=item)
    if not _is_number(step) or step <= 0:
        raise InputFaultsError([wrong_step])
    if isinstance(first, date) and isinstance(last, date):
        if not isinstance(step, int):
            raise InputFaultsError([wrong_step])
        if first > last:
            raise InputFaultsError([backwards])
        count = Month.of(last).since(Month.of(first)) // step + 1
        _not_too_many(text, count)
        days = (months_later(first, number * step) for number in range(count))
        return [day for day in days if day <= last]
    if _is_number(first) and _is_number(last):
        if first > last:
            raise InputFaultsError([backwards])
        count = int((last - first) // step) + 1
        _not_too_many(text, count)
        return [first + number * step for number in range(count)]
    raise InputFaultsError([_fault(text, "set.range", found=item)])


def _not_too_many(text: str, count: int) -> None:
    if count > MOST_COMBINATIONS:
        values = {"count": count, "most": MOST_COMBINATIONS}
        raise InputFaultsError([Fault("set.too_many", (), values, f"--set {text}")])


def _is_number(value: Value) -> TypeGuard[int | Decimal]:
    return type(value) in {int, Decimal}


def _value(text: str) -> Value:
    """Read a value as the case file has it; quotes may be left out."""
    if text in {"true", "false"}:
        return text == "true"
    if _WHOLE.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return Decimal(text)
    with contextlib.suppress(ValueError):
        return day_in(text)
    return text[1:-1] if _QUOTED.fullmatch(text) else text


def _refused_values(read: Iterable[Variation], document: dict[str, Any]) -> Iterator[Fault]:
    """Give the faults of the values that the case file cannot hold, as its reader finds them.

    Of one key, the first few: a range of thousands of values has the same fault in each.
    """
    for variation in read:
        yield from islice(_refused_of(variation, document), _MOST_FAULTS_OF_A_KEY)


def _refused_of(variation: Variation, document: dict[str, Any]) -> Iterator[Fault]:
    path = variation.paths[0]  # what one place cannot hold, no other can
    if variation.is_calculation_date:
        wrong = (value for value in variation.values if not isinstance(value, date))
        yield from (Fault("set.no_date", path, {"found": str(value)}, "--set") for value in wrong)
        return
    for value in variation.values:
        for fault in check(Case, with_value(document, path, value)).faults:
            if fault.path[: len(path)] == path:
                yield Fault(fault.code, path, fault.values, "--set")


def _fault(text: str, code: str, **values: str) -> Fault:
    return Fault(code, (), values, f"--set {text}")
