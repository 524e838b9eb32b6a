"""Companion scheme (ledsagerordning): SEL § 45, BL § 89; rules.md § 3.

Fifteen hours a month for children from 12 to 17. Hours may be saved up within a period of six
months, the current one included, so that at most 90 are ever at hand (the minister's answer of
2022-08-29 to question 557 of Folketingets Social- og Ældreudvalg); the oldest are used first.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

from udmaal.breakdown import Line, Result
from udmaal.calendar_month import Month, months
from udmaal.case.model import Case, Companion
from udmaal.law.child import birthday, last_day_as_child
from udmaal.law.citations import statute
from udmaal.law.context import Context
from udmaal.money import ZERO, to_ore

_FROM_AGE: Final = 12


@dataclass(slots=True)
class HoursAccount:
    """The hours at hand, by the month they were granted in, oldest first."""

    kept_months: int
    lots: dict[Month, Decimal] = field(default_factory=dict)

    def grant(self, month: Month, hours: Decimal) -> Decimal:
        """Grant a month's hours; give those that lapse because their period is over."""
        old = [lot for lot in self.lots if month.since(lot) >= self.kept_months]
        lapsed = sum((self.lots.pop(lot) for lot in old), ZERO)
        self.lots[month] = hours
        return lapsed

    def use(self, hours: Decimal) -> Decimal:
        """Use hours, the oldest first; give those that were used without being at hand."""
        for lot in sorted(self.lots):
            taken = min(hours, self.lots[lot])
            self.lots[lot] -= taken
            hours -= taken
        return hours

    @property
    def balance(self) -> Decimal:
        """Give the hours at hand."""
        return sum(self.lots.values(), ZERO)


@dataclass(frozen=True, slots=True)
class AccountMonth:
    """One month of the account, hours; ``balance`` is what is left at its end."""

    month: Month
    granted: Decimal
    used: Decimal
    lapsed: Decimal
    overdrawn: Decimal
    balance: Decimal


def granted_on(table: Companion, on: date) -> bool:
    """Tell whether the scheme of the table's year is granted on a day."""
    begun = table.from_ is None or table.from_ <= on
    return table.year == on.year and begun and (table.until is None or on <= table.until)


def first_month(table: Companion) -> Month:
    """Give the first month of the table's year in which hours are granted."""
    return Month(table.year, 1) if table.from_ is None else Month.of(table.from_)


def account_months(
    case: Case, table: Companion, last: Month, context: Context
) -> list[AccountMonth]:
    """Work the account through, from the month of ``from`` to that of ``until``.

    Without ``from`` it opens in January of the year or in the first month with used hours. Hours
    are granted in every month in which the child is 12 to 17 on some day.
    """
    used = _hours_used(table)
    first = first_month(table) if table.from_ else min([first_month(table), *used])
    begins = Month.of(birthday(case.child.born, _FROM_AGE))
    of_year = Month(table.year, 12) if table.until is None else Month.of(table.until)
    ends = min(of_year, Month.of(last_day_as_child(case.child.born)))
    rows = []
    account: HoursAccount | None = None
    for month in months(max(first, begins), min(last, ends)):
        rates = context.book.nearest(month.first)
        if account is None:
            account = HoursAccount(int(rates.number("companion.months_kept")))
        granted = rates.number("companion.hours_month")
        lapsed = account.grant(month, granted)
        spent = used.get(month, ZERO)
        overdrawn = account.use(spent)
        rows.append(AccountMonth(month, granted, spent, lapsed, overdrawn, account.balance))
    return rows


def _hours_used(table: Companion) -> Mapping[Month, Decimal]:
    return {Month.parse(month): hours for month, hours in table.hours_used.items()}


def companion_result(case: Case, table: Companion, on: date, context: Context) -> Result:
    """Give the amount for the companion's costs and the hours at hand at the end of the month."""
    law = (statute("companion", on),)
    rate = context.rates(on)["companion.costs"]
    limit = to_ore(rate.number)
    if on < birthday(case.child.born, _FROM_AGE):
        nothing = to_ore(ZERO)
        too_young = Line("payable", nothing, "DKK/year", "payable.too_young", {}, law)
        amounts = {"payable": nothing, "hours_balance": nothing}
        return Result("companion", "companion", law[0], amounts, (too_young,))
    hours = context.rates(on)["companion.hours_month"]
    kept = context.rates(on)["companion.months_kept"]
    lines = []
    balance = used = ZERO
    for row in account_months(case, table, Month.of(on), context):
        values = {
            "month": str(row.month),
            "before": balance,
            "granted": row.granted,
            "used": row.used,
            "lapsed": row.lapsed,
            "overdrawn": row.overdrawn,
        }
        formula = "account_month.overdrawn" if row.overdrawn else "account_month"
        lines.append(
            Line("account_month", row.balance, "hours", formula, values, law, (hours, kept))
        )
        balance = row.balance
        used += row.used if row.month.year == table.year else ZERO
    payable = min(to_ore(table.costs), limit)
    shown = {"costs": table.costs, "limit": limit}
    lines.append(Line("payable", payable, "DKK/year", "payable.at_most", shown, law, (rate,)))
    level = context.level
    if level.companion_hourly_wage is not None:
        wage = level.companion_hourly_wage
        cost = to_ore(used * wage)
        source = (*law, level.name) if level.name else law
        values_ = {"hours": used, "wage": wage, "year": str(table.year)}
        lines.append(Line("companion_wages", cost, "DKK", "companion_wages", values_, source))
    return Result(
        benefit="companion",
        where="companion",
        law=law[0],
        amounts={"payable": payable, "hours_balance": balance},
        lines=tuple(lines),
    )
