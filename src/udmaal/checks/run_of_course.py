"""U3: how a course runs and ends."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from udmaal.calendar_month import Month
from udmaal.checks.registry import Facts, Found, check
from udmaal.law.child import adult_on
from udmaal.law.lost_earnings.course import Course

_SINGLE_DAYS_A_YEAR = 4
_MONTHS_AHEAD = 6


@check("U301", "warning", "lost_earnings")
def limited_without_agreement(facts: Facts) -> Iterator[Found]:
    """Find grants limited in time without an agreed period as the reason of the end."""
    for index, table in enumerate(facts.case.lost_earnings):
        if table.end is not None and table.end.reason == "agreed_period":
            continue
        for number, grant in enumerate(table.grant):
            if grant.until is not None:
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
        runoff = facts.context.book.nearest(end.date)["lost_earnings.runoff"].period
        if runoff.unit == "days":
            yield Found(f"lost_earnings[{course.index}].end", {"date": end.date})


@check("U303", "warning")
def soon_18(facts: Facts) -> Iterator[Found]:
    """Find a child that turns 18 within six months, or inside the period of a ledger."""
    if not facts.case.lost_earnings and facts.case.extra_costs is None:
        return
    adult = adult_on(facts.case.child.born)
    ahead = Month.of(facts.on).plus(_MONTHS_AHEAD)
    limit = ahead.first.replace(day=min(facts.on.day, ahead.days))
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
