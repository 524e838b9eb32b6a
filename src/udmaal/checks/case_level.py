"""U5 and U6: several benefits together, data protection, rates."""

from collections.abc import Iterator
from decimal import Decimal

from udmaal.checks.registry import CHECKS, Check, Facts, Found, check

_COMPANION_KINDS = frozenset({"helper", "leisure", "transport"})


@check("U501", "warning", "extra_costs")
def same_expense_twice(facts: Facts) -> Iterator[Found]:
    """Find an expense that stands in extra costs and in another benefit."""
    table = facts.case.extra_costs
    for number, item in enumerate(table.item if table else ()):
        for where, text, kinds, amount in _other_expenses(facts):
            same_text = bool(item.text) and item.text.casefold() == text.casefold()
            if same_text or (item.kind in kinds and item.amount == amount and amount):
                values = {"text": item.text or item.kind, "other": where}
                yield Found(f"extra_costs.item[{number}]", values)


def _other_expenses(facts: Facts) -> Iterator[tuple[str, str, frozenset[str], Decimal]]:
    """Give place, text, kinds and amount of each expense in the other benefits."""
    case = facts.case
    if case.leisure is not None:
        for number, activity in enumerate(case.leisure.item):
            kinds = frozenset({"leisure"})
            yield f"leisure.item[{number}]", activity.activity, kinds, activity.amount
    if case.home_training is not None:
        for number, item in enumerate(case.home_training.item):
            yield f"home_training.item[{number}]", item.text, frozenset({item.kind}), item.amount
    if case.companion is not None:
        yield "companion", "", _COMPANION_KINDS, case.companion.costs


@check("U502", "warning", "home_training")
def home_schooling(facts: Facts) -> Iterator[Found]:
    """Find home schooling among the costs of home training."""
    table = facts.case.home_training
    for number, item in enumerate(table.item if table else ()):
        if item.kind == "home_schooling":
            yield Found(f"home_training.item[{number}]", {})


@check("U503", "warning", "respite")
def respite_above_level(facts: Facts) -> Iterator[Found]:
    """Find more days of respite than the local level has at most."""
    level = facts.context.level
    most = level.respite_days_maximum or level.respite_days_usual
    table = facts.case.respite
    if table is not None and most is not None and table.days > most:
        yield Found("respite.days", {"days": table.days, "most": most})


@check("U601", "error")
def cpr_number(facts: Facts) -> Iterator[Found]:
    """Find texts that hold what looks like a CPR number."""
    for where in facts.cpr:
        yield Found(where, {})


@check("U602", "info")
def unpublished_rates(facts: Facts) -> Iterator[Found]:
    """Find results that rest on derived or provisional rates."""
    for result in facts.results:
        keys = {
            rate.key for line in result.lines for rate in line.rates if rate.status != "published"
        }
        if keys:
            yield Found(result.where, {"rates": ", ".join(sorted(keys))})


CHECKS["U603"] = Check("U603", "info", None)
