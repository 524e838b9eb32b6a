"""Support for leisure activities (fritidsaktiviteter): SEL § 11, stk. 6, BL § 35; rules.md § 3."""

from datetime import date

from udmaal.breakdown import Line, Result, Values
from udmaal.case.model import Leisure
from udmaal.faults import Fault, InputFaultsError
from udmaal.law.citations import statute
from udmaal.law.context import Context
from udmaal.money import ZERO, to_ore


def leisure_result(table: Leisure, on: date, context: Context) -> Result:
    """Give the support for the year, within the number and amount of the service level.

    The activities count in the order of the file; the national default has no limits, and a
    reason in the case lifts those of a level. The family's means count only where the level asks:
    the act leaves the criteria to the council (BL § 35, stk. 3). Raises ``InputFaultsError``
    where it asks and the case does not say.
    """
    law = (statute("leisure", on),)
    level = context.level
    if level.leisure_means_test and table.income_dependent is None:
        values = {"name": level.name}
        raise InputFaultsError([Fault("leisure.means", ("leisure", "income_dependent"), values)])
    source = (*law, level.name) if level.name else law
    limited = level.leisure_activities is not None or level.leisure_amount is not None
    lifted = limited and table.deviation_reason is not None
    most = None if lifted else level.leisure_activities
    limit = None if lifted or level.leisure_amount is None else to_ore(level.leisure_amount)
    lines = []
    counted = []
    for number, item in enumerate(table.item):
        amount = to_ore(item.amount)
        values_: Values = {"activity": item.activity}
        if most is not None and number >= most:
            values_ = {**values_, "most": most}
            line = Line(
                "activity_left_out", amount, "DKK/year", "activity_left_out", values_, source
            )
        else:
            line = Line("activity", amount, "DKK/year", "activity", values_, law)
            counted.append(amount)
        lines.append(line)
    wanted = to_ore(sum(counted, ZERO))
    amounts = {"amounts": tuple(counted)}
    if level.leisure_means_test and not table.income_dependent:
        payable = to_ore(ZERO)
        last = Line("payable", payable, "DKK/year", "payable.own_means", {}, source)
    elif limit is not None:
        payable = min(wanted, limit)
        shown = {"costs": wanted, "limit": limit}
        last = Line("payable", payable, "DKK/year", "payable.at_most", shown, source)
    elif lifted:
        payable = wanted
        reason = {**amounts, "reason": table.deviation_reason}
        last = Line("payable", payable, "DKK/year", "payable.deviation", reason, source)
    else:
        payable = wanted
        last = Line("payable", payable, "DKK/year", "payable.sum", amounts, law)
    return Result("leisure", "leisure", law[0], {"payable": payable}, (*lines, last))
