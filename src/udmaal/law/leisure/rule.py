"""Support for leisure activities within the service level (SEL § 11, stk. 6, BL § 35)."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from udmaal.amounts import Amounts
from udmaal.breakdown import Line, Result
from udmaal.case.model import Leisure
from udmaal.citations.acts import Act
from udmaal.citations.source import Law, Statute
from udmaal.faults import Fault, InputFaultsError, Path, dotted
from udmaal.language import Text, same, words
from udmaal.law.context import Context
from udmaal.law.yearly import COSTS_UP_TO_A_LIMIT
from udmaal.lines.expression import nothing, stated, sum_of
from udmaal.lines.kind import Formula, Kind, Note, Together
from udmaal.money import to_ore

ACT = Act.of("SEL § 11, stk. 6", "BL § 35")
_LAW = Law(Statute(ACT))
_YEAR = "DKK/year"


class LeisureAmounts(Amounts):
    """What is paid for the year, kr."""

    payable: Annotated[Decimal, words("Til udbetaling", "Payable", "Kr. om året", "Kr. a year")]


ACTIVITY = Kind(
    "activity",
    same("{activity:text}"),
    stated("amount", "oplyst beløb", "amount as stated"),
    inputs={"amount": same("{activity:text}")},
    unit=_YEAR,
    law=_LAW,
    rule=Text(
        "En fritidsaktivitet med det oplyste beløb om året.",
        "A leisure activity with the amount a year as stated.",
    ),
)
LEFT_OUT = Kind(
    "activity_left_out",
    Text("Ud over niveauet: {activity:text}", "Beyond the level: {activity:text}"),
    stated("amount", "niveauet har højst {most:n}", "the level has {most:n} at most"),
    unit=_YEAR,
    law=_LAW,
    rule=Text(
        "Kommunens serviceniveau har et antal aktiviteter pr. barn; de tæller i filens rækkefølge. "
        "Niveauet er vejledende, og en sag kan fravige det.",
        "The municipality's service level has a number of activities per child; they count in the "
        "order of the file. The level is guidance, and a case may depart from it.",
    ),
)
PAYABLE = Kind(
    "payable",
    Text("Til udbetaling", "Payable"),
    own_means=Formula(
        nothing("familien kan selv betale", "the family's own means suffice"),
        limit=Text("familien kan selv betale", "the family's own means suffice"),
        note=Note(
            Text(
                "Støtten gives ikke, når familiens egne midler slår til.",
                "The support is not given when the family's own means suffice.",
            )
        ),
    ),
    at_most=COSTS_UP_TO_A_LIMIT,
    sum=sum_of("amounts"),
    deviation=Formula(
        sum_of("amounts").say(
            "; serviceniveauet er fraveget: {reason:text}",
            "; departs from the service level: {reason:text}",
        ),
        limit=Text("niveauet fraveget", "departs from the level"),
        note=Note(
            Text(
                "Kommunens serviceniveau er fraveget: {reason:text}.",
                "The municipality's service level is departed from: {reason:text}.",
            )
        ),
    ),
    unit=_YEAR,
    law=_LAW,
    total=True,
    rule=Text(
        "Til fritid udgifterne, højst kommunens niveau. Spørger niveauet til familiens økonomi, "
        "gives støtten kun, når familien ikke selv kan betale. En begrundelse i sagen fraviger "
        "niveauet.",
        "For leisure the costs, at most the municipality's level. Where the level asks for the "
        "family's means, support is given only where the family cannot pay itself. A reason in the "
        "case departs from the level.",
    ),
)


def leisure_result(table: Leisure, at: Path, on: date, context: Context) -> Result:
    """Give the support for the year, within the number and amount of the service level.

    The national default has no limits, and a reason in the case lifts those of a level. The
    family's means count only where the level asks: the act leaves the criteria to the council
    (BL § 35, stk. 3). Raises ``InputFaultsError`` where it asks and the case does not say.
    """
    level = context.level
    if level.leisure_means_test and table.income_dependent is None:
        values = {"name": level.name}
        raise InputFaultsError([Fault("leisure.means", (*at, "income_dependent"), values)])
    lines = _activities(table, on, context)
    payable = _payable(table, tuple(line for line in lines if line.kind is ACTIVITY), on, context)
    return Result(
        benefit="leisure",
        where=dotted(at),
        law=ACT.on(on),
        amounts=LeisureAmounts(payable.amount),
        lines=(*lines, payable),
    )


def _lifted(table: Leisure, context: Context) -> bool:
    """Tell whether a reason in the case lifts the limits of the level."""
    level = context.level
    limited = level.leisure_activities is not None or level.leisure_amount is not None
    return limited and table.deviation_reason is not None


def _activities(table: Leisure, on: date, context: Context) -> list[Line]:
    """Give the activities in the order of the file, as many as the level has."""
    level = context.level
    most = None if _lifted(table, context) else level.leisure_activities
    lines = []
    for number, item in enumerate(table.item):
        activity, amount = item.activity, item.amount
        if most is not None and number >= most:
            line = LEFT_OUT.of(
                on, activity=activity, amount=amount, most=most, also_law=level.cited
            )
        else:
            line = ACTIVITY.of(on, activity=activity, amount=amount)
        lines.append(line)
    return lines


def _payable(table: Leisure, counted: tuple[Line, ...], on: date, context: Context) -> Line:
    """Add the activities that count, at most the amount of the level."""
    level = context.level
    if level.leisure_means_test and not table.income_dependent:
        return PAYABLE.of(on, "own_means", also_law=level.cited)
    if _lifted(table, context):
        reason = table.deviation_reason
        return PAYABLE.of(on, "deviation", amounts=counted, reason=reason, also_law=level.cited)
    if level.leisure_amount is None:
        return PAYABLE.of(on, "sum", amounts=counted)
    limit = to_ore(level.leisure_amount)
    return PAYABLE.of(on, "at_most", costs=Together(counted), limit=limit, also_law=level.cited)
