"""Service levels: what a council has decided (serviceniveau, kvalitetsstandard).

Guiding only: a case may always deviate, and then says so in a line (loven.md#serviceniveauer).
"""

import contextlib
import difflib
import hashlib
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from udmaal.case.fields import Day, Kroner, KronerPerYear, Label, Table, Text
from udmaal.faults import Fault, InputFaultsError
from udmaal.money import ZERO
from udmaal.rates.read import shipped_folder
from udmaal.reading.numbers import WHOLE_TO_DECIMAL
from udmaal.reading.source import read_source, read_toml, stamp
from udmaal.reading.validation import check_read, placed, several_tables


class StandardAmount(Table):
    """A standard amount for an extra cost, for an age band (standardbeløb)."""

    name: Label = Field(examples=['"gluten_free"'], description="What an item refers to")
    age_from: Annotated[int, Field(ge=0, le=17)] = Field(examples=["1"], description="Whole years")
    age_to: Annotated[int, Field(ge=0, le=17)] = Field(examples=["2"], description="Included")
    sex: Literal["girl", "boy"] | None = Field(None, examples=['"girl"'])
    amount: KronerPerYear = Field(examples=["472.00"], description="kr. a period")
    per: Literal["day", "week", "month", "quarter", "year"] = Field(examples=['"month"'])
    normal: KronerPerYear = Field(default=ZERO, examples=["0.00"])
    source: Text = Field(examples=['"..."'])
    valid_from: Day = Field(examples=["2015-01-01"])


class ServiceLevel(Table):
    """A municipality's service level; without values it is the national default."""

    format: Literal[1] = Field(default=1, examples=["1"])
    name: Text = Field(default="", examples=['"Rudersdal Kommune"'])
    source: Text = Field(default="", examples=['"Vejledende serviceniveau (2015)"'])
    valid_from: Day | None = Field(default=None, examples=["2014-01-01"])
    hours_per_month: Annotated[Decimal, Field(gt=0, le=400), WHOLE_TO_DECIMAL] | None = Field(
        default=None, examples=["160.3"], description="Divisor of the printed hourly ceiling"
    )
    home_help_hourly: Kroner | None = Field(
        default=None, examples=["140.00"], description="The home helpers' wage, kr./hour"
    )
    savings_from: Literal["net", "gross"] = Field(default="net", examples=['"net"'])
    reduction_run_off_hours: Annotated[Decimal, Field(gt=0, le=168), WHOLE_TO_DECIMAL] | None = (
        Field(
            default=None,
            examples=["15"],
            description="Hours/week fewer from which the former hours run off",
        )
    )
    single_days_minimum: Annotated[int, Field(ge=0, le=366)] | None = Field(
        default=None, examples=["4"], description="Practical minimum of single days a year"
    )
    respite_days_usual: Annotated[int, Field(ge=0, le=366)] | None = Field(
        default=None, examples=["50"], description="Usual respite, days/year"
    )
    respite_days_maximum: Annotated[int, Field(ge=0, le=366)] | None = Field(
        default=None, examples=["60"], description="Highest respite, days/year"
    )
    leisure_amount: KronerPerYear | None = Field(
        default=None, examples=["2500.00"], description="Highest leisure support, kr./year"
    )
    leisure_activities: Annotated[int, Field(ge=0, le=100)] | None = Field(
        default=None, examples=["1"], description="Activities a child"
    )
    leisure_means_test: bool = Field(
        default=False,
        examples=["true"],
        description="Leisure support only where the family's own means do not suffice",
    )
    companion_hourly_wage: Kroner | None = Field(
        default=None, examples=["160.00"], description="A companion's wage, kr./hour"
    )
    standard: Annotated[tuple[StandardAmount, ...], Field(strict=False, max_length=1000)] = ()

    @property
    def cited(self) -> tuple[str, ...]:
        """Give the name of the level, to cite beside the law; nothing where it has none."""
        return (self.name,) if self.name else ()

    def standard_for(self, name: str, age: int, sex: str | None, on: date) -> StandardAmount | None:
        """Give the newest standard amount for a child's age in years (and sex) on a date."""
        rows = [
            row
            for row in self.standard
            if row.name == name
            and row.age_from <= age <= row.age_to
            and row.sex in (None, sex)
            and row.valid_from <= on
        ]
        return max(rows, key=lambda row: row.valid_from, default=None)


NATIONAL = ServiceLevel()


def read_service_level(
    name: str | None, folders: Iterable[Path | str] = ()
) -> tuple[ServiceLevel, str]:
    """Read the service level ``name``, from the given folders first, then from the shipped ones.

    Returns it with its fingerprint (empty for the national default, that is for no name). A level
    is read anew only where its file has changed. Raises ``InputFaultsError`` for an unknown name or
    a faulty file.
    """
    if name is None:
        return NATIONAL, ""
    places = _places(tuple(folders))
    stamps = tuple([stamp(f"{place}/{name}.toml") for place in places])
    return _read_level(name, places, stamps)


def level_folders(own: Iterable[Path | str], rates: Path | str | None = None) -> tuple[Path, ...]:
    """Give the folders to look in: one's own, then that beside a folder of rates, if any."""
    beside_rates = Path(rates, "municipalities") if rates is not None else None
    beside = (beside_rates,) if beside_rates and beside_rates.is_dir() else ()
    return (*map(Path, own), *beside)


def known_levels(folders: Iterable[Path | str] = ()) -> list[str]:
    """Give the names of the service levels of the given folders and of the shipped ones."""
    return sorted({path.stem for path in _level_files(_places(tuple(folders)))})


def level_fingerprints(folders: Iterable[Path | str] = ()) -> frozenset[str]:
    """Give the fingerprints of all service levels there are, as ``read_service_level`` does."""
    found = set()
    for path in _level_files(_places(tuple(folders))):
        with contextlib.suppress(InputFaultsError):  # one that cannot be read: nobody uses it
            found.add(read_source(path).sha256)
    return frozenset(found)


def levels_sha256(folders: Iterable[Path | str] = ()) -> str:
    """Give one fingerprint of all service levels there are."""
    return hashlib.sha256("\n".join(sorted(level_fingerprints(folders))).encode()).hexdigest()


@lru_cache(maxsize=8)
def _places(folders: tuple[Path | str, ...]) -> tuple[str, ...]:
    """Give all folders to look in, as texts: a batch looks into them for every case."""
    return (*map(str, folders), str(shipped_folder() / "municipalities"))


def _level_files(places: Iterable[str]) -> Iterator[Path]:
    return (path for place in places for path in Path(place).glob("*.toml"))


@lru_cache(maxsize=128)
def _read_level(
    name: str, places: tuple[str, ...], _stamps: tuple[object, ...]
) -> tuple[ServiceLevel, str]:
    available = sorted({path.stem for path in _level_files(places)})
    if name not in available:
        near = difflib.get_close_matches(name.lower(), available, 1, 0.6)
        values = {
            "name": name,
            "near": near[0] if near else "",
            "known": ", ".join(available),
        }
        code = "municipality.unknown_near" if near else "municipality.unknown"
        raise InputFaultsError([Fault(code, ("municipality",), values)])
    paths = (Path(place, f"{name}.toml") for place in places)
    path = next(path for path in paths if path.is_file())
    source = read_source(path)
    parsed = read_toml(source, several_tables(ServiceLevel))
    checked = check_read(ServiceLevel, parsed)
    if checked.model is None or checked.faults or parsed.faults:
        raise InputFaultsError([*parsed.faults, *placed(checked.faults, source, parsed)])
    return checked.model, source.sha256
