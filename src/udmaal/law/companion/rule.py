"""The companion's costs and hours at hand (SEL § 45, BL § 89)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Annotated

from udmaal.amounts import Amounts
from udmaal.breakdown import Line, Result
from udmaal.calendar_month import Month
from udmaal.case.model import Case, Companion
from udmaal.citations.acts import Act
from udmaal.citations.source import Law, Statute
from udmaal.faults import Path, dotted
from udmaal.language import Text, words
from udmaal.law.child import birthday
from udmaal.law.companion.hours_account import FROM_AGE, AccountMonth, account_months
from udmaal.law.context import Context
from udmaal.law.yearly import COSTS_UP_TO_A_LIMIT
from udmaal.lines.expression import kr, n, not_below_0, nothing
from udmaal.lines.kind import Formula, Kind, Note
from udmaal.money import ZERO, to_ore

ACT = Act.of("SEL § 45", "BL § 89")
_LAW = Law(Statute(ACT))


class CompanionAmounts(Amounts):
    """What is paid for the companion's costs, kr. a year, and the hours at hand."""

    payable: Annotated[Decimal, words("Til udbetaling", "Payable", "Kr. om året", "Kr. a year")]
    hours_balance: Annotated[
        Decimal, words("Resterende timer", "Hours left", "Timer, ikke kroner", "Hours, not kroner")
    ]


_ACCOUNT = (
    n("before")
    - n("lapsed").say(" bortfaldet", " lapsed")
    + n("granted")
    - n("used").say(" brugt", " used")
)
ACCOUNT_MONTH = Kind(
    "account_month",
    Text("Timer tilbage, {month:month}", "Hours left, {month:month}"),
    _ACCOUNT,
    overdrawn=not_below_0(_ACCOUNT).say("; {overdrawn:n} for mange", "; {overdrawn:n} too many"),
    unit="hours",
    law=_LAW,
    rule=Text(
        "Ledsagerordningen giver 15 timer om måneden til børn fra 12 til 17 år. Timer kan spares op "
        "i seks måneder, den løbende medregnet; de ældste bruges først.",
        "The companion scheme gives 15 hours a month to children from 12 to 17. Hours may be saved "
        "up within six months, the current one included; the oldest are used first.",
    ),
)
PAYABLE = Kind(
    "payable",
    Text("Til udbetaling", "Payable"),
    too_young=Formula(
        nothing("barnet er under 12 år", "the child is under 12"),
        limit=Text("barnet er under 12 år", "the child is under 12"),
        note=Note(
            Text(
                "Ledsagerordningen gælder fra barnet fylder 12 år.",
                "The companion scheme begins when the child turns 12.",
            )
        ),
    ),
    at_most=COSTS_UP_TO_A_LIMIT,
    unit="DKK/year",
    law=_LAW,
    total=True,
    rule=Text(
        "I ledsagerordningen udgifterne, højst årets beløb; den begynder, når barnet er 12 år.",
        "In the companion scheme the costs, at most the year's amount; it begins at the age of 12.",
    ),
)
WAGES = Kind(
    "companion_wages",
    Text("Kommunens udgift til timer i {year}", "The municipality's cost of hours in {year}"),
    n("hours").say(" timer", " hours") * kr("wage"),
    unit="DKK",
    law=_LAW,
    rule=Text(
        "De timer, der er brugt i året, ganget med den timeløn til ledsagere, kommunens "
        "serviceniveau har. Det er kommunens udgift og ikke en del af ydelsen.",
        "The hours used in the year times the hourly wage of companions in the municipality's "
        "service level. It is the municipality's cost and no part of the benefit.",
    ),
)


def companion_result(case: Case, table: Companion, at: Path, on: date, context: Context) -> Result:
    """Give the amount for the companion's costs and the hours at hand at the end of the month."""
    if on < birthday(case.child.born, FROM_AGE):
        return _result(at, on, (PAYABLE.of(on, "too_young"),), to_ore(ZERO))
    rows = account_months(case, Month.of(on), context)
    account = tuple(_account_lines(case, table, rows, on, context))
    limit = context.rates(on)["companion.costs"]
    payable = PAYABLE.of(on, "at_most", costs=table.costs, limit=limit)
    lines = (*account, payable, *_wages(table, rows, on, context))
    return _result(at, on, lines, rows[-1].balance if rows else ZERO)


def _result(at: Path, on: date, lines: tuple[Line, ...], balance: Decimal) -> Result:
    payable = next(line for line in lines if line.kind is PAYABLE)
    return Result(
        benefit="companion",
        where=dotted(at),
        law=ACT.on(on),
        amounts=CompanionAmounts(payable.amount, balance),
        lines=lines,
    )


def _account_lines(
    case: Case, table: Companion, rows: list[AccountMonth], on: date, context: Context
) -> Iterator[Line]:
    """Give a line for each month of the account, from the hours left of the one before.

    The months of a year that has a table of its own stand with that table alone.
    """
    other_years = {other.year for other in case.companion} - {table.year}
    rates = context.rates(on)
    resting_on = (rates["companion.hours_month"], rates["companion.months_kept"])
    before: Line | Decimal = ZERO
    for row in rows:
        if row.month.year in other_years:
            before = row.balance
            continue
        before = ACCOUNT_MONTH.of(
            on,
            "overdrawn" if row.overdrawn else "",
            rates=resting_on,
            month=str(row.month),
            before=before,
            granted=row.granted,
            used=row.used,
            lapsed=row.lapsed,
            overdrawn=row.overdrawn,
        )
        yield before


def _wages(
    table: Companion, rows: list[AccountMonth], on: date, context: Context
) -> Iterator[Line]:
    """Give the municipality's cost of the hours used in the year, where the level has a wage."""
    level = context.level
    if level.companion_hourly_wage is not None:
        used = sum((row.used for row in rows if row.month.year == table.year), ZERO)
        year = str(table.year)
        wage = level.companion_hourly_wage
        yield WAGES.of(on, hours=used, wage=wage, year=year, also_law=level.cited)
