"""Respite (aflastning): SEL § 44, jf. § 84, BL § 90; rules.md § 3. Days against a local level."""

from datetime import date
from decimal import Decimal

from udmaal.breakdown import Amount, Line, Result
from udmaal.case.model import Respite
from udmaal.law.citations import statute
from udmaal.law.context import Context


def respite_result(table: Respite, on: date, context: Context) -> Result:
    """Give the days a year and the service level; a case may always deviate, and says so."""
    law = (statute("respite", on),)
    level = context.level
    days = Decimal(table.days)
    usual = _days(level.respite_days_usual)
    maximum = _days(level.respite_days_maximum)
    lines = [Line("respite_days", days, "days/year", "respite_days", {}, law)]
    source = (*law, level.name) if level.name else law
    values = {"days": days, "reason": table.deviation_reason}
    above = "above" if table.deviation_reason is None else "reason"
    for id_, level_days in (("usual_days", usual), ("maximum_days", maximum)):
        if level_days is not None:
            formula = f"{id_}.{above}" if days > level_days else id_
            lines.append(Line(id_, level_days, "days/year", formula, values, source))
    amounts: dict[str, Amount] = {"days": days, "usual": usual, "maximum": maximum}
    return Result("respite", "respite", law[0], amounts, tuple(lines))


def _days(number: int | None) -> Decimal | None:
    return None if number is None else Decimal(number)
