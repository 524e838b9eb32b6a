"""U4: extra costs under both schemes."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from udmaal.calendar_month import Month
from udmaal.case.model import OLD_COST_KINDS, CostKind, numbered
from udmaal.checks.registry import Facts, Found, check
from udmaal.faults import InputFaultsError, dotted
from udmaal.law.child import age_on
from udmaal.law.extra_costs.decision import (
    COMPENSATION_FROM,
    Decision,
    redecide_by,
)
from udmaal.law.extra_costs.due import REASSESS_GROUP, after_instalments, follow_up
from udmaal.law.extra_costs.groups import OTHER_GROUP
from udmaal.law.extra_costs.instalments import bound_until, instalments_end
from udmaal.law.extra_costs.listed import LEFT_OUT
from udmaal.law.extra_costs.one_offs import PAID
from udmaal.law.extra_costs.rule import assess
from udmaal.money import ratio, to_ore

_NEAR_PERCENT = Decimal(2)
_HAS_NORMAL_COST: Final[frozenset[CostKind]] = frozenset(
    {"clothing", "diet", "leisure", "holiday", "insurance"}
)
# The yearly sums, and the rates that each is held against.
_LIMITS: Final = {
    "threshold": (("yearly", "extra_costs.threshold"),),
    "compensation": (
        ("yearly", "compensation.minimum"),
        ("documented_yearly", "compensation.group2_limit"),
    ),
}


def _in_force(facts: Facts) -> Iterator[Decision]:
    return (each for each in facts.decisions if each.in_force(facts.on))


@check("U401", "info", "extra_costs")
def near_a_limit(facts: Facts) -> Iterator[Found]:
    """Find yearly costs within two per cent of the threshold, minimum or limit.

    Of the compensation both are looked at, whichever group is chosen.
    """
    for decision in _in_force(facts):
        result = facts.result(decision.where)
        if result is None:
            continue
        rates = facts.context.rates(decision.table.decided)
        for yearly, key in _LIMITS[decision.rules]:
            costs, limit = result.amounts.get(yearly), to_ore(rates.number(key))
            near = isinstance(costs, Decimal) and abs(costs - limit) <= ratio(
                limit, _NEAR_PERCENT, 100
            )
            if near:
                yield Found(decision.where, {"yearly": costs, "limit": limit})


@check("U402", "warning", "extra_costs")
def no_normal_cost(facts: Facts) -> Iterator[Found]:
    """Find costs any family has, with no normal cost taken off."""
    for decision in facts.decisions:
        for number, item in numbered(decision.table.item):
            if item.kind in _HAS_NORMAL_COST and not item.normal and item.standard is None:
                yield Found(_item(decision, number), {"kind": item.kind})


def _item(decision: Decision, number: int) -> str:
    return dotted((*decision.at, "item", number))


@check("U403", "warning", "extra_costs")
def follow_up_due(facts: Facts) -> Iterator[Found]:
    """Find old benefits that were fixed more than a year before the date."""
    for decision in _in_force(facts):
        due = follow_up(decision)
        if due is not None and due.overdue(facts.on):
            yield Found(due.where, due.values)


@check("U404", "warning", "extra_costs")
def to_be_redecided(facts: Facts) -> Iterator[Found]:
    """Find old benefits still used after the new rules came."""
    for decision in _in_force(facts):
        due = redecide_by(decision)
        if due is not None and COMPENSATION_FROM <= facts.on < due:
            yield Found(f"{decision.where}.decided", {"date": due})


@check("U405", "error", "extra_costs")
def should_have_been_redecided(facts: Facts) -> Iterator[Found]:
    """Find old benefits used after the last day they could be."""
    for decision in _in_force(facts):
        due = redecide_by(decision)
        if due is not None and facts.on >= due:
            yield Found(f"{decision.where}.decided", {"date": due})


@check("U406", "info", "extra_costs")
def other_group_gives_more(facts: Facts) -> Iterator[Found]:
    """Find a chosen group in which the family gets less over the year."""
    for decision in _in_force(facts):
        result = facts.result(decision.where)
        for line in result.lines if result else ():
            if line.kind is OTHER_GROUP:
                own, other = line.number("own_yearly"), line.number("yearly")
                if other > own:
                    values = {"group": line.values["group"], "current": own, "other": other}
                    yield Found(f"{decision.where}.group", values)


@check("U407", "warning", "extra_costs")
def left_out_of_group_2(facts: Facts) -> Iterator[Found]:
    """Find documented costs of no. 9 of the list that are not over the single item's limit."""
    for decision in _in_force(facts):
        result = facts.result(decision.where)
        if result is None or decision.table.group == 1:
            continue
        left_out = {line.values.get("at") for line in result.lines if line.kind is LEFT_OUT}
        for number, item in numbered(decision.table.item):
            if item.documented and (*decision.at, "item", number) in left_out:
                yield Found(_item(decision, number), {"kind": item.kind})


@check("U408", "warning", "extra_costs")
def below_real_cost(facts: Facts) -> Iterator[Found]:
    """Find costs paid below their real amount because of a local standard amount."""
    child, level = facts.case.child, facts.context.level
    for decision in facts.decisions:
        decided = decision.table.decided
        age = age_on(child.born, decided)
        for number, item in numbered(decision.table.item):
            if item.standard is None or item.amount is None:
                continue
            row = level.standard_for(item.standard, age, child.sex, decided)
            if row is not None and item.amount > row.amount:
                values = {"real": item.amount, "standard": row.amount}
                yield Found(f"{_item(decision, number)}.standard", values)


@check("U409", "warning", "extra_costs")
def bound_to_group_2(facts: Facts) -> Iterator[Found]:
    """Find a change of group within twelve months of an agreement on one-offs.

    The agreement may stand in the decision in force or in one before it.
    """
    for decision in _in_force(facts):
        made = [each.agreed for each in facts.decisions if each.first_day <= decision.first_day]
        agreed = max((each for each in made if each is not None), default=None)
        if agreed is None or not _gives_group_1(facts, decision):
            continue
        if agreed <= facts.on < bound_until(agreed):
            yield Found(f"{decision.where}.group", {"date": agreed})


def _gives_group_1(facts: Facts, decision: Decision) -> bool:
    result = facts.result(decision.where)
    pays = result is not None and result.amounts.get("group") == "1"
    return decision.table.group == 1 or pays


@check("U410", "warning", "extra_costs")
def later_one_off_not_paid(facts: Facts) -> Iterator[Found]:
    """Find one-offs documented after the decision that it does not pay, from their month on."""
    for decision in facts.decisions:
        if not any(item.date for item in decision.table.item):
            continue
        try:
            later = assess(facts.case, decision, facts.on, facts.context).later
        except InputFaultsError:
            continue  # what the rules refuse is told as a fault
        for each in later:
            if each.why != PAID and Month.of(each.documented).first <= facts.until:
                values = {
                    "amount": each.cost.yearly,
                    "date": each.documented,
                    "decided": decision.table.decided,
                }
                yield Found(dotted(each.cost.at), values)


@check("U411", "warning", "extra_costs")
def running_costs_below_the_limit(facts: Facts) -> Iterator[Found]:
    """Find group 2 that goes on after the instalments, with running costs not over its limit."""
    for decision in facts.decisions:
        if decision.rules == "threshold":
            continue
        begins = instalments_end(decision)
        if max(facts.since, begins) > min(facts.until, decision.last_day):
            continue
        try:
            due = after_instalments(facts.case, decision, facts.on, facts.context)
        except InputFaultsError:
            continue  # what the rules refuse is told as a fault
        if due is not None and due.kind is REASSESS_GROUP:
            yield Found(due.where, due.values)


@check("U412", "warning", "extra_costs.applied")
def which_rules_hold(facts: Facts) -> Iterator[Found]:
    """Find decisions after the reform on an application from before it."""
    for decision in facts.decisions:
        applied, decided = decision.table.applied, decision.table.decided
        if applied is not None and applied < COMPENSATION_FROM <= decided:
            yield Found(f"{decision.where}.applied", {"applied": applied, "decided": decided})


@check("U605", "info", "extra_costs")
def old_name(facts: Facts) -> Iterator[Found]:
    """Find kinds of costs by a name that another took the place of."""
    for at, table in facts.case.placed("extra_costs"):
        for number, item in numbered(table.item):
            new = OLD_COST_KINDS.get(item.kind)
            if new is not None:
                place = dotted((*at, "item", number, "kind"))
                yield Found(place, {"old": item.kind, "new": new})
