"""U1: the wage basis, the hours and the ceiling of lost earnings."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise

from udmaal.calendar_month import Month, months_later
from udmaal.case.model import numbered
from udmaal.checks.registry import Facts, Found, check
from udmaal.faults import InputFaultsError
from udmaal.law.lost_earnings.course import Course
from udmaal.law.lost_earnings.hours import WEEKLY_LIMIT, HoursOnDay, hours_on
from udmaal.law.lost_earnings.takeover import missing_gross_year
from udmaal.law.lost_earnings.wage_basis import BASIS, wage_basis
from udmaal.money import ZERO, percent_of, ratio

# The wage is normally the mean of so many months before the course (the order § 10).
PAYSLIPS = 3
_OWN_SHARE_ABOVE = Decimal(14)
_LONG_GAP_MONTHS = 12
_SOON = timedelta(days=31)


@check("U101", "error", "lost_earnings")
def benefit_as_wage(facts: Facts) -> Iterator[Found]:
    """Find a benefit that is used as wage basis."""
    for index, table in numbered(facts.case.lost_earnings):
        if table.occupation == "benefit":
            yield Found(f"lost_earnings[{index}].occupation", {})


@check("U102", "warning", "lost_earnings.payslip")
def payslips_not_the_last_three(facts: Facts) -> Iterator[Found]:
    """Find payslips that are not three consecutive months up to the course."""
    for course in facts.courses:
        months = sorted({Month.parse(slip.month) for slip in course.table.payslip})
        if not months:
            continue
        start = Month.of(course.start)
        consecutive = all(month == months[0].plus(i) for i, month in enumerate(months))
        last = str(months[-1])
        ends = start.since(months[-1]) in (0, 1) or last == course.table.wage_until
        if len(months) != PAYSLIPS or not consecutive or not ends:
            values = {"count": len(months), "last": last, "start": course.start}
            yield Found(f"{course.where}.payslip", values)


def basis_of(course: Course, facts: Facts) -> Decimal | None:
    """Give the wage basis, or ``None`` where the rules refuse to say."""
    result = facts.result(course.where)
    if result is not None:
        for line in result.lines:
            if line.kind is BASIS:
                return line.amount
    try:
        return wage_basis(course, facts.on, facts.context).amount
    except InputFaultsError:
        return None


def _pension_above(facts: Facts, percent: Decimal) -> Iterator[Found]:
    for course in facts.courses:
        table = course.table
        in_percent = table.employer_pension_percent
        if table.civil_servant or not (table.employer_pension or in_percent):
            continue
        basis = basis_of(course, facts)
        if basis is None:
            continue
        key, given = "employer_pension", table.employer_pension or ZERO
        above = given > ratio(basis, percent, 100)
        if in_percent is not None:
            key, given = "employer_pension_percent", percent_of(basis, in_percent)
            above = in_percent > percent  # the kroner are rounded
        if above:
            values = {"pension": given, "percent": percent, "basis": basis}
            yield Found(f"{course.where}.{key}", values)


@check("U103", "warning", "lost_earnings")
def pension_above_what_is_paid(facts: Facts) -> Iterator[Found]:
    """Find an employer pension above the percentage of the benefit that is paid at most."""
    rates = facts.context.book.nearest(facts.on)
    return _pension_above(facts, rates.number("lost_earnings.pension_percent"))


@check("U104", "warning", "lost_earnings")
def pension_with_own_share(facts: Facts) -> Iterator[Found]:
    """Find an employer pension so high that the own contribution may be in it."""
    return _pension_above(facts, _OWN_SHARE_ABOVE)


@check("U105", "error", "lost_earnings")
def more_than_own_hours(facts: Facts) -> Iterator[Found]:
    """Find grants of more hours than the parent had."""
    for index, table in numbered(facts.case.lost_earnings):
        for number, grant in numbered(table.grant):
            if grant.hours > table.weekly_hours:
                values = {"hours": grant.hours, "own": table.weekly_hours}
                yield Found(f"lost_earnings[{index}].grant[{number}].hours", values)


def _over_limit(facts: Facts) -> Iterator[tuple[Course, HoursOnDay]]:
    """Give the courses with which the hours together go over the limit."""
    limit = facts.context.book.nearest(facts.on).number(WEEKLY_LIMIT)
    if _most_together(facts.courses) <= limit:
        return  # on no day are they together above it
    hours = hours_on(facts.courses, facts.on, limit)
    for course in facts.courses:
        own = hours.get(course.index)
        if own is not None and own.total > limit:
            yield course, own


def _most_together(courses: Sequence[Course]) -> Decimal:
    """Give the hours a week of all courses where the most of each fell on one day."""
    most = (max((each.hours for each in course.stretches), default=ZERO) for course in courses)
    return sum(most, ZERO)


@check("U106", "warning", "lost_earnings")
def cut_to_37(facts: Facts) -> Iterator[Found]:
    """Find hours that were cut to 37 for a child together."""
    for course, hours in _over_limit(facts):
        if course.table.over_37_reason is None:
            values = {"total": hours.total, "left": hours.within_limit}
            yield Found(course.where, values)


@check("U107", "info", "lost_earnings.over_37_reason")
def over_37_with_reason(facts: Facts) -> Iterator[Found]:
    """Find more than 37 hours together that have a reason."""
    for course, hours in _over_limit(facts):
        if course.table.over_37_reason is not None:
            values = {"total": hours.total, "reason": course.table.over_37_reason}
            yield Found(f"{course.where}.over_37_reason", values)


@check("U108", "warning", "lost_earnings")
def long_gap(facts: Facts) -> Iterator[Found]:
    """Find gaps of more than twelve months between two grants of a course."""
    for index, table in numbered(facts.case.lost_earnings):
        ordered = sorted(numbered(table.grant), key=lambda each: each[1].from_)
        for (_, former), (number, later) in pairwise(ordered):
            if former.until is None:
                continue
            resumed = months_later(former.until, _LONG_GAP_MONTHS)
            if later.from_ > resumed + timedelta(days=1):
                values = {"until": former.until, "from": later.from_}
                yield Found(f"lost_earnings[{index}].grant[{number}].from", values)


@check("U109", "info", "lost_earnings")
def soon_a_new_course(facts: Facts) -> Iterator[Found]:
    """Find two courses of one parent that follow each other closely."""
    for later in facts.courses:
        for former in facts.courses:
            same = (former.parent, former.child) == (later.parent, later.child)
            if not same or former.start >= later.start:
                continue
            if not former.open_ended and later.start - former.last_day <= _SOON:
                values = {"last": former.last_day, "start": later.start}
                yield Found(later.where, values)


@check("U110", "warning", "lost_earnings")
def capped_by_a_low_ceiling(facts: Facts) -> Iterator[Found]:
    """Find benefits cut by the published ceilings that were later found too low."""
    rates = facts.context.book.nearest(facts.on)
    corrected = rates.get("lost_earnings.ceiling_corrected")
    if corrected is None or corrected.effective.year != facts.on.year:
        return
    for result in facts.results:
        amounts = {line.id: line.amount for line in result.lines}
        published = any(
            rate.key == "lost_earnings.ceiling" for line in result.lines for rate in line.rates
        )
        if published and "ceiling" in amounts and amounts["claim"] > amounts["ceiling"]:
            values = {"ceiling": rates.number("lost_earnings.ceiling"),
                      "corrected": corrected.number}  # fmt: skip
            yield Found(result.where, values)


@check("U111", "info", "lost_earnings")
def old_rules(facts: Facts) -> Iterator[Found]:
    """Find courses under the rules from before 2011."""
    for course in facts.courses:
        if course.old_rules:
            yield Found(course.where, {})


@check("U115", "warning", "lost_earnings.basis_level")
def taken_over_without_earlier_gross(facts: Facts) -> Iterator[Found]:
    """Find courses taken over without the gross that the holiday supplements rest on."""
    for course in facts.courses:
        year = missing_gross_year(course)
        if year is not None:
            yield Found(f"{course.where}.basis_level", {"year": str(year)})


@check("U116", "info", "lost_earnings")
def less_than_full_time(facts: Facts) -> Iterator[Found]:
    """Find grants that count with 37 hours where the parent had more hours than that."""
    limit = facts.context.book.nearest(facts.on).number(WEEKLY_LIMIT)
    for index, table in numbered(facts.case.lost_earnings):
        for number, grant in numbered(table.grant):
            cut = grant.hours > limit and table.over_37_reason is None
            if table.weekly_hours > limit and (grant.hours == limit or cut):
                values = {"hours": limit, "own": table.weekly_hours}
                yield Found(f"lost_earnings[{index}].grant[{number}].hours", values)


@check("U117", "warning", "lost_earnings")
def granted_before_applied(facts: Facts) -> Iterator[Found]:
    """Find grants that begin before the date of application."""
    for index, table in numbered(facts.case.lost_earnings):
        for number, grant in numbered(table.grant):
            if table.applied is not None and grant.from_ < table.applied:
                values = {"from": grant.from_, "applied": table.applied}
                yield Found(f"lost_earnings[{index}].grant[{number}].from", values)
