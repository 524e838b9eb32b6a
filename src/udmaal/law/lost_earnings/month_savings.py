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

# Decimals enough to see how a sum is rounded.
_SHOWN = Decimal("0.0001")


def savings_of_days(
    savings: Sequence[Saving], since: date, until: date, month: Month
) -> tuple[Decimal, list[Line]]:
    """Count each saving by the days of a stretch on which it runs.

    The sum of a stretch is rounded once; where it is not that of the lines, a line shows it.
    """
    law = law_on(since, topic="savings")
    exact, lines = [], []
    for saving in savings:
        first, last = max(since, saving.from_ or since), min(until, saving.until or until)
        if first <= last:
            monthly = saving_amount(saving)
            count = (last - first).days + 1
            exact.append(ratio(monthly, count, month.days))
            values = {
                "kind": saving.kind,
                "note": saving.note,
                "monthly": monthly,
                "days": count,
                "of": month.days,
            }
            lines.append(line("saving_days", to_ore(exact[-1]), values, law, unit="DKK"))
    together = to_ore(sum(exact, ZERO))
    if together != sum(map(to_ore, exact), ZERO):
        amounts = tuple(amount.quantize(_SHOWN) for amount in exact)
        lines.append(line("savings", together, {"amounts": amounts}, law, unit="DKK"))
    return together, lines
