"""The yearly regulation of the basis (rules.md § 1.1, step 2; the order § 14)."""

from datetime import date
from decimal import Decimal
from typing import Final

from udmaal.breakdown import Line
from udmaal.faults import Fault, InputFaultsError
from udmaal.law.citations import order_on, statute
from udmaal.law.context import Context
from udmaal.law.lost_earnings.course import Course
from udmaal.law.lost_earnings.wage_basis import Basis
from udmaal.money import ratio, to_kroner, to_ore
from udmaal.rates.keys import LOST_EARNINGS_PERCENT, SATSREGULERING_PERCENT

# The orders of these years rounded the regulated amount to whole kroner; the newer do not.
_WHOLE_KRONER: Final = (2012, 2023)

ASSUMPTION: Final = "A14"


def regulation_years(course: Course, on: date) -> range:
    """Give the years on whose 1 January the basis is raised, up to a date.

    Every 1 January after the first grant; with ``basis_level`` only later years'.
    Raises ``InputFaultsError`` for a date before the year of ``basis_level``.
    """
    given = course.first_grant.year
    level = course.table.basis_level
    if level is not None:
        if on.year < level:
            values = {"date": on, "level": level}
            place = (*course.at, "basis_level")
            raise InputFaultsError([Fault("basis_level.later", place, values)])
        given = max(given, level)
    return range(given + 1, on.year + 1)


def regulated(course: Course, basis: Decimal, on: date, context: Context) -> Basis:
    """Raise the basis year by year; one line a year.

    By the lost-earnings percentage, under the old rules by the satsreguleringsprocent.
    """
    key = SATSREGULERING_PERCENT if course.old_rules else LOST_EARNINGS_PERCENT
    law = (statute("lost_earnings", on), order_on("regulation", on))
    lines = []
    years = regulation_years(course, on)
    for year, percent in zip(years, context.book.percentages(key, years), strict=True):
        raised = ratio(basis, 100 + percent.number, 100)
        whole = _rounds_to_kroner(course, year)
        after = to_kroner(raised) if whole else to_ore(raised)
        values = {"year": year, "before": basis, "percent": percent.number}
        formula = "regulation.kroner" if whole else "regulation"
        lines.append(Line("regulation", after, "DKK/month", formula, values, law, (percent,)))
        basis = after
    return Basis(basis, tuple(lines))


def _rounds_to_kroner(course: Course, year: int) -> bool:
    first, last = _WHOLE_KRONER
    return not course.old_rules and first <= year <= last
