"""The days by the maximum in force (sygedagpengeloven §§ 50 and 64)."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Final, NamedTuple

from udmaal.calendar_month import first_monday
from udmaal.law.supplementary.period import Period
from udmaal.rates.book import Rate, RateBook

_DAY: Final = timedelta(days=1)


class Stretch(NamedTuple):
    """Days with one weekly maximum; ``unknown_from`` is the day of a rise that is not known yet."""

    first: date
    last: date
    maximum: Rate
    unknown_from: date | None


def stretches_of(period: Period, book: RateBook) -> tuple[Stretch, ...]:
    """Give the days by the maximum in force; it rises on the first Monday of January."""
    years = range(period.first.year, period.last.year + 1)
    rises = [day for day in map(first_monday, years) if period.first < day <= period.last]
    starts = [period.first, *rises]
    newest = _maximum_on(starts[-1], book)
    unknown = first_monday(book.last_day.year + 1)
    found = []
    for first, following in pairwise([*starts, period.last + _DAY]):
        maximum = _maximum_on(first, book)
        is_unknown = period.last >= unknown and maximum == newest
        stretch = Stretch(first, following - _DAY, maximum, unknown if is_unknown else None)
        found.append(stretch)
    return tuple(found)


def _maximum_on(day: date, book: RateBook) -> Rate:
    """Give the maximum in force: until the first Monday of January that of the year before.

    Sygedagpengeloven §§ 50 and 64. Of the years without rates the nearest one is taken.
    """
    if day < first_monday(day.year):
        day = date(day.year - 1, 12, 31)
    return book.nearest(day)["sickness_benefit.maximum_week"]
