"""The two holiday supplements (rules.md § 1.2; the order §§ 15 and 16).

1 % of the gross of the calendar year before, while the course runs on; and 12.5 % of what was not
yet compensated, when it ends or its hours are reduced.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import count
from typing import Final

from udmaal.breakdown import Values
from udmaal.calendar_month import Month
from udmaal.law.context import Context
from udmaal.law.lost_earnings.course import Course
from udmaal.law.lost_earnings.lines import law_on, line
from udmaal.ledger import Due
from udmaal.money import fraction_to, fraction_to_ore, percent_of

_MAY: Final = 5
_SEPTEMBER: Final = 9
# From this year the holiday year begins in September [A06].
_SEPTEMBER_FROM: Final = 2021


@dataclass(slots=True)
class Pots:
    """What is not yet compensated: gross of the calendar year before, and of the year so far.

    Exact fractions; each supplement is rounded once, when it is made.
    """

    last: Fraction = field(default_factory=Fraction)
    this: Fraction = field(default_factory=Fraction)

    def earn(self, gross: Fraction) -> None:
        """Add gross benefit to the year so far."""
        self.this += gross

    def turn_year(self) -> None:
        """Make the year so far the year before, on 1 January."""
        self.last, self.this = self.this, Fraction(0)

    def take(self, part: Fraction) -> tuple[Fraction, Fraction]:
        """Take a part of both pots out and give it."""
        taken = self.last * part, self.this * part
        self.last -= taken[0]
        self.this -= taken[1]
        return taken


def running_supplement(year: int, gross: Fraction, context: Context) -> Due | None:
    """Give the 1 % of a year's gross, due on 1 May of the year after (the order § 15)."""
    turn = date(year + 1, 1, 1)
    percent = context.rates(turn)["lost_earnings.holiday_running_percent"]
    amount = _percent(gross, percent.number)
    if not amount:
        return None
    values: Values = {
        "percent": percent.number,
        "year": str(year),
        "gross": _shown(gross, percent.number, amount),
    }
    law = law_on(turn, topic="running_supplement")
    made = line("holiday_1", amount, values, law, None, (percent,), "DKK")
    return Due(Month(year + 1, _MAY), "holiday_1", amount, made)


def ending_supplement(
    pots: Pots, day: date, before: Decimal, after: Decimal, context: Context, formula: str
) -> list[Due]:
    """Compensate an end, a pause or a reduction of hours a week from ``before`` to ``after``.

    ``formula`` says which of them it is. ``day`` is the last day with the old hours. The part of
    last year is due on 1 May of the year, or in the month of the event when that has passed; the
    part of this year at the start of the holiday year in the next calendar year.
    """
    part = Fraction(before - after) / Fraction(before) if before else Fraction(1)
    last, this = pots.take(part)
    percent = context.rates(day)["lost_earnings.holiday_ending_percent"]
    law = law_on(day, topic="ending_supplement")
    following = day.year + 1
    holiday_year = _SEPTEMBER if following >= _SEPTEMBER_FROM else _MAY
    dues = []
    for year, gross, due in (
        (day.year - 1, last, Month(day.year, max(day.month, _MAY))),
        (day.year, this, Month(following, holiday_year)),
    ):
        amount = _percent(gross, percent.number)
        if not amount:
            continue
        values: Values = {
            "percent": percent.number,
            "year": str(year),
            "gross": _shown(gross, percent.number, amount),
            "day": day,
            "before": before,
            "after": after,
        }
        made = line("holiday_125", amount, values, law, formula, (percent,), "DKK")
        dues.append(Due(due, "holiday_125", amount, made))
    return dues


def missing_gross_year(course: Course) -> int | None:
    """Give the year whose gross a course taken over lacks, or ``None``.

    The supplements of the year of ``basis_level`` rest on the calendar year before; where nothing
    was paid in it, nothing is missing.
    """
    level = course.table.basis_level
    if level is None or str(level - 1) in course.table.earlier_gross:
        return None
    year = level - 1
    ran = any(each.first.year <= year <= each.last.year for each in course.stretches)
    single = any(day.date.year == year for day in course.table.single_day)
    return year if ran or single else None


def _percent(gross: Fraction, percent: Decimal) -> Decimal:
    """Take a percentage of an exact gross, rounded to øre."""
    return fraction_to_ore(gross * Fraction(percent) / 100)


def _shown(gross: Fraction, percent: Decimal, amount: Decimal) -> Decimal:
    """Write an exact gross with the decimals, two or more, that lead a reader to the amount.

    A part of a pot is no whole number of øre, and the supplement is rounded once.
    """
    written = (fraction_to(gross, places) for places in count(2))
    return next(each for each in written if percent_of(each, percent) == amount)
