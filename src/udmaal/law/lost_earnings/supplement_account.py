"""What a course carries from month to month: its pots and supplements (rules.md § 1.2)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from udmaal.law.context import Context
from udmaal.law.lost_earnings.course import Course
from udmaal.law.lost_earnings.holiday_supplement import (
    Pots,
    ending_supplement,
    running_supplement,
)
from udmaal.law.lost_earnings.segments import Change
from udmaal.ledger import Due


@dataclass(slots=True)
class Account:
    """The gross of the year and of the pots, and the supplements that arose.

    ``assumptions`` are those that the supplements rest on.
    """

    course: Course
    context: Context
    pots: Pots = field(default_factory=Pots)
    year_gross: Fraction = field(default_factory=Fraction)
    dues: list[Due] = field(default_factory=list)
    assumptions: set[str] = field(default_factory=set)

    def carry_in(self, begin: date) -> None:
        """Take the gross of the year before ``basis_level`` over from the other system."""
        gross = self.course.table.earlier_gross.get(str(begin.year - 1))
        if gross is not None and self.course.start < begin:
            self._earn(Fraction(gross))

    def turn_year(self, day: date) -> None:
        """Compute the 1 % of the year before on 1 January, and move the pots on.

        None is due where the course is in a pause that day (the order § 15).
        """
        if not self.course.in_pause(day):
            supplement = running_supplement(day.year - 1, self.year_gross, self.context)
            if supplement is not None:
                self.dues.append(supplement)
        self.year_gross = Fraction(0)
        self.pots.turn_year()

    def settle(self, earned: Iterable[tuple[date, Fraction]], changes: Iterable[Change]) -> None:
        """Put what was earned into the pots, day by day, and compensate what ends or is reduced.

        What is earned on the day of an event counts before it.
        """
        events = {change.former.last: change for change in changes if change.lowers}
        earnings: dict[date, list[Fraction]] = {day: [] for day in events}
        for day, gross in earned:
            earnings.setdefault(day, []).append(gross)
        for day in sorted(earnings):
            for gross in earnings[day]:
                self._earn(gross)
            if day in events:
                self._compensate(events[day])

    def _earn(self, gross: Fraction) -> None:
        self.year_gross += gross
        self.pots.earn(gross)

    def _compensate(self, change: Change) -> None:
        day, before = change.former.last, change.former.effective
        formula = "holiday_125.reduction" if change.after else "holiday_125"
        if change.pause:
            formula = "holiday_125.pause"
        dues = ending_supplement(self.pots, day, before, change.after, self.context, formula)
        self.dues += dues
        if not dues:
            return
        if any(due.month.year > day.year for due in dues):
            self.assumptions.add("A06")
        end = self.course.table.end
        if change.pause or (change.later is None and end is not None and end.reason == "moved"):
            self.assumptions.add("A17")
        elif change.later is not None:
            self.assumptions.add("A05")
