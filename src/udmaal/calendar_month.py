"""Calendar months: their days, their order, how they are written."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

_WRITTEN_MONTH = re.compile(r"\d{4}-\d\d", re.ASCII)
_WRITTEN_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_DECEMBER = 12
_FRIDAY = 4


class Month(NamedTuple):
    """A calendar month; months compare in the order of time."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> "Month":
        """Give the month of a day."""
        return cls(day.year, day.month)

    @staticmethod
    @lru_cache(maxsize=1024)
    def parse(text: str) -> "Month":
        """Read ``YYYY-MM``, the digits 0 to 9 alone; raises ``ValueError``.

        Kept by text, as ``months_later`` keeps its days: 1 % of a batch.
        """
        if not _WRITTEN_MONTH.fullmatch(text):
            raise ValueError(text)
        return Month.of(date.fromisoformat(f"{text}-01"))

    @property
    def first(self) -> date:
        """Give the first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """Give the last day."""
        return date(self.year, self.month, self.days)

    @property
    def days(self) -> int:
        """Give the number of days."""
        return monthrange(self.year, self.month)[1]

    def plus(self, months: int) -> "Month":
        """Give the month so many months later."""
        year, month = divmod(self.year * _DECEMBER + self.month - 1 + months, _DECEMBER)
        return Month(year, month + 1)

    def since(self, other: "Month") -> int:
        """Give the number of months from another month to this one."""
        return (self.year - other.year) * _DECEMBER + self.month - other.month

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


def day_in(text: str) -> date:
    """Read ``YYYY-MM-DD``, the digits 0 to 9 alone; raises ``ValueError``."""
    if not _WRITTEN_DAY.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)


@lru_cache(maxsize=4096)
def months_later(day: date, number: int) -> date:
    """Give the same day of a later month, or its last day where it has no such day."""
    month = Month.of(day).plus(number)
    return month.first.replace(day=min(day.day, month.days))


def months(first: Month, last: Month) -> Iterator[Month]:
    """Give all months from the first to the last, both included."""
    for number in range(last.since(first) + 1):
        yield first.plus(number)


def days(first: date, last: date) -> Iterator[date]:
    """Give all days from the first to the last, both included."""
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)


def first_monday(year: int) -> date:
    """Give the first Monday of a year."""
    new_year = date(year, 1, 1)
    return new_year + timedelta(days=-new_year.weekday() % 7)


def is_weekday(day: date) -> bool:
    """Tell whether a day is a Monday to Friday."""
    return day.weekday() <= _FRIDAY
