"""The stretches of a course in which nothing that counts changes."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import islice, pairwise, takewhile, zip_longest
from operator import attrgetter
from typing import NamedTuple

from udmaal.calendar_month import Month
from udmaal.law.context import Context
from udmaal.law.lost_earnings.course import Course
from udmaal.law.lost_earnings.gross import new_income_on
from udmaal.law.lost_earnings.hours import WEEKLY_LIMIT, HoursOnDay, hours_on
from udmaal.law.lost_earnings.savings import saving_applies

_DAY = timedelta(days=1)
_LAST = attrgetter("last")


class Segment(NamedTuple):
    """Days of a course with constant effective hours and new income."""

    first: date
    last: date
    hours: HoursOnDay
    income: Decimal | None

    @property
    def effective(self) -> Decimal:
        """Give the hours a week that count."""
        return self.hours.effective


class Change(NamedTuple):
    """The last day of a segment, and what follows: ``later`` is ``None`` after the last one."""

    former: Segment
    later: Segment | None

    @property
    def pause(self) -> bool:
        """Tell whether days without hours lie between the two."""
        return self.later is not None and self.former.last + _DAY < self.later.first

    @property
    def after(self) -> Decimal:
        """Give the hours a week after the day; none at an end and in a pause."""
        return self.later.effective if self.later is not None and not self.pause else Decimal(0)

    @property
    def lowers(self) -> bool:
        """Tell whether hours that count are lost: an end, a pause or a reduction."""
        return self.later is None or self.pause or self.after < self.former.effective

    @property
    def lost_part(self) -> Fraction:
        """Give the part of the hours that is lost."""
        before = Fraction(self.former.effective)
        return (before - Fraction(self.after)) / before if before else Fraction(1)


def segments_of(course: Course, courses: Sequence[Course], context: Context) -> tuple[Segment, ...]:
    """Cut the days with hours wherever the effective hours or the new income change."""
    return tuple(_joined(course, _pieces(course, courses, context), context))


def segments_in(segments: Sequence[Segment], month: Month) -> Iterator[Segment]:
    """Give the segments with days in a month."""
    begun = bisect_left(segments, month.first, key=_LAST)
    return takewhile(lambda segment: segment.first <= month.last, islice(segments, begun, None))


def changes_of(segments: Sequence[Segment]) -> Iterator[Change]:
    """Give how each segment ends."""
    return (Change(former, later) for former, later in zip_longest(segments, segments[1:]))


def _pieces(course: Course, courses: Sequence[Course], context: Context) -> Iterator[Segment]:
    limit = context.book.nearest(course.start).number(WEEKLY_LIMIT)
    days = {day for each in courses for s in each.stretches for day in (s.first, s.last + _DAY)}
    days |= {entry.from_ for entry in course.table.new_income}
    if context.level.savings_from == "gross":
        for saving in course.table.saving:
            days |= {saving.from_ or course.start, (saving.until or course.last_day) + _DAY}
    cuts = sorted(days)
    for stretch in course.stretches:
        inside = cuts[bisect_right(cuts, stretch.first) : bisect_right(cuts, stretch.last)]
        for first, following in pairwise([stretch.first, *inside, stretch.last + _DAY]):
            hours = hours_on(courses, first, limit)[course.index]
            income = new_income_on(course, first)
            yield Segment(first, following - _DAY, hours, income)


def _joined(course: Course, pieces: Iterator[Segment], context: Context) -> Iterator[Segment]:
    waiting: Segment | None = None
    for piece in pieces:
        if waiting is not None and _continues(waiting, piece, course, context):
            waiting = waiting._replace(last=piece.last)
            continue
        if waiting is not None:
            yield waiting
        waiting = piece
    if waiting is not None:
        yield waiting


def _continues(former: Segment, later: Segment, course: Course, context: Context) -> bool:
    """Tell whether nothing that counts changes from one segment to the next."""
    same_savings = context.level.savings_from == "net" or all(
        saving_applies(saving, former.first) == saving_applies(saving, later.first)
        for saving in course.table.saving
    )
    return (
        former.last + _DAY == later.first
        and former.effective == later.effective
        and former.income == later.income
        and same_savings
    )
