"""The compensation rules: benefits fixed from September 2025 (rules.md § 2.2).

Kompensationsydelse: BL § 86, BEK 1064/2025 §§ 3–7. A family gets one of two groups: a flat amount
for likely costs of every kind, or its documented costs of the listed kinds and a smaller flat
amount. Limits are those of the year of the decision, flat amounts those of the date.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from udmaal.breakdown import Line, Result
from udmaal.case.model import Case, CostKind, ExtraCosts
from udmaal.law.citations import order, statute
from udmaal.law.context import Context
from udmaal.law.extra_costs.items import YearlyCost, yearly_costs
from udmaal.money import ZERO, ratio, to_ore
from udmaal.rates.book import Rate, RatesOfDate

COMPENSATION_FROM: Final = date(2025, 9, 1)

# The positive list; ``other_listed`` only where the single item is over a limit of its own.
LISTED: Final[frozenset[CostKind]] = frozenset(
    {
        "diet",
        "medicine",
        "transport",
        "housing",
        "leisure",
        "holiday",
        "course",
        "clothing",
        "utilities",
    }
)
_MONTHS: Final = 12


class Sums(NamedTuple):
    """Yearly sums of a family's costs, kr./year.

    ``likely`` is everything; ``running`` and ``one_offs`` are the documented ones on the list.
    """

    likely: Decimal
    running: Decimal
    one_offs: Decimal

    @property
    def documented(self) -> Decimal:
        """Give the documented costs on the list, running and one-off together."""
        return self.running + self.one_offs


class Group(NamedTuple):
    """What a group gives: kr./month and one-offs at cost, and the lines that lead to it."""

    monthly: Decimal
    one_off: Decimal
    lines: tuple[Line, ...]


def on_the_list(cost: YearlyCost, decided: RatesOfDate) -> bool:
    """Tell whether a cost is of a listed kind (BEK 1064/2025 § 5)."""
    if cost.item.kind == "other_listed":
        return cost.yearly > decided.number("compensation.other_item_limit")
    return cost.item.kind in LISTED


def compensation_result(case: Case, table: ExtraCosts, on: date, context: Context) -> Result:
    """Calculate a benefit fixed under the compensation rules."""
    law = (statute("extra_costs", on), f"{order(on)} §§ 3–7")
    decided = context.rates(table.decided)
    costs = yearly_costs(case, table, law, context)
    sums = _sums(costs, decided)
    met = sums.documented > decided.number("compensation.group2_limit")
    chosen = _chosen(table, met=met)
    groups = {
        1: _group_1(sums, decided, context.rates(on), law),
        2: _group_2(sums, decided, context.rates(on), law, met=met, at_cost=_at_cost(table, on)),
    }
    own, other = groups[chosen], groups[3 - chosen]
    lines = [
        *(line for cost in costs for line in cost.lines),
        *_sum_lines(sums, costs, decided, law),
        *own.lines,
        _monthly_line(own, chosen, table, law),
        Line(
            "one_off", own.one_off, "DKK", "one_off.at_cost" if own.one_off else "one_off.none",
            {"one_offs": (own.one_off,)}, law,
        ),
        Line(
            "other_group", other.monthly, "DKK/month", "other_group",
            {"group": 3 - chosen, "monthly": other.monthly, "one_off": other.one_off}, law,
        ),
    ]  # fmt: skip
    return Result(
        benefit="extra_costs",
        where="extra_costs",
        law=statute("extra_costs", on),
        rules="compensation",
        amounts={
            "yearly": sums.likely,
            "documented_yearly": sums.documented,
            "group": str(chosen),
            "monthly": own.monthly,
            "one_off": own.one_off,
        },
        lines=tuple(lines),
        assumptions=("A11",) if any(cost.item.child for cost in costs) else (),
    )


def _chosen(table: ExtraCosts, *, met: bool) -> int:
    """Give the group applied for; ``best`` is group 2 when its limit is met, else group 1."""
    if table.group == "best":
        return 2 if met else 1
    return table.group


def _at_cost(table: ExtraCosts, on: date) -> bool:
    """Tell whether one-offs are paid when documented: from the day that was agreed."""
    agreed = table.oneoffs_when_documented
    return agreed is not None and on >= agreed


def _sums(costs: list[YearlyCost], decided: RatesOfDate) -> Sums:
    counted = [cost for cost in costs if cost.item.documented and on_the_list(cost, decided)]
    return Sums(
        to_ore(sum((cost.yearly for cost in costs), ZERO)),
        to_ore(sum((cost.yearly for cost in counted if not cost.one_off), ZERO)),
        to_ore(sum((cost.yearly for cost in counted if cost.one_off), ZERO)),
    )


def _sum_lines(
    sums: Sums, costs: list[YearlyCost], decided: RatesOfDate, law: tuple[str, ...]
) -> Iterator[Line]:
    """Give the yearly sums, and what group 2 leaves out."""
    likely = tuple(cost.yearly for cost in costs)
    yield Line("likely_costs", sums.likely, "DKK/year", "likely_costs", {"amounts": likely}, law)
    for cost in costs:
        name = {"kind": cost.item.kind, "text": cost.item.text, "amount": cost.yearly}
        if not on_the_list(cost, decided):
            formula = "left_out"
            rates: tuple[Rate, ...] = ()
            if cost.item.kind == "other_listed":
                limit = decided["compensation.other_item_limit"]
                name["limit"] = limit.number
                formula, rates = "left_out.below_limit", (limit,)
            yield Line("left_out", cost.yearly, "DKK/year", formula, name, law, rates)
        elif not cost.item.documented:
            yield Line("left_out", cost.yearly, "DKK/year", "left_out.likely", name, law)
    values = {"running": sums.running, "one_offs": sums.one_offs}
    yield Line("documented_costs", sums.documented, "DKK/year", "documented_costs", values, law)


def _group_1(sums: Sums, decided: RatesOfDate, today: RatesOfDate, law: tuple[str, ...]) -> Group:
    """Give the flat amount where the likely costs reach the minimum."""
    minimum = decided["compensation.minimum"]
    flat = today["compensation.group1_flat"]
    reached = sums.likely >= minimum.number
    values = {"yearly": sums.likely}
    formula = "group1_minimum" if reached else "group1_minimum.below"
    test = Line(
        "group1_minimum", to_ore(minimum.number), "DKK/year", formula, values, law, (minimum,)
    )
    if not reached:
        return Group(to_ore(ZERO), to_ore(ZERO), (test,))
    amount = to_ore(flat.number)
    flat_line = Line("group1_flat", amount, "DKK/month", "flat_amount", {}, law, (flat,))
    return Group(amount, to_ore(ZERO), (test, flat_line))


def _group_2(
    sums: Sums,
    decided: RatesOfDate,
    today: RatesOfDate,
    law: tuple[str, ...],
    *,
    met: bool,
    at_cost: bool,
) -> Group:
    """Give the documented costs by twelve and the flat amount where they are over the limit."""
    limit = decided["compensation.group2_limit"]
    flat = today["compensation.group2_flat"]
    values = {"yearly": sums.documented}
    formula = "group2_limit" if met else "group2_limit.not_over"
    test = Line("group2_limit", to_ore(limit.number), "DKK/year", formula, values, law, (limit,))
    if not met:
        return Group(to_ore(ZERO), to_ore(ZERO), (test,))
    yearly = sums.running if at_cost else sums.documented
    twelfth = to_ore(ratio(yearly, 1, _MONTHS))
    flat_amount = to_ore(flat.number)
    formula = "twelfth.running" if at_cost else "twelfth"
    lines = (
        test,
        Line("twelfth", twelfth, "DKK/month", formula, {"yearly": yearly}, law),
        Line("group2_flat", flat_amount, "DKK/month", "flat_amount", {}, law, (flat,)),
    )
    return Group(twelfth + flat_amount, sums.one_offs if at_cost else to_ore(ZERO), lines)


def _monthly_line(own: Group, chosen: int, table: ExtraCosts, law: tuple[str, ...]) -> Line:
    amounts = tuple(line.amount for line in own.lines if line.unit == "DKK/month")
    formula = "monthly.group"
    if not amounts:
        formula = "monthly.not_met"
    elif table.group == "best":
        formula = "monthly.best"
    values = {"group": chosen, "amounts": amounts}
    return Line("monthly", own.monthly, "DKK/month", formula, values, law)
