"""The running benefit of a month, by the calendar days of its segments [A04]."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any, Final, NamedTuple

from udmaal.breakdown import Line
from udmaal.calendar_month import Month
from udmaal.citations.acts import order
from udmaal.language import Text
from udmaal.law.context import Context
from udmaal.law.lost_earnings.act import law
from udmaal.law.lost_earnings.course import Course
from udmaal.law.lost_earnings.monthly import Entitled, entitled_on
from udmaal.law.lost_earnings.months.segments import Segment, segments_in
from udmaal.law.lost_earnings.savings import saving_applies
from udmaal.ledger import Counted, CourseMonth
from udmaal.lines.expression import MONTHS, WEEKS, kr, n, ratio
from udmaal.lines.kind import Formula, Kind

BY_CALENDAR_DAYS: Final = "A04"

_BY_DAYS = Formula(
    kr("monthly") * ratio(n("days"), n("of")).say(" dage", " days"),
    key="by_days",
)

GROSS_DAYS = Kind(
    "gross_days",
    Text("Bruttoydelse, {first:day} til {last:day}", "Gross benefit, {first:day} to {last:day}"),
    _BY_DAYS,
    unit="DKK",
    law=law(),
    rule=Text(
        "Gælder timerne kun en del af måneden, regnes bruttoydelsen efter kalenderdage. Hvert "
        "stykke af måneden afrundes for sig.",
        "Where the hours hold for a part of the month, the gross benefit goes by calendar days. "
        "Each part of the month is rounded by itself.",
    ),
)
PENSION_DAYS = Kind(
    "pension_days",
    Text("Pension, {first:day} til {last:day}", "Pension, {first:day} to {last:day}"),
    _BY_DAYS,
    unit="DKK",
    law=law(),
    rule=Text(
        "Gælder timerne kun en del af måneden, regnes pensionsbidraget efter kalenderdage som "
        "bruttoydelsen.",
        "Where the hours hold for a part of the month, the pension contribution goes by calendar "
        "days like the gross benefit.",
    ),
)


class Running(NamedTuple):
    """The days of one segment in a month, with their benefit and pension.

    ``lines`` lead to both; those of a part of the month are by its days.
    """

    month: Month
    first: date
    last: date
    segment: Segment
    gross: Line
    pension: Line
    lines: tuple[Line, ...]
    assumptions: tuple[str, ...]

    @property
    def days(self) -> int:
        """Give the number of days."""
        return days_from(self.first, self.last)

    @property
    def hours(self) -> Fraction:
        """Give the hours of help in the days, exactly."""
        part = Fraction(WEEKS * self.days, MONTHS * self.month.days)
        return Fraction(self.segment.effective) * part

    @property
    def given(self) -> CourseMonth:
        """Give what it adds to the month."""
        return CourseMonth(
            self.month,
            gross=self.gross.amount,
            pension=self.pension.amount,
            lines=self.lines,
            counted=(Counted("gross", self.gross), Counted("pension", self.pension)),
        )


class WholeMonths:
    """Gross and pension of whole months of a course.

    Each is calculated once for all days of a segment with the same rates, order, savings and side
    of a run-off: a ledger of thirteen years takes a third less time.
    """

    __slots__ = ("_context", "_course", "_known")

    def __init__(self, course: Course, context: Context) -> None:
        self._course = course
        self._context = context
        self._known: dict[tuple[object, ...], Entitled] = {}

    def of(self, segment: Segment, on: date) -> Entitled:
        """Give those of a segment on one of its days; raises ``InputFaultsError``."""
        course = self._course
        savings = tuple(saving_applies(saving, on) for saving in course.table.saving)
        sides = (course.kept_on(on), course.in_run_off(on))
        key = (segment.first, self._context.book.start_of(on), order(on), savings, sides)
        if key not in self._known:
            self._known[key] = entitled_on(course, on, segment.hours, self._context)
        return self._known[key]


def days_from(first: date, last: date) -> int:
    """Count the days from the first to the last, both included."""
    return (last - first).days + 1


def running_in(month: Month, segments: Sequence[Segment], whole: WholeMonths) -> list[Running]:
    """Give the benefit that runs in a month; raises ``InputFaultsError`` as the rules do."""
    return [_running(month, segment, whole) for segment in segments_in(segments, month)]


def _running(month: Month, segment: Segment, whole: WholeMonths) -> Running:
    """Take the calendar days of a segment in a month from its monthly amounts [A04]."""
    first, last = max(segment.first, month.first), min(segment.last, month.last)
    of_month = whole.of(segment, first)
    gross, pension = of_month.gross.line, of_month.pension.line
    lines, assumptions = of_month.lines, of_month.assumptions
    count = days_from(first, last)
    if count < month.days:
        by_days: dict[str, Any] = {"days": count, "of": month.days, "first": first, "last": last}
        gross = GROSS_DAYS.of(first, monthly=gross, **by_days)
        pension = PENSION_DAYS.of(first, monthly=pension, **by_days)
        lines += (gross, pension)
        assumptions += (BY_CALENDAR_DAYS,)
    return Running(month, first, last, segment, gross, pension, lines, assumptions)
