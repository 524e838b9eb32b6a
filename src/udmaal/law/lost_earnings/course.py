"""The days of a course (forløb): grants, pauses, end and run-off (the order § 17)."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import zip_longest
from operator import attrgetter
from typing import Final, NamedTuple

from udmaal.calendar_month import Month
from udmaal.case.model import Case, End, LostEarnings, numbered
from udmaal.faults import Conclusion, Fault, Path, out_of_order
from udmaal.law.child import last_day_as_child
from udmaal.money import ZERO
from udmaal.municipality import NATIONAL, ServiceLevel
from udmaal.rates.book import RateBook

_DAY = timedelta(days=1)
_FIRST = attrgetter("first")

# Courses applied for before follow the old rules: satsregulering, no ceiling (BL § 213, stk. 5).
_CEILING_FROM: Final = date(2011, 1, 1)

# Ending reasons after which the benefit runs on (the order § 17).
RUN_OFF_REASONS: Final = frozenset({"conditions_lapsed", "death"})

_GRANT_DAYS: Final = (
    "grant.from", "grant.until", "end.date", "end.reason", "child", "child.born", "sibling",
)  # fmt: skip
_COURSE_DAYS: Final = (
    *_GRANT_DAYS, "single_day.date", "end.decision_received", "end.run_off_until",
)  # fmt: skip


class Kept(NamedTuple):
    """Former hours that stay in force after a considerable reduction [A20].

    ``grant`` is the number in the file of the grant that reduced them to ``granted`` hours a week;
    ``until`` the last day with the former hours.
    """

    grant: int
    granted: Decimal
    until: date


class Stretch(NamedTuple):
    """Days with the same hours a week, first and last included.

    ``hours`` are the granted ones, or the former ones that run off: then ``kept`` says why.
    """

    first: date
    last: date
    hours: Decimal
    kept: Kept | None = None

    def holds(self, day: date) -> bool:
        """Tell whether a day belongs to the stretch."""
        return self.first <= day <= self.last


class _Granted(NamedTuple):
    """The days of a grant, its number in the file, and whether the parent wished for it."""

    number: int
    first: date
    last: date
    hours: Decimal
    by_wish: bool


@dataclass(frozen=True, slots=True)
class Course:
    """A course resolved to days.

    ``born`` is the birthday of the course's own child. ``granted`` are the stretches of hours up
    to the end, ``run_off`` the stretch after it (afviklingsperiode); pauses lie between them.
    ``stretches`` are all of them, the run-off last. ``lawful_until`` is the last day that a
    run-off may have. ``last_day`` is the last day of benefit; an ``open_ended`` course runs to the
    day before the child turns 18. ``where`` is its place in the case file in dotted form.
    ``first_grant`` is the first day of the first grant; with single days only, the first of them.
    ``old_rules`` tells whether the rules from before 2011 apply (no ceiling, satsregulering).
    """

    index: int
    where: str
    table: LostEarnings
    born: date
    start: date
    first_grant: date
    old_rules: bool
    last_day: date
    open_ended: bool
    granted: tuple[Stretch, ...]
    run_off: Stretch | None
    stretches: tuple[Stretch, ...]
    lawful_until: date | None

    @classmethod
    def of(
        cls,
        case: Case,
        index: int,
        table: LostEarnings,
        book: RateBook,
        level: ServiceLevel = NATIONAL,
    ) -> "Course":
        """Resolve a course, by its number in the file, that has a grant or single day.

        The service level changes hours, never the days of the course.
        """
        born = case.born_of(table.child)
        adult_eve = last_day_as_child(born)
        end = table.end.date if table.end else None
        granted = tuple(_stretches(table, min(end or adult_eve, adult_eve), book, level))
        lawful_until = _lawful_until(table, granted, adult_eve, book)
        run_off = _run_off(table, granted, lawful_until)
        grants = [grant.from_ for grant in table.grant]
        starts = grants + [day.date for day in table.single_day]
        first_grant = min(grants or starts)
        last_day = end or _last_without_end(table)
        if run_off is not None:
            last_day = run_off.last
        return cls(
            index=index,
            where=f"lost_earnings[{index}]",
            table=table,
            born=born,
            start=min(starts),
            first_grant=first_grant,
            old_rules=table.paid_in_2010 or (table.applied or first_grant) < _CEILING_FROM,
            last_day=min(last_day or adult_eve, adult_eve),
            open_ended=last_day is None,
            granted=granted,
            run_off=run_off,
            stretches=(*granted, run_off) if run_off else granted,
            lawful_until=lawful_until,
        )

    @property
    def parent(self) -> str:
        """Give the label of the parent."""
        return self.table.parent

    @property
    def child(self) -> str | None:
        """Give the label of the sibling the course is for; ``None`` for the child of the file."""
        return self.table.child

    @property
    def at(self) -> Path:
        """Give the place of the course in the case file."""
        return ("lost_earnings", self.index)

    @property
    def comes_of_age(self) -> bool:
        """Tell whether the course runs to the day before the 18th birthday."""
        return self.last_day == last_day_as_child(self.born)

    @property
    def reduced_from(self) -> tuple[Stretch, ...]:
        """Give for each considerable reduction the last stretch with the former hours."""
        return tuple({each.kept.grant: each for each in self.granted if each.kept}.values())

    def stretch_on(self, day: date) -> Stretch | None:
        """Give the stretch a day belongs to, or ``None`` where there are no hours."""
        begun = bisect_right(self.stretches, day, key=_FIRST)
        stretch = self.stretches[begun - 1] if begun else None
        return stretch if stretch is not None and day <= stretch.last else None

    def granted_hours(self, day: date) -> Decimal | None:
        """Give the hours a week in force on a day, or ``None`` where there are none."""
        stretch = self.stretch_on(day)
        return stretch.hours if stretch is not None else None

    def kept_on(self, day: date) -> Kept | None:
        """Tell why former hours are in force on a day, where they are."""
        stretch = self.stretch_on(day)
        return stretch.kept if stretch is not None else None

    def in_run_off(self, day: date) -> bool:
        """Tell whether a day lies in the run-off."""
        return self.run_off is not None and self.run_off.holds(day)

    def in_pause(self, day: date) -> bool:
        """Tell whether a day lies in a gap between two grants."""
        begun = bisect_right(self.stretches, day, key=_FIRST)
        return 0 < begun < len(self.stretches) and self.stretches[begun - 1].last < day


def courses_of(case: Case, book: RateBook, level: ServiceLevel = NATIONAL) -> tuple[Course, ...]:
    """Resolve all courses of a case, in the order of the file."""
    return tuple(
        Course.of(case, index, table, book, level)
        for index, table in numbered(case.lost_earnings)
        if table.grant or table.single_day
    )


def course_faults(case: Case, courses: Sequence[Course]) -> Iterator[Conclusion]:
    """Give what contradicts the days of the courses."""
    for index, table in numbered(case.lost_earnings):
        if not table.grant and not table.single_day:
            fault = Fault("course.empty", ("lost_earnings", index))
            yield Conclusion(fault, ("grant", "single_day"))
    for number, course in enumerate(courses):
        yield from _faults_of_end(course)
        yield from _single_days_outside(course)
        for former in courses[:number]:
            if (former.parent, former.child) == (course.parent, course.child):
                yield from _overlap(former, course)


def _faults_of_end(course: Course) -> Iterator[Conclusion]:
    end = course.table.end
    if end is None:
        return
    if end.date < course.start:
        yield out_of_order((*course.at, "end", "date"), end.date, course.start, _COURSE_DAYS)
        return
    yield from _faults_of_run_off(course, end)
    for number, grant in numbered(course.table.grant):
        if grant.from_ > end.date:
            values = {"from": grant.from_, "end": end.date}
            fault = Fault("grant.after_end", (*course.at, "grant", number, "from"), values)
            yield Conclusion(fault, _GRANT_DAYS)


def _faults_of_run_off(course: Course, end: End) -> Iterator[Conclusion]:
    """Hold the day that was wished for to the run-off: it shortens and never lengthens (§ 17)."""
    wished = end.run_off_until
    if wished is None:
        return
    place = (*course.at, "end", "run_off_until")
    if wished < end.date:
        yield out_of_order(place, wished, end.date, ("end",))
    last = course.lawful_until or end.date
    if wished > last:
        values = {"found": wished, "last": last}
        yield Conclusion(Fault("run_off.too_long", place, values), _COURSE_DAYS)


def _single_days_outside(course: Course) -> Iterator[Conclusion]:
    if course.last_day < course.start:
        return
    for number, single in numbered(course.table.single_day):
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
        yield Conclusion(fault, (*_GRANT_DAYS, "parent", "child"), former.at)


def _stretches(
    table: LostEarnings, final: date, book: RateBook, level: ServiceLevel
) -> Iterator[Stretch]:
    """Give the hours in force up to a last day, each stretch with its hours."""
    grants = _granted(table, final)
    considerable = level.reduction_run_off_hours
    if considerable is None:
        return (Stretch(grant.first, grant.last, grant.hours) for grant in grants)
    return _with_reductions(list(grants), considerable, book)


def _granted(table: LostEarnings, final: date) -> Iterator[_Granted]:
    """Give each grant its days: to its ``until``, else to the day before the next grant."""
    grants = sorted(numbered(table.grant), key=lambda each: each[1].from_)
    for (number, grant), following in zip_longest(grants, grants[1:]):
        last = grant.until or (following[1].from_ - _DAY if following else final)
        last = min(last, final)
        if grant.from_ <= last:
            yield _Granted(number, grant.from_, last, grant.hours, grant.by_wish)


def _with_reductions(
    grants: Sequence[_Granted], considerable: Decimal, book: RateBook
) -> Iterator[Stretch]:
    """Leave former hours in force where a grant has considerably fewer than the day before [A20].

    The hours of a day are the largest of those granted and those of each run-off still running.
    A pause or the end of the grants ends the run-offs too.
    """
    ends = _ends_without_gap(grants)
    running: list[tuple[Decimal, date, int]] = []
    former: _Granted | None = None
    for grant, final in zip(grants, ends, strict=True):
        if former is None or former.last + _DAY != grant.first:
            running = []
        elif not grant.by_wish and former.hours - grant.hours >= considerable:
            until = min(_notice_ends(former.last, former.last, book), final)
            running.append((former.hours, until, grant.number))
        day = grant.first
        while day <= grant.last:
            running = [each for each in running if day <= each[1]]
            hours, until, number = max(running, default=(ZERO, day, 0))
            if hours <= grant.hours:
                yield Stretch(day, grant.last, grant.hours)
                break
            last = min(until, grant.last)
            yield Stretch(day, last, hours, Kept(number, grant.hours, until))
            day = last + _DAY
        former = grant


def _ends_without_gap(grants: Sequence[_Granted]) -> list[date]:
    """Give for each grant the last day that is reached from it without a pause."""
    ends: list[date] = []
    for grant, following in zip(reversed(grants), [None, *reversed(grants)], strict=False):
        joined = following is not None and grant.last + _DAY == following.first
        ends.append(ends[-1] if joined else grant.last)
    return ends[::-1]


def _notice_ends(lapse: date, received: date, book: RateBook) -> date:
    """Give the last day of a run-off (the order § 17).

    From 2018 the notice of BL § 11 / SEL § 3 a, counted from the later of the lapse and the
    receipt of the decision; before, to the end of the third month after the month of the lapse.
    """
    number, unit = book.nearest(lapse)["lost_earnings.runoff"].period
    if unit == "days":
        return max(lapse, received) + number * _DAY
    return Month.of(lapse).plus(number).last


def _lawful_until(
    table: LostEarnings, granted: tuple[Stretch, ...], adult_eve: date, book: RateBook
) -> date | None:
    """Give the last day the benefit may run on after the end; ``None`` where there is no run-off.

    Without granted hours on the conditions' last day there is none.
    """
    end = table.end
    if end is None or end.reason not in RUN_OFF_REASONS:
        return None
    if not any(stretch.holds(end.date) for stretch in granted):
        return None
    return min(_notice_ends(end.date, end.decision_received or end.date, book), adult_eve)


def _run_off(
    table: LostEarnings, granted: tuple[Stretch, ...], lawful_until: date | None
) -> Stretch | None:
    """Let the hours of the conditions' last day go on, no longer than the recipient wished."""
    if table.end is None or lawful_until is None:
        return None
    first = table.end.date + _DAY
    last = min(lawful_until, table.end.run_off_until or lawful_until)
    return Stretch(first, last, granted[-1].hours) if first <= last else None


def _last_without_end(table: LostEarnings) -> date | None:
    """Give the last day of a course without ``end``: of its last grant or a single day after it."""
    if not table.grant:
        return None
    last_grant = max(table.grant, key=lambda grant: grant.from_)
    if last_grant.until is None:
        return None
    return max([last_grant.until, *(single.date for single in table.single_day)])
