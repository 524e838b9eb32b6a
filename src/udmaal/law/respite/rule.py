"""The days of respite a year against the local level (SEL § 44, jf. § 84, BL § 90)."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from udmaal.amounts import Amounts
from udmaal.breakdown import Line, Result
from udmaal.case.model import Respite
from udmaal.citations.acts import Act
from udmaal.citations.source import Law, Statute
from udmaal.faults import Path, dotted
from udmaal.language import Text, words
from udmaal.law.context import Context
from udmaal.lines.expression import stated
from udmaal.lines.kind import Formula, Kind

ACT = Act.of("SEL § 44", "BL § 90")
_LAW = Law(Statute(ACT))


class RespiteAmounts(Amounts):
    """The days granted, and those of the service level where it has any; days/year."""

    days: Annotated[Decimal, words("Bevilgede døgn", "Days granted", "Døgn om året", "Days a year")]
    usual: Annotated[
        Decimal | None,
        words("Sædvanligt", "Usual", "Døgn om året efter serviceniveauet",
              "Days a year by the service level"),
    ]  # fmt: skip
    maximum: Annotated[
        Decimal | None,
        words("Højst", "Maximum", "Døgn om året efter serviceniveauet",
              "Days a year by the service level"),
    ]  # fmt: skip


DAYS = Kind(
    "respite_days",
    Text("Bevilgede døgn", "Days granted"),
    stated("granted", "oplyst", "as stated"),
    unit="days/year",
    law=_LAW,
    total=True,
    rule=Text(
        "De døgn om året, der er bevilget. De holdes op mod kommunens niveau, som er vejledende.",
        "The days a year that are granted. They are held against the municipality's level, which is "
        "guidance.",
    ),
)


def _above(limit: Text, reason: str = "") -> Formula:
    """Give the formula of days above a level, with the reason where there is one."""
    return Formula(
        stated(
            "level",
            f"sagen afviger: {{days:n}} døgn{reason}",
            f"the case deviates: {{days:n}} days{reason}",
        ),
        limit=limit,
    )


_OVER_USUAL = Text("over det sædvanlige", "above the usual")
_OVER_HIGHEST = Text("over det højeste", "above the highest")
_WITHIN = ("level", "{days:n} døgn er inden for", "{days:n} days are within")
USUAL = Kind(
    "usual_days",
    Text("Sædvanligt niveau", "Usual level"),
    stated(*_WITHIN),
    above=_above(_OVER_USUAL),
    reason=_above(_OVER_USUAL, ", {reason:text}"),
    unit="days/year",
    law=_LAW,
    rule=Text(
        "Kommunens sædvanlige antal døgn. Det er vejledende; en sag kan fravige det, og linjen "
        "siger det.",
        "The municipality's usual number of days. It is guidance; a case may depart from it, and the "
        "line says so.",
    ),
)

MAXIMUM = Kind(
    "maximum_days",
    Text("Højeste niveau", "Highest level"),
    stated(*_WITHIN),
    above=_above(_OVER_HIGHEST),
    reason=_above(_OVER_HIGHEST, ", {reason:text}"),
    unit="days/year",
    law=_LAW,
    rule=Text(
        "Kommunens højeste antal døgn. Det er vejledende; en sag kan fravige det, og linjen siger "
        "det.",
        "The municipality's highest number of days. It is guidance; a case may depart from it, and "
        "the line says so.",
    ),
)


def respite_result(table: Respite, at: Path, on: date, context: Context) -> Result:
    """Give the days a year and the service level; a case may always deviate, and says so."""
    level = context.level
    days = Decimal(table.days)
    usual, maximum = _days(level.respite_days_usual), _days(level.respite_days_maximum)
    lines = [DAYS.of(on, granted=days)]
    if usual is not None:
        lines.append(_against(USUAL, usual, table, on, level.cited))
    if maximum is not None:
        lines.append(_against(MAXIMUM, maximum, table, on, level.cited))
    return Result(
        benefit="respite",
        where=dotted(at),
        law=ACT.on(on),
        amounts=RespiteAmounts(days, usual, maximum),
        lines=tuple(lines),
    )


def _against(kind: Kind, level: Decimal, table: Respite, on: date, source: tuple[str, ...]) -> Line:
    days, reason = Decimal(table.days), table.deviation_reason
    by = "" if days <= level else "above" if reason is None else "reason"
    return kind.of(on, by, level=level, days=days, reason=reason, also_law=source)


def _days(number: int | None) -> Decimal | None:
    return None if number is None else Decimal(number)
