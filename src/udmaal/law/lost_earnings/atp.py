"""The ATP of lost earnings, and what is left before tax (the order §§ 19–21)."""

from datetime import date
from typing import Final

from udmaal.breakdown import Line
from udmaal.language import Text
from udmaal.law.atp import atp_kinds
from udmaal.law.lost_earnings.act import law
from udmaal.lines.expression import kr, not_below_0
from udmaal.lines.kind import Bar, Formula, Kind

_LAW: Final = law("atp")

ATP: Final = atp_kinds(_LAW)
ATP_RECIPIENT, ATP_MUNICIPALITY = ATP

_AFTER_ATP: Final = kr("gross") - kr("atp")
_BEFORE_TAX: Final = Text("Ydelse før skat", "Benefit before tax")
BEFORE_TAX = Kind(
    "before_tax",
    _BEFORE_TAX,
    _AFTER_ATP,
    floor=Formula(not_below_0(_AFTER_ATP), limit=Text("ATP over ydelsen", "ATP above the benefit")),
    unit="DKK/month",
    law=_LAW,
    total=True,
    bar=Bar(falls=Text("ATP", "ATP"), total=_BEFORE_TAX),
    rule=Text(
        "Bruttoydelsen minus modtagerens del af ATP, ikke under 0.",
        "The gross benefit less the recipient's part of ATP, not below 0.",
    ),
)


def after_atp(gross: Line, recipient: Line, on: date) -> Line:
    """Take the recipient's part of ATP off the gross."""
    return BEFORE_TAX.floored(on, gross=gross, atp=recipient)
