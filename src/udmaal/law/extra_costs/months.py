"""The decisions month by month: what is paid, what happened, and what is paid after."""

from collections.abc import Iterator

from udmaal.breakdown import sorted_codes
from udmaal.calendar_month import Month, months
from udmaal.law.context import Situation
from udmaal.law.extra_costs.account import PAID, Account, MonthPaid
from udmaal.law.extra_costs.back_payments import back_payments
from udmaal.law.extra_costs.decision import decisions_of
from udmaal.law.extra_costs.remarks import remarks_of
from udmaal.ledger import BenefitLedger, BenefitMonth, Remark


def ledgers(situation: Situation, first: Month, last: Month) -> Iterator[BenefitLedger]:
    """Give the months of all decisions, from one month to another.

    Raises ``InputFaultsError`` for what the rules refuse.
    """
    case, _, context = situation
    account = Account(case, decisions_of(case), context)
    if not account.decisions:
        return
    begins = Month.of(account.decisions[0].first_day)
    ends = Month.of(max(each.last_day for each in account.decisions))
    back = tuple(back_payments(situation, first, last))
    rows: list[tuple[MonthPaid, BenefitMonth]] = []
    before = account.month(first.plus(-1)) if first > begins else None
    for month in months(max(first, begins), min(last, ends)):
        paid = account.month(month)
        if paid is not None:
            remarks = remarks_of(paid, before, account.decisions, case.child.born, back)
            rows.append((paid, _month(paid, tuple(remarks))))
        before = paid
    if rows or back:
        rules = {each.rules for each in account.decisions}
        codes = [*(paid.assumptions for paid, _ in rows), *(each.assumptions for each in back)]
        yield BenefitLedger(
            benefit="extra_costs",
            where="extra_costs",
            columns=PAID,
            months=tuple(month for _, month in rows),
            assumptions=sorted_codes(code for each in codes for code in each),
            rules=rules.pop() if len(rules) == 1 else None,
            back_payments=back,
        )


def _month(paid: MonthPaid, remarks: tuple[Remark, ...]) -> BenefitMonth:
    return BenefitMonth(paid.month, paid.amounts, paid.lines, paid.decided, remarks, paid.counted)
