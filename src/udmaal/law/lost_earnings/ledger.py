"""A course month by month (rules.md § 1.2)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import partial
from itertools import pairwise, zip_longest
from operator import attrgetter
from typing import NamedTuple

from udmaal.breakdown import sorted_codes
from udmaal.calendar_month import Month, days, is_weekday, months
from udmaal.case.model import Case
from udmaal.law.atp import atp_contribution
from udmaal.law.child import last_day_as_child
from udmaal.law.citations import order
from udmaal.law.context import Context
from udmaal.law.lost_earnings.course import RUN_OFF_REASONS, Course
from udmaal.law.lost_earnings.gross import new_income_on
from udmaal.law.lost_earnings.holiday_supplement import (
    Pots,
    ending_supplement,
    missing_gross_year,
    running_supplement,
)
from udmaal.law.lost_earnings.hours import WEEKLY_LIMIT, HoursOnDay, hours_on
from udmaal.law.lost_earnings.lines import law_on, line
from udmaal.law.lost_earnings.monthly import Entitled, entitled_on
from udmaal.law.lost_earnings.regulation import regulation_years
from udmaal.law.lost_earnings.savings import saving_amount, saving_applies
from udmaal.law.lost_earnings.single_days import single_day_pay
from udmaal.law.lost_earnings.wage_basis import hours_a_month
from udmaal.ledger import NOTHING, CourseLedger, CourseMonth, Due, Remark
from udmaal.money import ZERO, ratio, to_ore

_DAY = timedelta(days=1)
# Decimals enough to see how a sum is rounded.
_SHOWN = Decimal("0.0001")
_JANUARY = 1
_MAY = 5


class Segment(NamedTuple):
    """Days of a course with constant effective hours, new income and side of the run-off."""

    first: date
    last: date
    hours: HoursOnDay
    income: Decimal | None

    @property
    def effective(self) -> Decimal:
        """Give the hours a week that count."""
        return self.hours.effective


@dataclass(slots=True)
class _Account:
    """What a course carries from month to month while its ledger is made."""

    pots: Pots = field(default_factory=Pots)
    year_gross: Fraction = field(default_factory=Fraction)
    dues: list[Due] = field(default_factory=list)
    assumptions: set[str] = field(default_factory=set)

    def earn(self, gross: Fraction) -> None:
        """Add gross benefit to the year and to its pot."""
        self.year_gross += gross
        self.pots.earn(gross)


class _Part(NamedTuple):
    """The days of one segment in one month, and their benefit."""

    first: date
    last: date
    entitled: Entitled
    gross: Decimal


def course_ledger(
    case: Case,
    course: Course,
    courses: Sequence[Course],
    first: Month,
    last: Month,
    context: Context,
) -> CourseLedger:
    """Work a course through from its start and give the months from ``first`` to ``last``.

    Supplements count as soon as the day they arise on is reached; what falls due after ``last``
    is outstanding. Raises ``InputFaultsError`` where the case gives no basis that may be used.
    """
    segments = list(_segments(course, courses, context))
    account = _Account()
    entitled = partial(_remembered, {}, course, context)
    begin = first_day(course)
    found: dict[Month, CourseMonth] = {}
    if begin <= course.last_day:
        _carry_in(course, begin, account)
        for month in months(Month.of(begin), min(Month.of(course.last_day), last)):
            if month.month == _JANUARY:
                _turn_of_year(month, account, context)
            found[month] = _month(course, month, segments, account, entitled, context)
    _remark_course(case, course, segments, found)
    for due in account.dues:
        if due.month <= last:
            row = found.setdefault(due.month, CourseMonth(due.month))
            setattr(row, due.kind, getattr(row, due.kind) + due.amount)
            row.lines.append(due.line)
    outstanding = sorted((due for due in account.dues if due.month > last), key=attrgetter("month"))
    listed = tuple(row for month, row in sorted(found.items()) if first <= month <= last)
    account.assumptions.update(_ending_assumptions(case, course, last))
    return CourseLedger(
        where=f"lost_earnings[{course.index}]",
        parent=course.parent,
        months=listed,
        outstanding=tuple(outstanding),
        assumptions=sorted_codes(account.assumptions),
    )


def first_day(course: Course) -> date:
    """Give the first day that can be calculated: the start, or 1 January of ``basis_level``."""
    level = course.table.basis_level
    return course.start if level is None else max(course.start, date(level, 1, 1))


def _segments(course: Course, courses: Sequence[Course], context: Context) -> Iterator[Segment]:
    """Cut the days with granted hours wherever the effective hours or the new income change."""
    limit = context.book.nearest(course.start).number(WEEKLY_LIMIT)
    cuts = {day for each in courses for s in each.stretches for day in (s.first, s.last + _DAY)}
    cuts |= {entry.from_ for entry in course.table.new_income}
    if context.level.savings_from == "gross":
        for saving in course.table.saving:
            cuts |= {saving.from_ or course.start, (saving.until or course.last_day) + _DAY}
    waiting: Segment | None = None
    for stretch in course.stretches:
        inside = sorted(cut for cut in cuts if stretch.first < cut <= stretch.last)
        for first, following in pairwise([stretch.first, *inside, stretch.last + _DAY]):
            last = following - _DAY
            hours = hours_on(courses, first, limit)[course.index]
            segment = Segment(first, last, hours, new_income_on(course, first))
            if waiting is not None and _continues(waiting, segment, course, context):
                waiting = waiting._replace(last=last)
                continue
            if waiting is not None:
                yield waiting
            waiting = segment
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


def _remembered(
    known: dict[tuple[object, ...], Entitled],
    course: Course,
    context: Context,
    segment: Segment,
    on: date,
) -> Entitled:
    """Calculate a segment once for all months with the same rates, order and savings."""
    savings = tuple(saving_applies(saving, on) for saving in course.table.saving)
    key = (segment.first, context.book.start_of(on), order(on), savings)
    if key not in known:
        known[key] = entitled_on(course, on, segment.hours, context)
    return known[key]


def _carry_in(course: Course, begin: date, account: _Account) -> None:
    """Take the gross of the year before ``basis_level`` over from the other system."""
    gross = course.table.earlier_gross.get(str(begin.year - 1))
    if gross is not None and course.start < begin:
        account.earn(Fraction(gross))


def _turn_of_year(month: Month, account: _Account, context: Context) -> None:
    """Compute the 1 % of the year before, if any was paid in it, and move the pots on."""
    supplement = running_supplement(month.year - 1, account.year_gross, context)
    if supplement is not None:
        account.dues.append(supplement)
    account.year_gross = Fraction(0)
    account.pots.turn_year()


def _month(
    course: Course,
    month: Month,
    segments: list[Segment],
    account: _Account,
    entitled: "partial[Entitled]",
    context: Context,
) -> CourseMonth:
    """Work out one month: stretches by calendar days, single days, holiday, supplements, ATP."""
    row = CourseMonth(month)
    parts = []
    hours = ZERO
    for segment in segments:
        first = max(segment.first, month.first)
        last = min(segment.last, month.last)
        if first <= last:
            part = _part(first, last, month, entitled(segment, first), row)
            parts.append(part)
            hours += ratio(hours_a_month(segment.effective), (last - first).days + 1, month.days)
            account.assumptions.update(part.entitled.assumptions)
            if (last - first).days + 1 < month.days:
                account.assumptions.add("A04")
    running = sum((part.gross for part in parts), NOTHING)
    deducted = _deduct_holiday(course, parts, running, row, account)
    row.gross = running - deducted
    earned = [
        (part.last, Fraction(part.gross) * (1 - Fraction(deducted) / Fraction(running)))
        for part in parts
        if running
    ]
    for single in course.table.single_day:
        if Month.of(single.date) == month:
            pay = single_day_pay(course, single, context)
            row.single_days += pay.gross
            row.pension += pay.pension
            row.lines += pay.lines
            row.remarks.append(Remark("single_day", {"date": single.date, "hours": single.hours}))
            earned.append((single.date, Fraction(pay.gross)))
            hours += single.hours
    _settle(month, segments, earned, account, context)
    law = law_on(month.first, topic="atp")
    paid = bool(running or row.single_days)
    rates = context.rates(month.first)
    atp = atp_contribution(hours, {}, law, rates, paid=paid, formula="atp.month")
    row.atp_recipient, row.atp_municipality = atp.recipient, atp.municipality
    if parts or row.single_days:
        row.lines += atp.lines
    row.savings = _savings(course, parts, month, row)
    return row


def _part(first: date, last: date, month: Month, entitled: Entitled, row: CourseMonth) -> _Part:
    """Take the calendar days of a segment in a month from its monthly amounts [A04]."""
    count = (last - first).days + 1
    gross = to_ore(ratio(entitled.gross.amount, count, month.days))
    pension = to_ore(ratio(entitled.pension.amount, count, month.days))
    row.lines += entitled.lines
    row.pension += pension
    if count < month.days:
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
    return _Part(first, last, entitled, gross)


def _deduct_holiday(
    course: Course, parts: list[_Part], running: Decimal, row: CourseMonth, account: _Account
) -> Decimal:
    """Take holiday with pay off the running gross and its pension, by weekdays (§ 13) [A09]."""
    ran = [day for part in parts for day in days(part.first, part.last) if is_weekday(day)]
    holidays = [
        day
        for day in ran
        if any(each.from_ <= day <= each.until for each in course.table.paid_holiday)
    ]
    if not holidays:
        return NOTHING
    account.assumptions.add("A09")
    gross = to_ore(ratio(running, len(holidays), len(ran)))
    pension = to_ore(ratio(row.pension, len(holidays), len(ran)))
    law = law_on(holidays[0], topic="holiday")
    for id_, amount, base in (
        ("holiday_gross", gross, running),
        ("holiday_pension", pension, row.pension),
    ):
        values = {"amount": base, "days": len(holidays), "of": len(ran)}
        row.lines.append(line(id_, amount, values, law, "paid_holiday", unit="DKK"))
    row.pension -= pension
    row.remarks.append(Remark("paid_holiday", {"days": len(holidays), "of": len(ran)}))
    return gross


def _settle(
    month: Month,
    segments: list[Segment],
    earned: list[tuple[date, Fraction]],
    account: _Account,
    context: Context,
) -> None:
    """Put what was earned into the pots, day by day, and compensate reductions and the end.

    What is earned on the day of an event counts before it.
    """
    events = {
        former.last: (former, later)
        for former, later in zip_longest(segments, segments[1:])
        if month.first <= former.last <= month.last
        and (later is None or later.effective < former.effective)
    }
    for day in sorted({day for day, _ in earned} | set(events)):
        for when, gross in earned:
            if when == day:
                account.earn(gross)
        if day in events:
            former, later = events[day]
            after = later.effective if later is not None else ZERO
            dues = ending_supplement(account.pots, day, former.effective, after, context)
            account.dues += dues
            if any(due.month.year > day.year for due in dues):
                account.assumptions.add("A06")
            if later is not None and dues:
                account.assumptions.add("A05")
                if later.first > day + _DAY:
                    account.assumptions.add("A17")


def _savings(course: Course, parts: list[_Part], month: Month, row: CourseMonth) -> Decimal:
    """Count each saving by the days on which it and the benefit run, rounded per stretch.

    The sum of a stretch is rounded once; where it is not that of the lines, a line shows it.
    """
    total = NOTHING
    for part in parts:
        law = law_on(part.first, topic="savings")
        exact = []
        for saving in course.table.saving:
            first = max(part.first, saving.from_ or part.first)
            last = min(part.last, saving.until or part.last)
            if first <= last:
                monthly = saving_amount(saving)
                count = (last - first).days + 1
                exact.append(ratio(monthly, count, month.days))
                values = {
                    "kind": saving.kind,
                    "note": saving.note,
                    "monthly": monthly,
                    "days": count,
                    "of": month.days,
                }
                row.lines.append(line("saving_days", to_ore(exact[-1]), values, law, unit="DKK"))
        together = to_ore(sum(exact, ZERO))
        if together != sum(map(to_ore, exact), ZERO):
            amounts = tuple(amount.quantize(_SHOWN) for amount in exact)
            row.lines.append(line("savings", together, {"amounts": amounts}, law, unit="DKK"))
        total += together
    return total


def _remark_course(
    case: Case, course: Course, segments: list[Segment], found: dict[Month, CourseMonth]
) -> None:
    """Note every change in the month it happens."""

    def remark(day: date, code: str, **values: object) -> None:
        row = found.get(Month.of(day))
        if row is not None:
            row.remarks.append(Remark(code, {"date": day, **values}))

    begin = first_day(course)
    remark(begin, "start" if begin == course.start else "taken_over")
    missing = missing_gross_year(course)
    # At the takeover, and where the 1 % would stand.
    for day in () if missing is None else (begin, date(begin.year, _MAY, 1)):
        remark(day, "no_earlier_gross", year=str(missing))
    former: Segment | None = None
    for segment in segments:
        if former is not None and former.last + _DAY != segment.first:
            remark(former.last, "pause", until=segment.first - _DAY)
        if former is None or former.effective != segment.effective:
            before = former.effective if former is not None else ZERO
            remark(segment.first, "hours", before=before, after=segment.effective)
        if segment.hours.within_limit < segment.hours.granted:
            remark(segment.first, "cut", granted=segment.hours.granted)
        if segment.income is not None:
            remark(segment.first, "new_income", income=segment.income)
        former = segment
    for month, row in found.items():
        years = regulation_years(course, month.last) if row.gross else ()
        if month.month == _JANUARY and month.year in years:
            row.remarks.insert(0, Remark("regulation", {"year": str(month.year)}))
    end = course.table.end
    if end is not None:
        remark(end.date, "end", reason=end.reason)
        if course.run_off is not None:
            remark(course.run_off.first, "run_off", until=course.run_off.last)
            remark(course.run_off.last, "run_off_end")
    elif not course.open_ended:
        remark(course.last_day, "last_day")
    if course.last_day == last_day_as_child(case.child.born):
        remark(course.last_day, "birthday_18")


def _ending_assumptions(case: Case, course: Course, last: Month) -> Iterator[str]:
    """Name the assumptions about how the course ends, where the ledger reaches the end."""
    if Month.of(course.last_day) > last:
        return
    end = course.table.end
    reason = end.reason if end is not None else None
    came_of_age = course.last_day == last_day_as_child(case.child.born) or reason == "child_18"
    if came_of_age and (reason not in RUN_OFF_REASONS or course.run_off is not None):
        yield "A07"
    if reason == "death" and course.run_off is not None:
        yield "A08"
    if not course.table.grant:
        yield "A13"
