"""The days of a course (forløb): grants, pauses, end and run-off (rules.md § 1, § 1.2)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import zip_longest
from typing import Final, NamedTuple

from udmaal.calendar_month import Month
from udmaal.case.model import Case, LostEarnings
from udmaal.faults import Conclusion, Fault, Path, out_of_order
from udmaal.law.child import last_day_as_child
from udmaal.rates.book import RateBook

_DAY = timedelta(days=1)

# Courses applied for before follow the old rules: satsregulering, no ceiling (BL § 213, stk. 5).
_CEILING_FROM: Final = date(2011, 1, 1)

# Ending reasons after which the benefit runs on (the order § 17).
RUN_OFF_REASONS: Final = frozenset({"conditions_lapsed", "death"})

_GRANT_DAYS: Final = ("grant.from", "grant.until", "end.date", "end.reason", "child.born")
_COURSE_DAYS: Final = (*_GRANT_DAYS, "single_day.date", "end.decision_received")


class Stretch(NamedTuple):
    """Days with the same granted hours a week, first and last included."""

    first: date
    last: date
    hours: Decimal

    def holds(self, day: date) -> bool:
        """Tell whether a day belongs to the stretch."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Course:
    """A course resolved to days.

    ``granted`` are the stretches of granted hours up to the end, ``run_off`` the stretch after it
    (afviklingsperiode); pauses lie between them. ``last_day`` is the last day of benefit; an
    ``open_ended`` course runs to the day before the child turns 18.
    """

    index: int
    table: LostEarnings
    start: date
    last_day: date
    open_ended: bool
    granted: tuple[Stretch, ...]
    run_off: Stretch | None

    @classmethod
    def of(cls, case: Case, index: int, book: RateBook) -> "Course":
        """Resolve a course that has at least one grant or single day."""
        table = case.lost_earnings[index]
        adult_eve = last_day_as_child(case.child.born)
        end = table.end.date if table.end else None
        granted = tuple(_stretches(table, min(end or adult_eve, adult_eve)))
        run_off = _run_off(table, granted, adult_eve, book)
        starts = [grant.from_ for grant in table.grant] + [day.date for day in table.single_day]
        last_day = end or _last_without_end(table)
        if run_off is not None:
            last_day = run_off.last
        open_ended = last_day is None
        last_day = min(last_day or adult_eve, adult_eve)
        return cls(index, table, min(starts), last_day, open_ended, granted, run_off)

    @property
    def parent(self) -> str:
        """Give the label of the parent."""
        return self.table.parent

    @property
    def at(self) -> Path:
        """Give the place of the course in the case file."""
        return ("lost_earnings", self.index)

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """Give all stretches with hours, the run-off last."""
        return (*self.granted, self.run_off) if self.run_off else self.granted

    @property
    def applied(self) -> date:
        """Give the date of application; where none is given, that of the first grant."""
        return self.table.applied or self.first_grant

    @property
    def first_grant(self) -> date:
        """Give the first day of the first grant; with single days only, the first of them."""
        grants = [grant.from_ for grant in self.table.grant]
        return min(grants) if grants else self.start

    @property
    def old_rules(self) -> bool:
        """Tell whether the rules from before 2011 apply (no ceiling, satsregulering)."""
        return self.table.paid_in_2010 or self.applied < _CEILING_FROM

    def granted_hours(self, day: date) -> Decimal | None:
        """Give the granted hours a week on a day, or ``None`` where there are none."""
        for stretch in self.stretches:
            if stretch.holds(day):
                return stretch.hours
        return None

    def in_run_off(self, day: date) -> bool:
        """Tell whether a day lies in the run-off."""
        return self.run_off is not None and self.run_off.holds(day)


def courses_of(case: Case, book: RateBook) -> tuple[Course, ...]:
    """Resolve all courses of a case, in the order of the file."""
    return tuple(
        Course.of(case, index, book)
        for index, table in enumerate(case.lost_earnings)
        if table.grant or table.single_day
    )


def course_faults(case: Case, courses: Sequence[Course]) -> Iterator[Conclusion]:
    """Give what contradicts the days of the courses (rules.md § 1)."""
    for index, table in enumerate(case.lost_earnings):
        if not table.grant and not table.single_day:
            fault = Fault("course.empty", ("lost_earnings", index))
            yield Conclusion(fault, ("grant", "single_day"))
    for number, course in enumerate(courses):
        yield from _faults_of_end(course)
        yield from _single_days_outside(course)
        for former in courses[:number]:
            if former.parent == course.parent:
                yield from _overlap(former, course)


def _faults_of_end(course: Course) -> Iterator[Conclusion]:
    end = course.table.end
    if end is None:
        return
    if end.decision_received is not None and end.decision_received < end.date:
        place = (*course.at, "end", "decision_received")
        yield out_of_order(place, end.decision_received, end.date, ("end",))
    if end.date < course.start:
        yield out_of_order((*course.at, "end", "date"), end.date, course.start, _COURSE_DAYS)
        return
    for number, grant in enumerate(course.table.grant):
        if grant.from_ > end.date:
            values = {"from": grant.from_, "end": end.date}
            fault = Fault("grant.after_end", (*course.at, "grant", number, "from"), values)
            yield Conclusion(fault, _GRANT_DAYS)


def _single_days_outside(course: Course) -> Iterator[Conclusion]:
    if course.last_day < course.start:
        return
    for number, single in enumerate(course.table.single_day):
        if single.date > course.last_day:
            values = {"date": single.date, "first": course.start, "last": course.last_day}
            fault = Fault("single_day.outside", (*course.at, "single_day", number, "date"), values)
            yield Conclusion(fault, _COURSE_DAYS)


def _overlap(former: Course, later: Course) -> Iterator[Conclusion]:
    common = [
        max(one.first, other.first)
        for one in former.granted
        for other in later.granted
        if one.first <= other.last and other.first <= one.last
    ]
    if common:
        values = {"parent": later.parent, "date": min(common), "other": former.index}
        fault = Fault("course.overlap", later.at, values)
        yield Conclusion(fault, (*_GRANT_DAYS, "parent"), former.at)


def _stretches(table: LostEarnings, final: date) -> Iterator[Stretch]:
    """Give each grant its days: to its ``until``, else to the day before the next grant."""
    grants = sorted(table.grant, key=lambda grant: grant.from_)
    for grant, following in zip_longest(grants, grants[1:]):
        last = grant.until or (following.from_ - _DAY if following else final)
        last = min(last, final)
        if grant.from_ <= last:
            yield Stretch(grant.from_, last, grant.hours)


def _run_off(
    table: LostEarnings, granted: tuple[Stretch, ...], adult_eve: date, book: RateBook
) -> Stretch | None:
    """Give the days the benefit runs on after the conditions lapsed (the order § 17).

    From 2018 the notice of BL § 11 / SEL § 3 a, counted from the later of the lapse and the
    receipt of the decision; before, to the end of the third month after the month of the lapse.
    """
    end = table.end
    if end is None or end.reason not in RUN_OFF_REASONS:
        return None
    hours = next((stretch.hours for stretch in granted if stretch.holds(end.date)), None)
    if hours is None:
        return None
    number, unit = book.nearest(end.date)["lost_earnings.runoff"].period
    if unit == "days":
        last = max(end.date, end.decision_received or end.date) + number * _DAY
    else:
        last = Month.of(end.date).plus(number).last
    last = min(last, adult_eve)
    first = end.date + _DAY
    return Stretch(first, last, hours) if first <= last else None


def _last_without_end(table: LostEarnings) -> date | None:
    """Give the last day of a course without ``end``: of its last grant or a single day after it."""
    if not table.grant:
        return None
    last_grant = max(table.grant, key=lambda grant: grant.from_)
    if last_grant.until is None:
        return None
    return max(last_grant.until, *(single.date for single in table.single_day), last_grant.until)
