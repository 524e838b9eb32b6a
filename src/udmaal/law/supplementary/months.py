"""The benefit month by month: the days of each month by the amount a week, and the month's ATP."""

from collections.abc import Iterator
from itertools import pairwise

from udmaal.calendar_month import Month, months
from udmaal.case.model import numbered
from udmaal.law.context import Situation
from udmaal.law.supplementary.period import Period
from udmaal.law.supplementary.rule import Supplement, assumptions_of
from udmaal.law.supplementary.total import total_lines, with_the_rest
from udmaal.law.supplementary.weekly import Weekly
from udmaal.ledger import BenefitLedger, BenefitMonth, Counted, Remark
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
            atp = found.atp(since, total)
            amounts = {
                "amount": total.amount,
                "atp_recipient": atp.recipient.amount,
                "atp_municipality": atp.municipality.amount,
            }
            lines = (*weekly.lines(since, until), *atp.lines, *parts, total)
            remarks = tuple(_remarks(month, found.period, weekly))
            counted = tuple(
                Counted(key, line) for key, line in zip(_COLUMNS, (total, *atp.lines), strict=True)
            )
            yield BenefitMonth(month, amounts, lines, remarks=remarks, counted=counted)


def _remarks(month: Month, period: Period, weekly: Weekly) -> Iterator[Remark]:
    """Tell of the first day, of another amount a week, and of the last day and what ended it."""
    if Month.of(period.first) == month:
        yield Remark("supplement", {"date": period.first})
    for former, later in pairwise(weekly.all):
        before, after = former.weekly.amount, later.weekly.amount
        if before != after and Month.of(later.stretch.first) == month:
            values = {"date": later.stretch.first, "before": before, "after": after}
            yield Remark("supplement.weekly", values)
    if Month.of(period.last) == month:
        by = period.ended_by
        code = "birthday_18" if by == "child_18" else f"supplement.{by}"
        yield Remark(code, {"date": period.last})
