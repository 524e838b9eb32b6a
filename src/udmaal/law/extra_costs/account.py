"""What a row of decisions pays in a month: each is assessed once, and its months go on from that.

The order has no part months: a month is paid whole by the decision that is in force on its first
day, else by the one that begins in it [A18]. One-offs stand in their own month by their own decision,
also in a month that an earlier decision still pays.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from udmaal.breakdown import Result
from udmaal.calendar_month import Month
from udmaal.case.model import Case
from udmaal.law.context import Context
from udmaal.law.extra_costs.decision import Decision, refuse_where_due
from udmaal.law.extra_costs.monthly import MONTHLY
from udmaal.law.extra_costs.one_offs import ONE_OFF
from udmaal.law.extra_costs.rule import Assessment, assess, result_of
from udmaal.ledger import Counted
from udmaal.lines.kind import Line, behind

PAID: Final = ("monthly", "one_off")


class Part(NamedTuple):
    """A decision in a month: what it rests on, and the one-offs it pays in it, kr."""

    assessment: Assessment
    one_off: Decimal

    @property
    def decision(self) -> Decision:
        """Give the decision."""
        return self.assessment.decision


class MonthPaid(NamedTuple):
    """A month with its amounts by name, kr.; the first of its ``parts`` is the one that pays it."""

    month: Month
    amounts: dict[str, Decimal]
    lines: tuple[Line, ...]
    parts: tuple[Part, ...]
    assumptions: tuple[str, ...]
    counted: tuple[Counted, ...]

    @property
    def paying(self) -> Part:
        """Give the part of the decision that pays the month."""
        return self.parts[0]

    @property
    def decided(self) -> date:
        """Give the day of the decision that pays the month."""
        return self.paying.decision.table.decided


class Account:
    """The months of decisions, oldest first; those that never have effect are left out."""

    __slots__ = ("_works", "decisions")

    def __init__(self, case: Case, decisions: Iterable[Decision], context: Context) -> None:
        self.decisions = tuple(each for each in decisions if each.first_day <= each.last_day)
        self._works = tuple(_Assessed(case, each, context) for each in self.decisions)

    def month(self, month: Month) -> MonthPaid | None:
        """Give a month by the decision that pays it, and the one-offs of others that stand in it.

        ``None`` where no decision is in force. Raises ``InputFaultsError``.
        """
        in_month = [each for each in self._works if _touches(each.decision, month)]
        if not in_month:
            return None
        paying, *others = in_month  # the oldest is in force on the first day, or begins first
        assessment, result = paying.in_month(month)
        amounts, lines = _paid(result), result.lines
        parts = [Part(assessment, amounts["one_off"])]
        counted = [Counted(line.id, line) for line in lines if line.kind in (MONTHLY, ONE_OFF)]
        for other in others:
            assessment, of_other = other.in_month(month)
            one_off = _one_off_of(of_other)
            parts.append(Part(assessment, one_off[-1].amount if one_off else Decimal(0)))
            amounts["one_off"] += parts[-1].one_off
            lines += one_off
            counted += [Counted(line.id, line) for line in one_off[-1:]]
        broken = amounts["monthly"] and _broken(month, paying.decision)
        assumptions = (*result.assumptions, *(("A18",) if broken else ()))
        return MonthPaid(month, amounts, lines, tuple(parts), assumptions, tuple(counted))


class _Assessed:
    """A decision with what it rests on, assessed anew only where other law is cited."""

    __slots__ = ("_case", "_context", "_found", "decision")

    def __init__(self, case: Case, decision: Decision, context: Context) -> None:
        self.decision = decision
        self._case = case
        self._context = context
        self._found: Assessment | None = None

    def in_month(self, month: Month) -> tuple[Assessment, Result]:
        """Give what the decision rests on and gives in a month; raises ``InputFaultsError``."""
        decision, on = self.decision, _day_of(month, self.decision)
        refuse_where_due(decision, on)
        if self._found is None or self._found.law != decision.law.on(on):
            self._found = assess(self._case, decision, on, self._context)
        here = month == _month_of_one_offs(decision)
        return self._found, result_of(self._found, on, self._context, one_offs_here=here)


def _touches(decision: Decision, month: Month) -> bool:
    """Tell whether the decision is in force on a day of the month."""
    return decision.first_day <= month.last and month.first <= decision.last_day


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
    amounts = ((key, result.amounts.get(key)) for key in PAID)
    return {key: amount for key, amount in amounts if isinstance(amount, Decimal)}
