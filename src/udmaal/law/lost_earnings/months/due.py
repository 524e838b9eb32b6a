"""When the holiday supplements are paid, and how much (the order §§ 15 and 16)."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from udmaal.calendar_month import Month
from udmaal.deadline import Deadline, DeadlineKind
from udmaal.language import Text
from udmaal.law.context import Situation
from udmaal.law.lost_earnings.act import law
from udmaal.law.lost_earnings.course import Course
from udmaal.law.lost_earnings.months.account import known_supplements
from udmaal.law.lost_earnings.months.segments import Segment, changes_of
from udmaal.law.lost_earnings.months.supplements import (
    ending_supplements_due,
    running_supplement_due,
)
from udmaal.ledger import Due

_HOLIDAY_1: Final = Text("Ferietillæg, 1 %", "Holiday supplement, 1 %")
_HOLIDAY_125: Final = Text("Feriegodtgørelse, 12,5 %", "Holiday allowance, 12.5 %")
_RUNNING: Final = law("running_supplement")
_ENDING: Final = law("ending_supplement")

HOLIDAY_1: Final = DeadlineKind(
    "holiday_1",
    _HOLIDAY_1,
    Text(
        "Udbetal ferietillæg: {percent:n} % af bruttoydelsen i {year}, {gross:kr} kr.",
        "Pay the holiday supplement: {percent:n} % of the gross benefit of {year}, {gross:kr} kr.",
    ),
    _RUNNING,
)
HOLIDAY_1_UNKNOWN: Final = DeadlineKind(
    "holiday_1",
    _HOLIDAY_1,
    Text(
        "Udbetal ferietillæg af bruttoydelsen i {year}. Beløbet kan regnes ud, når der er satser "
        "for {year}.",
        "Pay the holiday supplement of the gross benefit of {year}. The amount can be worked out "
        "once there are rates for {year}.",
    ),
    _RUNNING,
)
HOLIDAY_125: Final = DeadlineKind(
    "holiday_125",
    _HOLIDAY_125,
    Text(
        "Udbetal feriegodtgørelse: {percent:n} % af {gross:kr} kr. fra {year}, da timer ophører "
        "efter {day:day}.",
        "Pay the holiday allowance: {percent:n} % of {gross:kr} kr. of {year}, as hours end after "
        "{day:day}.",
    ),
    _ENDING,
)
HOLIDAY_125_UNKNOWN: Final = DeadlineKind(
    "holiday_125",
    _HOLIDAY_125,
    Text(
        "Udbetal feriegodtgørelse fra {year}, da timer ophører efter {day:day}. Beløbet kan regnes "
        "ud, når der er satser for {day_year}.",
        "Pay the holiday allowance of {year}, as hours end after {day:day}. The amount can be "
        "worked out once there are rates for {day_year}.",
    ),
    _ENDING,
)


def deadlines(situation: Situation, since: date, until: date) -> Iterator[Deadline]:
    """Give the payments of holiday supplements, also of such as cannot be worked out yet."""
    context = situation.context
    last_known = context.book.last_day
    for course, segments, dues in known_supplements(situation.courses, context, since):
        found = [_known(course, due) for due in dues]
        found += _running_later(course, last_known, until)
        found += _ending_later(course, segments, last_known)
        for each in found:
            yield each._replace(parent=course.parent, child=course.child)


def _known(course: Course, due: Due) -> Deadline:
    kind = HOLIDAY_1 if due.kind == "holiday_1" else HOLIDAY_125
    values: dict[str, Any] = dict(due.line.values)
    values["percent"] = due.line.number("percent")
    values["gross"] = due.line.number("gross")
    on = kind.on(_day_of(due.month, values.get("day")), course.where, **values)
    return on._replace(amount=due.amount, law=due.line.law)


def _day_of(month: Month, event: date | None = None) -> date:
    """Give the day of a payment: the first of its month, though not before what it is paid for."""
    return month.first if event is None else max(month.first, event)


def _running_later(course: Course, last_known: date, until: date) -> Iterator[Deadline]:
    """Give the 1 % of years without rates: the course must run on 1 January after them."""
    for year in range(last_known.year + 1, until.year):
        turn = date(year + 1, 1, 1)
        if course.last_day >= turn and not course.in_pause(turn) and _paid_in(course, year):
            day = _day_of(running_supplement_due(turn))
            yield HOLIDAY_1_UNKNOWN.on(day, course.where, year=str(year))


def _ending_later(
    course: Course, segments: Sequence[Segment], last_known: date
) -> Iterator[Deadline]:
    """Give the 12.5 % of ends and reductions in years without rates."""
    for change in changes_of(segments):
        event = change.former.last
        if event <= last_known or not change.lowers:
            continue
        for year, month in ending_supplements_due(event):
            if _paid_in(course, year):
                values = {"year": str(year), "day": event, "day_year": str(event.year)}
                yield HOLIDAY_125_UNKNOWN.on(_day_of(month, event), course.where, **values)


def _paid_in(course: Course, year: int) -> bool:
    """Tell whether the course has days with benefit in a year."""
    return any(each.first.year <= year <= each.last.year for each in course.stretches) or any(
        single.date.year == year for single in course.table.single_day
    )
