"""U4: extra costs under both schemes."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from udmaal.breakdown import Result
from udmaal.case.model import CostKind
from udmaal.checks.registry import Facts, Found, check
from udmaal.law.child import age_on
from udmaal.law.extra_costs.compensation import COMPENSATION_FROM
from udmaal.law.extra_costs.threshold import REDECIDED_BY, months_since
from udmaal.money import ratio

_NEAR_PERCENT = Decimal(2)
_YEAR = 12
_HAS_NORMAL_COST: Final[frozenset[CostKind]] = frozenset(
    {"clothing", "diet", "leisure", "holiday", "insurance"}
)
_LEFT_OUT = frozenset({"left_out", "left_out.below_limit"})


def _result(facts: Facts) -> Result | None:
    return facts.result("extra_costs")


def _is_threshold(facts: Facts) -> bool:
    table = facts.case.extra_costs
    return table is not None and table.decided < COMPENSATION_FROM


@check("U401", "info", "extra_costs")
def near_a_limit(facts: Facts) -> Iterator[Found]:
    """Find yearly costs within two per cent of the threshold, minimum or limit."""
    result = _result(facts)
    if result is None:
        return
    limits = {
        "threshold": "yearly",
        "group1_minimum": "yearly",
        "group2_limit": "documented_yearly",
    }
    for line in result.lines:
        yearly = result.amounts[limits[line.id]] if line.id in limits else None
        if isinstance(yearly, Decimal):
            margin = ratio(line.amount, _NEAR_PERCENT, 100)
            if abs(yearly - line.amount) <= margin:
                yield Found("extra_costs", {"yearly": yearly, "limit": line.amount})


@check("U402", "warning", "extra_costs")
def no_normal_cost(facts: Facts) -> Iterator[Found]:
    """Find costs any family has, with no normal cost taken off."""
    items = facts.case.extra_costs.item if facts.case.extra_costs else ()
    for number, item in enumerate(items):
        if item.kind in _HAS_NORMAL_COST and not item.normal and item.standard is None:
            yield Found(f"extra_costs.item[{number}]", {"kind": item.kind})


@check("U403", "warning", "extra_costs")
def follow_up_due(facts: Facts) -> Iterator[Found]:
    """Find old benefits that were fixed more than a year before the date."""
    table = facts.case.extra_costs
    if table is not None and _is_threshold(facts):
        months = months_since(table.decided, facts.on)
        day_of_year = months == _YEAR and facts.on.day == table.decided.day
        if months >= _YEAR and not day_of_year:
            yield Found("extra_costs.decided", {"date": table.decided})


@check("U404", "warning", "extra_costs")
def to_be_redecided(facts: Facts) -> Iterator[Found]:
    """Find old benefits still used after the new rules came."""
    if _is_threshold(facts) and COMPENSATION_FROM <= facts.on < REDECIDED_BY:
        yield Found("extra_costs.decided", {"date": REDECIDED_BY})


@check("U405", "error", "extra_costs")
def should_have_been_redecided(facts: Facts) -> Iterator[Found]:
    """Find old benefits used after the last day they could be."""
    if _is_threshold(facts) and facts.on >= REDECIDED_BY:
        yield Found("extra_costs.decided", {"date": REDECIDED_BY})


@check("U406", "info", "extra_costs")
def other_group_gives_more(facts: Facts) -> Iterator[Found]:
    """Find a chosen group in which the family gets less over the year."""
    result = _result(facts)
    if result is None or result.rules != "compensation":
        return
    own = _yearly(result.amounts["monthly"], result.amounts["one_off"])
    for line in result.lines:
        if line.id == "other_group":
            other = _yearly(line.values["monthly"], line.values["one_off"])
            if other > own:
                values = {"group": line.values["group"], "own": own, "other": other}
                yield Found("extra_costs.group", values)


def _yearly(monthly: object, one_off: object) -> Decimal:
    """Give a yearly sum; one-offs come once."""
    if not isinstance(monthly, Decimal) or not isinstance(one_off, Decimal):
        raise TypeError(monthly)
    return monthly * _YEAR + one_off


@check("U407", "warning", "extra_costs")
def left_out_of_group_2(facts: Facts) -> Iterator[Found]:
    """Find documented costs outside the list that group 2 leaves out."""
    table = facts.case.extra_costs
    result = _result(facts)
    if table is None or result is None or table.group == 1:
        return
    kinds = [line.values["kind"] for line in result.lines if line.formula in _LEFT_OUT]
    for number, item in enumerate(table.item):
        if item.documented and item.kind in kinds:
            yield Found(f"extra_costs.item[{number}]", {"kind": item.kind})


@check("U408", "warning", "extra_costs")
def below_real_cost(facts: Facts) -> Iterator[Found]:
    """Find costs paid below their real amount because of a local standard amount."""
    table = facts.case.extra_costs
    if table is None:
        return
    child = facts.case.child
    age = age_on(child.born, table.decided)
    for number, item in enumerate(table.item):
        if item.standard is None or item.amount is None:
            continue
        row = facts.context.level.standard_for(item.standard, age, child.sex, table.decided)
        if row is not None and item.amount > row.amount:
            values = {"real": item.amount, "standard": row.amount}
            yield Found(f"extra_costs.item[{number}].standard", values)


@check("U409", "warning", "extra_costs")
def bound_to_group_2(facts: Facts) -> Iterator[Found]:
    """Find a change of group within twelve months of an agreement on one-offs."""
    table = facts.case.extra_costs
    if table is None or table.oneoffs_when_documented is None or _is_threshold(facts):
        return
    result = _result(facts)
    leaves = table.group == 1 or (result is not None and result.amounts.get("group") == "1")
    agreed = table.oneoffs_when_documented
    if leaves and agreed <= facts.on and months_since(agreed, facts.on) < _YEAR:
        yield Found("extra_costs.group", {"date": agreed})
