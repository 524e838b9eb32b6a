"""Savings in the days of a month (rules.md § 1.2; the order § 12)."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from udmaal.breakdown import Line
from udmaal.calendar_month import Month
from udmaal.case.model import Saving
from udmaal.law.lost_earnings.lines import law_on, line
from udmaal.law.lost_earnings.savings import saving_amount
from udmaal.money import ZERO, ratio, to_ore


def savings_of_days(
    savings: Sequence[Saving], since: date, until: date, month: Month
) -> tuple[Decimal, list[Line]]:
    """Count each saving by the days of a stretch on which it runs.

    The sum of a stretch is rounded once; where it is not that of the lines, a line shows it.
    """
    law = law_on(since, topic="savings")
    products, lines = [], []
    for saving in savings:
        first, last = max(since, saving.from_ or since), min(until, saving.until or until)
        if first <= last:
            monthly = saving_amount(saving)
            count = (last - first).days + 1
            products.append(monthly * count)
            values = {
                "kind": saving.kind,
                "note": saving.note,
                "monthly": monthly,
                "days": count,
                "of": month.days,
            }
            amount = to_ore(ratio(monthly, count, month.days))
            lines.append(line("saving_days", amount, values, law, unit="DKK"))
    together = to_ore(ratio(sum(products, ZERO), 1, month.days))
    if together != sum((each.amount for each in lines), ZERO):
        shown = {"products": tuple(products), "of": month.days}
        lines.append(line("savings", together, shown, law, "savings.days", unit="DKK"))
    return together, lines
