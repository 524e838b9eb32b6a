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
    if usual is not None:
        formula = "usual_days.above" if days > usual else "usual_days"
        lines.append(Line("usual_days", usual, "days/year", formula, {"days": days}, source))
    if maximum is not None:
        formula = "maximum_days.above" if days > maximum else "maximum_days"
        lines.append(Line("maximum_days", maximum, "days/year", formula, {"days": days}, source))
    amounts: dict[str, Amount] = {"days": days, "usual": usual, "maximum": maximum}
    return Result("respite", "respite", law[0], amounts, tuple(lines))


def _days(number: int | None) -> Decimal | None:
    return None if number is None else Decimal(number)
