"""What a decision that works back brings for the months before it (the order § 6).

An increase works back to when the costs rose. What was due in a month then is what the decisions
made before say of it, what is due now what they say together with this one. The months are those
whose first day lies before the day of the decision: their payment was, or was to be, made without
it. Too much paid is never claimed back in this benefit, so a month with less due now takes nothing
off what the others bring.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from udmaal.breakdown import sorted_codes
from udmaal.calendar_month import Month, months
from udmaal.law.context import Situation
from udmaal.law.extra_costs.account import PAID, Account, MonthPaid
from udmaal.law.extra_costs.decision import REDECIDED_BY, Decision, decisions_of
from udmaal.ledger import NOTHING, BackMonth, BackPayment

_DAY = timedelta(days=1)


def back_payments(situation: Situation, first: Month, last: Month) -> Iterator[BackPayment]:
    """Give those of the decisions made from one month to another, each with all of its months.

    Raises ``InputFaultsError`` for what the rules refuse.
    """
    case, _, context = situation
    for number, decision in enumerate(decisions_of(case)):
        decided = decision.table.decided
        if not (decision.first_day < decided and first <= Month.of(decided) <= last):
            continue
        before = map(_run_out, decisions_of(case, number))
        then = Account(case, before, context)
        now = Account(case, decisions_of(case, number + 1), context)
        found = list(_months(decision, then, now))
        if found:
            yield BackPayment(
                decided,
                decision.first_day,
                tuple(month for month, _ in found),
                sorted_codes(code for _, codes in found for code in codes),
            )


def _run_out(decision: Decision) -> Decision:
    """End a decision under the old rules where it had to be made anew, and no later one was."""
    if decision.rules == "compensation":
        return decision
    return decision._replace(last_day=min(decision.last_day, REDECIDED_BY - _DAY))


def _months(
    decision: Decision, then: Account, now: Account
) -> Iterator[tuple[BackMonth, tuple[str, ...]]]:
    """Give each month before the decision that it pays, or in which something else is due.

    The second of each pair are the assumptions behind it.
    """
    decided = decision.table.decided
    for month in months(Month.of(decision.first_day), Month.of(decided - _DAY)):
        was, is_ = then.month(month), now.month(month)
        found = BackMonth(month, _amounts(was), _amounts(is_))
        if found.then != found.now or _pays(is_, decided):
            yield found, tuple(code for paid in (was, is_) if paid for code in paid.assumptions)


def _pays(paid: MonthPaid | None, decided: date) -> bool:
    return paid is not None and paid.decided == decided


def _amounts(paid: MonthPaid | None) -> dict[str, Decimal]:
    """Give the amounts of a month, kr.; nothing where no decision is in force."""
    return dict.fromkeys(PAID, NOTHING) if paid is None else paid.amounts
