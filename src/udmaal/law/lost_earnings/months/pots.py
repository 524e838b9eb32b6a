"""What a course carries from month to month: gross that no supplement has compensated yet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from operator import attrgetter
from typing import Final, NamedTuple

from udmaal.calendar_month import Month
from udmaal.law.context import Context
from udmaal.law.lost_earnings.course import Course
from udmaal.law.lost_earnings.months.segments import Change
from udmaal.law.lost_earnings.months.supplements import Pot, ending_supplements, running_supplement
from udmaal.ledger import Due
from udmaal.lines.kind import Portion

_JANUARY: Final = 1
_EMPTY: Final = Pot(Fraction(0))


class Earned(NamedTuple):
    """Gross benefit, exact, the day on which it counts, and the line it is of."""

    day: date
    gross: Fraction
    of: Portion


class Supplements(NamedTuple):
    """The supplements that arose in a course, and what they rest on."""

    dues: tuple[Due, ...] = ()
    assumptions: frozenset[str] = frozenset()


@dataclass(slots=True)
class Pots:
    """What is not yet compensated: gross of the calendar year before, and of the year so far.

    Exact fractions; each supplement is rounded once, when it is made.
    """

    last: Pot = _EMPTY
    this: Pot = _EMPTY

    def earn(self, earned: Pot) -> None:
        """Add gross benefit to the year so far."""
        self.this = self.this.plus(earned)

    def turn_year(self) -> None:
        """Make the year so far the year before, on 1 January."""
        self.last, self.this = self.this, _EMPTY

    def take(self, part: Fraction) -> tuple[Pot, Pot]:
        """Take a part of both pots out and give it."""
        taken = self.last.times(part), self.this.times(part)
        self.last, self.this = self.last.times(1 - part), self.this.times(1 - part)
        return taken


def supplements_of(
    course: Course,
    begin: date,
    earned: Iterable[tuple[Month, Iterable[Earned]]],
    changes: Iterable[Change],
    context: Context,
    turn: date | None = None,
) -> Supplements:
    """Follow a course through its months and give the supplements that arise.

    ``begin`` is the first day that is calculated, ``earned`` the gross of each month, ``changes``
    are all ends of segments. ``turn`` is a 1 January right after the last month, where what arises
    on it is wanted too.
    """
    account = _Account(course, context, [change for change in changes if change.lowers])
    account.carry_in(begin)
    for month, of_month in earned:
        if month.month == _JANUARY:
            account.turn_year(month.first)
        account.settle(month, of_month)
    if turn is not None:
        account.turn_year(turn)
    return Supplements(tuple(account.dues), frozenset(account.assumptions))


@dataclass(slots=True)
class _Account:
    """The gross of the year and of the pots, and the supplements that arose.

    ``losses`` are the ends of segments after which hours are lost.
    """

    course: Course
    context: Context
    losses: list[Change]
    pots: Pots = field(default_factory=Pots)
    year_gross: Pot = _EMPTY
    dues: list[Due] = field(default_factory=list)
    assumptions: set[str] = field(default_factory=set)

    def carry_in(self, begin: date) -> None:
        """Take the gross of the year before ``basis_level`` over from the other system."""
        gross = self.course.table.earlier_gross.get(str(begin.year - 1))
        if gross is not None and self.course.start < begin:
            self._earn(Pot(Fraction(gross), beside=Fraction(gross)))

    def turn_year(self, day: date) -> None:
        """Compute the 1 % of the year before on 1 January, and move the pots on.

        None is due where the course is in a pause that day (the order § 15).
        """
        if not self.course.in_pause(day):
            supplement = running_supplement(day.year - 1, self.year_gross, self.context)
            if supplement is not None:
                self.dues.append(supplement)
        self.year_gross = _EMPTY
        self.pots.turn_year()

    def settle(self, month: Month, earned: Iterable[Earned]) -> None:
        """Put what was earned into the pots, day by day, and compensate what ends or is reduced.

        What is earned on the day of an event counts before it.
        """
        events = [
            change for change in self.losses if month.first <= change.former.last <= month.last
        ]
        waiting = sorted(earned, key=attrgetter("day"))
        for change in events:
            while waiting and waiting[0].day <= change.former.last:
                self._earn(_pot_of(waiting.pop(0)))
            self._compensate(change)
        for each in waiting:
            self._earn(_pot_of(each))

    def _earn(self, earned: Pot) -> None:
        self.year_gross = self.year_gross.plus(earned)
        self.pots.earn(earned)

    def _compensate(self, change: Change) -> None:
        dues = tuple(ending_supplements(change, *self.pots.take(change.lost_part), self.context))
        self.dues += dues
        self.assumptions.update(_assumptions(self.course, change, dues))


def _pot_of(earned: Earned) -> Pot:
    return Pot(earned.gross, (earned.of,))


def _assumptions(course: Course, change: Change, dues: tuple[Due, ...]) -> Iterator[str]:
    """Name what the supplements of an event rest on."""
    if not dues:
        return
    if any(due.month.year > change.former.last.year for due in dues):
        yield "A06"
    end = course.table.end
    if change.pause or (change.later is None and end is not None and end.reason == "moved"):
        yield "A17"
    elif change.later is not None:
        yield "A05"
