"""U5 and U6: several benefits together, data protection, rates."""

from collections.abc import Iterator

from udmaal.case.model import numbered
from udmaal.checks.registry import CHECKS, Check, Facts, Found, check
from udmaal.faults import dotted
from udmaal.law.benefits import BENEFITS


@check("U501", "warning", "extra_costs")
def same_expense_twice(facts: Facts) -> Iterator[Found]:
    """Find an expense that stands in extra costs and in another benefit."""
    others = [cost for benefit in BENEFITS for cost in benefit.costs(facts.case)]
    for at, table in facts.case.placed("extra_costs"):
        for number, item in numbered(table.item):
            for cost in others:
                same_text = bool(item.text) and item.text.casefold() == cost.text.casefold()
                same_amount = item.amount == cost.amount and cost.amount
                if same_text or (item.kind in cost.kinds and same_amount):
                    values = {"text": item.text or item.kind, "other": cost.where}
                    yield Found(dotted((*at, "item", number)), values)


@check("U502", "warning", "home_training")
def home_schooling(facts: Facts) -> Iterator[Found]:
    """Find home schooling among the costs of home training."""
    for at, table in facts.case.placed("home_training"):
        for number, item in numbered(table.item):
            if item.kind == "home_schooling":
                yield Found(dotted((*at, "item", number)), {})


@check("U503", "warning", "respite")
def respite_above_level(facts: Facts) -> Iterator[Found]:
    """Find more days of respite than the local level has at most."""
    level = facts.context.level
    most = level.respite_days_maximum or level.respite_days_usual
    for at, table in facts.case.placed("respite"):
        if most is not None and table.days > most:
            yield Found(dotted((*at, "days")), {"days": table.days, "most": most})


@check("U601", "error")
def cpr_number(facts: Facts) -> Iterator[Found]:
    """Find texts that hold what looks like a CPR number."""
    for where in facts.cpr:
        yield Found(where, {})


@check("U602", "info", of_rates=True)
def unpublished_rates(facts: Facts) -> Iterator[Found]:
    """Find results that rest on derived or provisional rates."""
    for result in facts.results:
        rates = [rate for line in result.lines for rate in line.rates]
        keys = {rate.key for rate in rates if rate.status != "published"}
        if keys:
            yield Found(result.where, {"rates": ", ".join(sorted(keys))})


CHECKS["U603"] = Check("U603", "info", None)
