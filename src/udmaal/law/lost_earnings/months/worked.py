"""What the rules give of a course in one month, before ATP and supplements."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from udmaal.calendar_month import Month
from udmaal.law.lost_earnings.months.paid_holiday import Deduction
from udmaal.law.lost_earnings.months.pots import Earned
from udmaal.law.lost_earnings.months.running import Running
from udmaal.law.lost_earnings.months.single_days import SINGLE_DAY, SingleDayPay
from udmaal.ledger import NOTHING, CourseMonth
from udmaal.lines.kind import Line, Portion, Together


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
    def amounts(self) -> tuple[Line, ...]:
        """Give the lines of what is paid, before a holiday is taken off."""
        singles = (
            line for pay in self.single_days for line in pay.lines if line.kind is SINGLE_DAY
        )
        return (*(each.gross for each in self.running), *singles)

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
        left, off, before = Fraction(1), None, None
        if self.holiday:
            left, off = self.holiday.left, self.holiday.gross
            before = Together(tuple(each.gross for each in self.running))
        for each in self.running:
            of = Portion(Fraction(1), each.gross, off, before)
            yield Earned(each.last, Fraction(each.gross.amount) * left, of)
        for pay in self.single_days:
            for line in pay.lines:
                if line.kind is SINGLE_DAY:
                    of = Portion(Fraction(1), line)
                    yield Earned(pay.single.date, Fraction(pay.gross), of)

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
