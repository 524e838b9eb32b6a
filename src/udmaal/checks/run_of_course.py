"""U3: how a course runs and ends."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from udmaal.calendar_month import Month
from udmaal.checks.registry import Facts, Found, check
from udmaal.law.child import adult_on
from udmaal.law.lost_earnings.course import Course

_SINGLE_DAYS_A_YEAR = 4
_MONTHS_AHEAD = 6
_FOLLOW_UP_MONTHS = 12
_TRANSITION_MONTHS = 3


@check("U301", "warning", "lost_earnings")
def limited_without_agreement(facts: Facts) -> Iterator[Found]:
    """Find grants limited in time without an agreed period as the reason of the end."""
    for index, table in enumerate(facts.case.lost_earnings):
        end = table.end
        if end is not None and end.reason == "agreed_period":
            continue
        wished = end.date if end is not None and end.reason == "parent_wish" else None
        for number, grant in enumerate(table.grant):
            if grant.until is not None and grant.until != wished:
                where = f"lost_earnings[{index}].grant[{number}].until"
                yield Found(where, {"until": grant.until})


def _with_run_off(facts: Facts) -> Iterator[Course]:
    return (course for course in facts.courses if course.run_off is not None)


@check("U302", "warning", "lost_earnings.end")
def runs_off(facts: Facts) -> Iterator[Found]:
    """Name the last day of the run-off."""
    for course in _with_run_off(facts):
        yield Found(f"lost_earnings[{course.index}].end", {"until": course.last_day})


@check("U306", "warning", "lost_earnings.end")
def receipt_not_given(facts: Facts) -> Iterator[Found]:
    """Find run-offs whose notice is counted without the day the decision was received."""
    for course in _with_run_off(facts):
        end = course.table.end
        if end is None or end.decision_received is not None:
            continue
        runoff = facts.context.book.nearest(end.date)["lost_earnings.runoff"].text
        if runoff.endswith("days"):
            yield Found(f"lost_earnings[{course.index}].end", {"date": end.date})


@check("U303", "warning")
def soon_18(facts: Facts) -> Iterator[Found]:
    """Find a child that turns 18 within six months, or inside the period of a ledger."""
    if not facts.case.lost_earnings and facts.case.extra_costs is None:
        return
    adult = adult_on(facts.case.child.born)
    limit = _later(facts.on, _MONTHS_AHEAD)
    if facts.since < adult <= max(limit, facts.until):
        yield Found("child.born", {"date": adult})


@check("U304", "warning", "lost_earnings.single_day")
def few_single_days(facts: Facts) -> Iterator[Found]:
    """Find calendar years with some single days, but fewer than four."""
    least = facts.context.level.single_days_minimum or _SINGLE_DAYS_A_YEAR
    for index, table in enumerate(facts.case.lost_earnings):
        years = Counter(single.date.year for single in table.single_day)
        for year, count in sorted(years.items()):
            if count < least:
                values = {"year": str(year), "count": count, "least": least}
                yield Found(f"lost_earnings[{index}].single_day", values)


@check("U305", "info", "lost_earnings")
def reduced(facts: Facts) -> Iterator[Found]:
    """Find reductions of hours, on which 12.5 % is due."""
    for index, table in enumerate(facts.case.lost_earnings):
        ordered = sorted(enumerate(table.grant), key=lambda each: each[1].from_)
        for (_, former), (number, later) in pairwise(ordered):
            if later.hours < former.hours:
                values = {"from": later.from_, "before": former.hours, "after": later.hours}
                yield Found(f"lost_earnings[{index}].grant[{number}].hours", values)


@check("U307", "warning", "lost_earnings")
def follow_up_due(facts: Facts) -> Iterator[Found]:
    """Find running courses that nobody has looked at for more than twelve months."""
    for course in facts.courses:
        if not any(stretch.holds(facts.on) for stretch in course.granted):
            continue
        looked_at = [grant.from_ for grant in course.table.grant]
        if course.table.followed_up is not None:
            looked_at.append(course.table.followed_up)
        last = max((day for day in looked_at if day <= facts.on), default=course.start)
        if facts.on > _later(last, _FOLLOW_UP_MONTHS):
            yield Found(f"lost_earnings[{course.index}]", {"date": last})


@check("U308", "warning", "lost_earnings")
def long_transition(facts: Facts) -> Iterator[Found]:
    """Find grants for the time of a transition that have run for more than three months."""
    for course in facts.courses:
        last_days = {stretch.first: stretch.last for stretch in course.granted}
        for number, grant in enumerate(course.table.grant):
            last = last_days.get(grant.from_)
            if not grant.transition or last is None:
                continue
            if min(last, facts.on) >= _later(grant.from_, _TRANSITION_MONTHS):
                where = f"lost_earnings[{course.index}].grant[{number}].transition"
                yield Found(where, {"from": grant.from_})


def _later(day: date, months: int) -> date:
    """Give the same day of a later month, or its last day."""
    month = Month.of(day).plus(months)
    return month.first.replace(day=min(day.day, month.days))
