"""The hours account month by month."""

from collections.abc import Iterator
from decimal import Decimal

from udmaal.calendar_month import Month
from udmaal.law.companion.hours_account import AccountMonth, account_months
from udmaal.law.context import Situation
from udmaal.ledger import BenefitLedger, BenefitMonth

_COLUMNS = ("granted_hours", "used_hours", "lapsed_hours", "hours_balance")


def ledgers(situation: Situation, first: Month, last: Month) -> Iterator[BenefitLedger]:
    """Give the account of the hours, in the months of its year."""
    account = account_months(situation.case, last, situation.context)
    rows = [BenefitMonth(row.month, _amounts(row), ()) for row in account if first <= row.month]
    if rows:
        yield BenefitLedger("companion", "companion", _COLUMNS, tuple(rows))


def _amounts(row: AccountMonth) -> dict[str, Decimal]:
    hours = (row.granted, row.used, row.lapsed, row.balance)
    return dict(zip(_COLUMNS, hours, strict=True))
