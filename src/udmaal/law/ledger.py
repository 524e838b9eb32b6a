"""All benefits of a case that have months, month by month."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from udmaal.breakdown import Result, sorted_codes
from udmaal.calendar_month import Month, months
from udmaal.case.model import Case
from udmaal.faults import Fault, InputFaultsError
from udmaal.law.companion import account_months, first_month
from udmaal.law.context import Context
from udmaal.law.extra_costs import extra_costs_result
from udmaal.law.extra_costs.decision import Decision, decisions_of
from udmaal.law.lost_earnings.course import Course
from udmaal.law.lost_earnings.ledger import course_ledgers, first_day
from udmaal.law.supplementary import Supplement
from udmaal.ledger import NOTHING, BenefitLedger, BenefitMonth, CourseLedger


class Months(NamedTuple):
    """The ledgers of a case."""

    first: Month
    last: Month
    courses: tuple[CourseLedger, ...]
    others: tuple[BenefitLedger, ...]


def ledger_months(
    case: Case,
    courses: Sequence[Course],
    first: Month | None,
    last: Month | None,
    today: date,
    context: Context,
) -> Months:
    """Work out the months from ``first`` to ``last``.

    Left out, ``first`` is the first month of any benefit, and ``last`` the current month or, if
    later, the last one of a course whose end is known; neither reaches out of the rates while a
    benefit still runs. Raises ``InputFaultsError`` for months without rates and for everything
    the rules refuse.
    """
    starts = [Month.of(first_day(course)) for course in courses]
    starts += [Month.of(decision.first_day) for decision in decisions_of(case)]
    starts += [Month.of(table.unemployed_from) for table in case.supplementary]
    if case.companion is not None:
        starts.append(first_month(case.companion))
    if not starts:
        raise InputFaultsError([Fault("ledger.nothing")])
    begin = first or min(starts)
    end = last or max(begin, _default_last(case, courses, today, context))
    _refuse_outside(case, courses, begin, end, context)
    faults: list[Fault] = []
    ledgers: list[CourseLedger] = []
    try:
        ledgers += course_ledgers(courses, begin, end, context)
    except InputFaultsError as refused:
        faults.extend(refused.faults)
    others: list[BenefitLedger] = []
    try:
        others += _extra_costs(case, begin, end, context)
        others += _supplementary(case, courses, begin, end, context)
        others += _companion(case, begin, end, context)
    except InputFaultsError as refused:
        faults.extend(refused.faults)
    if faults:
        raise InputFaultsError(faults)
    return Months(begin, end, tuple(ledgers), tuple(others))


def _default_last(case: Case, courses: Sequence[Course], today: date, context: Context) -> Month:
    known_ends = [Month.of(course.last_day) for course in courses if not course.open_ended]
    last = max([Month.of(today), *known_ends])
    covered = Month.of(context.book.last_day)
    return min(last, covered) if _runs_beyond(case, courses, context) else last


def _runs_beyond(case: Case, courses: Sequence[Course], context: Context) -> bool:
    """Tell whether a benefit still runs after the last day with rates."""
    final = context.book.last_day
    costs_run = any(decision.last_day > final for decision in decisions_of(case))
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
        if Month.of(course.start) <= first < Month.of(first_day(course))
    ]
    if faults:
        raise InputFaultsError(faults)


def _extra_costs(
    case: Case, first: Month, last: Month, context: Context
) -> Iterator[BenefitLedger]:
    """Give the monthly amount of each month, and one-offs in their month."""
    for decision in decisions_of(case):
        rows: list[BenefitMonth] = []
        assumptions: set[str] = set()
        begins, ends = Month.of(decision.first_day), Month.of(decision.last_day)
        for month in months(max(first, begins), min(last, ends)):
            on = max(month.first, decision.first_day)
            if on > decision.last_day:
                break
            row, result = _extra_costs_month(case, decision, month, on, context)
            rows.append(row)
            assumptions.update(result.assumptions)
            # The order has no part months: a first or last one that is broken is paid whole.
            broken = on > month.first or decision.last_day < month.last
            if broken and row.amounts["monthly"]:
                assumptions.add("A18")
        if rows:
            yield BenefitLedger(
                benefit="extra_costs",
                where=decision.where,
                columns=("monthly", "one_off"),
                months=tuple(rows),
                assumptions=sorted_codes(assumptions),
                rules=decision.rules,
            )


def _extra_costs_month(
    case: Case, decision: Decision, month: Month, on: date, context: Context
) -> tuple[BenefitMonth, Result]:
    """Give a month of a decision, by its first day with it.

    One-offs of the estimate stand in the first month, or in that of the agreement to pay them when
    documented, which holds for the whole of it.
    """
    agreed = decision.agreed
    if agreed is not None and Month.of(agreed) == month:
        on = agreed
    here = Month.of(agreed or decision.first_day) == month
    result = extra_costs_result(case, decision, on, context, one_offs_here=here)
    amounts = _decimals(result, ("monthly", "one_off"))
    return BenefitMonth(month, amounts, result.lines, decision.table.decided), result


def _supplementary(
    case: Case, courses: Sequence[Course], first: Month, last: Month, context: Context
) -> Iterator[BenefitLedger]:
    """Give each month its days of the weekly benefit, and its ATP."""
    for index, table in enumerate(case.supplementary):
        found = Supplement.of(case, courses, index, context)
        begins, ends = found.period.first, found.period.last
        rows = []
        before = NOTHING
        for month in months(Month.of(begins), min(last, Month.of(ends))):
            since, until = max(begins, month.first), min(ends, month.last)
            *parts, line = found.total_lines(since, until, since)
            rest = found.total - before
            if until == ends and line.amount != rest:
                # The months together are the total, to the øre.
                values = {**line.values, "total": found.total, "before": before}
                line = line._replace(amount=rest, formula="total.rest", values=values)
            before += line.amount
            if month < first:
                continue
            atp = found.atp(since, paid=bool(line.amount))
            amounts = {
                "amount": line.amount,
                "atp_recipient": atp.recipient,
                "atp_municipality": atp.municipality,
            }
            lines = (*found.weekly_lines(since, until, since), *atp.lines, *parts, line)
            rows.append(BenefitMonth(month, amounts, lines))
        if rows:
            yield BenefitLedger(
                benefit="supplementary",
                where=f"supplementary[{index}]",
                columns=("amount", "atp_recipient", "atp_municipality"),
                months=tuple(rows),
                assumptions=found.assumptions,
                parent=table.parent,
            )


def _companion(case: Case, first: Month, last: Month, context: Context) -> Iterator[BenefitLedger]:
    """Give the hours account of the companion scheme, in the months of its year."""
    table = case.companion
    if table is None:
        return
    rows = [
        BenefitMonth(
            row.month,
            {
                "granted_hours": row.granted,
                "used_hours": row.used,
                "lapsed_hours": row.lapsed,
                "hours_balance": row.balance,
            },
            (),
        )
        for row in account_months(case, table, last, context)
        if first <= row.month
    ]
    if rows:
        yield BenefitLedger(
            benefit="companion",
            where="companion",
            columns=("granted_hours", "used_hours", "lapsed_hours", "hours_balance"),
            months=tuple(rows),
        )


def _decimals(result: Result, keys: tuple[str, ...]) -> dict[str, Decimal]:
    """Give the amounts of a result that are kroner."""
    amounts = ((key, result.amounts[key]) for key in keys)
    return {key: amount for key, amount in amounts if isinstance(amount, Decimal)}
