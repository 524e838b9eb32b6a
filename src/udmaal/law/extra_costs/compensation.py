"""The compensation rules: benefits fixed from September 2025 (rules.md § 2.2).

Kompensationsydelse: BL § 86, BEK 1064/2025 §§ 3–7. A family gets one of two groups: a flat amount
for likely costs of every kind, or its documented costs of the listed kinds and a smaller flat
amount. Limits are those of the year of the decision, flat amounts those of the date.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from udmaal.breakdown import Line, Result, Values
from udmaal.calendar_month import Month
from udmaal.case.model import Case, CostKind, ExtraCosts
from udmaal.law.citations import order, statute
from udmaal.law.context import Context
from udmaal.law.extra_costs.decision import Decision
from udmaal.law.extra_costs.items import YearlyCost, yearly_costs
from udmaal.law.extra_costs.later import Answer, LaterOneOff, not_in_force
from udmaal.money import ZERO, ratio, to_ore
from udmaal.rates.book import RatesOfDate

# Nos. 1-8 of the list; no. 9 is every other kind, where the single item is over a limit of its own.
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
_GROUP_1: Final = 1
_GROUP_2: Final = 2


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
    """What a group gives: kr./month and one-offs at cost, and the lines that lead to each.

    ``yearly`` is what it gives over a year, by which groups are compared, kr.
    """

    monthly: Decimal
    one_off: Decimal
    yearly: Decimal
    lines: tuple[Line, ...]
    one_off_lines: tuple[Line, ...] = ()


class Assessment(NamedTuple):
    """What the decision rests on, the same on every day.

    ``costs`` are those of the estimate, ``met`` tells whether they are over group 2's limit.
    """

    costs: tuple[YearlyCost, ...]
    sums: Sums
    limit: Decimal
    chosen: int
    later: tuple[LaterOneOff, ...]

    @property
    def met(self) -> bool:
        """Tell whether the documented costs are over the limit of group 2."""
        return self.sums.documented > self.limit

    @property
    def pays_group_2(self) -> bool:
        """Tell whether group 2 is chosen and met."""
        return self.chosen == _GROUP_2 and self.met


def on_the_list(cost: YearlyCost, decided: RatesOfDate) -> bool:
    """Tell whether a cost is on the list (BEK 1064/2025 § 5, stk. 1)."""
    limit = decided.number("compensation.other_item_limit")
    return cost.item.kind in LISTED or cost.yearly > limit


def assess_compensation(
    case: Case, decision: Decision, law: tuple[str, ...], context: Context
) -> Assessment:
    """Bring all costs to kroner a year, add up those of the list, and choose the group."""
    decided = context.rates(decision.table.decided)
    costs = yearly_costs(case, decision, law, context)
    estimate = tuple(cost for cost in costs if not decision.is_later(cost.item))
    sums = _sums(estimate, decided)
    limit = decided.number("compensation.group2_limit")
    met = sums.documented > limit
    chosen = _chosen(decision.table, met=met)
    later = tuple(
        LaterOneOff(
            cost, cost.item.date, _answer(cost, cost.item.date, decision, decided, chosen, met=met)
        )
        for cost in costs
        if cost.item.date is not None and decision.is_later(cost.item)
    )
    return Assessment(estimate, sums, limit, chosen, later)


def _answer(
    cost: YearlyCost,
    documented: date,
    decision: Decision,
    decided: RatesOfDate,
    chosen: int,
    *,
    met: bool,
) -> Answer:
    """Tell whether a later one-off is paid: by an agreement in force on its day (step 2)."""
    if not decision.in_force(documented):
        return not_in_force(decision)
    why = "paid"
    if chosen == _GROUP_1:
        why = "group_1"
    elif not met:
        why = "not_met"
    elif not cost.item.documented:
        why = "likely"
    elif not on_the_list(cost, decided):
        limit = decided["compensation.other_item_limit"]
        return Answer("below_limit", {"limit": limit.number}, (limit,))
    elif decision.agreed is None or documented < decision.agreed:
        why = "no_agreement"
    return Answer(why, {})


def instalments_end(decision: Decision) -> date:
    """Give the first day on which the one-offs' twelve instalments are paid (step 2)."""
    return Month.of(decision.first_day).plus(_MONTHS).first


def compensation_result(
    case: Case, decision: Decision, on: date, context: Context, *, one_offs_here: bool = True
) -> Result:
    """Calculate a benefit fixed under the compensation rules.

    Without ``one_offs_here`` the one-offs of the estimate stand in another month of a ledger.
    """
    law = (statute("extra_costs", on), f"{order(on)} §§ 3–7")
    decided, today = context.rates(decision.table.decided), context.rates(on)
    found = assess_compensation(case, decision, law, context)
    own = _group_1(found.sums, decided, today, law)
    other = _group_2(found, decision, decided, today, on, law)
    other_number = _GROUP_2
    if found.chosen == _GROUP_2:
        own, other, other_number = other, own, _GROUP_1
    later = tuple(each for each in found.later if each.stands_in(on))
    one_off = _one_off_line(own, later, decision, law, one_offs_here=one_offs_here)
    lines = (
        *(line for cost in found.costs for line in cost.lines),
        *_sum_lines(found, decided, law),
        *own.lines,
        _monthly_line(own, found.chosen, decision.table, law),
        *(own.one_off_lines if one_offs_here else ()),
        *(line for each in later for line in each.lines(law)),
        one_off,
        _other_line(own, other, other_number, law),
    )
    return Result(
        benefit="extra_costs",
        where=decision.where,
        law=statute("extra_costs", on),
        rules="compensation",
        amounts={
            "yearly": found.sums.likely,
            "documented_yearly": found.sums.documented,
            "group": str(found.chosen),
            "monthly": own.monthly,
            "one_off": one_off.amount,
        },
        lines=lines,
        assumptions=tuple(_assumptions(found, decision, on)),
    )


def _chosen(table: ExtraCosts, *, met: bool) -> int:
    """Give the group applied for; ``best`` is group 2 when its limit is met, else group 1."""
    if table.group == "best":
        return _GROUP_2 if met else _GROUP_1
    return table.group


def _sums(costs: tuple[YearlyCost, ...], decided: RatesOfDate) -> Sums:
    counted = [cost for cost in costs if cost.item.documented and on_the_list(cost, decided)]
    return Sums(
        to_ore(sum((cost.yearly for cost in costs), ZERO)),
        to_ore(sum((cost.yearly for cost in counted if not cost.one_off), ZERO)),
        to_ore(sum((cost.yearly for cost in counted if cost.one_off), ZERO)),
    )


def _sum_lines(found: Assessment, decided: RatesOfDate, law: tuple[str, ...]) -> Iterator[Line]:
    """Give the yearly sums, what group 2 leaves out, and what it covers by no. 9 of the list."""
    limit = decided["compensation.other_item_limit"]
    sums = found.sums
    likely = tuple(cost.yearly for cost in found.costs)
    yield Line("likely_costs", sums.likely, "DKK/year", "likely_costs", {"amounts": likely}, law)
    for cost in found.costs:
        name = {"kind": cost.item.kind, "text": cost.item.text, "amount": cost.yearly}
        values = {**name, "limit": limit.number, "at": cost.at}
        if not on_the_list(cost, decided):
            yield Line(
                "left_out", cost.yearly, "DKK/year", "left_out.below_limit", values, law, (limit,)
            )
        elif not cost.item.documented:
            yield Line("left_out", cost.yearly, "DKK/year", "left_out.likely", name, law)
        elif cost.item.kind not in LISTED:
            yield Line(
                "other_listed", cost.yearly, "DKK/year", "other_listed", values, law, (limit,)
            )
    parts = {"running": sums.running, "one_offs": sums.one_offs}
    yield Line("documented_costs", sums.documented, "DKK/year", "documented_costs", parts, law)


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
    nothing = to_ore(ZERO)
    if not reached:
        return Group(nothing, nothing, nothing, (test,))
    amount = to_ore(flat.number)
    flat_line = Line("group1_flat", amount, "DKK/month", "flat_amount", {}, law, (flat,))
    return Group(amount, nothing, amount * _MONTHS, (test, flat_line))


def _group_2(
    found: Assessment,
    decision: Decision,
    decided: RatesOfDate,
    today: RatesOfDate,
    on: date,
    law: tuple[str, ...],
) -> Group:
    """Give the documented costs by twelve and the flat amount where they are over the limit."""
    sums = found.sums
    limit = decided["compensation.group2_limit"]
    flat = today["compensation.group2_flat"]
    values = {"yearly": sums.documented}
    formula = "group2_limit" if found.met else "group2_limit.not_over"
    test = Line("group2_limit", to_ore(limit.number), "DKK/year", formula, values, law, (limit,))
    nothing = to_ore(ZERO)
    if not found.met:
        return Group(nothing, nothing, nothing, (test,))
    over = on >= instalments_end(decision)
    one_offs = _one_offs_at_cost(sums, decision, on, law)
    if one_offs is not None:
        yearly, formula = sums.running, "twelfth.running"
    elif over and sums.one_offs:
        yearly, formula = sums.running, "twelfth.instalments_paid"
    else:
        yearly, formula = sums.documented, "twelfth"
    twelfth = to_ore(ratio(yearly, 1, _MONTHS))
    flat_amount = to_ore(flat.number)
    lines = (
        test,
        Line("twelfth", twelfth, "DKK/month", formula, {"yearly": yearly}, law),
        Line("group2_flat", flat_amount, "DKK/month", "flat_amount", {}, law, (flat,)),
    )
    # One-offs come once, in the first twelve months, however they are paid.
    given = (sums.running if over else sums.documented) + flat_amount * _MONTHS
    one_off, one_off_lines = (nothing, ()) if one_offs is None else one_offs
    return Group(twelfth + flat_amount, one_off, given, lines, one_off_lines)


def _one_offs_at_cost(
    sums: Sums, decision: Decision, on: date, law: tuple[str, ...]
) -> tuple[Decimal, tuple[Line, ...]] | None:
    """Give the one-offs at cost, less what their instalments have paid; ``None`` if by instalments.

    The instalments are those of the months before the agreement, at most twelve.
    """
    agreed = decision.agreed
    if agreed is None or on < agreed:
        return None
    months = min(decision.months_before(agreed), _MONTHS)
    if not months or not sums.one_offs:
        return sums.one_offs, ()
    paid = to_ore(ratio(sums.one_offs, months, _MONTHS))
    values: Values = {"one_offs": sums.one_offs, "months": Decimal(months)}
    rest: Values = {"one_offs": sums.one_offs, "paid": paid}
    return sums.one_offs - paid, (
        Line("instalments", paid, "DKK", "instalments", values, law),
        Line("one_off_rest", sums.one_offs - paid, "DKK", "one_off_rest", rest, law),
    )


def _one_off_line(
    own: Group,
    later: tuple[LaterOneOff, ...],
    decision: Decision,
    law: tuple[str, ...],
    *,
    one_offs_here: bool,
) -> Line:
    """Give what is paid at cost: one-offs of the estimate, and later ones of the month."""
    estimate = (own.one_off,) if own.one_off else ()
    paid_later = tuple(each.amount for each in later if each.amount)
    at_cost = (*(estimate if one_offs_here else ()), *paid_later)
    formula = "one_off.at_cost"
    if not at_cost:
        formula = "one_off.other_month" if estimate else "one_off.none"
    month = str(Month.of(decision.agreed or decision.first_day))
    values: Values = {"one_offs": at_cost, "month": month}
    return Line("one_off", to_ore(sum(at_cost, ZERO)), "DKK", formula, values, law)


def _monthly_line(own: Group, chosen: int, table: ExtraCosts, law: tuple[str, ...]) -> Line:
    amounts = tuple(line.amount for line in own.lines if line.unit == "DKK/month")
    formula = "monthly.group"
    if not amounts:
        formula = "monthly.not_met"
    elif table.group == "best":
        formula = "monthly.best"
    values = {"group": chosen, "amounts": amounts}
    return Line("monthly", own.monthly, "DKK/month", formula, values, law)


def _other_line(own: Group, other: Group, number: int, law: tuple[str, ...]) -> Line:
    """Show what the other group would give; ``U406`` compares what both give over a year."""
    values: Values = {
        "group": number,
        "monthly": other.monthly,
        "one_off": other.one_off,
        "own_yearly": own.yearly,
        "yearly": other.yearly,
    }
    return Line("other_group", other.monthly, "DKK/month", "other_group", values, law)


def _assumptions(found: Assessment, decision: Decision, on: date) -> Iterator[str]:
    """Name the assumptions that touched this result."""
    if any(cost.item.child for cost in found.costs):
        yield "A11"
    agreed = decision.agreed
    never_by_instalments = agreed is not None and not decision.months_before(agreed)
    in_instalments = not (never_by_instalments and agreed is not None and on >= agreed)
    if found.pays_group_2 and found.sums.one_offs and in_instalments:
        yield "A19"
