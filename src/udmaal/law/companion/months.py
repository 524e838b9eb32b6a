"""The hours account month by month, and what happened in it."""

from collections.abc import Iterator
from decimal import Decimal

from udmaal.calendar_month import Month
from udmaal.case.model import Case
from udmaal.law.child import birthday, last_day_as_child
from udmaal.law.companion.hours_account import FROM_AGE, AccountMonth, account_months
from udmaal.law.context import Situation
from udmaal.ledger import BenefitLedger, BenefitMonth, Remark

_COLUMNS = ("granted_hours", "used_hours", "lapsed_hours", "hours_balance")


def ledgers(situation: Situation, first: Month, last: Month) -> Iterator[BenefitLedger]:
    """Give the account of the hours, in the months of its years."""
    case, _, context = situation
    # One month more than is shown tells whether the last one ends the scheme.
    account = account_months(case, last.plus(1), context)
    rows = []
    for before, row, after in zip((None, *account), account, [*account[1:], None], strict=False):
        if first <= row.month <= last:
            kept = context.book.nearest(row.month.first).number("companion.months_kept")
            remarks = (*_begins(case, before, row), *_hours(row, kept), *_ends(case, row, after))
            rows.append(BenefitMonth(row.month, _amounts(row), (), remarks=remarks))
    if rows:
        yield BenefitLedger("companion", "companion", _COLUMNS, tuple(rows))


def _amounts(row: AccountMonth) -> dict[str, Decimal]:
    hours = (row.granted, row.used, row.lapsed, row.balance)
    return dict(zip(_COLUMNS, hours, strict=True))


def _begins(case: Case, before: AccountMonth | None, row: AccountMonth) -> Iterator[Remark]:
    """Tell of the first day of the scheme, also where it was given up in between."""
    if before is None or before.month.plus(1) != row.month:
        days = [table.from_ for table in case.companion if table.from_ is not None]
        day = next((day for day in days if Month.of(day) == row.month), row.month.first)
        twelve = birthday(case.child.born, FROM_AGE)
        yield Remark("scheme", {"date": max(day, twelve)})


def _hours(row: AccountMonth, kept: Decimal) -> Iterator[Remark]:
    """Tell of hours that lapse, and of hours used beyond those at hand."""
    if row.lapsed:
        yield Remark("lapsed", {"hours": row.lapsed, "months": kept})
    if row.overdrawn:
        yield Remark("overdrawn", {"hours": row.overdrawn})


def _ends(case: Case, row: AccountMonth, after: AccountMonth | None) -> Iterator[Remark]:
    """Tell of the last day the file gives, and of the 18th birthday.

    A year without an ``until`` has no end: the table of the next one may not be written yet.
    """
    if after is not None and after.month == row.month.plus(1):
        return
    for table in case.companion:
        if table.until is not None and Month.of(table.until) == row.month:
            yield Remark("scheme.ends", {"date": table.until})
    last = last_day_as_child(case.child.born)
    if Month.of(last) == row.month:
        yield Remark("birthday_18", {"date": last})
