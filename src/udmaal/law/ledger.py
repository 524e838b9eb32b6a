"""All benefits of a case that have months, month by month."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from udmaal.calendar_month import Month, months
from udmaal.case.model import Case
from udmaal.faults import Fault, InputFaultsError
from udmaal.law.child import last_day_as_child
from udmaal.law.context import Context
from udmaal.law.extra_costs.threshold import threshold_result
from udmaal.law.lost_earnings.course import Course, courses_of
from udmaal.law.lost_earnings.ledger import course_ledger, first_day
from udmaal.ledger import NOTHING, CostLedger, CostMonth, CourseLedger


class Months(NamedTuple):
    """The ledgers of a case."""

    first: Month
    last: Month
    courses: tuple[CourseLedger, ...]
    extra_costs: CostLedger | None


def ledger_months(
    case: Case, first: Month | None, last: Month | None, today: date, context: Context
) -> Months:
    """Work out the months from ``first`` to ``last``.

    Left out, ``first`` is the first month of any benefit, and ``last`` the current month or, if
    later, the last one of a course whose end is known; neither reaches out of the rates while a
    benefit still runs. Raises ``InputFaultsError`` for months without rates and for everything
    the rules refuse.
    """
    courses = courses_of(case, context.book)
    starts = [Month.of(first_day(course)) for course in courses]
    if case.extra_costs is not None:
        starts.append(Month.of(case.extra_costs.decided))
    if not starts:
        raise InputFaultsError([Fault("ledger.nothing")])
    begin = first or min(starts)
    end = last or max(begin, _default_last(case, courses, today, context))
    _refuse_outside(case, courses, begin, end, context)
    faults: list[Fault] = []
    ledgers = []
    for course in courses:
        try:
            ledgers.append(course_ledger(case, course, courses, begin, end, context))
        except InputFaultsError as refused:
            faults.extend(refused.faults)
    costs = None
    try:
        costs = _cost_ledger(case, begin, end, context)
    except InputFaultsError as refused:
        faults.extend(refused.faults)
    if faults:
        raise InputFaultsError(faults)
    return Months(begin, end, tuple(ledgers), costs)


def _default_last(case: Case, courses: Sequence[Course], today: date, context: Context) -> Month:
    known_ends = [Month.of(course.last_day) for course in courses if not course.open_ended]
    last = max([Month.of(today), *known_ends])
    covered = Month.of(context.book.last_day)
    return min(last, covered) if _runs_beyond(case, courses, context) else last


def _runs_beyond(case: Case, courses: Sequence[Course], context: Context) -> bool:
    """Tell whether a benefit still runs after the last day with rates."""
    final = context.book.last_day
    costs_run = case.extra_costs is not None and last_day_as_child(case.child.born) > final
    return costs_run or any(course.last_day > final for course in courses)


def _refuse_outside(
    case: Case, courses: Sequence[Course], first: Month, last: Month, context: Context
) -> None:
    """Refuse months beyond the rates in which a benefit runs, and months before a basis."""
    book = context.book
    if first > last:
        values = {"first": str(first), "last": str(last)}
        raise InputFaultsError([Fault("ledger.order", values=values)])
    if last.last > book.last_day and _runs_beyond(case, courses, context):
        values_ = {"date": last.last, "first": book.first_day, "last": book.last_day}
        raise InputFaultsError([Fault("date.not_covered", values=values_)])
    faults = [
        Fault(
            "ledger.before_level",
            (*course.at, "basis_level"),
            {"month": str(first), "level": str(course.table.basis_level)},
        )
        for course in courses
        if course.start < first_day(course)
        and Month.of(course.start) <= first < Month.of(first_day(course))
    ]
    if faults:
        raise InputFaultsError(faults)


def _cost_ledger(case: Case, first: Month, last: Month, context: Context) -> CostLedger | None:
    """Give the monthly amount of each month from the decision on; one-offs in its month.

    A month counts where the benefit runs on its first day, or begins in it.
    """
    table = case.extra_costs
    if table is None:
        return None
    decided = Month.of(table.decided)
    final = last_day_as_child(case.child.born)
    rows: list[CostMonth] = []
    rules = "threshold"
    assumptions: set[str] = set()
    for month in months(max(first, decided), last):
        on = max(month.first, table.decided)
        if on > final:
            break
        result = threshold_result(case, on, context, month.since(decided))
        monthly, one_off = result.amounts["monthly"], result.amounts["one_off"]
        if not isinstance(monthly, Decimal) or not isinstance(one_off, Decimal):
            raise TypeError(result.benefit)
        assumptions.update(result.assumptions)
        rows.append(
            CostMonth(month, monthly, one_off if month == decided else NOTHING, result.lines)
        )
    return CostLedger(rules, tuple(rows), tuple(sorted(assumptions)))
