"""Support for leisure activities (fritidsaktiviteter): SEL § 11, stk. 6, BL § 35; rules.md § 3."""

from datetime import date

from udmaal.breakdown import Line, Result, Values
from udmaal.case.model import Leisure
from udmaal.law.citations import statute
from udmaal.law.context import Context
from udmaal.money import ZERO, to_ore


def leisure_result(table: Leisure, on: date, context: Context) -> Result:
    """Give the support for the year, within the number and amount of the service level.

    The activities count in the order of the file; the national default has no limits.
    """
    law = (statute("leisure", on),)
    level = context.level
    source = (*law, level.name) if level.name else law
    most = level.leisure_activities
    lines = []
    counted = []
    for number, item in enumerate(table.item):
        amount = to_ore(item.amount)
        values: Values = {"activity": item.activity}
        if most is not None and number >= most:
            values = {**values, "most": most}
            line = Line(
                "activity_left_out", amount, "DKK/year", "activity_left_out", values, source
            )
        else:
            line = Line("activity", amount, "DKK/year", "activity", values, law)
            counted.append(amount)
        lines.append(line)
    wanted = to_ore(sum(counted, ZERO))
    if not table.income_dependent:
        payable = to_ore(ZERO)
        lines.append(Line("payable", payable, "DKK/year", "payable.own_means", {}, law))
    elif level.leisure_amount is not None:
        limit = to_ore(level.leisure_amount)
        payable = min(wanted, limit)
        shown = {"costs": wanted, "limit": limit}
        lines.append(Line("payable", payable, "DKK/year", "payable.at_most", shown, source))
    else:
        payable = wanted
        lines.append(
            Line("payable", payable, "DKK/year", "payable.sum", {"amounts": tuple(counted)}, law)
        )
    return Result("leisure", "leisure", law[0], {"payable": payable}, tuple(lines))
