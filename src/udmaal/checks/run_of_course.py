"""U3: how a course runs and ends."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise, zip_longest

from udmaal.case.model import Case, numbered
from udmaal.checks.registry import Facts, Found, check
from udmaal.law.child import adult_on, advised_on
from udmaal.law.lost_earnings.course import Course
from udmaal.law.lost_earnings.due import follow_ups, transitions
from udmaal.law.lost_earnings.hours import WEEKLY_LIMIT, covers_own_hours, hours_on

_DAY = timedelta(days=1)
_SINGLE_DAYS_A_YEAR = 4
_DAYS_A_WEEK = 5


@check("U301", "warning", "lost_earnings")
def limited_without_agreement(facts: Facts) -> Iterator[Found]:
    """Find grants limited in time without an agreed period as the reason of the end."""
    for index, table in numbered(facts.case.lost_earnings):
        end = table.end
        if end is not None and end.reason == "agreed_period":
            continue
        wished = end.date if end is not None and end.reason == "parent_wish" else None
        for number, grant in numbered(table.grant):
            if grant.until is not None and grant.until != wished:
                where = f"lost_earnings[{index}].grant[{number}].until"
                yield Found(where, {"until": grant.until})


def _with_run_off(facts: Facts) -> Iterator[Course]:
    return (course for course in facts.courses if course.run_off is not None)


@check("U302", "warning", "lost_earnings.end")
def runs_off(facts: Facts) -> Iterator[Found]:
    """Name the last day of the run-off, by the law of the day the conditions lapsed."""
    for course in _with_run_off(facts):
        end = course.table.end
        if end is not None:
            values = {"until": course.last_day, "date": end.date}
            yield Found(f"{course.where}.end", values)


@check("U306", "warning", "lost_earnings.end")
def receipt_not_given(facts: Facts) -> Iterator[Found]:
    """Find run-offs whose notice is counted without the day the decision was received."""
    for course in _with_run_off(facts):
        end = course.table.end
        if end is None or end.decision_received is not None:
            continue
        runoff = facts.context.book.nearest(end.date)["lost_earnings.runoff"].period
        if runoff.unit == "days":
            yield Found(f"{course.where}.end", {"date": end.date})


@check("U303", "warning")
def soon_18(facts: Facts) -> Iterator[Found]:
    """Find a child with a benefit that turns 18 within six months, or in a ledger's period."""
    for where, born in _children(facts.case):
        adult = adult_on(born)
        soon = advised_on(born) <= facts.on or adult <= facts.until
        if soon and facts.since < adult:
            yield Found(where, {"date": adult})


def _children(case: Case) -> Iterator[tuple[str, date]]:
    """Give the children with a benefit, each with the place of the birthday."""
    with_courses = {table.child for table in case.lost_earnings}
    if None in with_courses or case.extra_costs:
        yield "child.born", case.child.born
    for index, sibling in numbered(case.sibling):
        if sibling.label in with_courses:
            yield f"sibling[{index}].born", sibling.born


@check("U304", "warning", "lost_earnings.single_day")
def few_single_days(facts: Facts) -> Iterator[Found]:
    """Find calendar years with some single days, but fewer than four."""
    of_level = facts.context.level.single_days_minimum
    least = _SINGLE_DAYS_A_YEAR if of_level is None else of_level
    for index, table in numbered(facts.case.lost_earnings):
        years = Counter(single.date.year for single in table.single_day)
        for year, count in sorted(years.items()):
            if count < least:
                values = {"year": str(year), "count": count, "least": least}
                yield Found(f"lost_earnings[{index}].single_day", values)


@check("U305", "info", "lost_earnings")
def reduced(facts: Facts) -> Iterator[Found]:
    """Find reductions of hours that count, on which 12.5 % is due.

    A pause is an ending like any other: the hours after it are compared with nothing.
    """
    limit = facts.context.book.nearest(facts.on).number(WEEKLY_LIMIT)
    alone = len(facts.courses) == 1  # else another course may leave fewer of the hours
    for course in facts.courses:
        for former, later in pairwise(course.granted):
            if former.last + _DAY != later.first or (alone and later.hours >= former.hours):
                continue
            before, after = (
                hours_on(facts.courses, day, limit)[course.index].effective
                for day in (former.last, later.first)
            )
            if after < before:
                number = _grant_on(course, later.first)
                values = {"from": later.first, "before": before, "after": after}
                yield Found(f"{course.where}.grant[{number}].hours", values)


def _grant_on(course: Course, day: date) -> int:
    """Give the number in the file of the grant in force on a day that has granted hours."""
    begun = [each for each in numbered(course.table.grant) if each[1].from_ <= day]
    return max(begun, key=lambda each: each[1].from_)[0]


@check("U309", "info", "lost_earnings")
def runs_off_at_a_reduction(facts: Facts) -> Iterator[Found]:
    """Name the day to which former hours run off after a considerable reduction."""
    for course in facts.courses:
        for stretch in course.reduced_from:
            if stretch.kept is not None:
                values = {"hours": stretch.hours, "until": stretch.kept.until}
                yield Found(f"{course.where}.grant[{stretch.kept.grant}].hours", values)


@check("U112", "error", "lost_earnings.single_day")
def nothing_lost_on_a_single_day(facts: Facts) -> Iterator[Found]:
    """Find single days on days whose hours are all granted already."""
    limit = facts.context.book.nearest(facts.on).number(WEEKLY_LIMIT)
    for course in facts.courses:
        for number, single in numbered(course.table.single_day):
            if covers_own_hours(facts.courses, course, single.date, limit):
                values = {"date": single.date, "own": course.table.weekly_hours}
                yield Found(f"{course.where}.single_day[{number}].date", values)


@check("U113", "warning", "lost_earnings.single_day")
def long_single_day(facts: Facts) -> Iterator[Found]:
    """Find single days of more hours than a fifth of the parent's own weekly hours."""
    for index, table in numbered(facts.case.lost_earnings):
        for number, single in numbered(table.single_day):
            if single.hours * _DAYS_A_WEEK > table.weekly_hours:
                values = {"hours": single.hours, "own": table.weekly_hours}
                yield Found(f"lost_earnings[{index}].single_day[{number}].hours", values)


@check("U114", "warning", "lost_earnings.new_income")
def new_income_without_effect(facts: Facts) -> Iterator[Found]:
    """Find new income that is in force on no day of a run-off."""
    for course in facts.courses:
        entries = sorted(numbered(course.table.new_income), key=lambda each: each[1].from_)
        for (number, entry), following in zip_longest(entries, entries[1:]):
            last = following[1].from_ - _DAY if following else date.max
            run_off = course.run_off
            if run_off is None or entry.from_ > run_off.last or last < run_off.first:
                where = f"{course.where}.new_income[{number}]"
                yield Found(where, {"from": entry.from_, "income": entry.monthly})


@check("U307", "warning", "lost_earnings")
def follow_up_due(facts: Facts) -> Iterator[Found]:
    """Find running courses that nobody has looked at for more than twelve months."""
    for course in facts.courses:
        for due in follow_ups(course):
            if due.overdue(facts.on):
                yield Found(course.where, due.values)


@check("U308", "warning", "lost_earnings")
def long_transition(facts: Facts) -> Iterator[Found]:
    """Find grants for the time of a transition that have run for more than three months."""
    for course in facts.courses:
        for due in transitions(course):
            if due.day <= facts.on:
                yield Found(due.where, due.values)
