"""The hours of the companion scheme (SEL § 45, BL § 89).

Fifteen hours a month for children from 12 to 17. Hours may be saved up within a period of six
months, the current one included, so that at most 90 are ever at hand (the minister's answer of
2022-08-29 to question 557 of Folketingets Social- og Ældreudvalg); the oldest are used first.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from operator import attrgetter
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


def account_months(case: Case, last: Month, context: Context) -> list[AccountMonth]:
    """Work the account through the years of the file, across the turn of each.

    A year's hours are granted from the month of its ``from`` to that of its ``until``; without
    ``from`` the first year opens in January or in the first month with used hours. Hours are
    granted in every month in which the child is 12 to 17 on some day.
    """
    return _worked(case, last, context)[1]


def _worked(
    case: Case, last: Month, context: Context
) -> tuple[HoursAccount | None, list[AccountMonth]]:
    """Give the account at the end of a month, where it has begun, and the months before."""
    tables = sorted(case.companion, key=attrgetter("year"))
    used = _hours_used(tables)
    begins = Month.of(birthday(case.child.born, FROM_AGE))
    ends = min(last, Month.of(last_day_as_child(case.child.born)))
    rows = []
    account: HoursAccount | None = None
    for month in _months_granted(tables, used):
        if not begins <= month <= ends:
            continue
        rates = context.book.nearest(month.first)
        if account is None:
            account = HoursAccount(int(rates.number("companion.months_kept")))
        granted = rates.number("companion.hours_month")
        lapsed = account.grant(month, granted)
        spent = used.get(month, ZERO)
        overdrawn = account.use(spent)
        rows.append(AccountMonth(month, granted, spent, lapsed, overdrawn, account.balance))
    return account, rows


def lots_left(case: Case, asof: Month, context: Context) -> Iterator[tuple[Month, Month, Decimal]]:
    """Give the hours at hand at the end of a month that nobody has used since, by their month.

    Each with the last month in which it can be used. Hours that are granted later are left out:
    whether they lapse is open.
    """
    account, _ = _worked(case, asof, context)
    if account is None:
        return
    kept = account.kept_months
    for month, hours in sorted(_hours_used(case.companion).items()):
        if month > asof:
            usable = {lot: left for lot, left in account.lots.items() if month.since(lot) < kept}
            later = HoursAccount(kept, usable)
            later.use(hours)
            account.lots |= later.lots
    for lot, left in sorted(account.lots.items()):
        if left:
            yield lot, lot.plus(kept - 1), left


def _months_granted(tables: Sequence[Companion], used: Mapping[Month, Decimal]) -> Iterator[Month]:
    """Give the months of all years in which hours are granted, in order."""
    for number, table in enumerate(tables):
        first = first_month(table)
        if not number and table.from_ is None:
            first = min([first, *used])
        yield from months(
            first, Month(table.year, 12) if table.until is None else Month.of(table.until)
        )


def _hours_used(tables: Sequence[Companion]) -> Mapping[Month, Decimal]:
    """Add up the hours used in each month; a month may stand in more than one table."""
    found: dict[Month, Decimal] = {}
    for table in tables:
        for text, hours in table.hours_used.items():
            month = Month.parse(text)
            found[month] = found.get(month, ZERO) + hours
    return found
