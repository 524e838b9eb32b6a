"""Why a benefit of a case gives no result on a date."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

from udmaal.breakdown import Absence, Values
from udmaal.case.model import Case
from udmaal.law.child import adult_on, last_day_as_child
from udmaal.law.extra_costs.decision import decisions_of
from udmaal.law.lost_earnings.course import Course
from udmaal.law.supplementary import Period

_DAY = timedelta(days=1)

Yearly = Literal["home_training", "companion", "leisure", "respite"]
_YEARLY: tuple[Yearly, ...] = ("home_training", "companion", "leisure", "respite")


def absences(case: Case, courses: Sequence[Course], on: date) -> Iterator[Absence]:
    """Give every course and benefit without a result on a date, in the order of the law."""
    for course in courses:
        found = _course(course, on)
        if found is not None:
            yield found
    yield from _extra_costs(case, on)
    yield from _supplementary(case, courses, on)
    for name in _YEARLY:
        yield from _yearly(case, name, on)


def _course(course: Course, on: date) -> Absence | None:
    if course.granted_hours(on) is not None:
        return None
    if on < course.start:
        values: dict[str, object] = {"first": course.start}
        return _absence(course, "not_begun", values)
    before = [stretch.last for stretch in course.stretches if stretch.last < on]
    after = [stretch.first for stretch in course.stretches if stretch.first > on]
    end = course.table.end
    if on > course.last_day:
        code, values = "ended", {"last": course.last_day}
        if course.comes_of_age:
            code, values = "child_18", {"date": adult_on(course.born)}
        elif course.run_off is not None:
            code = "ended.run_off"
        elif end is not None:
            code, values = "ended.reason", {**values, "reason": end.reason}
    elif before and after:
        code, values = "paused", {"first": max(before) + _DAY, "last": min(after) - _DAY}
    elif after:
        code, values = "hours_later", {"first": min(after)}
    elif before:
        code, values = "hours_ended", {"last": max(before)}
    else:
        code, values = "single_days", {}
    return _absence(course, code, values)


def _absence(course: Course, code: str, values: Values) -> Absence:
    return Absence("lost_earnings", course.where, code, values, course.parent, child=course.child)


def _extra_costs(case: Case, on: date) -> Iterator[Absence]:
    for decision in decisions_of(case):
        first, last = decision.first_day, decision.last_day
        if on < first:
            code = "decided_later" if first == decision.table.decided else "not_begun"
            yield Absence("extra_costs", decision.where, code, {"first": first})
        elif on > last_day_as_child(case.child.born):
            yield _adult("extra_costs", decision.where, case)
        elif on > last:
            yield Absence("extra_costs", decision.where, "ended", {"last": last})


def _supplementary(case: Case, courses: Sequence[Course], on: date) -> Iterator[Absence]:
    for index, table in enumerate(case.supplementary):
        where = f"supplementary[{index}]"
        period = Period.of(case, courses, table)
        if on < period.first:
            first = {"first": period.first}
            yield Absence("supplementary", where, "not_begun", first, table.parent)
        elif on > period.last:
            if period.ended_by == "child_18":
                yield _adult("supplementary", where, case, table.parent)
                continue
            code = "ended" if period.ended_by == "until" else f"ended.{period.ended_by}"
            yield Absence("supplementary", where, code, {"last": period.last}, table.parent)


def _yearly(case: Case, name: Yearly, on: date) -> Iterator[Absence]:
    """Look at a benefit with a year; the companion scheme may be granted for a part of it."""
    table = getattr(case, name)
    if table is None:
        return
    first, until = getattr(table, "from_", None), getattr(table, "until", None)
    if on.year != table.year:
        yield Absence(name, name, "other_year", {"year": str(table.year)})
    elif on > last_day_as_child(case.child.born):
        yield _adult(name, name, case)
    elif first is not None and on < first:
        yield Absence(name, name, "not_begun", {"first": first})
    elif until is not None and on > until:
        yield Absence(name, name, "ended", {"last": until})


def _adult(benefit: str, where: str, case: Case, parent: str | None = None) -> Absence:
    return Absence(benefit, where, "child_18", {"date": adult_on(case.child.born)}, parent)
