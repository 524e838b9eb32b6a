"""Read a folder of rate files: ``YYYY-MM-DD.toml``, one per effective date."""

import difflib
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, model_validator

from udmaal.faults import Fault, InputFaultsError, dotted
from udmaal.faults import Path as KeyPath
from udmaal.rates.book import Period, PeriodUnit, Rate, RateBook, RateFile, Status
from udmaal.rates.keys import RATE_KEYS, RETIRED_KEYS, RateKey
from udmaal.reading.numbers import WHOLE_TO_DECIMAL, meant_and_exact, written_in_thousands
from udmaal.reading.source import Source, read_source, read_toml, stamps_in
from udmaal.reading.validation import check, check_read, placed

_FILE_NAME = re.compile(r"\d{4}-\d\d-\d\d\.toml", re.ASCII)
_PERIOD = re.compile(r"([1-9]\d{0,2}) (days|months)", re.ASCII)
# The unit that stands beside a period: months are counted from the end of the month.
_UNITS_OF_PERIODS: Final[dict[PeriodUnit, str]] = {"days": "", "months": "after end of month"}
_HEADER = ("format", "effective")
_MOST_FAULTS, _LONGEST_KEY = 200, 100  # past these it is no rate file
_Value = Annotated[Decimal, Field(ge=0, le=10**9), WHOLE_TO_DECIMAL]


class RateEntry(BaseModel):
    """One rate as it stands in a file: a value with unit, status and source."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, defer_build=True)

    value: _Value | None = Field(None, examples=["28443"])
    text: str | None = Field(None, min_length=1, max_length=100, examples=['"98 days"'])
    unit: str = Field(max_length=40, examples=['"DKK/month"'])
    status: Status = Field(examples=['"published"'])
    evidence: str = Field("", max_length=40, examples=['"order"'])
    source: str = Field(min_length=1, max_length=2000, examples=['"BEK 1548/2013"'])
    source_da: str = Field("", max_length=2000, examples=['"bekendtgørelse nr. 1548/2013"'])
    jump: str = Field("", max_length=500, examples=['"doubled by lov 746/2025"'])

    @model_validator(mode="before")
    @classmethod
    def _split_value(cls, data: Any) -> Any:
        """Let ``value`` be a text where a period is meant."""
        if isinstance(data, dict) and isinstance(data.get("value"), str):
            return {**data, "value": None, "text": data["value"]}
        return data


class _Header(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, defer_build=True)

    format: int = Field(ge=1, le=1, examples=["1"])
    effective: date = Field(examples=["2027-01-01"])


@lru_cache(maxsize=1)
def shipped_folder() -> Path:
    """Give the folder of the shipped rates: inside the wheel, or of the source tree."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "shipped_rates"
    return installed if installed.is_dir() else package.parents[1] / "rates"


def read_rates(folder: Path | str | None = None) -> RateBook:
    """Read the rates of a folder, or the shipped ones; anew only where its files have changed.

    Raises ``InputFaultsError`` with all faults of all files.
    """
    folder = Path(folder) if folder is not None else shipped_folder()
    return _read_folder(folder, stamps_in(folder))


@lru_cache(maxsize=4)
def _read_folder(folder: Path, _stamps: tuple[object, ...]) -> RateBook:
    if not folder.is_dir():
        raise InputFaultsError([Fault("rates.no_folder", file=str(folder))])
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        raise InputFaultsError([Fault("rates.empty_folder", file=str(folder))])
    faults: list[Fault] = []
    files: list[RateFile] = []
    fingerprint = hashlib.sha256()
    for path in paths:
        try:
            source = read_source(path)
            files.append(rate_file(path.name, source))
            fingerprint.update(f"{path.name}\n{source.text}\n".replace("\r\n", "\n").encode())
        except InputFaultsError as error:
            faults.extend(error.faults)
    if faults:
        raise InputFaultsError(faults)
    return RateBook(files, fingerprint.hexdigest())


def rate_file(name: str, source: Source) -> RateFile:
    """Read one rate file; raises ``InputFaultsError`` with all its faults."""
    if not _FILE_NAME.fullmatch(name):
        raise InputFaultsError([Fault("rates.file_name", file=source.name)])
    parsed = read_toml(source)
    data = parsed.document
    head = {key: data[key] for key in _HEADER if key in data}
    unread = {path: at for path, at in parsed.unread.items() if path[0] in _HEADER}
    header = check_read(_Header, replace(parsed, document=head, unread=unread))
    faults = list(header.faults)
    effective = header.model.effective if header.model else date.min
    if (
        not faults
        and not unread
        and header.model
        and effective.isoformat() != name.removesuffix(".toml")
    ):
        values = {"name": name, "effective": effective}
        faults.append(Fault("rates.other_date", ("effective",), values))
    rates = []
    retired = []
    tables = {key: value for key, value in data.items() if key not in _HEADER}
    for at, entry in _entries(tables, ()):
        if dotted(at) in RETIRED_KEYS:
            retired.append(dotted(at))
            continue
        if len(faults) >= _MOST_FAULTS:
            break
        if any(path[: len(at)] == at for path in parsed.unread):
            continue  # a fault of it is told already
        rate, wrong = _rate(at, entry, effective)
        faults += wrong
        if rate is not None:
            rates.append(rate)
    if faults or parsed.faults:
        raise InputFaultsError([*parsed.faults, *placed(faults, source, parsed)])
    return RateFile(name, effective, tuple(rates), tuple(retired))


def _entries(table: dict[str, Any], at: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    """Walk down to the tables that hold a rate; what is no table at all is given as it is."""
    for key, value in table.items():
        path = (*at, key)
        inner = isinstance(value, dict) and any(isinstance(v, dict) for v in value.values())
        if inner:
            yield from _entries(value, path)
        else:
            yield path, value


def _rate(at: KeyPath, entry: Any, effective: date) -> tuple[Rate | None, list[Fault]]:
    key = ".".join(str(part) for part in at)
    known = RATE_KEYS.get(key)
    if known is None:
        near = difflib.get_close_matches(key[:_LONGEST_KEY], RATE_KEYS, 1, 0.6)
        values = {"key": key, "near": near[0] if near else ""}
        return None, [Fault("rates.unknown_key", at, values)]
    if not isinstance(entry, dict):
        return None, [Fault("type.table", at, {"key": key, "found": "", "example": f"[{key}]"})]
    checked = check(RateEntry, entry)
    faults = [Fault(fault.code, (*at, *fault.path), fault.values) for fault in checked.faults]
    if checked.model is None or faults:
        return None, faults
    model = checked.model
    value = _period(model.text or "") if known.is_period else model.value
    if value is None:
        code = "rates.period_wanted" if known.is_period else "rates.number_wanted"
        return None, [Fault(code, (*at, "value"), {"key": key})]
    faults = list(_wrong_value(at, known, value, model.unit))
    rate = Rate(key, effective, value, *_beside(model))
    return (None, faults) if faults else (rate, [])


def _wrong_value(
    at: KeyPath, known: RateKey, value: Decimal | Period, unit: str
) -> Iterator[Fault]:
    """Give what is wrong with a value of the right kind, and with its unit."""
    in_kroner = any(unit.startswith("DKK") and unit != "DKK/km" for unit in known.units)
    if isinstance(value, Decimal) and in_kroner and written_in_thousands(value):
        shown = {"found": str(value), **meant_and_exact(value)}
        yield Fault("value.thousands", (*at, "value"), shown)
    units = _units(known, value)
    if unit not in units:
        values = {"key": dotted(at), "found": f'"{unit}"', "units": f'"{units[0]}"'}
        yield Fault("rates.unit", (*at, "unit"), values)


def _beside(model: RateEntry) -> tuple[str, Status, str, str, str, str]:
    """Give what stands beside the value, in the order of ``Rate``."""
    return model.unit, model.status, model.evidence, model.source, model.jump, model.source_da


def _period(text: str) -> Period | None:
    """Read ``98 days`` or ``3 months``; nothing else is a period."""
    found = _PERIOD.fullmatch(text)
    if found is None:
        return None
    return Period(int(found[1]), "days" if found[2] == "days" else "months")


def _units(known: RateKey, value: Decimal | Period) -> tuple[str, ...]:
    """Give the units a value may have; a period decides its own."""
    return (_UNITS_OF_PERIODS[value.unit],) if isinstance(value, Period) else known.units
