"""Holiday with pay from an employer (rules.md § 1.2; the order § 13)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from udmaal.breakdown import Line, Values
from udmaal.calendar_month import days, is_weekday
from udmaal.case.model import PaidHoliday
from udmaal.law.lost_earnings.lines import law_on, line
from udmaal.money import ZERO, fraction_to_ore

# Days of holiday with the hours a week they are for, and the hours of the benefit; without hours
# the whole day counts.
Share = tuple[int, Decimal | None, Decimal | None]


class RanOn(NamedTuple):
    """Days on which the benefit ran, with the hours a week that count."""

    first: date
    last: date
    effective: Decimal


class Holiday(NamedTuple):
    """The part of a month that is holiday with pay: of ``of`` weekdays, day by day.

    ``first`` is the first day of it.
    """

    first: date
    shares: tuple[Share, ...]
    of: int

    @property
    def days(self) -> int:
        """Give the weekdays of holiday, whole or in part."""
        return sum(count for count, _, _ in self.shares)

    @property
    def part(self) -> Fraction:
        """Give the part of the month's benefit that the holiday pay is for."""
        counted = sum(
            (count * _of_a_day(hours, of) for count, hours, of in self.shares), Fraction(0)
        )
        return counted / self.of

    def deducted(self, amount: Decimal) -> Decimal:
        """Take the part of an amount, rounded to øre."""
        return fraction_to_ore(Fraction(amount) * self.part)

    def line(self, id_: str, amount: Decimal) -> Line:
        """Make the line of what is taken off an amount."""
        law = law_on(self.first, topic="holiday")
        values: Values = {"amount": amount, "days": self.days, "of": self.of}
        formula = "paid_holiday"
        if any(hours is not None for _, hours, _ in self.shares):
            values, formula = {**values, "shares": self.shares}, "paid_holiday.part"
        return line(id_, self.deducted(amount), values, law, formula, unit="DKK")


def holiday_in(tables: Sequence[PaidHoliday], ran: Iterable[RanOn]) -> Holiday | None:
    """Give the holiday with pay in the days of a month on which the benefit ran, if there is any.

    A weekday counts as the smaller of 1 and the hours of the holiday pay through the hours that
    count; several employers' hours add up.
    """
    if not tables:
        return None
    found: Counter[tuple[Decimal | None, Decimal | None]] = Counter()
    first: date | None = None
    of = 0
    for part in ran:
        for day in days(part.first, part.last):
            if not is_weekday(day):
                continue
            of += 1
            held = [each.hours for each in tables if each.from_ <= day <= each.until]
            if held:
                first = first or day
                found[_counted(held, part.effective)] += 1
    if first is None:
        return None
    return Holiday(first, tuple((count, *each) for each, count in found.items()), of)


def _counted(
    held: Sequence[Decimal | None], effective: Decimal
) -> tuple[Decimal | None, Decimal | None]:
    """Give hours and hours of the benefit of a day; ``None`` where the whole day counts."""
    hours = [each for each in held if each is not None]
    together = sum(hours, ZERO)
    if len(hours) < len(held) or together >= effective:
        return None, None
    return together, effective


def _of_a_day(hours: Decimal | None, of: Decimal | None) -> Fraction:
    return Fraction(1) if hours is None or of is None else Fraction(hours) / Fraction(of)
