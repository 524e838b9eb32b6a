"""The benefit month by month: the days of each month by the amount a week, and the month's ATP."""

from collections.abc import Iterator

from udmaal.calendar_month import Month, months
from udmaal.case.model import numbered
from udmaal.law.context import Situation
from udmaal.law.supplementary.rule import Supplement, assumptions_of
from udmaal.law.supplementary.total import total_lines, with_the_rest
from udmaal.ledger import BenefitLedger, BenefitMonth
from udmaal.lines.kind import Line

_COLUMNS = ("amount", "atp_recipient", "atp_municipality")


def ledgers(situation: Situation, first: Month, last: Month) -> Iterator[BenefitLedger]:
    """Give each month of each table its days of the weekly benefit, and its ATP."""
    for index, table in numbered(situation.case.supplementary):
        found = Supplement.of(situation, index, table)
        rows = tuple(months_of(found, first, last))
        if rows:
            yield BenefitLedger(
                benefit="supplementary",
                where=found.where,
                columns=_COLUMNS,
                months=rows,
                assumptions=assumptions_of(found.weekly(found.period.first)),
                parent=found.table.parent,
            )


def months_of(found: Supplement, first: Month, last: Month) -> Iterator[BenefitMonth]:
    """Give the months of the benefit between two months; together all are its total."""
    begins, ends = found.period.first, found.period.last
    if ends < begins:  # the child came of age before the job was lost
        return
    *_, whole = total_lines(found.weekly(begins), begins, ends, begins)
    before: tuple[Line, ...] = ()
    for month in months(Month.of(begins), min(last, Month.of(ends))):
        since, until = max(begins, month.first), min(ends, month.last)
        weekly = found.weekly(since)
        *parts, total = total_lines(weekly, since, until, since)
        if until == ends:
            total = with_the_rest(total, whole, before, since)
        before += (total,)
        if month >= first:
            atp = found.atp(since, paid=bool(total.amount))
            amounts = {
                "amount": total.amount,
                "atp_recipient": atp.recipient.amount,
                "atp_municipality": atp.municipality.amount,
            }
            lines = (*weekly.lines(since, until), *atp.lines, *parts, total)
            yield BenefitMonth(month, amounts, lines)
