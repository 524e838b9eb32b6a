"""What the rules give of a course in one month, before ATP and supplements."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from udmaal.calendar_month import Month
from udmaal.law.lost_earnings.months.paid_holiday import Deduction
from udmaal.law.lost_earnings.months.pots import Earned
from udmaal.law.lost_earnings.months.running import Running
from udmaal.law.lost_earnings.months.single_days import SingleDayPay
from udmaal.ledger import NOTHING, CourseMonth


class WorkedMonth(NamedTuple):
    """The benefit that runs in a month, holiday with pay that is taken off it, and single days."""

    month: Month
    running: Sequence[Running]
    holiday: Deduction | None
    single_days: Sequence[SingleDayPay]

    @property
    def gross(self) -> Decimal:
        """Give the running benefit, less holiday with pay."""
        running = sum((each.gross.amount for each in self.running), NOTHING)
        return running - self.holiday.gross.amount if self.holiday else running

    @property
    def paid(self) -> bool:
        """Tell whether anything is paid to the parent."""
        return bool(self.gross) or any(pay.gross for pay in self.single_days)

    @property
    def helped(self) -> bool:
        """Tell whether there is help in the month, though it may pay nothing."""
        return bool(self.running) or self.paid

    @property
    def hours(self) -> Fraction:
        """Give the hours of help, exactly; holiday with pay has none."""
        running = sum((each.hours for each in self.running), Fraction(0))
        if self.holiday:
            running *= 1 - self.holiday.part
        return sum((pay.hours for pay in self.single_days), running)

    def earned(self) -> Iterator[Earned]:
        """Give the gross by the day on which it counts, each stretch less its part of a holiday."""
        left = self.holiday.left if self.holiday else 1
        for each in self.running:
            yield Earned(each.last, Fraction(each.gross.amount) * left)
        for pay in self.single_days:
            yield Earned(pay.single.date, Fraction(pay.gross))

    def given(self) -> Iterator[CourseMonth]:
        """Give what each part adds to the month."""
        for running in self.running:
            yield running.given
        if self.holiday:
            yield self.holiday.given(self.month)
        for pay in self.single_days:
            yield pay.given

    def assumptions(self) -> Iterator[str]:
        """Name what it rests on."""
        for running in self.running:
            yield from running.assumptions
        for pay in self.single_days:
            yield from pay.assumptions
        if self.holiday:
            yield from self.holiday.assumptions
