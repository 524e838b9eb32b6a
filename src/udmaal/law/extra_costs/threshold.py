"""The threshold rules: benefits fixed from 2015 to August 2025 (rules.md § 2.1).

The threshold (bagatelgrænse) is a gate, not an excess: from it on everything is covered.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from udmaal.breakdown import Line, Result, Values
from udmaal.case.model import Case, ExtraCosts
from udmaal.faults import Fault, InputFaultsError
from udmaal.law.citations import order, statute
from udmaal.law.context import Context
from udmaal.law.extra_costs.items import YearlyCost, yearly_costs
from udmaal.money import ZERO, is_half_way, ratio, to_nearest, to_ore
from udmaal.rates.book import Rate

# From this day one-offs may lift the estimate over the threshold (lov 2020, § 41, stk. 1).
_ONE_OFFS_COUNT_FROM: Final = date(2020, 7, 1)
# Old benefits run at the latest to the day before (L 201, 2024-25).
REDECIDED_BY: Final = date(2027, 9, 1)
_TWELVE_MONTHS: Final = 12


class Entitlement(NamedTuple):
    """What a decision gives: the yearly sum of the monthly benefit, and one-offs at cost.

    ``twelve_months`` marks a benefit that also holds one-offs and lasts a year only.
    """

    case: str
    monthly_from: Decimal
    one_off: Decimal
    twelve_months: bool = False


def entitlement(
    running: Decimal, one_offs: tuple[Decimal, ...], threshold: Decimal, decided: date
) -> Entitlement:
    """Hold running costs and one-offs (kr./year) against the threshold (step 3)."""
    together = sum(one_offs, ZERO)
    if running >= threshold:
        return Entitlement("reached", running, together)
    if decided < _ONE_OFFS_COUNT_FROM:
        return Entitlement("below", ZERO, ZERO)
    if not running:
        large = sum((cost for cost in one_offs if cost >= threshold), ZERO)
        return Entitlement("one_offs_only" if large else "below", ZERO, large)
    if running + together >= threshold:
        return Entitlement("with_one_offs", running + together, ZERO, twelve_months=True)
    return Entitlement("below", ZERO, ZERO)


def months_since(decided: date, on: date) -> int:
    """Give the whole months from the decision to a date."""
    months = (on.year - decided.year) * 12 + on.month - decided.month
    return months - (on.day < decided.day)


def threshold_result(
    case: Case, table: ExtraCosts, on: date, context: Context, months: int | None = None
) -> Result:
    """Calculate a benefit fixed under the threshold rules.

    ``months`` counts from the decision for a benefit of twelve months; left out, it is taken from
    the dates. Raises ``InputFaultsError`` from 2027-09-01, when it must have been re-decided.
    """
    if on >= REDECIDED_BY:
        values = {"date": on, "last": REDECIDED_BY}
        raise InputFaultsError([Fault("extra_costs.redecide", ("extra_costs", "decided"), values)])
    decided = table.decided
    law = (statute("extra_costs", on), order(on))
    costs = yearly_costs(case, table, law, context)
    threshold = context.book.at(decided)["extra_costs.threshold"]
    running = to_ore(sum((cost.yearly for cost in costs if not cost.one_off), ZERO))
    one_offs = tuple(cost.yearly for cost in costs if cost.one_off)
    given = entitlement(running, one_offs, threshold.number, decided)
    passed = months_since(decided, on) if months is None else months
    expired = given.twelve_months and passed >= _TWELVE_MONTHS
    lines = [
        *(line for cost in costs for line in cost.lines),
        *_sum_lines(running, costs, threshold, law, decided),
    ]
    monthly, monthly_lines = _monthly(given, running, threshold, law, context, decided, expired)
    lines += monthly_lines
    one_off = to_ore(given.one_off)
    large = tuple(cost for cost in one_offs if cost >= threshold.number)
    values_: Values = {"one_offs": one_offs, "large": large, "threshold": threshold.number}
    formula = f"one_off.{given.case}" if one_offs else "one_off.none"
    lines.append(Line("one_off", one_off, "DKK", formula, values_, law))
    together = running + sum(one_offs, ZERO)
    return Result(
        benefit="extra_costs",
        where="extra_costs",
        law=statute("extra_costs", on),
        rules="threshold",
        amounts={
            "yearly": to_ore(together),
            "threshold": to_ore(threshold.number),
            "monthly": monthly,
            "one_off": one_off,
        },
        lines=tuple(lines),
        assumptions=tuple(_assumptions(given, lines, together, threshold.number, decided)),
    )


def _sum_lines(
    running: Decimal,
    costs: list[YearlyCost],
    threshold: Rate,
    law: tuple[str, ...],
    decided: date,
) -> list[Line]:
    regular = tuple(cost.yearly for cost in costs if not cost.one_off)
    single = tuple(cost.yearly for cost in costs if cost.one_off)
    one_offs = to_ore(sum(single, ZERO))
    lines = [Line("running_costs", running, "DKK/year", "running_costs", {"amounts": regular}, law)]
    if single:
        lines.append(
            Line("one_off_costs", one_offs, "DKK", "one_off_costs", {"amounts": single}, law)
        )
    values: Values = {"running": running, "one_offs": one_offs}
    lines.append(Line("yearly_costs", running + one_offs, "DKK/year", "yearly_costs", values, law))
    at: Values = {"decided": decided}
    amount = to_ore(threshold.number)
    lines.append(Line("threshold", amount, "DKK/year", "threshold", at, law, (threshold,)))
    return lines


def _monthly(
    given: Entitlement,
    running: Decimal,
    threshold: Rate,
    law: tuple[str, ...],
    context: Context,
    decided: date,
    expired: bool,
) -> tuple[Decimal, list[Line]]:
    """Give the monthly benefit: the yearly sum / 12, then to the nearest 100 kr. (step 4)."""
    if not given.monthly_from or expired:
        nothing = to_ore(ZERO)
        reason = "expired" if expired else given.case
        values: Values = {
            "running": running,
            "threshold": threshold.number,
            "decided": decided,
        }
        return nothing, [Line("monthly", nothing, "DKK/month", f"monthly.{reason}", values, law)]
    rounding = context.book.at(decided)["extra_costs.rounding"]
    twelfth = to_ore(ratio(given.monthly_from, 1, _TWELVE_MONTHS))
    monthly = to_nearest(twelfth, rounding.number)
    formula = "twelfth.with_one_offs" if given.twelve_months else "twelfth"
    return monthly, [
        Line("twelfth", twelfth, "DKK/month", formula, {"yearly": given.monthly_from}, law),
        Line(
            "monthly",
            monthly,
            "DKK/month",
            "monthly",
            {"amount": twelfth, "step": rounding.number},
            law,
            (rounding,),
        ),
    ]


def _assumptions(
    given: Entitlement,
    lines: list[Line],
    together: Decimal,
    threshold: Decimal,
    decided: date,
) -> Iterator[str]:
    """Name the assumptions that touched this result."""
    for line in lines:
        if line.formula == "monthly":
            (step,) = line.rates
            twelfth = line.values["amount"]
            if isinstance(twelfth, Decimal) and is_half_way(twelfth, step.number):
                yield "A10"
    if given.twelve_months:
        yield "A15"
    if given.case == "below" and decided < _ONE_OFFS_COUNT_FROM and together >= threshold:
        yield "A16"
