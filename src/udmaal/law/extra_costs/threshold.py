"""The threshold rules: benefits fixed from 2015 to August 2025 (SEL § 41, BL § 86).

The threshold (bagatelgrænse) is a gate, not an excess: from it on everything is covered.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated, Final, Literal, NamedTuple

from udmaal.amounts import Amounts
from udmaal.breakdown import Result
from udmaal.calendar_month import Month
from udmaal.case.model import Case
from udmaal.language import words
from udmaal.law.context import Context
from udmaal.law.extra_costs.act import ACT, UNDER_THRESHOLD
from udmaal.law.extra_costs.decision import Decision
from udmaal.law.extra_costs.items import YearlyCost, yearly_costs
from udmaal.law.extra_costs.monthly import MONTHLY, TWELFTH
from udmaal.law.extra_costs.one_offs import (
    ONE_OFF,
    PAID,
    Answer,
    LaterOneOff,
    later_of,
    paid_of,
)
from udmaal.law.extra_costs.sums import Sums, sums_of
from udmaal.lines.expression import MONTHS
from udmaal.lines.kind import Guard, Line
from udmaal.money import ZERO, is_half_way
from udmaal.rates.book import Rate

# From this day one-offs may bring the benefit about (SEL § 41, stk. 1, as amended in 2020).
ONE_OFFS_COUNT_FROM: Final = date(2020, 7, 1)


class ThresholdAmounts(Amounts):
    """The costs of a year, the threshold, and what is paid, kr."""

    yearly: Annotated[
        Decimal, words("Årlige udgifter", "Yearly costs", "Kr. om året", "Kr. a year")
    ]
    threshold: Annotated[Decimal, words("Grænse", "Threshold", "Kr. om året", "Kr. a year")]
    monthly: Annotated[
        Decimal, words("Månedlig ydelse", "Monthly benefit", "Kr. om måneden", "Kr. a month")
    ]
    one_off: Annotated[Decimal, words("Enkeltudgifter", "One-offs", "Kr. i alt", "Kr. in all")]


class Entitlement(NamedTuple):
    """What the threshold gives: a benefit of a yearly sum, and one-offs at cost beside it.

    ``holds`` is how the amounts compare that brought it about.
    """

    case: Literal["reached", "with_one_offs", "one_offs_only", "below"]
    monthly_from: Line | None = None
    at_cost: tuple[Line, ...] = ()
    holds: tuple[Guard, ...] = ()

    @property
    def twelve_months(self) -> bool:
        """Tell whether the benefit also holds one-offs, and so lasts a year only."""
        return self.case == "with_one_offs"


class ThresholdAssessment(NamedTuple):
    """What the decision rests on: the same amounts on every day, with the law of a day.

    ``costs`` are those of the estimate.
    """

    decision: Decision
    law: tuple[str, ...]
    costs: tuple[YearlyCost, ...]
    sums: Sums
    given: Entitlement
    later: tuple[LaterOneOff, ...]

    @property
    def last_of_twelve(self) -> Month | None:
        """Give the last month of a benefit that also holds one-offs; ``None`` where it has none."""
        if not self.given.twelve_months:
            return None
        return Month.of(self.decision.first_day).plus(MONTHS - 1)


def assess_threshold(
    case: Case, decision: Decision, on: date, context: Context
) -> ThresholdAssessment:
    """Bring all costs to kroner a year and hold them against the threshold.

    Raises ``InputFaultsError`` for what the rules refuse.
    """
    costs = yearly_costs(case, decision, on, context)
    decided = decision.table.decided
    threshold = context.book.at(decided)["extra_costs.threshold"]
    estimate = tuple(cost for cost in costs if not decision.is_later(cost.item))
    sums = sums_of(estimate, threshold, decided, on)
    later = later_of(costs, decision, on, lambda cost, _: _answer(cost, sums, threshold, decided))
    law = decision.law.on(on)
    return ThresholdAssessment(decision, law, estimate, sums, entitlement(sums, decided), later)


def entitlement(sums: Sums, decided: date) -> Entitlement:
    """Hold running costs and one-offs against the threshold."""
    running = _held_against(sums.running, sums.threshold)
    if running.sign == ">=":
        return Entitlement("reached", sums.running, sums.one_offs, (running,))
    if decided < ONE_OFFS_COUNT_FROM:
        return Entitlement("below", holds=(running,))
    return _by_one_offs(sums, running)


def _by_one_offs(sums: Sums, running: Guard) -> Entitlement:
    """Let one-offs count: alone where there is nothing else, otherwise with the running costs."""
    limit = sums.threshold
    if not sums.running.amount:
        large = tuple(line for line in sums.one_offs if line.amount >= limit.amount)
        none = Guard(sums.running, "=", ZERO)
        holds = (none, *(_held_against(line, limit) for line in sums.one_offs))
        case: Literal["one_offs_only", "below"] = "one_offs_only" if large else "below"
        return Entitlement(case, at_cost=large, holds=holds)
    together = _held_against(sums.yearly, limit)
    holds = (running, Guard(sums.running, ">", ZERO), together)
    if together.sign == ">=":
        return Entitlement("with_one_offs", sums.yearly, holds=holds)
    return Entitlement("below", holds=holds)


def _held_against(amount: Line, limit: Line) -> Guard:
    """Say whether an amount reaches a limit."""
    return Guard(amount, ">=" if amount.amount >= limit.amount else "<", limit)


def _answer(cost: YearlyCost, sums: Sums, threshold: Rate, decided: date) -> Answer:
    """Tell whether a later one-off is paid: beside a benefit, or since it alone is large enough."""
    if sums.running.amount >= threshold.number:
        return Answer(PAID, {})
    if sums.running.amount or decided < ONE_OFFS_COUNT_FROM:
        return Answer("running_below", {"running": sums.running, "threshold": threshold})
    alone = _held_against(cost.line, sums.threshold)
    why = PAID if alone.sign == ">=" else "below"
    return Answer(why, {"threshold": threshold, "holds": (alone,)})


def threshold_result(
    found: ThresholdAssessment, on: date, context: Context, *, one_offs_here: bool
) -> Result:
    """Give the benefit of an assessed decision on a day.

    Without ``one_offs_here`` the one-offs of the estimate stand in another month of a ledger.
    """
    later = tuple(each for each in found.later if each.stands_in(on))
    monthly = _monthly(found, on, context)
    one_off = _one_off(found, paid_of(later), on, one_offs_here=one_offs_here)
    lines = (
        *(line for cost in found.costs for line in cost.lines),
        *found.sums.lines,
        *monthly,
        *(line for each in later for line in each.lines),
        one_off,
    )
    sums = found.sums
    return Result(
        benefit="extra_costs",
        where=found.decision.where,
        law=ACT.on(on),
        rules="threshold",
        amounts=ThresholdAmounts(
            sums.yearly.amount, sums.threshold.amount, monthly[-1].amount, one_off.amount
        ),
        lines=lines,
        assumptions=tuple(_assumptions(found, monthly[-1])),
    )


def _monthly(found: ThresholdAssessment, on: date, context: Context) -> tuple[Line, ...]:
    """Give the monthly benefit: a twelfth of the year to the nearest 100 kr. (stk. 3)."""
    decision, given = found.decision, found.given
    if given.twelve_months and decision.months_before(on) >= MONTHS:
        return (_no_benefit(found, "expired", on),)
    if given.monthly_from is None:
        return (_no_benefit(found, given.case, on),)
    by = "with_one_offs" if given.twelve_months else ""
    twelfth = TWELFTH.of(on, by, law=UNDER_THRESHOLD, yearly=given.monthly_from)
    step = context.book.at(decision.table.decided)["extra_costs.rounding"]
    monthly = MONTHLY.of(on, law=UNDER_THRESHOLD, holds=given.holds, amount=twelfth, step=step)
    return twelfth, monthly


def _no_benefit(found: ThresholdAssessment, why: str, on: date) -> Line:
    return MONTHLY.of(
        on,
        why,
        law=UNDER_THRESHOLD,
        holds=found.given.holds,
        running=found.sums.running,
        threshold=found.sums.threshold,
        first=str(Month.of(found.decision.first_day)),
    )


def _one_off(
    found: ThresholdAssessment, paid_later: Sequence[Line], on: date, *, one_offs_here: bool
) -> Line:
    """Give what is paid at cost: one-offs of the estimate, and later ones of the month."""
    own = found.given.at_cost
    if paid_later:
        by = "reached"
    elif not found.sums.one_offs:
        by = "none"
    else:
        by = "other_month" if own and not one_offs_here else found.given.case
    return ONE_OFF.of(
        on,
        by,
        law=UNDER_THRESHOLD,
        one_offs=(*(own if one_offs_here else ()), *paid_later),
        threshold=found.sums.threshold,
        month=str(Month.of(found.decision.first_day)),
    )


def _assumptions(found: ThresholdAssessment, monthly: Line) -> Iterator[str]:
    """Name the assumptions that touched this result."""
    for step in monthly.rates:
        if is_half_way(monthly.number("amount"), step.number):
            yield "A10"
    if found.given.twelve_months:
        yield "A15"
    sums = found.sums
    only_together = found.given.case == "below" and sums.yearly.amount >= sums.threshold.amount
    if only_together and found.decision.table.decided < ONE_OFFS_COUNT_FROM:
        yield "A16"
