"""The threshold rules: benefits fixed from 2015 to August 2025 (rules.md § 2.1).

The threshold (bagatelgrænse) is a gate, not an excess: from it on everything is covered.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from udmaal.breakdown import Line, Result, Values
from udmaal.calendar_month import Month
from udmaal.case.model import Case
from udmaal.faults import Fault, InputFaultsError
from udmaal.law.citations import order, statute
from udmaal.law.context import Context
from udmaal.law.extra_costs.decision import REDECIDED_BY, Decision
from udmaal.law.extra_costs.items import YearlyCost, yearly_costs
from udmaal.law.extra_costs.later import Answer, LaterOneOff, not_in_force
from udmaal.money import ZERO, is_half_way, ratio, to_nearest, to_ore
from udmaal.rates.book import Rate

# From this day one-offs may lift the estimate over the threshold (lov 2020, § 41, stk. 1).
_ONE_OFFS_COUNT_FROM: Final = date(2020, 7, 1)
_TWELVE_MONTHS: Final = 12


class Entitlement(NamedTuple):
    """What a decision gives: the yearly sum of the monthly benefit, and the one-offs at cost.

    ``twelve_months`` marks a benefit that also holds one-offs and lasts a year only.
    """

    case: str
    monthly_from: Decimal
    at_cost: tuple[Decimal, ...] = ()
    twelve_months: bool = False


class Assessment(NamedTuple):
    """What the decision rests on, the same on every day.

    ``costs`` are those of the estimate; ``running`` is their sum without one-offs, kr./year.
    """

    costs: tuple[YearlyCost, ...]
    running: Decimal
    one_offs: tuple[Decimal, ...]
    threshold: Rate
    given: Entitlement
    later: tuple[LaterOneOff, ...]


def entitlement(
    running: Decimal, one_offs: tuple[Decimal, ...], threshold: Decimal, decided: date
) -> Entitlement:
    """Hold running costs and one-offs (kr./year) against the threshold (step 3)."""
    together = sum(one_offs, ZERO)
    if running >= threshold:
        return Entitlement("reached", running, one_offs)
    if decided < _ONE_OFFS_COUNT_FROM:
        return Entitlement("below", ZERO)
    if not running:
        large = tuple(cost for cost in one_offs if cost >= threshold)
        return Entitlement("one_offs_only" if large else "below", ZERO, large)
    if running + together >= threshold:
        return Entitlement("with_one_offs", running + together, twelve_months=True)
    return Entitlement("below", ZERO)


def assess_threshold(
    case: Case, decision: Decision, law: tuple[str, ...], context: Context
) -> Assessment:
    """Bring all costs to kroner a year and hold them against the threshold."""
    costs = yearly_costs(case, decision, law, context)
    estimate = tuple(cost for cost in costs if not decision.is_later(cost.item))
    decided = decision.table.decided
    threshold = context.book.at(decided)["extra_costs.threshold"]
    running = to_ore(sum((cost.yearly for cost in estimate if not cost.one_off), ZERO))
    one_offs = tuple(cost.yearly for cost in estimate if cost.one_off)
    given = entitlement(running, one_offs, threshold.number, decided)
    later = tuple(
        LaterOneOff(cost, cost.item.date, _answer(cost, running, threshold, decision))
        for cost in costs
        if cost.item.date is not None and decision.is_later(cost.item)
    )
    return Assessment(estimate, running, one_offs, threshold, given, later)


def _answer(cost: YearlyCost, running: Decimal, threshold: Rate, decision: Decision) -> Answer:
    """Tell whether a later one-off is paid (step 5)."""
    if cost.item.date is not None and not decision.in_force(cost.item.date):
        return not_in_force(decision)
    limit = threshold.number
    if running >= limit:
        return Answer("paid", {})
    if running or decision.table.decided < _ONE_OFFS_COUNT_FROM:
        return Answer("running_below", {"running": running, "threshold": limit}, (threshold,))
    return Answer("paid" if cost.yearly >= limit else "below", {"threshold": limit}, (threshold,))


def threshold_result(
    case: Case, decision: Decision, on: date, context: Context, *, one_offs_here: bool = True
) -> Result:
    """Calculate a benefit fixed under the threshold rules.

    Without ``one_offs_here`` the one-offs of the estimate stand in another month of a ledger.
    Raises ``InputFaultsError`` from 2027-09-01, when it must have been re-decided.
    """
    if on >= REDECIDED_BY:
        refused: Values = {"date": on, "last": REDECIDED_BY}
        raise InputFaultsError([Fault("extra_costs.redecide", (*decision.at, "decided"), refused)])
    law = (statute("extra_costs", on), order(on))
    found = assess_threshold(case, decision, law, context)
    later = tuple(each for each in found.later if each.stands_in(on))
    expired = found.given.twelve_months and decision.months_before(on) >= _TWELVE_MONTHS
    monthly_lines = _monthly(found, decision, law, context, expired=expired)
    one_off = _one_off_line(found, later, decision, law, one_offs_here=one_offs_here)
    lines = (
        *(line for cost in found.costs for line in cost.lines),
        *_sum_lines(found, law, decision.table.decided),
        *monthly_lines,
        *(line for each in later for line in each.lines(law)),
        one_off,
    )
    return Result(
        benefit="extra_costs",
        where=decision.where,
        law=statute("extra_costs", on),
        rules="threshold",
        amounts={
            "yearly": to_ore(found.running + sum(found.one_offs, ZERO)),
            "threshold": to_ore(found.threshold.number),
            "monthly": monthly_lines[-1].amount,
            "one_off": one_off.amount,
        },
        lines=lines,
        assumptions=tuple(_assumptions(found, lines, decision.table.decided)),
    )


def _sum_lines(found: Assessment, law: tuple[str, ...], decided: date) -> list[Line]:
    running = found.running
    regular = tuple(cost.yearly for cost in found.costs if not cost.one_off)
    one_offs = to_ore(sum(found.one_offs, ZERO))
    lines = [Line("running_costs", running, "DKK/year", "running_costs", {"amounts": regular}, law)]
    if found.one_offs:
        lines.append(
            Line(
                "one_off_costs", one_offs, "DKK", "one_off_costs", {"amounts": found.one_offs}, law
            )
        )
    values: Values = {"running": running, "one_offs": one_offs}
    lines.append(Line("yearly_costs", running + one_offs, "DKK/year", "yearly_costs", values, law))
    at: Values = {"decided": decided}
    threshold = found.threshold
    amount = to_ore(threshold.number)
    lines.append(Line("threshold", amount, "DKK/year", "threshold", at, law, (threshold,)))
    return lines


def _monthly(
    found: Assessment, decision: Decision, law: tuple[str, ...], context: Context, *, expired: bool
) -> tuple[Line, ...]:
    """Give the monthly benefit: the yearly sum / 12, then to the nearest 100 kr. (step 4)."""
    given = found.given
    if not given.monthly_from or expired:
        reason = "expired" if expired else given.case
        values: Values = {
            "running": found.running,
            "threshold": found.threshold.number,
            "first": str(Month.of(decision.first_day)),
        }
        line = Line("monthly", to_ore(ZERO), "DKK/month", f"monthly.{reason}", values, law)
        return (line,)
    rounding = context.book.at(decision.table.decided)["extra_costs.rounding"]
    twelfth = to_ore(ratio(given.monthly_from, 1, _TWELVE_MONTHS))
    formula = "twelfth.with_one_offs" if given.twelve_months else "twelfth"
    return (
        Line("twelfth", twelfth, "DKK/month", formula, {"yearly": given.monthly_from}, law),
        Line(
            "monthly",
            to_nearest(twelfth, rounding.number),
            "DKK/month",
            "monthly",
            {"amount": twelfth, "step": rounding.number},
            law,
            (rounding,),
        ),
    )


def _one_off_line(
    found: Assessment,
    later: tuple[LaterOneOff, ...],
    decision: Decision,
    law: tuple[str, ...],
    *,
    one_offs_here: bool,
) -> Line:
    """Give what is paid at cost: one-offs of the estimate, and later ones of the month."""
    paid_later = tuple(each.amount for each in later if each.amount)
    own = found.given.at_cost
    at_cost = (*(own if one_offs_here else ()), *paid_later)
    if paid_later:
        formula = "one_off.reached"
    elif not found.one_offs:
        formula = "one_off.none"
    elif own and not one_offs_here:
        formula = "one_off.other_month"
    else:
        formula = f"one_off.{found.given.case}"
    values: Values = {
        "one_offs": at_cost,
        "threshold": found.threshold.number,
        "month": str(Month.of(decision.first_day)),
    }
    return Line("one_off", to_ore(sum(at_cost, ZERO)), "DKK", formula, values, law)


def _assumptions(found: Assessment, lines: tuple[Line, ...], decided: date) -> Iterator[str]:
    """Name the assumptions that touched this result."""
    for line in lines:
        if line.formula == "monthly":
            (step,) = line.rates
            if is_half_way(line.number("amount"), step.number):
                yield "A10"
    if found.given.twelve_months:
        yield "A15"
    together = found.running + sum(found.one_offs, ZERO)
    below = found.given.case == "below" and together >= found.threshold.number
    if below and decided < _ONE_OFFS_COUNT_FROM:
        yield "A16"
