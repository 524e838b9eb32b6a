"""The child's age: no benefit here runs from the 18th birthday."""

from datetime import date, timedelta
from functools import lru_cache

from udmaal.calendar_month import months_later

_ADULT_AGE = 18
_DAY = timedelta(days=1)
# The family is advised so many months before the 18th birthday.
_NOTICE_MONTHS = 6


def birthday(born: date, age: int) -> date:
    """Give the day a child turns ``age``; born on 29 February: 1 March in a common year."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def age_on(born: date, on: date) -> int:
    """Give the age in whole years."""
    age = on.year - born.year
    return age if on >= birthday(born, age) else age - 1


@lru_cache(maxsize=1024)
def adult_on(born: date) -> date:
    """Give the 18th birthday."""
    return birthday(born, _ADULT_AGE)


@lru_cache(maxsize=1024)
def last_day_as_child(born: date) -> date:
    """Give the day before the 18th birthday."""
    return adult_on(born) - _DAY


def advised_on(born: date) -> date:
    """Give the first day from which the 18th birthday is six months off at most."""
    adult = adult_on(born)
    day = months_later(adult, -_NOTICE_MONTHS)
    return day if months_later(day, _NOTICE_MONTHS) >= adult else day + _DAY
