"""The hours of the companion scheme (SEL § 45, BL § 89).

Fifteen hours a month for children from 12 to 17. Hours may be saved up within a period of six
months, the current one included, so that at most 90 are ever at hand (the minister's answer of
2022-08-29 to question 557 of Folketingets Social- og Ældreudvalg); the oldest are used first.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, NamedTuple

from udmaal.calendar_month import Month, months
from udmaal.case.model import Case, Companion
from udmaal.law.child import birthday, last_day_as_child
from udmaal.law.context import Context
from udmaal.money import ZERO

FROM_AGE: Final = 12


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


class AccountMonth(NamedTuple):
    """One month of the account, hours; ``balance`` is what is left at its end."""

    month: Month
    granted: Decimal
    used: Decimal
    lapsed: Decimal
    overdrawn: Decimal
    balance: Decimal


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
    begins = Month.of(birthday(case.child.born, FROM_AGE))
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
