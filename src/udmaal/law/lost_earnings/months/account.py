"""The courses of a case month by month: works out all months, and adds up what each part gives."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import Any, NamedTuple

from udmaal.breakdown import sorted_codes
from udmaal.calendar_month import Month, months
from udmaal.case.model import SingleDay
from udmaal.faults import Fault, InputFaultsError
from udmaal.law.context import Context
from udmaal.law.lost_earnings.course import RUN_OFF_REASONS, Course
from udmaal.law.lost_earnings.months.atp import HelpInMonth, atp_of_parent
from udmaal.law.lost_earnings.months.paid_holiday import deduction
from udmaal.law.lost_earnings.months.pots import Supplements, supplements_of
from udmaal.law.lost_earnings.months.remarks import regulation_remark, remarks_by_month
from udmaal.law.lost_earnings.months.running import WholeMonths, running_in
from udmaal.law.lost_earnings.months.savings import savings_of_days
from udmaal.law.lost_earnings.months.segments import Segment, changes_of, segments_of
from udmaal.law.lost_earnings.months.single_days import single_day_pay
from udmaal.law.lost_earnings.months.worked import WorkedMonth
from udmaal.law.lost_earnings.takeover import first_day
from udmaal.ledger import AMOUNTS, NOTHING, Counted, CourseLedger, CourseMonth, Due, Remark

_AtpMonths = Mapping[tuple[int, Month], CourseMonth]
"""What the ATP of a month adds to a course, by the index of the course."""


class _Worked(NamedTuple):
    """A course of which all months are worked out, from its start to the last one asked for."""

    course: Course
    segments: Sequence[Segment]
    months: Mapping[Month, WorkedMonth]
    supplements: Supplements


def course_ledgers(
    courses: Sequence[Course], first: Month, last: Month, context: Context
) -> tuple[CourseLedger, ...]:
    """Work all courses through from their start and give the months from ``first`` to ``last``.

    Supplements count as soon as the day they arise on is reached; what falls due after ``last``
    is outstanding. Raises ``InputFaultsError`` with all refusals where the case gives no basis
    that may be used.
    """
    faults: list[Fault] = []
    works: list[_Worked] = []
    for course in courses:
        try:
            works.append(_worked(course, courses, last, context))
        except InputFaultsError as refused:
            faults.extend(refused.faults)
    if faults:
        raise InputFaultsError(faults)
    atp = _atp(works, context)
    return tuple(_ledger(work, atp, first, last) for work in works)


def known_supplements(
    courses: Sequence[Course], context: Context, since: date
) -> Iterator[tuple[Course, Sequence[Segment], tuple[Due, ...]]]:
    """Give the supplements of each course that arise to the end of the rates, and its segments.

    Left out are courses of which none can fall due on or after a day. Raises ``InputFaultsError``
    as ``course_ledgers``.
    """
    last = Month.of(context.book.last_day)
    faults: list[Fault] = []
    for course in courses:
        if course.last_day.year < since.year - 1:
            continue
        try:
            work = _worked(course, courses, last, context, and_turn=True)
        except InputFaultsError as refused:
            faults.extend(refused.faults)
        else:
            yield course, work.segments, work.supplements.dues
    if faults:
        raise InputFaultsError(faults)


def _worked(
    course: Course,
    courses: Sequence[Course],
    last: Month,
    context: Context,
    *,
    and_turn: bool = False,
) -> _Worked:
    """Work out all months of a course up to the last, and the supplements that arise in them.

    With ``and_turn`` those too that arise on the day after the last month, a 1 January.
    """
    segments = segments_of(course, courses, context)
    begin = first_day(course)
    if begin > course.last_day:
        return _Worked(course, segments, {}, Supplements())
    whole = WholeMonths(course, context)
    single_days = _by_month(course.table.single_day)
    found = {}
    for month in months(Month.of(begin), min(Month.of(course.last_day), last)):
        running = running_in(month, segments, whole)
        holiday = deduction(course.table.paid_holiday, running)
        singles = [single_day_pay(course, courses, each, context) for each in single_days[month]]
        found[month] = WorkedMonth(month, running, holiday, singles)
    earned = ((month, of_month.earned()) for month, of_month in found.items())
    next_day = last.plus(1).first
    turn = next_day if and_turn and next_day <= course.last_day else None
    supplements = supplements_of(course, begin, earned, changes_of(segments), context, turn)
    return _Worked(course, segments, found, supplements)


def _by_month(single_days: Iterable[SingleDay]) -> "defaultdict[Month, list[SingleDay]]":
    found: defaultdict[Month, list[SingleDay]] = defaultdict(list)
    for single in single_days:
        found[Month.of(single.date)].append(single)
    return found


def _atp(works: Sequence[_Worked], context: Context) -> _AtpMonths:
    """Give the ATP of all parents, by course and month."""
    helps: defaultdict[tuple[str, Month], list[HelpInMonth]] = defaultdict(list)
    for work in works:
        for month, found in work.months.items():
            if found.helped:
                help_ = HelpInMonth(work.course, found.hours, found.paid, found.amounts)
                helps[work.course.parent, month].append(help_)
    return {
        (course.index, month): given
        for (_, month), of_parent in helps.items()
        for course, given in atp_of_parent(month, of_parent, context)
    }


def _ledger(work: _Worked, atp: _AtpMonths, first: Month, last: Month) -> CourseLedger:
    """Add up the months of a course that are asked for; what falls due later is outstanding."""
    course, dues = work.course, work.supplements.dues
    happened = remarks_by_month(course, first_day(course), work.segments)
    given = {
        month: [*_given(course, found, happened.get(month, ()), atp)]
        for month, found in work.months.items()
    }
    for due in dues:
        if due.month <= last:
            given.setdefault(due.month, []).append(_given_by(due))
    return CourseLedger(
        where=course.where,
        parent=course.parent,
        months=tuple(_added_up(month, given[month]) for month in sorted(given) if first <= month),
        outstanding=tuple(
            sorted((due for due in dues if due.month > last), key=attrgetter("month"))
        ),
        assumptions=sorted_codes(_assumptions(work, last)),
        child=course.child,
    )


def _given(
    course: Course, found: WorkedMonth, happened: Sequence[Remark], atp: _AtpMonths
) -> Iterator[CourseMonth]:
    """Give what each part adds to a month, in the order of its lines and remarks."""
    month = found.month
    regulated = regulation_remark(course, month) if found.gross else None
    if regulated:
        yield CourseMonth(month, remarks=(regulated,))
    yield from found.given()
    if happened:
        yield CourseMonth(month, remarks=tuple(happened))
    if (course.index, month) in atp:
        yield atp[course.index, month]
    if course.table.saving:
        for running in found.running:
            yield savings_of_days(course.table.saving, running)


def _given_by(due: Due) -> CourseMonth:
    """Give what a supplement adds to the month in which it falls due."""
    made: dict[str, Any] = {"lines": (due.line,), "counted": (Counted(due.kind, due.line),)}
    if due.kind == "holiday_1":
        return CourseMonth(due.month, holiday_1=due.amount, **made)
    return CourseMonth(due.month, holiday_125=due.amount, **made)


def _added_up(month: Month, given: Sequence[CourseMonth]) -> CourseMonth:
    """Add up what each part gives to a month."""
    amounts: dict[str, Any] = {
        key: sum((getattr(each, key) for each in given), NOTHING) for key in AMOUNTS
    }
    return CourseMonth(
        month,
        **amounts,
        remarks=tuple(remark for each in given for remark in each.remarks),
        lines=tuple(line for each in given for line in each.lines),
        counted=tuple(counted for each in given for counted in each.counted),
    )


def _assumptions(work: _Worked, last: Month) -> Iterator[str]:
    """Name what the months of a course rest on."""
    for month in work.months.values():
        yield from month.assumptions()
    yield from work.supplements.assumptions
    yield from _of_the_end(work.course, last)
    if any(each.kept and Month.of(each.first) <= last for each in work.course.granted):
        yield "A20"


def _of_the_end(course: Course, last: Month) -> Iterator[str]:
    """Name the assumptions about how the course ends, where the ledger reaches the end."""
    if Month.of(course.last_day) > last:
        return
    end = course.table.end
    reason = end.reason if end is not None else None
    came_of_age = course.comes_of_age or reason == "child_18"
    if came_of_age and (reason not in RUN_OFF_REASONS or course.run_off is not None):
        yield "A07"
    if reason == "death" and course.run_off is not None:
        yield "A08"
    if not course.table.grant:
        yield "A13"
