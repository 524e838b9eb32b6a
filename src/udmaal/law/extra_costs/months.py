"""A decision month by month: it is assessed once, and each month goes on from that.

The order has no part months: a month is paid whole by the decision that is in force on its first
day, or begins in it.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from udmaal.breakdown import Result, sorted_codes
from udmaal.calendar_month import Month, months
from udmaal.case.model import Case
from udmaal.law.context import Context, Situation
from udmaal.law.extra_costs.decision import Decision, decisions_of, refuse_where_due
from udmaal.law.extra_costs.rule import Assessment, assess, result_of
from udmaal.ledger import BenefitLedger, BenefitMonth

_PAID = ("monthly", "one_off")


def ledgers(situation: Situation, first: Month, last: Month) -> Iterator[BenefitLedger]:
    """Give the months of each decision, from one month to another."""
    for decision in decisions_of(situation.case):
        found = ledger_of(situation.case, decision, first, last, situation.context)
        if found is not None:
            yield found


def ledger_of(
    case: Case, decision: Decision, first: Month, last: Month, context: Context
) -> BenefitLedger | None:
    """Give the months of a decision between two months; ``None`` where it has none.

    Raises ``InputFaultsError`` for what the rules refuse.
    """
    rows: list[BenefitMonth] = []
    assumptions: set[str] = set()
    for month, result in _results(case, decision, first, last, context):
        amounts = _paid(result)
        rows.append(BenefitMonth(month, amounts, result.lines, decision.table.decided))
        assumptions.update(result.assumptions)
        if amounts["monthly"] and _broken(month, decision):
            assumptions.add("A18")
    if not rows:
        return None
    return BenefitLedger(
        benefit="extra_costs",
        where=decision.where,
        columns=_PAID,
        months=tuple(rows),
        assumptions=sorted_codes(assumptions),
        rules=decision.rules,
    )


def _results(
    case: Case, decision: Decision, first: Month, last: Month, context: Context
) -> Iterator[tuple[Month, Result]]:
    """Give the result of each month; the decision is assessed anew where other law is cited."""
    if decision.first_day > decision.last_day:
        return
    begins, ends = Month.of(decision.first_day), Month.of(decision.last_day)
    found: Assessment | None = None
    for month in months(max(first, begins), min(last, ends)):
        on = _day_of(month, decision)
        refuse_where_due(decision, on)
        if found is None or found.law != decision.law.on(on):
            found = assess(case, decision, on, context)
        here = month == _month_of_one_offs(decision)
        yield month, result_of(found, on, context, one_offs_here=here)


def _day_of(month: Month, decision: Decision) -> date:
    """Give the day by which a month is paid: its first with the decision.

    An agreement to pay one-offs when documented holds for the whole of its month.
    """
    agreed = decision.agreed
    if agreed is not None and Month.of(agreed) == month:
        return agreed
    return max(month.first, decision.first_day)


def _month_of_one_offs(decision: Decision) -> Month:
    """Give the month of the one-offs of the estimate: the first, or that of the agreement."""
    return Month.of(decision.agreed or decision.first_day)


def _broken(month: Month, decision: Decision) -> bool:
    """Tell whether the decision is in force on a part of the month alone, yet pays it whole."""
    return decision.first_day > month.first or decision.last_day < month.last


def _paid(result: Result) -> dict[str, Decimal]:
    """Give what is paid in a month, kr."""
    amounts = ((key, result.amounts.get(key)) for key in _PAID)
    return {key: amount for key, amount in amounts if isinstance(amount, Decimal)}
