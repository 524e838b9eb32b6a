"""All benefits of a case that have months, month by month."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from udmaal.breakdown import Result, sorted_codes
from udmaal.calendar_month import Month, months
from udmaal.case.model import Case
from udmaal.faults import Fault, InputFaultsError
from udmaal.law.child import last_day_as_child
from udmaal.law.companion import account_months, first_month
from udmaal.law.context import Context
from udmaal.law.extra_costs import extra_costs_result
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
    if case.extra_costs is not None:
        starts.append(Month.of(case.extra_costs.decided))
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
        if Month.of(course.start) <= first < Month.of(first_day(course))
    ]
    if faults:
        raise InputFaultsError(faults)


def _extra_costs(
    case: Case, first: Month, last: Month, context: Context
) -> Iterator[BenefitLedger]:
    """Give the monthly amount of each month from the decision on, and one-offs in their month.

    A month counts where the benefit runs on its first day, or begins in it. One-offs stand in the
    month of the decision, or of the agreement to pay them when documented.
    """
    table = case.extra_costs
    if table is None:
        return
    decided = Month.of(table.decided)
    agreed = table.oneoffs_when_documented
    one_offs_in = max(decided, Month.of(agreed)) if agreed is not None else decided
    final = last_day_as_child(case.child.born)
    rows: list[BenefitMonth] = []
    results: list[Result] = []
    for month in months(max(first, decided), last):
        on = max(month.first, table.decided)
        if on > final:
            break
        if agreed is not None and Month.of(agreed) == month:
            on = max(on, agreed)
        result = extra_costs_result(case, table, on, context, month.since(decided))
        results.append(result)
        amounts = _decimals(result, ("monthly", "one_off"))
        if month != one_offs_in:
            amounts["one_off"] = NOTHING
        rows.append(BenefitMonth(month, amounts, result.lines))
    if rows:
        yield BenefitLedger(
            benefit="extra_costs",
            where="extra_costs",
            columns=("monthly", "one_off"),
            months=tuple(rows),
            assumptions=sorted_codes(code for result in results for code in result.assumptions),
            rules=results[0].rules,
        )


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
