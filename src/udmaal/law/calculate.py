"""All benefits of a case on one date: the one entry of the rules."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial

from udmaal.breakdown import Result
from udmaal.case.model import Case
from udmaal.faults import Fault, InputFaultsError
from udmaal.law.child import last_day_as_child
from udmaal.law.companion import companion_result, granted_on
from udmaal.law.context import Context
from udmaal.law.extra_costs import extra_costs_result
from udmaal.law.extra_costs.decision import decisions_of
from udmaal.law.home_training import home_training_result
from udmaal.law.leisure import leisure_result
from udmaal.law.lost_earnings.course import Course
from udmaal.law.lost_earnings.hours import WEEKLY_LIMIT, hours_on
from udmaal.law.lost_earnings.monthly import Beside, monthly_result
from udmaal.law.respite import respite_result
from udmaal.law.supplementary import Period, supplementary_result


def results_on(
    case: Case, courses: Sequence[Course], on: date, context: Context
) -> tuple[Result, ...]:
    """Calculate every benefit that gives a result on the date, in the order of the law.

    Raises ``InputFaultsError`` with all refusals of the case at once, or, for a date outside the
    rates, with the covered range.
    """
    results = []
    refusals: list[Fault] = []
    for calculate in _benefits(case, courses, on, context):
        try:
            results.append(calculate())
        except InputFaultsError as refused:
            refusals.extend(refused.faults)
    if refusals:
        raise InputFaultsError(refusals)
    return tuple(results)


def _benefits(
    case: Case, courses: Sequence[Course], on: date, context: Context
) -> Iterator[Callable[[], Result]]:
    """Give the calculation of each benefit that runs on the date."""
    limit = context.rates(on).number(WEEKLY_LIMIT)
    hours = hours_on(courses, on, limit)
    running = [Beside(course, hours[course.index]) for course in courses if course.index in hours]
    for each in running:
        beside = [
            other
            for other in running
            if other is not each and other.course.parent == each.course.parent
        ]
        yield partial(monthly_result, each.course, on, each.hours, context, beside)
    if on > last_day_as_child(case.child.born):
        return
    for decision in decisions_of(case):
        if decision.in_force(on):
            yield partial(extra_costs_result, case, decision, on, context)
    for index, table in enumerate(case.supplementary):
        if Period.of(case, courses, table).holds(on):
            yield partial(supplementary_result, case, courses, index, on, context)
    if case.home_training is not None and case.home_training.year == on.year:
        yield partial(home_training_result, case.home_training, on, context)
    if case.companion is not None and granted_on(case.companion, on):
        yield partial(companion_result, case, case.companion, on, context)
    if case.leisure is not None and case.leisure.year == on.year:
        yield partial(leisure_result, case.leisure, on, context)
    if case.respite is not None and case.respite.year == on.year:
        yield partial(respite_result, case.respite, on, context)
