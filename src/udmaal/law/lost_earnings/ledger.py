"""The courses of a case month by month (rules.md § 1.2)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from operator import attrgetter
from typing import NamedTuple

from udmaal.breakdown import sorted_codes
from udmaal.calendar_month import Month, months
from udmaal.case.model import SingleDay
from udmaal.faults import Fault, InputFaultsError
from udmaal.law.citations import order
from udmaal.law.context import Context
from udmaal.law.lost_earnings.course import RUN_OFF_REASONS, Course
from udmaal.law.lost_earnings.hours import WEEKLY_LIMIT, covers_own_hours
from udmaal.law.lost_earnings.lines import law_on, line
from udmaal.law.lost_earnings.month_savings import savings_of_days
from udmaal.law.lost_earnings.monthly import Entitled, entitled_on
from udmaal.law.lost_earnings.open_month import OpenMonth
from udmaal.law.lost_earnings.paid_holiday import Holiday, RanOn, holiday_in
from udmaal.law.lost_earnings.person_atp import HelpInMonth, put_atp
from udmaal.law.lost_earnings.remarks import remark_course
from udmaal.law.lost_earnings.savings import saving_applies
from udmaal.law.lost_earnings.segments import Segment, segments_in, segments_of
from udmaal.law.lost_earnings.single_days import single_day_pay
from udmaal.law.lost_earnings.supplement_account import Account
from udmaal.law.lost_earnings.wage_basis import MONTHS, WEEKS
from udmaal.ledger import NOTHING, CourseLedger, Remark
from udmaal.money import ratio, to_ore

_JANUARY = 1


class _Part(NamedTuple):
    """The days of one segment in one month, and their benefit."""

    first: date
    last: date
    segment: Segment
    entitled: Entitled
    gross: Decimal

    @property
    def days(self) -> int:
        """Give the number of days."""
        return (self.last - self.first).days + 1


@dataclass(slots=True)
class _Work:
    """A course while its ledger is made.

    ``known`` are segments calculated once for all months with the same rates, order, savings and
    side of a run-off.
    """

    course: Course
    courses: Sequence[Course]
    context: Context
    segments: tuple[Segment, ...]
    account: Account
    rows: dict[Month, OpenMonth] = field(default_factory=dict)
    parts: dict[Month, list[_Part]] = field(default_factory=dict)
    hours: dict[Month, Fraction] = field(default_factory=dict)
    known: dict[tuple[object, ...], Entitled] = field(default_factory=dict)
    assumptions: set[str] = field(default_factory=set)


def course_ledgers(
    courses: Sequence[Course], first: Month, last: Month, context: Context
) -> tuple[CourseLedger, ...]:
    """Work all courses through from their start and give the months from ``first`` to ``last``.

    Supplements count as soon as the day they arise on is reached; what falls due after ``last``
    is outstanding. Raises ``InputFaultsError`` with all refusals where the case gives no basis
    that may be used.
    """
    faults: list[Fault] = []
    works: list[_Work] = []
    for course in courses:
        try:
            works.append(_worked(course, courses, last, context))
        except InputFaultsError as refused:
            faults.extend(refused.faults)
    if faults:
        raise InputFaultsError(faults)
    _put_atp(works, context)
    return tuple(_ledger(work, first, last) for work in works)


def first_day(course: Course) -> date:
    """Give the first day that can be calculated: the start, or 1 January of ``basis_level``."""
    level = course.table.basis_level
    return course.start if level is None else max(course.start, date(level, 1, 1))


def _worked(course: Course, courses: Sequence[Course], last: Month, context: Context) -> _Work:
    """Work out benefit, single days, holiday and supplements of all months up to the last."""
    segments = segments_of(course, courses, context)
    work = _Work(course, courses, context, segments, Account(course, context))
    begin = first_day(course)
    if begin > course.last_day:
        return work
    work.account.carry_in(begin)
    single_days = _by_month(course)
    for month in months(Month.of(begin), min(Month.of(course.last_day), last)):
        if month.month == _JANUARY:
            work.account.turn_year(month.first)
        _month(work, month, single_days[month])
    return work


def _by_month(course: Course) -> "defaultdict[Month, list[SingleDay]]":
    found: defaultdict[Month, list[SingleDay]] = defaultdict(list)
    for single in course.table.single_day:
        found[Month.of(single.date)].append(single)
    return found


def _month(work: _Work, month: Month, single_days: Sequence[SingleDay]) -> None:
    """Work out one month: stretches by calendar days, holiday, single days, supplements."""
    row = work.rows[month] = OpenMonth(month)
    in_month = list(segments_in(work.segments, month))
    parts = work.parts[month] = [_part(work, segment, row) for segment, _ in in_month]
    running = sum((part.gross for part in parts), NOTHING)
    hours = sum((_hours(part, month) for part in parts), Fraction(0))
    holiday = _holiday(work, parts)
    deducted = NOTHING
    if holiday is not None:
        deducted = _deduct(work, holiday, running, row)
        hours *= 1 - holiday.part
    row.gross = running - deducted
    earned = [
        (part.last, Fraction(part.gross) * (1 - Fraction(deducted) / Fraction(running)))
        for part in parts
        if running
    ]
    for single in single_days:
        pay = _single_day(work, single, row)
        earned.append((single.date, Fraction(pay)))
        hours += Fraction(single.hours) if pay else 0
    work.account.settle(
        earned, (change for segment, change in in_month if segment.last <= month.last)
    )
    work.hours[month] = hours


def _part(work: _Work, segment: Segment, row: OpenMonth) -> _Part:
    """Take the calendar days of a segment in a month from its monthly amounts [A04]."""
    month = row.month
    first, last = max(segment.first, month.first), min(segment.last, month.last)
    entitled = _entitled(work, segment, first)
    count = (last - first).days + 1
    gross = to_ore(ratio(entitled.gross.amount, count, month.days))
    pension = to_ore(ratio(entitled.pension.amount, count, month.days))
    row.lines += entitled.lines
    row.pension += pension
    work.assumptions.update(entitled.assumptions)
    if count < month.days:
        work.assumptions.add("A04")
        law = law_on(first)
        for id_, monthly, amount in (
            ("gross_days", entitled.gross.amount, gross),
            ("pension_days", entitled.pension.amount, pension),
        ):
            values = {
                "monthly": monthly,
                "days": count,
                "of": month.days,
                "first": first,
                "last": last,
            }
            row.lines.append(line(id_, amount, values, law, "by_days", unit="DKK"))
    return _Part(first, last, segment, entitled, gross)


def _entitled(work: _Work, segment: Segment, on: date) -> Entitled:
    savings = tuple(saving_applies(saving, on) for saving in work.course.table.saving)
    course = work.course
    sides = (course.kept_on(on), course.in_run_off(on))
    key = (segment.first, work.context.book.start_of(on), order(on), savings, sides)
    if key not in work.known:
        work.known[key] = entitled_on(course, on, segment.hours, work.context)
    return work.known[key]


def _hours(part: _Part, month: Month) -> Fraction:
    """Give the hours of help in the days of a part, exactly."""
    weekly = Fraction(part.segment.effective)
    return weekly * WEEKS / MONTHS * part.days / month.days


def _holiday(work: _Work, parts: Sequence[_Part]) -> Holiday | None:
    """Give the month's holiday with pay, of the weekdays on which the benefit ran."""
    ran = (
        RanOn(part.first, part.last, part.segment.effective)
        for part in parts
        if part.segment.effective
    )
    return holiday_in(work.course.table.paid_holiday, ran)


def _deduct(work: _Work, holiday: Holiday, running: Decimal, row: OpenMonth) -> Decimal:
    """Take holiday with pay off the running gross and its pension (§ 13) [A09]."""
    row.lines += [
        holiday.line("holiday_gross", running), holiday.line("holiday_pension", row.pension)
    ]  # fmt: skip
    row.pension -= holiday.deducted(row.pension)
    row.remarks.append(Remark("paid_holiday", {"days": holiday.days, "of": holiday.of}))
    if holiday.part:
        work.assumptions.add("A09")
    return holiday.deducted(running)


def _single_day(work: _Work, single: SingleDay, row: OpenMonth) -> Decimal:
    """Pay a single day and give its benefit."""
    limit = work.context.rates(single.date).number(WEEKLY_LIMIT)
    covered = covers_own_hours(work.courses, work.course, single.date, limit)
    pay = single_day_pay(work.course, single, work.context, covered=covered)
    row.single_days += pay.gross
    row.pension += pay.pension
    row.lines += pay.lines
    code = "single_day.covered" if covered else "single_day"
    row.remarks.append(Remark(code, {"date": single.date, "hours": single.hours}))
    work.assumptions.update(pay.assumptions)
    return pay.gross


def _put_atp(works: Sequence[_Work], context: Context) -> None:
    """Put each parent's ATP of each month on one of the courses."""
    helps: defaultdict[tuple[str, Month], list[HelpInMonth]] = defaultdict(list)
    for work in works:
        for month, hours in work.hours.items():
            row = work.rows[month]
            if work.parts[month] or row.single_days:
                helps[work.course.parent, month].append(HelpInMonth(work.course, row, hours))
    for of_parent in helps.values():
        put_atp(of_parent, context)


def _ledger(work: _Work, first: Month, last: Month) -> CourseLedger:
    course, rows = work.course, work.rows
    for month, row in rows.items():
        for part in work.parts[month]:
            saved, lines = savings_of_days(course.table.saving, part.first, part.last, month)
            row.savings += saved
            row.lines += lines
    remark_course(course, first_day(course), work.segments, rows)
    dues = work.account.dues
    for due in dues:
        if due.month <= last:
            row = rows.setdefault(due.month, OpenMonth(due.month))
            row.add_due(due)
    codes = {
        *work.assumptions,
        *work.account.assumptions,
        *_ending_assumptions(course, last),
        *_kept(course, last),
    }
    return CourseLedger(
        where=course.where,
        parent=course.parent,
        months=tuple(rows[month].closed() for month in sorted(rows) if first <= month <= last),
        outstanding=tuple(
            sorted((due for due in dues if due.month > last), key=attrgetter("month"))
        ),
        assumptions=sorted_codes(codes),
        child=course.child,
    )


def _ending_assumptions(course: Course, last: Month) -> Iterator[str]:
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


def _kept(course: Course, last: Month) -> Iterator[str]:
    """Name the assumption of a run-off at a reduction that the ledger reaches."""
    if any(stretch.kept and Month.of(stretch.first) <= last for stretch in course.granted):
        yield "A20"
