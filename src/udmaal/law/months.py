"""The benefits of a case month by month."""

from datetime import date
from typing import NamedTuple

from udmaal.calendar_month import Month
from udmaal.faults import Fault, InputFaultsError
from udmaal.law.benefits import BENEFITS
from udmaal.law.context import Situation
from udmaal.ledger import BenefitLedger, CourseLedger


class Months(NamedTuple):
    """The ledgers of a case."""

    first: Month
    last: Month
    courses: tuple[CourseLedger, ...]
    others: tuple[BenefitLedger, ...]


def months_of(situation: Situation, first: Month | None, last: Month | None, today: date) -> Months:
    """Work out the months from ``first`` to ``last``, left out those of ``span_of``.

    Raises ``InputFaultsError`` for months without rates and for everything the rules refuse.
    """
    begin, end = span_of(situation, first, last, today)
    _refuse_outside(situation, begin, end)
    faults: list[Fault] = []
    courses: list[CourseLedger] = []
    others: list[BenefitLedger] = []
    for benefit in BENEFITS:
        try:
            courses += benefit.course_ledgers(situation, begin, end)
            others += benefit.ledgers(situation, begin, end)
        except InputFaultsError as refused:
            faults.extend(refused.faults)
    if faults:
        raise InputFaultsError(faults)
    return Months(begin, end, tuple(courses), tuple(others))


def span_of(
    situation: Situation, first: Month | None, last: Month | None, today: date
) -> tuple[Month, Month]:
    """Give the first and the last month of a ledger.

    Left out, ``first`` is the first month of any benefit, and ``last`` the current month or, if
    later, the last one of a course whose end is known; neither reaches out of the rates while a
    benefit still runs. Raises ``InputFaultsError`` where there are no months.
    """
    starts = [month for benefit in BENEFITS for month in benefit.first_months(situation)]
    if not starts:
        raise InputFaultsError([Fault("ledger.nothing")])
    begin = first or min(starts)
    return begin, last or max(begin, _default_last(situation, today))


def _default_last(situation: Situation, today: date) -> Month:
    courses, book = situation.courses, situation.context.book
    known_ends = [Month.of(course.last_day) for course in courses if not course.open_ended]
    last = max([Month.of(today), *known_ends])
    return min(last, Month.of(book.last_day)) if _runs_beyond(situation) else last


def _runs_beyond(situation: Situation) -> bool:
    """Tell whether a benefit still runs after the last day with rates."""
    final = situation.context.book.last_day
    return any(benefit.runs_after(situation, final) for benefit in BENEFITS)


def _refuse_outside(situation: Situation, first: Month, last: Month) -> None:
    """Refuse months beyond the rates in which a benefit runs, and what a benefit refuses."""
    book = situation.context.book
    if first > last:
        values = {"first": str(first), "last": str(last)}
        raise InputFaultsError([Fault("ledger.order", values=values)])
    if last.last > book.last_day and _runs_beyond(situation):
        raise InputFaultsError([book.not_covered(last.last)])
    faults = [fault for benefit in BENEFITS for fault in benefit.refused_months(situation, first)]
    if faults:
        raise InputFaultsError(faults)
