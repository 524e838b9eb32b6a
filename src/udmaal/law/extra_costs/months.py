"""The decisions month by month: each is assessed once, and its months go on from that.

The order has no part months: a month is paid whole by the decision that is in force on its first
day, else by the one that begins in it [A18]. One-offs stand in their own month by their own decision,
also in a month that an earlier decision still pays.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from udmaal.breakdown import Result, sorted_codes
from udmaal.calendar_month import Month, months
from udmaal.case.model import Case
from udmaal.law.context import Context, Situation
from udmaal.law.extra_costs.decision import Decision, decisions_of, refuse_where_due
from udmaal.law.extra_costs.one_offs import ONE_OFF
from udmaal.law.extra_costs.rule import Assessment, assess, result_of
from udmaal.ledger import BenefitLedger, BenefitMonth
from udmaal.lines.kind import Line, behind

_PAID = ("monthly", "one_off")


class _Assessed:
    """A decision with what it rests on, assessed anew only where other law is cited."""

    __slots__ = ("_case", "_context", "_found", "decision")

    def __init__(self, case: Case, decision: Decision, context: Context) -> None:
        self.decision = decision
        self._case = case
        self._context = context
        self._found: Assessment | None = None

    def in_month(self, month: Month) -> Result:
        """Give what the decision gives in a month; raises ``InputFaultsError``."""
        decision, on = self.decision, _day_of(month, self.decision)
        refuse_where_due(decision, on)
        if self._found is None or self._found.law != decision.law.on(on):
            self._found = assess(self._case, decision, on, self._context)
        here = month == _month_of_one_offs(decision)
        return result_of(self._found, on, self._context, one_offs_here=here)


class _Row(NamedTuple):
    """A month with what it rests on."""

    month: BenefitMonth
    assumptions: tuple[str, ...]


def ledgers(situation: Situation, first: Month, last: Month) -> Iterator[BenefitLedger]:
    """Give the months of all decisions, from one month to another.

    Raises ``InputFaultsError`` for what the rules refuse.
    """
    decisions = [each for each in decisions_of(situation.case) if each.first_day <= each.last_day]
    if not decisions:
        return
    works = [_Assessed(situation.case, each, situation.context) for each in decisions]
    begins = Month.of(decisions[0].first_day)
    ends = Month.of(max(each.last_day for each in decisions))
    rows = [
        row
        for month in months(max(first, begins), min(last, ends))
        if (row := _row(works, month)) is not None
    ]
    if rows:
        rules = {each.rules for each in decisions}
        yield BenefitLedger(
            benefit="extra_costs",
            where="extra_costs",
            columns=_PAID,
            months=tuple(row.month for row in rows),
            assumptions=sorted_codes(code for row in rows for code in row.assumptions),
            rules=rules.pop() if len(rules) == 1 else None,
        )


def _row(works: Sequence[_Assessed], month: Month) -> _Row | None:
    """Give a month by the decision that pays it, and the one-offs of others that stand in it."""
    in_month = [
        each
        for each in works
        if each.decision.first_day <= month.last and month.first <= each.decision.last_day
    ]
    if not in_month:
        return None
    paying, *others = in_month  # the oldest is in force on the first day, or begins first
    result = paying.in_month(month)
    amounts, lines = _paid(result), result.lines
    for other in others:
        one_off = _one_off_of(other.in_month(month))
        amounts["one_off"] += one_off[-1].amount if one_off else 0
        lines += one_off
    broken = amounts["monthly"] and _broken(month, paying.decision)
    return _Row(
        BenefitMonth(month, amounts, lines, paying.decision.table.decided),
        (*result.assumptions, *(("A18",) if broken else ())),
    )


def _one_off_of(result: Result) -> tuple[Line, ...]:
    """Give the line of the one-offs that are paid at cost, after those it is made of."""
    line = next(line for line in result.lines if line.kind is ONE_OFF)
    return (*behind(line, result.lines), line) if line.amount else ()


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
