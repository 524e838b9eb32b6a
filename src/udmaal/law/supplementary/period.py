"""The days of the benefit (the order § 18)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, Literal

from udmaal.calendar_month import Month
from udmaal.case.model import Case, Supplementary
from udmaal.language import Text
from udmaal.law.child import last_day_as_child
from udmaal.law.lost_earnings.course import Course
from udmaal.law.supplementary.act import LAW
from udmaal.law.supplementary.conditions import failed_conditions
from udmaal.lines.expression import Expression, stated
from udmaal.lines.kind import Formula, Kind, Line, Note

_DAY: Final = timedelta(days=1)
# The benefit ends with the third month after the month in which it began.
_MONTHS_AFTER: Final = 3

EndedBy = Literal["three_months", "until", "lost_earnings", "child_18"]


def _days(da: str, en: str) -> Expression:
    return stated(
        "days", f"{{first:day}} til {{last:day}}, {da}", f"{{first:day}} to {{last:day}}, {en}"
    )


PERIOD = Kind(
    "period",
    Text("Dage med ydelse", "Days of benefit"),
    three_months=_days("3. måneds udgang", "end of the third month"),
    until=_days("som oplyst", "as stated"),
    lost_earnings=Formula(
        _days("hvor tabt arbejdsfortjeneste ophører", "when the lost earnings end"),
        note=Note(
            Text(
                "Den løber ikke længere end ydelsen for tabt arbejdsfortjeneste, der ophører "
                "{last:day}.",
                "It runs no longer than the benefit for lost earnings, which ends on {last:day}.",
            )
        ),
    ),
    child_18=_days("dagen før barnet fylder 18 år", "the day before the child turns 18"),
    unit="days",
    law=LAW,
    rule=Text(
        "Ydelsen løber fra den første dag uden arbejdet til udgangen af den tredje måned efter "
        "den, hvor ledigheden begyndte, og aldrig længere end forælderens tabte "
        "arbejdsfortjeneste, afviklingen medregnet.",
        "The benefit runs from the first day without the job to the end of the third month after "
        "the one in which unemployment began, and never longer than the parent's lost earnings, "
        "the run-off included.",
    ),
)


@dataclass(frozen=True, slots=True)
class Period:
    """The days of the benefit, what ends it, and the conditions that are not met."""

    first: date
    last: date
    ended_by: EndedBy
    failed: tuple[str, ...]

    @classmethod
    def of(cls, case: Case, courses: Iterable[Course], table: Supplementary) -> "Period":
        """Work out the days of one table.

        They end with the lost earnings where the file has a course of the parent that runs on the
        first day; a course that does not is none to receive the benefit beside.
        """
        of_parent = [course for course in courses if course.parent == table.parent]
        received_until = _received_until(of_parent, table.unemployed_from)
        receives = received_until is not None if of_parent else bool(table.receives_lost_earnings)
        last, ended_by = min(_ends(case, table, received_until), key=lambda end: end[0])
        failed = failed_conditions(table, receives_lost_earnings=receives)
        return cls(table.unemployed_from, last, ended_by, failed)

    def holds(self, day: date) -> bool:
        """Tell whether a day belongs to the period."""
        return self.first <= day <= self.last

    def line(self, on: date) -> Line:
        """Give the number of days, and what ends them."""
        days = Decimal((self.last - self.first).days + 1)
        return PERIOD.of(on, self.ended_by, days=days, first=self.first, last=self.last)


def _ends(
    case: Case, table: Supplementary, received_until: date | None
) -> Iterator[tuple[date, EndedBy]]:
    """Give each day that may be the last; of those that are alike, the first one is named."""
    yield Month.of(table.unemployed_from).plus(_MONTHS_AFTER).last, "three_months"
    yield last_day_as_child(case.child.born), "child_18"
    if received_until is not None:
        yield received_until, "lost_earnings"
    if table.until is not None:
        yield table.until, "until"


def _received_until(courses: Sequence[Course], first: date) -> date | None:
    """Give the last day of a parent's courses that run from a day on without a break."""
    until: date | None = None
    for course in sorted(courses, key=lambda course: course.start):
        if course.start <= (first if until is None else until + _DAY):
            last = course.last_day
            if last >= first:
                until = last if until is None else max(until, last)
    return until
