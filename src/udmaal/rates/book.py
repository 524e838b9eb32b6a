"""The rates of a date: the overlay of all files up to it."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from udmaal.faults import Fault, InputFaultsError
from udmaal.language import Language

Status = Literal["published", "derived", "provisional"]
PeriodUnit = Literal["days", "months"]


class Period(NamedTuple):
    """A period of time: so many days, or whole months counted from the end of the month."""

    number: int
    unit: PeriodUnit

    def __str__(self) -> str:
        return f"{self.number} {self.unit}"


class Rate(NamedTuple):
    """One value of one key from one date on.

    ``value`` is a number, or a period (``98 days``). ``status`` says whether it was
    ``published``, is ``derived`` by the regulation arithmetic, or ``provisional``. ``jump`` says
    why it lies far from the value before. ``source_da`` is the source as a Danish text cites it,
    empty where a file has only one.
    """

    key: str
    effective: date
    value: Decimal | Period
    unit: str
    status: Status
    evidence: str
    source: str
    jump: str = ""
    source_da: str = ""

    def source_in(self, language: Language) -> str:
        """Give the source as it is cited in a language; one that stands alone serves both."""
        return (language == "da" and self.source_da) or self.source

    @property
    def number(self) -> Decimal:
        """Give the value of a key that holds numbers."""
        if isinstance(self.value, Period):
            raise TypeError(self.key)
        return self.value

    @property
    def period(self) -> Period:
        """Give the value of a key that holds periods."""
        if not isinstance(self.value, Period):
            raise TypeError(self.key)
        return self.value

    @property
    def text(self) -> str:
        """Give the value as it stands in the file."""
        return str(self.value)


class RateFile(NamedTuple):
    """One file: everything that changes on one date, and its keys that no rule asks for."""

    name: str
    effective: date
    rates: tuple[Rate, ...]
    retired: tuple[str, ...] = ()


class RatesOfDate:
    """All rates in force on one date."""

    def __init__(self, on: date, rates: dict[str, Rate]) -> None:
        self.on = on
        self._rates = rates

    def __getitem__(self, key: str) -> Rate:
        """Give a rate; raises ``InputFaultsError`` when no file up to the date holds it."""
        rate = self._rates.get(key)
        if rate is None:
            values = {"key": key, "date": self.on}
            raise InputFaultsError([Fault("rates.no_value", values=values)])
        return rate

    def number(self, key: str) -> Decimal:
        """Give the value of a rate, in its unit."""
        return self[key].number

    def get(self, key: str) -> Rate | None:
        """Give a rate, or ``None`` where the date has none."""
        return self._rates.get(key)

    def all(self) -> tuple[Rate, ...]:
        """Give every rate in force, by key."""
        return tuple(self._rates[key] for key in sorted(self._rates))


class RateBook:
    """The rates of all dates, from ``first_day`` to ``last_day``, the end of the last year.

    ``sha256`` is the fingerprint of the files they came from.
    """

    def __init__(self, files: Iterable[RateFile], sha256: str) -> None:
        self.files = tuple(sorted(files, key=lambda file: file.effective))
        self.sha256 = sha256
        self._starts = [file.effective for file in self.files]
        self.first_day = self._starts[0]
        self.last_day = date(self._starts[-1].year, 12, 31)
        self._overlays: list[dict[str, Rate]] = []
        self._of_dates: dict[date, RatesOfDate] = {}
        self._of_years: dict[str, dict[int, Rate]] = {}
        overlay: dict[str, Rate] = {}
        for file in self.files:
            overlay = overlay | {rate.key: rate for rate in file.rates}
            self._overlays.append(overlay)

    def covers(self, on: date) -> bool:
        """Tell whether a date has rates."""
        return self.first_day <= on <= self.last_day

    def at(self, on: date) -> RatesOfDate:
        """Give the rates of a date.

        Raises ``InputFaultsError`` naming the covered range for a date outside it.
        """
        if not self.covers(on):
            raise InputFaultsError([self.not_covered(on)])
        return self.nearest(on)

    def not_covered(self, on: date) -> Fault:
        """Say of a date that it has no rates, which have, and the first year without any."""
        values = {
            "date": on,
            "first": self.first_day,
            "last": self.last_day,
            "year": str(self.last_day.year + 1),
        }
        return Fault("date.not_covered", values=values)

    def nearest(self, on: date) -> RatesOfDate:
        """Give the rates of the covered day nearest to a date.

        For periods set by law, such as the notice, that reach out of the covered years.
        """
        found = self._of_dates.get(on)
        if found is None:
            index = max(bisect_right(self._starts, on) - 1, 0)
            found = self._of_dates[on] = RatesOfDate(on, self._overlays[index])
        return found

    def start_of(self, on: date) -> date:
        """Give the day from which the rates in force on a date apply."""
        return self._starts[max(bisect_right(self._starts, on) - 1, 0)]

    def percentages(self, key: str, years: range) -> list[Rate]:
        """Give a rate on 1 January of each year; raises as ``at``."""
        known = self._of_years.setdefault(key, {})
        for year in years:
            if year not in known:
                known[year] = self.at(date(year, 1, 1))[key]
        return [known[year] for year in years]

    def history(self, key: str) -> tuple[Rate, ...]:
        """Give all values of a key, oldest first."""
        return tuple(rate for file in self.files for rate in file.rates if rate.key == key)
